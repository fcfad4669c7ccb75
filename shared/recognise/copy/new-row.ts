import type { Column, Layout } from '../../layout/layout.ts';
import type { DraftChange } from '../../log/edit.ts';
import type { Effect, Indicator, Update } from '../../plan/model.ts';
import type { Fields } from '../../plan/records.ts';
import { lineOf, type WordCell, type WordParagraph, wordsOf } from '../document.ts';
import { oneLine, saysNothing } from '../text.ts';
import type { Readings } from './readings.ts';
import type { NewRow } from './side-by-side.ts';
import type { Sides } from './sides.ts';
import { dueRead, ratingRead, updatesRead, wholeText } from './values.ts';

/** An action that somebody wrote into a copy. */
export interface NewAction {
  home: Indicator | undefined;
  fields: Partial<Omit<Fields<'action'>, 'order'>>;
  /** Those who are new among its leads. */
  people: DraftChange[];
  updates: Update[];
}

/**
 * What a new row says, by the columns that its cells stand in. In a matrix it is at home where it first has a direct
 * effect.
 */
export function readRow(
  { cells, indicator }: NewRow,
  sides: Sides,
  readings: Readings,
  newId: () => string,
): NewAction {
  const read: NewAction = { home: indicator, fields: {}, people: [], updates: [] };
  const effects: Record<string, Effect> = {};
  for (const { shown, is } of cells) {
    if ('effectOn' in shown) {
      const effect = effectIn(is, sides.layout);
      if (effect === 'direct' && !read.home) read.home = shown.effectOn;
      else if (effect && shown.effectOn.id !== read.home?.id) effects[shown.effectOn.id] = effect;
    } else if (lineOf(is) !== '') readCell(read, shown.column, is, sides, readings, newId);
  }
  if (sides.layout.grain === 'matrix' && Object.keys(effects).length > 0) read.fields.effects = effects;
  return read;
}

/** Puts what a cell says into the fields that its column shows. */
function readCell(
  { fields, people, updates }: NewAction,
  column: Column,
  { paragraphs }: WordCell,
  { plan, layout }: Sides,
  readings: Readings,
  newId: () => string,
): void {
  const lines = paragraphs.filter((each) => wordsOf(each).trim() !== '');
  let rest = lines;
  if (isEmptyCell(lines, column)) return;
  const names = column.fields.map(({ field }) => field);
  if (names.includes('action.rating')) {
    const rated = lines.find((line) => ratingRead(plan, oneLine(wordsOf(line))));
    if (rated) fields.rating = ratingRead(plan, oneLine(wordsOf(rated))) ?? null;
    rest = lines.filter((line) => line !== rated);
  }
  if (rest.length === 0) return;
  if (names.includes('action.leads')) {
    const read = readings.leads(rest.map((line) => wordsOf(line)));
    fields.leads = read.ids;
    people.push(...read.people);
  } else if (names.includes('action.due'))
    fields.due = dueRead(plan, rest.map((line) => oneLine(wordsOf(line))).join(' '));
  else if (names.some((field) => field === 'action.updates' || field === 'action.latestUpdate'))
    updates.push(...updatesRead(plan, rest, newId));
  else if (names.includes('action.number')) {
    const number = oneLine(rest.map(wordsOf).join(' ')).replace(/\.$/, '');
    // What counts on by itself is no number that the plan fixes.
    if (layout.numbering === 'own' && !/^\d+$/.test(number)) fields.number = number.slice(0, 20);
  } else {
    const field = (['text', 'gap', 'measure', 'outcome'] as const).find((each) => names.includes(`action.${each}`));
    if (field) fields[field] = wholeText(rest);
  }
}

function effectIn(cell: WordCell, { matrix }: Layout): Effect | undefined {
  const line = lineOf(cell).toLowerCase();
  return (['direct', 'indirect'] as const).find(
    (each) => matrix?.[each].word.toLowerCase() === line || (line === '' && matrix?.[each].colour === cell.fill),
  );
}

function isEmptyCell(lines: WordParagraph[], { empty }: Column): boolean {
  const text = oneLine(lines.map(wordsOf).join(' '));
  return text === '' || text === oneLine(empty) || saysNothing(text);
}
