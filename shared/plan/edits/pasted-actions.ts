import type { DraftChange, DraftEdit } from '../../log/edit.ts';
import { blocksOfText, cleanLine, cleanText, withoutMark } from '../clean-paste.ts';
import { readDue } from '../due.ts';
import { lookUp } from '../look-up.ts';
import type { Plan } from '../model.ts';
import { counted, homeName } from '../names.ts';
import { blankAction } from './actions.ts';
import { create } from './changes.ts';
import { personNamed } from './leads.ts';
import { followed, type Where } from './where.ts';

/** What a column of a pasted table is taken for; null: it is not taken over. */
export type PastedColumn =
  | 'number'
  | 'text'
  | 'leads'
  | 'due'
  | 'rating'
  | 'measure'
  | 'outcome'
  | 'update'
  | 'notes'
  | null;

/** A pasted table: its rows without the header, and what each column seems to be. Shown before it is taken over. */
export interface PastedTable {
  columns: PastedColumn[];
  rows: string[][];
}

/**
 * Reads what Word and Excel put on the clipboard as plain text: a line for a row, tabs between cells, a cell of several
 * lines in quotation marks. Lines without tabs are a table of one column, and their bullets and list numbers go.
 */
export function readPastedTable(pasted: string): PastedTable {
  const rows = rowsOf(cleanText(pasted)).filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width <= 1) return { columns: width === 0 ? [] : ['text'], rows: rows.map(([cell = '']) => [withoutMark(cell)]) };
  const header = (rows[0] ?? []).map(columnCalled);
  const named = header.filter((column) => column !== null).length >= 2;
  const columns = Array.from({ length: width }, (_, index) => (named ? (header[index] ?? null) : null));
  const body = named ? rows.slice(1) : rows;
  if (!columns.includes('text')) columns[longest(body, width)] = 'text';
  return { columns, rows: body };
}

/**
 * Adds an action for each row, as one edit, with the people that it names and does not have yet. A rating that the scale
 * does not know, in code or word, is kept in the notes. Undefined where no row has a text.
 */
export function addPastedActions(
  plan: Plan,
  table: PastedTable,
  where: Where,
  newId: () => string,
): DraftEdit | undefined {
  const people = new Map<string, string>();
  const made: DraftChange[] = [];
  const personOf = (name: string): string => {
    const key = name.toLowerCase();
    const known = personNamed(plan, name)?.id ?? people.get(key) ?? newId();
    if (!personNamed(plan, name) && !people.has(key))
      made.push(create('person', known, { name, role: null, email: null }));
    people.set(key, known);
    return known;
  };

  let after = followed(plan, where);
  const actions = table.rows.flatMap((row): DraftChange[] => {
    const cell = (column: PastedColumn) => row[table.columns.indexOf(column)]?.trim() ?? '';
    const rich = (column: PastedColumn) => (cell(column) === '' ? null : blocksOfText(cell(column)));
    if (cell('text') === '') return [];
    const id = newId();
    const rating = cell('rating') === '' ? undefined : ratingCalled(plan, cell('rating'));
    const unknown = cell('rating') !== '' && !rating ? `Rating: ${cell('rating')}` : '';
    const notes = [cell('notes'), unknown].filter(Boolean).join('\n');
    const update = rich('update');
    const change = create(
      'action',
      id,
      {
        ...blankAction,
        indicator: where.indicator,
        number: cleanLine(cell('number')).replace(/\.$/, '').slice(0, 20) || null,
        text: blocksOfText(cell('text')),
        measure: rich('measure'),
        outcome: rich('outcome'),
        leads: [...new Set(names(cell('leads')).map(personOf))],
        due: cell('due') === '' ? null : readDue(cleanLine(cell('due')), plan.period),
        rating: rating ?? null,
        notes: notes === '' ? null : blocksOfText(notes),
      },
      after,
    );
    after = id;
    if (!update) return [change];
    return [change, create('update', newId(), { indicator: null, action: id, date: null, text: update, rating: null })];
  });
  const count = actions.filter(({ kind }) => kind === 'action').length;
  if (count === 0) return undefined;
  return {
    label: `Add ${counted(count, 'action')} to ${homeName(plan, where.indicator)}`,
    changes: [...made, ...actions],
  };
}

const headings: [Exclude<PastedColumn, null>, RegExp][] = [
  ['number', /^(?:no|number|ref(?:erence)?|#|id)\W*$/],
  ['leads', /\b(?:leads?|owners?|officers?|responsible|responsibility|who)\b/],
  ['due', /\b(?:date|deadline|due|time ?-? ?scales?|when|target date|by when)\b/],
  ['rating', /\b(?:rag|brag|rating|status)\b/],
  ['update', /\b(?:progress|updates?)\b/],
  ['measure', /\b(?:measures?|kpis?|metric)\b/],
  ['outcome', /\b(?:outcomes?|impact|result)\b/],
  ['notes', /\b(?:notes?|comments?)\b/],
  ['text', /\b(?:actions?|what|tasks?)\b/],
];

function columnCalled(heading: string): PastedColumn {
  const words = cleanLine(heading).toLowerCase();
  return words.length > 60 ? null : (headings.find(([, pattern]) => pattern.test(words))?.[0] ?? null);
}

/** The column with the most words in it. */
function longest(rows: string[][], width: number): number {
  const lengths = Array.from({ length: width }, (_, index) =>
    rows.reduce((sum, row) => sum + (row[index]?.length ?? 0), 0),
  );
  return lengths.indexOf(Math.max(...lengths));
}

/** Names stand one under the other, or with a slash, semicolon or comma between them. */
function names(cell: string): string[] {
  return cell
    .split(/[\n/;,]| and (?=\p{Lu})/u)
    .map((name) => withoutMark(cleanLine(name)))
    .filter((name) => name !== '');
}

function ratingCalled(plan: Plan, words: string): string | undefined {
  const wanted = cleanLine(words).toLowerCase();
  const ratings = lookUp(plan).scale?.ratings ?? [];
  return ratings.find(({ code, label }) => code.toLowerCase() === wanted || label.toLowerCase() === wanted)?.code;
}

/** Rows and cells; within quotation marks a line feed or tab belongs to the cell, and two marks are one. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gy;
  for (let match = cells.exec(text); match; match = cells.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') break;
    if (match[3] === '\n') rows.push([]);
  }
  return rows;
}
