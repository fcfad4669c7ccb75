import { strToU8, type Zippable, zipSync } from 'fflate';

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word file of raw XML, as programs leave it: `body` is what stands in `w:body`. */
export function rawDocx(body: string, parts: Record<string, string> = {}, namespace = transitional): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const package_ = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const files: Zippable = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(package_(relation('r1', 'officeDocument', 'word/document.xml'))),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${namespace}" xmlns:r="${relations}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      package_(
        relation('r1', 'numbering', 'numbering.xml') +
          relation('r2', 'styles', 'styles.xml') +
          relation('r3', 'comments', 'comments.xml') +
          relation('r4', 'footnotes', 'footnotes.xml') +
          `<Relationship Id="r9" Type="${relations}/hyperlink" Target="https://www.england.nhs.uk/" TargetMode="External"/>` +
          `<Relationship Id="r8" Type="${relations}/hyperlink" Target="file:///c:/secret.txt" TargetMode="External"/>`,
      ),
    ),
  };
  for (const [name, text] of Object.entries(parts))
    files[name] = strToU8(text.includes('xmlns:w=') ? text : text.replace(/^<(w:\w+)/, `<$1 xmlns:w="${namespace}"`));
  return zipSync(files);
}

/** A table of raw cells: `<w:p>…</w:p>` where text begins with "<", else a paragraph of that text. */
export function rawTable(rows: string[][]): string {
  const cell = (text: string) => `<w:tc>${text.startsWith('<') ? text : rawParagraph(text)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export function rawParagraph(text: string, properties = ''): string {
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
