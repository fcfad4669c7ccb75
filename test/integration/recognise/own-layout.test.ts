import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from '../../../electron/sheet/read-document.ts';
import { writeWord } from '../../../electron/word/write.ts';
import { newId } from '../../../shared/id.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import { layoutOf } from '../../../shared/layout/layouts-of.ts';
import { toPlainText } from '../../../shared/plan/rich-text.ts';
import { about, choicesOf } from '../../../shared/recognise/choices.ts';
import { type WordDocument, wordsOf } from '../../../shared/recognise/document.ts';
import { recognise } from '../../../shared/recognise/recognise.ts';
import { differences } from '../../support/plan-facts.ts';
import { rawDocx, rawParagraph } from '../../support/raw-docx.ts';

/** A cell of a raw table: its lines, how it is filled, and how far it goes. "• " before a line makes it an item of a list. */
interface Cell {
  lines: string[];
  fill?: string;
  down?: number;
  across?: number;
}
const c = (...lines: string[]): Cell => ({ lines });
const filled = (fill: string, ...lines: string[]): Cell => ({ lines, fill });
const merged = (down: number, ...lines: string[]): Cell => ({ lines, down });

/** Null: covered by the cell above. */
function table(widths: number[], rows: (Cell | null)[][], headers = 1): string {
  const cell = (each: Cell | null) => {
    const { lines, fill, down = 1, across = 1 } = each ?? { lines: [''], down: 0 };
    const merge = down === 0 ? '<w:vMerge/>' : down > 1 ? '<w:vMerge w:val="restart"/>' : '';
    const span = across > 1 ? `<w:gridSpan w:val="${across}"/>` : '';
    const shading = fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : '';
    const list = (id: number) => `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`;
    const paragraphs = (lines.length > 0 ? lines : ['']).map((line) =>
      line.startsWith('• ')
        ? rawParagraph(line.slice(2), list(1))
        : line.startsWith('1. ')
          ? rawParagraph(line.slice(3), list(2))
          : rawParagraph(line),
    );
    return `<w:tc><w:tcPr>${span}${merge}${shading}</w:tcPr>${paragraphs.join('')}</w:tc>`;
  };
  const row = (cells: (Cell | null)[], at: number) =>
    `<w:tr>${at < headers ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map(cell).join('')}</w:tr>`;
  return `<w:tbl><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.map(row).join('')}</w:tbl>`;
}

const numbering = `<w:numbering>${['bullet', 'decimal']
  .map(
    (format, id) =>
      `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${id === 0 ? '•' : '%1.'}"/></w:lvl></w:abstractNum>`,
  )
  .join(
    '',
  )}${[1, 2].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id - 1}"/></w:num>`).join('')}</w:numbering>`;

const heading = (text: string, level: number) =>
  rawParagraph(text, `<w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr>`);
const page = (landscape: boolean) =>
  `<w:sectPr><w:pgSz w:w="${landscape ? 16838 : 11906}" w:h="${landscape ? 11906 : 16838}"/></w:sectPr>`;
const title = heading('Hillside Community NHS Trust WRES action plan 2026-27', 1);

function fileOf(body: string, landscape = true): WordDocument {
  return readDocument(rawDocx(title + body + page(landscape), { 'word/numbering.xml': numbering }));
}

/** The tables of a file as one sees them: what each cell says, line by line with its marks, and how far it goes. */
function gridOf({ blocks }: WordDocument) {
  return blocks.flatMap((block) =>
    block.kind !== 'table'
      ? []
      : [
          block.rows.map(({ header, cells }) => ({
            header,
            cells: cells.map(({ column, columnSpan, rowSpan, paragraphs, fill }) => ({
              ...(header || !fill ? {} : { fill }),
              at: [column, columnSpan, rowSpan],
              lines: paragraphs
                .map((each) => [each.label?.text, wordsOf(each)].filter(Boolean).join(' '))
                .filter(Boolean),
            })),
          })),
        ],
  );
}

