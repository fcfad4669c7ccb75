import { at, type Element, elements } from '../word/read/xml.ts';
import { formatCode } from './number-formats.ts';

/** What the style of a cell adds to its value. */
export interface Look {
  format: string;
  /** #rrggbb */
  fill?: string;
  bold: boolean;
}

/** The looks of a workbook's cells, by the number that a cell has for its style (ECMA-376 part 1, 18.8). */
export function looksOf(styles: Element | undefined, theme: Element | undefined): Look[] {
  const own = new Map(
    elements(at(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  );
  const colours = themeColours(theme);
  const fills = elements(at(styles, 'fills'), 'fill').map((fill) => fillOf(fill, colours));
  const bold = elements(at(styles, 'fonts'), 'font').map((font) => isBold(font));
  return elements(at(styles, 'cellXfs'), 'xf').map(({ attributes }) => {
    const fill = fills[Number(attributes.fillId ?? 0)];
    return {
      format: formatCode(Number(attributes.numFmtId ?? 0), own),
      ...(fill && { fill }),
      bold: bold[Number(attributes.fontId ?? 0)] ?? false,
    };
  });
}

/** Whether the properties of a font or of a run make it bold. */
export function isBold(properties: Element | undefined): boolean {
  const bold = at(properties, 'b');
  return bold !== undefined && !['0', 'false'].includes(bold.attributes.val ?? '');
}

function fillOf(fill: Element, theme: readonly string[]): string | undefined {
  const pattern = at(fill, 'patternFill');
  if (pattern?.attributes.patternType !== 'solid') return undefined;
  const { rgb, theme: place, indexed } = at(pattern, 'fgColor')?.attributes ?? {};
  const hex = rgb?.slice(-6) ?? (place === undefined ? standard[Number(indexed)] : theme[Number(place)]);
  const colour = hex && /^[0-9a-f]{6}$/i.test(hex) ? `#${hex.toLowerCase()}` : undefined;
  return colour === '#ffffff' || colour === '#000000' ? undefined : colour;
}

/** A theme's colours in the order in which cells count them: light before dark (18.8.3). Tints are left aside. */
function themeColours(theme: Element | undefined): string[] {
  const scheme = at(theme, 'themeElements', 'clrScheme');
  const order = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];
  return order.map((name) => {
    const colour = at(scheme, name)?.children[0]?.attributes;
    return colour?.lastClr ?? colour?.val ?? '';
  });
}

/** The colours of old palettes that ratings are painted in, by their number (18.8.27). */
const standard: Record<number, string> = {
  10: 'ff0000',
  11: '00ff00',
  13: 'ffff00',
  17: '008000',
  42: 'ccffcc',
  43: 'ffff99',
  45: 'ff99cc',
  50: '99cc00',
  51: 'ffcc00',
  52: 'ff9900',
  53: 'ff6600',
  57: '339966',
};
