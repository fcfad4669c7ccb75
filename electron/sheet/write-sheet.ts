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
  const sheet = 'xl/worksheets/sheet1.xml';
  const filter = `<autoFilter ref="A${head}:${columnName(table.columns.length)}${head + table.rows.length}"/>`;
  parts.set(sheet, (parts.get(sheet) ?? '').replace('</sheetData>', `</sheetData>${filter}`));
  // The library writes it also where it is empty, which no workbook may (ECMA-376 part 1, 18.2.6).
  parts.set('xl/workbook.xml', (parts.get('xl/workbook.xml') ?? '').replace('<definedNames/>', ''));
  parts.set('xl/styles.xml', (parts.get('xl/styles.xml') ?? '').replace(/(?<=<font>).*?(?=<\/font>)/g, inOrder));
  return zip(parts);
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
    data: [...above, headings, ...rows.map((row) => row.map(cellOf))],
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape' as const,
  };
}

/** "K" for 11. A sheet of actions never has more than 26 columns. */
function columnName(count: number): string {
  return String.fromCharCode(64 + count);
}

const looks = { wrap: true, alignVertical: 'top' } as const;

function cellOf(value: SheetValue): Cell {
  if (value === null) return null;
  if (typeof value === 'string') return { value: fitting(value), ...looks };
  if ('day' in value)
    return { value: new Date(`${value.day}T00:00:00Z`), format: 'd mmm yyyy', align: 'left', ...looks };
  return { value: value.text, backgroundColor: value.fill.colour, textColor: value.fill.ink, ...looks };
}

/** A cell holds 32,767 characters (Excel's specifications and limits). */
function fitting(text: string): string {
  return text.length <= 32_767 ? text : `${text.slice(0, 32_700)} … (cut: a cell holds no more)`;
}
