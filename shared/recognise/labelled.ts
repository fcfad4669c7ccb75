import type { Run } from '../plan/rich-text.ts';
import type { Choices } from './choices.ts';
import { lineOf, type WordBlock, type WordParagraph, type WordPlace, type WordTable, wordsOf } from './document.ts';
import { type ActionTable, columnsOf, oneOfEach, type PlacedCell, type Row } from './table.ts';
import { isBold, oneLine, plainWords, without } from './text.ts';
import { roleOf } from './vocabulary.ts';

/** A label with what stands after it, or beside it: "Lead: Head of HR". */
interface Labelled {
  label: string;
  /** "2" of "Action 2". */
  number?: string;
  paragraphs: WordParagraph[];
  at: WordPlace[];
  fill?: string | undefined;
}

/**
 * A table that has its labels on the left, and an action in each block of its rows, perhaps under a row over the whole
 * width; undefined where it is another.
 */
export function labelledTable(table: WordTable, block: number, choices: Choices): ActionTable | undefined {
  const [title] = table.rows[0]?.cells.length === 1 ? table.rows[0].cells : [];
  const pairs = table.rows.slice(title ? 1 : 0).map(({ cells }, index) =>
    cells.flatMap((cell, column) => {
      const value = cells[column + 1];
      return column % 2 === 0 && value ? [{ label: cell, value, row: index + (title ? 1 : 0) }] : [];
    }),
  );
  const isLabel = ({ label }: { label: WordTable['rows'][number]['cells'][number] }) =>
    roleOf(labelIn(label)) !== undefined;
  const headings = pairs.some(
    (row, index) =>
      (index === 0 || row.length > 1) &&
      row.every((pair) => ![undefined, roleOf(labelIn(pair.label))].includes(roleOf(lineOf(pair.value)))),
  );
  const all = pairs.flat();
  if (table.columns % 2 === 1 || headings || all.filter(isLabel).length < all.length * 0.6) return undefined;
  const entries = all.map(({ label, value, row }): Labelled => {
    const at = [{ block, row, column: value.column }];
    return { ...numbered(labelIn(label)), paragraphs: value.paragraphs, fill: value.fill, at };
  });
  const found = tableOf(entries, block, 3, choices);
  const above = title && { ...title, at: [{ block, row: 0, column: title.column }] };
  return found && above ? { ...found, above: [{ cells: [{ first: true, cell: above }] }] } : found;
}

/**
 * Paragraphs that begin with labels, an action in each block of them, from a place on; with the place after the last.
 * Without a table where they say of no action what its facts are: nor do they from any later place before that.
 *
 * @param leastOfOne how many labels a single action has to have
 */
export function labelledParagraphs(
  blocks: readonly WordBlock[],
  from: number,
  choices: Choices,
  leastOfOne: number,
): { table: ActionTable | undefined; end: number } {
  const entries: Labelled[] = [];
  let end = from;
  let labelsAreBold: boolean | undefined;
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph') break;
    const bold = block.runs[0]?.bold === true;
    const last = entries.at(-1);
    const ofAction = block.label !== undefined && entries.some(({ label }) => roleOf(label) === 'action');
    const behind = block.label && factsBehind(block, at);
    // Words that look like a label, but are not printed as the labels before them.
    const found = behind ?? (labelsAreBold === !bold && !ofAction ? [] : entriesOf(block, at));
    if (found.length > 0 && !behind) labelsAreBold ??= bold;
    if (found.length > 0) entries.push(...found);
    else if (factsFollow(blocks, at))
      entries.push({ label: 'Action', number: '', paragraphs: [block], at: [{ block: at }] });
    else if (oneLine(wordsOf(block)) === '') continue;
    else if (!last || block.heading !== undefined || isBold(block)) break;
    else if (last.paragraphs.length === 0 || block.label) {
      last.paragraphs.push(block);
      last.at.push({ block: at });
    } else break;
    end = at + 1;
  }
  const found = entries.length > 0 ? tableOf(entries, from, 2, choices) : undefined;
  const few = found?.rows.length === 1 && entries.length < leastOfOne;
  const table = few ? undefined : found;
  const goesOn = (block: WordBlock | undefined) =>
    block?.kind === 'paragraph' && block.heading === undefined && block.runs[0]?.bold !== true;
  // What stands under a bold label and looks like another is only its text.
  if (!table && labelsAreBold) while (goesOn(blocks[end])) end += 1;
  return { table, end };
}

/** An action that is an item of a list, with its facts in brackets behind it: "… (Lead: Head of HR; by July 2026)". */
function factsBehind(paragraph: WordParagraph, at: number): Labelled[] | undefined {
  const text = wordsOf(paragraph);
  const [brackets, inner = ''] = /\s*\(([^()]+)\)[.;]?\s*$/.exec(text) ?? [];
  if (paragraph.heading !== undefined || brackets === undefined || brackets.length === text.length) return undefined;
  const facts = inner.split(/[;|]/).map((fact): Labelled => {
    const [, label = '', value = ''] =
      /^\s*([^:]{2,30}?)\s*:\s*(.+)$/.exec(fact) ?? /^\s*(by|due|when)\s+(.+)$/i.exec(fact) ?? [];
    return { label, paragraphs: [{ runs: [{ text: value }] }], at: [{ block: at }] };
  });
  const known = facts.map(({ label }) => roleOf(label));
  if (known.some((role) => role !== 'leads' && role !== 'due' && role !== 'rating')) return undefined;
  const runs = before(paragraph.runs, text.length - brackets.length);
  return [{ label: 'Action', number: '', paragraphs: [{ ...paragraph, runs }], at: [{ block: at }] }, ...facts];
}

