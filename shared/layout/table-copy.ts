import type { Page, PageBlock, PageCell, PageTable, Paragraph } from './page.ts';

/** A table as it goes to the clipboard: for Word, Outlook and Excel, and for whatever takes plain text alone. */
export interface TableCopy {
  html: string;
  /** A line for a row, a tab between cells, as spreadsheets take it. */
  text: string;
}

/** The first table of a page, with what is said below it; undefined where it has none. Its cells must not be merged. */
export function copyOfTable({ blocks }: Page): TableCopy | undefined {
  const at = blocks.findIndex(({ kind }) => kind === 'table');
  const block = blocks[at];
  if (block?.kind !== 'table') return undefined;
  const below = blocks.slice(at + 1).map(wordsOf);
  return {
    html: html(block.table) + below.map((words) => `<p style="${font}">${escaped(words)}</p>`).join(''),
    text: [text(block.table), ...below].join('\r\n'),
  };
}

const font = 'font-family:Arial,sans-serif;font-size:10pt';

function wordsOf(block: PageBlock): string {
  if (block.kind === 'heading') return block.text;
  return block.kind === 'paragraph' ? block.paragraph.runs.map((run) => run.text).join('') : '';
}

function html({ caption, headerRows, rows }: PageTable): string {
  const lines = rows.map(({ cells }, index) => {
    const tag = index < headerRows ? 'th' : 'td';
    return `<tr>${cells.map((cell) => (cell ? htmlCell(tag, cell) : '')).join('')}</tr>`;
  });
  const look = `border-collapse:collapse;${font}`;
  const [head, body] = [lines.slice(0, headerRows), lines.slice(headerRows)];
  return [
    `<table style="${look}" border="1" cellpadding="4"><caption hidden>${escaped(caption)}</caption>`,
    `<thead>${head.join('')}</thead><tbody>${body.join('')}</tbody></table>`,
  ].join('');
}

function htmlCell(tag: 'th' | 'td', { paragraphs, fill }: PageCell): string {
  const colours = fill ? `;background:${fill.colour};color:${fill.ink}` : '';
  const scope = tag === 'th' ? ' scope="col"' : '';
  return `<${tag}${scope} style="vertical-align:top;text-align:left${colours}">${paragraphs.map(htmlLine).join('<br>')}</${tag}>`;
}

function htmlLine(paragraph: Paragraph): string {
  const runs = paragraph.runs.map(({ text: words, bold, italic, href }) => {
    let styled = escaped(words);
    if (italic) styled = `<i>${styled}</i>`;
    if (bold) styled = `<b>${styled}</b>`;
    return href ? `<a href="${escaped(href)}">${styled}</a>` : styled;
  });
  return `${escaped(mark(paragraph))}${runs.join('')}`;
}

function text({ rows }: PageTable): string {
  return rows.map(({ cells }) => cells.map((cell) => (cell ? plainCell(cell) : '')).join('\t')).join('\r\n');
}

/** On one line: a line break within a cell would be a new row in a spreadsheet. */
function plainCell({ paragraphs }: PageCell): string {
  return paragraphs
    .map((paragraph) => mark(paragraph) + paragraph.runs.map(({ text: words }) => words).join(''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What stands before the words of a paragraph. */
function mark({ label, list }: Paragraph): string {
  const sign = list?.kind === 'bullet' ? '• ' : list?.kind === 'number' ? `${list.value}. ` : '';
  return sign + (label ? `${label} ` : '');
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
