import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A Word file with its text, or another part, changed as another program would leave it: by its XML. */
export function editDocx(bytes: Uint8Array, change: (xml: string) => string, part = 'word/document.xml'): Uint8Array {
  const parts = unzipSync(bytes);
  parts[part] = strToU8(change(strFromU8(parts[part] as Uint8Array)));
  return zipSync(parts);
}

/** The element around a place in XML: the last that opens before it, up to where it closes. */
export function around(xml: string, place: number, name: 'p' | 'tr' | 'tc'): { from: number; to: number } {
  const from = Math.max(xml.lastIndexOf(`<w:${name}>`, place), xml.lastIndexOf(`<w:${name} `, place));
  const end = `</w:${name}>`;
  return { from, to: xml.indexOf(end, place) + end.length };
}

/** A paragraph, row or cell with other words: the first text of each paragraph has them all. */
export function withText(xml: string, text: string): string {
  let first = true;
  return xml.replace(/(<w:t(?: [^>]*)?>)[^<]*(<\/w:t>)/g, (_, start: string, end: string) => {
    const words = first ? text.replaceAll('&', '&amp;') : '';
    first = false;
    return start + words + end;
  });
}

/** As a program leaves it that knows no bookmarks. */
export function withoutMarks(xml: string): string {
  return xml.replace(/<w:bookmark(?:Start|End) [^>]*\/>/g, '');
}

/** A Word file without all that the app wrote into it for itself: its bookmarks and its property. */
export function wordsAlone(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(editDocx(bytes, withoutMarks));
  delete parts['docProps/custom.xml'];
  return zipSync(parts);
}
