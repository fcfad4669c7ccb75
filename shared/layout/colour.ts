import type { Fill } from './page.ts';

/** The lowest contrast of text on its background that WCAG 2.2 AA allows (1.4.3). */
export const leastContrast = 4.5;

/** A fill with black or white text on it, whichever has the higher contrast. One of the two is always above 4.5:1. */
export function fillOf(colour: string, code: string): Fill {
  const onBlack = contrast(colour, '#000000') >= contrast(colour, '#ffffff');
  return { colour, ink: onBlack ? '#000000' : '#ffffff', code };
}

/** The contrast of two colours (#rrggbb), 1 to 21: WCAG 2.2, "contrast ratio". */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
