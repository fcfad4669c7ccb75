import { strToU8, zipSync } from 'fflate';
import type { Page, PageCell, PageTable, Paragraph } from '../../shared/layout/page.ts';

/**
 * The floor of an export: a page's Word file put together from strings and zipped, with every paragraph, cell, merge,
 * fill and escape of the real one, and nothing that the real one thinks about: no styles, footer, page breaks, real
 * lists or checks.
 */
export function stringsAndZip(page: Page): Uint8Array {
  const body = page.blocks.map((block) => {
    if (block.kind === 'heading') return paragraph({ runs: [{ text: block.text, bold: true }] });
    return block.kind === 'paragraph' ? paragraph(block.paragraph) : table(block.table);
  });
  const parts = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}<w:p/></w:body></w:document>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
    { level: 6 }, // as the product's own
  );
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function table({ rows, widths }: PageTable): string {
  const below: { rows: number; cell: PageCell }[] = [];
  const written = rows.map(
    ({ cells }) =>
      `<w:tr>${cells
        .map((cell, column) => {
          if (cell) {
            if (cell.rowSpan > 1) below[column] = { rows: cell.rowSpan - 1, cell };
            return cellXml(cell, cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '');
          }
          const above = below[column];
          if (!above || above.rows === 0) return ''; // a cell to the left reaches over it
          above.rows--;
          return cellXml({ ...above.cell, paragraphs: [{ runs: [] }] }, '<w:vMerge/>');
        })
        .join('')}</w:tr>`,
  );
  const grid = widths.map((share) => `<w:gridCol w:w="${Math.round(share * 15_138)}"/>`).join('');
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${written.join('')}</w:tbl>`;
}

function cellXml({ paragraphs, columnSpan, fill }: PageCell, merge: string): string {
  const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '';
  const shading = fill ? `<w:shd w:val="clear" w:fill="${fill.colour.slice(1)}"/>` : '';
  const content = paragraphs.map(paragraph).join('') || '<w:p/>';
  return `<w:tc><w:tcPr>${span}${merge}${shading}</w:tcPr>${content}</w:tc>`;
}

function paragraph({ label, runs, list, fill }: Paragraph): string {
  const shading = fill ? `<w:pPr><w:shd w:val="clear" w:fill="${fill.colour.slice(1)}"/></w:pPr>` : '';
  const mark = list?.kind === 'bullet' ? '• ' : list?.kind === 'number' ? `${list.value}. ` : '';
  const all = [...(mark ? [{ text: mark }] : []), ...(label ? [{ text: `${label} `, bold: true }] : []), ...runs];
  return `<w:p>${shading}${all.map(run).join('')}</w:p>`;
}

function run({ text, bold }: { text: string; bold?: boolean }): string {
  const look = bold ? '<w:rPr><w:b/></w:rPr>' : '';
  return `<w:r>${look}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (each) => (each === '&' ? '&amp;' : each === '<' ? '&lt;' : '&gt;'));
}
