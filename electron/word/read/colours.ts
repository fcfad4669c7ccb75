import type { Element } from './xml.ts';

/** #rrggbb of a shading, a highlight or a text colour; undefined where it is none, automatic, black or white. */
export function colourOf(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  const { val = '', fill, color } = element.attributes;
  const written =
    element.name === 'shd' ? (val === 'solid' ? color : val === 'nil' ? undefined : fill) : (highlights[val] ?? val);
  if (written === undefined || !/^[0-9a-f]{6}$/i.test(written)) return undefined;
  const colour = `#${written.toLowerCase()}`;
  return colour === '#ffffff' || colour === '#000000' ? undefined : colour;
}

/** The names of highlights (ECMA-376 part 1, 17.18.40). */
const highlights: Record<string, string> = {
  blue: '0000ff',
  cyan: '00ffff',
  darkBlue: '00008b',
  darkCyan: '008b8b',
  darkGray: 'a9a9a9',
  darkGreen: '006400',
  darkMagenta: '800080',
  darkRed: '8b0000',
  darkYellow: '808000',
  green: '00ff00',
  lightGray: 'd3d3d3',
  magenta: 'ff00ff',
  red: 'ff0000',
  yellow: 'ffff00',
};
