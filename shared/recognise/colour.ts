/** What a colour looks like to someone who reads a rating by it. */
export type Hue = 'red' | 'amber' | 'green' | 'blue';

/** The hue of #rrggbb; undefined for greys, pale tints and colours that stand for no rating. */
export function hueOf(colour: string | undefined): Hue | undefined {
  if (colour === undefined) return undefined;
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const spread = most - least;
  if (spread < 0.2) return undefined;
  const turn =
    most === red ? (green - blue) / spread : most === green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
  const degrees = (turn * 60 + 360) % 360;
  if (degrees < 20 || degrees >= 340) return 'red';
  if (degrees < 70) return 'amber';
  if (degrees < 175) return 'green';
  return degrees >= 180 && degrees < 260 ? 'blue' : undefined;
}