/** What stands outside the tables, heading levels aside: the layout has its own. */
function storyOf({ blocks }: WordDocument): string[] {
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [wordsOf(block)] : []))
    .filter((line) => line !== 'Actions' && line !== '');
}

const files = {
  indicator: fileOf(
    table(
      [2_000, 1_500, 4_000, 1_500, 1_000],
      [
        [c('By when'), c('Who leads on it'), c('What we will do'), c('WRES Metric'), c('RAG')],
        [
          c('Q2', 'Q4'),
          c('Head of Resourcing'),
          c('• Train every panel', '• Publish the data'),
          c('Metric 2 – Shortlisting'),
          filled('FFC000', 'Amber'),
        ],
        [
          c('March 2027'),
          c('Staff Network Chair', 'Director of People'),
          c('• Ask leavers why'),
          c('Metric 3 – Disciplinary process'),
          filled('00B050', 'Green'),
        ],
      ],
    ),
  ),
  action: fileOf(
    table(
      [4_500, 2_000, 1_200, 3_000, 900, 1_100],
      [
        [c('Actions'), c('Metric'), c('Owner'), c('Measure of success'), c('Deadline'), c('Progress rating')],
        [
          c('1. Train every panel'),
          merged(2, 'Shortlisting (Metric 2)'),
          c('Head of Resourcing / Chair of the Network'),
          c('Every panel trained'),
          c('Q2'),
          filled('FFC000', 'A'),
        ],
        [
          c('1. Publish the data'),
          null,
          c('Director of People'),
          c('Data on the website'),
          c('Q4'),
          filled('00B050', 'G'),
        ],
        [
          c('1. Ask leavers why'),
          c('Disciplinary process (Metric 3)'),
          c('Chair of the Network'),
          c('n/a'),
          c('March 2027'),
          filled('FF0000', 'R'),
        ],
      ],
    ),
    false,
  ),
  matrix: fileOf(
    table(
      [600, 5_000, 1_600, 700, 700, 700, 700],
      [
        [
          { lines: ['Our plan: red moves a measure directly, amber indirectly'], across: 3 },
          { lines: ['Measures of the standard'], across: 4 },
        ],
        [c('Ref'), c('What we will do'), c('Owner'), c('1'), c('2'), c('3'), c('4')],
        [c('1'), c('Train every panel'), c('Head of Resourcing'), c(), filled('FF0000', 'Direct'), c(), c()],
        [c('2'), c('Ask leavers why'), c('Chair'), c(), filled('FFC000', 'Indirect'), filled('FF0000', 'Direct'), c()],
      ],
      2,
    ),
  ),
  section: fileOf(
    [
      heading('Metric 2: Shortlisting', 2),
      rawParagraph('Where we want to be: As likely to be appointed as anybody'),
      table(
        [1_500, 4_000, 2_000],
        [
          [c('Timeline'), c('What we will do'), c('Who')],
          [c('Q2'), c('Train every panel'), c('Head of Resourcing')],
          [c('Q4'), c('Publish the data'), c('Director of People')],
        ],
      ),
      heading('Metric 3: Disciplinary process', 2),
      rawParagraph('Where we want to be: Nobody is investigated for what others are told about'),
      table(
        [1_500, 4_000, 2_000],
        [
          [c('Timeline'), c('What we will do'), c('Who')],
          [c('March 2027'), c('Ask leavers why'), c('Chair of the Network')],
        ],
      ),
    ].join(''),
    false,
  ),
};

