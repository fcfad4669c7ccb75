import writeExcel, { type Cell, type Row } from 'write-excel-file/node';
import type { ActionsSheet, SheetValue } from '../../shared/layout/actions-sheet.ts';
import { unzip, zip } from '../zip.ts';

/**
 * An Excel workbook (.xlsx): the actions below a row of headings that stays in view and filters them, and the key to
 * their ratings on a sheet of its own. The same sheet gives the same bytes, on any day and in any time zone.
 */
export async function writeSheet({ title, subtitle, key, ...table }: ActionsSheet): Promise<Uint8Array> {
  const above: Row[] = [[{ value: title, fontWeight: 'bold', fontSize: 14 }], [subtitle], []];
  const head = above.length + 1;
  const actions = { ...sheetOf('Actions', table, above), stickyRowsCount: head };
  const bytes = await writeExcel(key ? [actions, sheetOf('Key', key)] : [actions], {
    fontFamily: 'Arial',
    fontSize: 10,
  }).toBuffer();
  const parts = unzip(bytes);
  const edit = (path: string, change: (xml: string) => string) => parts.set(path, change(parts.get(path) ?? ''));
  const filter = `<autoFilter ref="A${head}:${columnName(table.columns.length)}${head + table.rows.length}"/>`;
  edit('xl/worksheets/sheet1.xml', (xml) => onePageWide(xml).replace('</sheetData>', `</sheetData>${filter}`));
  if (key) edit('xl/worksheets/sheet2.xml', onePageWide);
  const repeated = `<definedName name="_xlnm.Print_Titles" localSheetId="0">Actions!$${head}:$${head}</definedName>`;
  edit('xl/workbook.xml', (xml) => xml.replace('<definedNames/>', `<definedNames>${repeated}</definedNames>`));
  edit('xl/styles.xml', (xml) => xml.replace(/(?<=<font>).*?(?=<\/font>)/g, inOrder));
  return zip(parts);
}

/** Printed, all columns stand on one page, and the headings at the top of each. */
function onePageWide(xml: string): string {
  return xml
    .replace(/(?<=<worksheet [^>]*>)/, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('<pageSetup ', '<pageSetup fitToHeight="0" ');
}

/** The parts of a font in the order that they must have (18.8.22), which the library does not keep. */
function inOrder(font: string): string {
  const order = ['b', 'sz', 'color', 'name', 'family'];
  const place = (element: string) => order.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '');
  return (font.match(/<[^>]+\/>/g) ?? []).toSorted((one, other) => place(one) - place(other)).join('');
}

function sheetOf(sheet: string, { columns, rows }: Pick<ActionsSheet, 'columns' | 'rows'>, above: Row[] = []) {
  const headings = columns.map(
    ({ heading }): Cell => ({ value: heading, fontWeight: 'bold', backgroundColor: '#e8edee', ...looks }),
  );
  return {
    sheet,
    data: [...above, headings, ...rows.map((row) => rowOf(row, columns))],
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape' as const,
  };
}

/** "K" for 11. A sheet of actions never has more than 26 columns. */
function columnName(count: number): string {
  return String.fromCharCode(64 + count);
}

const looks = { wrap: true, alignVertical: 'top', borderStyle: 'thin', borderColor: '#d8dde0' } as const;

/** High enough for what it holds: not every program looks to that when it opens a sheet. */
function rowOf(row: SheetValue[], columns: ActionsSheet['columns']): Cell[] {
  const lines = row.map((value, at) => linesOf(value, columns[at]?.width ?? 10));
  const height = Math.min(409, 4 + 13 * Math.max(...lines));
  return row.map((value, at) => cellOf(value, at === 0 ? height : undefined));
}

/** In how many lines a text stands in a column of that many characters; words that would be cut need some room. */
function linesOf(value: SheetValue, width: number): number {
  const text = typeof value === 'string' ? value : value && 'text' in value ? value.text : '';
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 0.95))), 0);
}

function cellOf(value: SheetValue, rowHeight: number | undefined): Cell {
  const look = { ...looks, ...(rowHeight !== undefined && { height: rowHeight }) };
  if (value === null) return look;
  if (typeof value === 'string') return { value: fitting(value), ...look };
  if ('day' in value)
    return { value: new Date(`${value.day}T00:00:00Z`), format: 'd mmm yyyy', align: 'left', ...look };
  return { value: value.text, backgroundColor: value.fill.colour, textColor: value.fill.ink, ...look };
}

/** A cell holds 32,767 characters (Excel's specifications and limits). */
function fitting(text: string): string {
  return text.length <= 32_767 ? text : `${text.slice(0, 32_700)} … (cut: a cell holds no more)`;
}