/** Whether it is an item of a list right above a line of facts about it: "Lead: … By when: …". */
function factsFollow(blocks: readonly WordBlock[], at: number): boolean {
  const [item, next] = [
    blocks[at],
    blocks.slice(at + 1).find((block) => block.kind === 'table' || wordsOf(block).trim()),
  ];
  if (item?.kind !== 'paragraph' || !item.label || item.heading !== undefined || next?.kind !== 'paragraph')
    return false;
  const roles = entriesOf(next, at).map(({ label }) => roleOf(label));
  return roles.length > 1 && !roles.includes('action');
}

/**
 * The labels of a paragraph, each with what follows it: those within a line are bold, or stand after a stroke or a
 * semicolon.
 */
function entriesOf(paragraph: WordParagraph, at: number): Labelled[] {
  const first = entryOf(paragraph, at);
  const [value] = first?.paragraphs ?? [];
  if (!first || !value) return first ? [first] : [];
  const text = wordsOf(value);
  const begins = mayBegin(value).find((place) => {
    const label = /^\s*(\p{L}[^:;|\t]{1,30}):/u.exec(text.slice(place))?.[1];
    return label !== undefined && roleOf(label) !== undefined;
  });
  if (begins === undefined) return [first];
  const runs = before(value.runs, text.slice(0, begins).replace(/[\s|;]+$/, '').length);
  const others = entriesOf({ ...value, runs: without(value.runs, begins) }, at);
  return [{ ...first, paragraphs: runs.length > 0 ? [{ ...value, runs }] : [] }, ...others];
}

/** Where in a line another label may begin, in order. */
function mayBegin({ runs }: WordParagraph): number[] {
  let end = 0;
  return runs.flatMap(({ text, bold }) => {
    const start = end;
    end += text.length;
    const parted = [...text.matchAll(/[|;\t]/g)].map(({ index }) => start + index + 1);
    // A label alone is bold, and not what follows it.
    return bold && /^[^:]*:?\s*$/.test(text) ? [start, ...parted] : parted;
  });
}

/** The first characters. */
function before(runs: readonly Run[], count: number): Run[] {
  let left = count;
  return runs.flatMap((run) => {
    const text = run.text.slice(0, left);
    left -= text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** "Lead: Head of HR", "Action 2 – …" with a bold label, the label being one that columns have too. */
function entryOf(paragraph: WordParagraph, at: number): Labelled | undefined {
  if (paragraph.heading !== undefined) return undefined;
  const text = wordsOf(paragraph);
  const bold = paragraph.runs[0]?.bold === true;
  const found = /^\s*([^:]{2,40}):\s*/.exec(text) ?? (bold ? /^\s*([^:–—]{2,40}?)\s+[–—]\s+/.exec(text) : undefined);
  if (!found || roleOf(found[1] ?? '') === undefined) return undefined;
  const { label: _, ...rest } = paragraph;
  const runs = without(paragraph.runs, found[0].length);
  const said = oneLine(runs.map((run) => run.text).join('')) !== '';
  return { ...numbered(oneLine(found[1] ?? '')), paragraphs: said ? [{ ...rest, runs }] : [], at: [{ block: at }] };
}

function labelIn(cell: { paragraphs: WordParagraph[] }): string {
  return lineOf(cell)
    .replace(/[:–—-]+$/, '')
    .trim();
}

function numbered(label: string): Pick<Labelled, 'label' | 'number'> {
  const found = /^(.*?)\s+(?:no\.? ?)?(\d{1,3})$/i.exec(label);
  return found?.[1] ? { label: found[1], number: found[2] ?? '' } : { label };
}

/**
 * A block of labels for each action as a row, a column for each label. A label that comes again begins the next block.
 * Undefined where there is none of actions among at least so many that are known.
 */
function tableOf(entries: Labelled[], block: number, least: number, choices: Choices): ActionTable | undefined {
  const known = new Set(entries.flatMap(({ label }) => roleOf(label) ?? []));
  if (!known.has('action') || known.size < least) return undefined;
  const labels = [...new Map(entries.map((entry) => [plainWords(entry.label), entry])).values()];
  const records: Map<string, Labelled[]>[] = [];
  let before: string | undefined;
  for (const entry of entries) {
    const name = plainWords(entry.label);
    const again = records.at(-1)?.has(name) && (name !== before || entry.number !== undefined);
    if (records.length === 0 || again) records.push(new Map());
    const record = records.at(-1) as Map<string, Labelled[]>;
    const same = record.get(name);
    if (same) same.push(entry);
    else record.set(name, [entry]);
    before = name;
  }
  const rows = records.map(
    (record): Row => ({
      cells: labels.map(({ label }, column) => ({
        first: true,
        cell: cellOf(record.get(plainWords(label)) ?? [], column),
      })),
    }),
  );
  const headings: Row = {
    cells: labels.map((entry, column) => ({
      first: true,
      cell: { ...cellOf([], column), paragraphs: [{ runs: [{ text: entry.label }] }], at: entry.at },
    })),
  };
  return { block, columns: oneOfEach(columnsOf([headings], choices), choices), rows, labelled: true };
}

function cellOf(entries: Labelled[], column: number): PlacedCell {
  const fill = entries.find((entry) => entry.fill)?.fill;
  const paragraphs = entries.flatMap(({ number, paragraphs }) =>
    paragraphs.map(
      (paragraph, index): WordParagraph =>
        index === 0 && number !== undefined
          ? { ...paragraph, label: { kind: 'number', text: `${number}.`, level: 0 } }
          : paragraph,
    ),
  );
  return { column, columnSpan: 1, rowSpan: 1, paragraphs, at: entries.flatMap(({ at }) => at), ...(fill && { fill }) };
}