test.each(Object.entries(files))(
  'a file whose grain is %s comes in, and goes out as it was',
  async (grain, document) => {
    const { plan, layout, leftOver } = recognise(document, newId);
    expect(layout).toMatchObject({ own: true, title: 'Hillside Community NHS Trust’s layout' });
    expect(leftOver).toEqual([]);
    const own = layoutOf(plan);
    expect(own).toMatchObject({ id: plan.layouts?.[0]?.id, grain, page: { orientation: document.page } });
    const again = readDocument(await writeWord(layOut(plan, own, { asAt: '2026-11-22' })));
    expect(gridOf(again)).toEqual(gridOf(document));
    expect(storyOf(again)).toEqual(storyOf(document));
    expect(recognise(again, newId).layout).toMatchObject({ own: true });
  },
);

test('whoever chooses another layout keeps none of the file’s; what is no part of a plan is in the notes', () => {
  const document = fileOf(
    table(
      [4_000, 1_500, 1_500],
      [
        [c('Action'), c('Cost code'), c('Owner')],
        [c('Train every panel'), c('R12'), c('Head of Resourcing')],
      ],
    ),
  );
  const { plan, columns } = recognise(document, newId);
  expect(layoutOf(plan).columns.map((each) => each.heading)).toEqual(['Action', 'Owner']);
  expect(toPlainText(plan.actions[0]?.notes ?? [])).toBe('Cost code: R12');
  expect(columns).toContainEqual({ heading: 'Cost code' });
  const other = recognise(document, newId, choicesOf([{ about: about.layout, take: 'gaps-by-action' }]));
  expect(other.plan).toMatchObject({ layout: 'gaps-by-action' });
  expect(other.plan.layouts).toBeUndefined();
  expect(other.layout).toMatchObject({ own: true });
});

test('a file in one of the five is in that one; a sheet and a file of labels have none', () => {
  const headings = ['WRES Metric', 'Action', 'Time-scale', 'KPI', 'Progress Rating'].map((each) => c(each));
  const row = [c('Metric 2: Shortlisting'), c('Train'), c('Q2'), c('All'), c('A')];
  expect(recognise(fileOf(table([1, 1, 1, 1, 1], [headings, row])), newId).plan.layout).toBe('metric-kpi-rating');
  const sheet = readDocument(new TextEncoder().encode('Action,Owner\nTrain,Head\n'));
  expect(recognise(sheet, newId).layout).toBeUndefined();
  const labels = fileOf(['Action: Train', 'Owner: Head', 'By when: Q2'].map((each) => rawParagraph(each)).join(''));
  expect(recognise(labels, newId).layout).toBeUndefined();
});

/** What a page in the file's own layout says otherwise than the file. */
const otherwise: Record<string, string[]> = {
  'fields-and-notes.docx': ['indicator 6 wording'],
  // A key of numbers without colours is taken for another table: the ratings are known by their cells alone.
  'held-out/key-in-words.docx': ['scale', ...[2, 1, 4, 3].map((at) => `scale ${at}`)],
  'held-out/levels.docx': ['action 1 number', 'action 2 number', 'action 3 number'],
  'held-out/lists-before-table.docx': ['terms'],
  'key-of-letters.docx': ['scale'],
};

test('what other programs made reads the same when it is exported in its own layout', async () => {
  const folder = path.join(import.meta.dirname, '../../fixtures/word-in');
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.docx'));
  let tried = 0;
  for (const name of files) {
    // Its actions are lines within cells that say more: no column is of actions, which is said.
    if (path.basename(name) === 'cell-with-all.docx') continue;
    const { plan, layout } = recognise(readDocument(fs.readFileSync(path.join(folder, name))), newId);
    if (!layout?.own) continue;
    tried += 1;
    const page = layOut(plan, layoutOf(plan), { asAt: '2026-11-22' });
    const found = differences(recognise(readDocument(await writeWord(page)), newId).plan, plan);
    // A layout has an id of its own in each plan; notes are never published.
    const told = Object.keys(found).filter((fact) => fact !== 'layout' && !fact.endsWith('notes'));
    expect(told, name).toEqual(otherwise[name] ?? []);
  }
  expect(tried).toBeGreaterThan(files.length * 0.8);
});
