import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface RawSheet {
  name: string;
  state?: 'hidden' | 'veryHidden';
  /** What stands in `worksheet`. */
  xml: string;
  /** What stands in the sheet's relations. */
  relations?: string;
}

/** An Excel workbook of raw XML, as programs leave it. @param parts further parts of `xl/`, by their names without ending */
export function rawXlsx(sheets: RawSheet[], parts: Record<string, string> = {}, properties = ''): Uint8Array {
  const relations = (inner: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
    );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const list = sheets
    .map(
      ({ name, state }, at) =>
        `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="s${at}"/>`,
    )
    .join('');
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${list}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') +
        Object.keys(parts)
          .map((name) => relation(name, name, `${name}.xml`))
          .join(''),
    ),
  };
  for (const [at, { xml, relations: own }] of sheets.entries()) {
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `<worksheet xmlns="${main}" xmlns:r="${office}">${xml}</worksheet>`,
    );
    if (own) files[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relations(own);
  }
  for (const [name, xml] of Object.entries(parts))
    files[`xl/${name}.xml`] = strToU8(xml.replace('>', ` xmlns="${main}">`));
  return zipSync(files);
}

/** Rows of cells of text, from the row and column given (counted from 1) on; "" is no cell. */
export function rawRows(rows: string[][], fromRow = 1, fromColumn = 1): string {
  return rows
    .map((cells, down) => {
      const row = fromRow + down;
      const inner = cells
        .map((text, across) => {
          const ref = `${String.fromCharCode(64 + fromColumn + across)}${row}`;
          if (text === '') return '';
          return text.startsWith('<c ')
            ? text.replace('<c ', `<c r="${ref}" `)
            : `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
        })
        .join('');
      return `<row r="${row}">${inner}</row>`;
    })
    .join('');
}
