import type { Action, Indicator } from '../plan/model.ts';
import { about } from './choices.ts';
import { type WordParagraph, wordsOf } from './document.ts';
import type { Draft, Holder } from './draft.ts';
import { ratingsIn } from './ratings.ts';
import { readCell, whereIs } from './read-cell.ts';
import type { Column, Row } from './table.ts';
import { type Item, itemsOf, shortLines } from './text.ts';

/** A row of a whole indicator: its actions stand stacked in one cell, their dates, leads and ratings in others. */
export function readStacked(draft: Draft, columns: Column[], indicator: Indicator | null, row: Row): void {
  const cell = row.cells[columns.findIndex(({ role }) => role === 'action')]?.cell;
  draft.at = cell?.at ?? [];
  const stacks = stacksOf(draft, columns, indicator, itemsOf(cell?.paragraphs ?? []));
  const actions = stacks.map((items) => draft.newAction(indicator, items));
  const marks = stacks.map(([first]) => first?.mark);
  const holder: Holder | undefined = indicator ?? actions[0];
  if (!holder) return;

  for (const [index, column] of columns.entries()) {
    const cell = row.cells[index]?.cell;
    if (!cell || column.role === 'action' || column.role === 'indicator' || column.leftOut) continue;
    draft.at = cell.at;
    const where = whereIs(draft, holder, column);
    const stack = { holder, actions, marks, where, places: placesOf(cell.paragraphs, actions) };
    if (column.role === 'due') {
      const lines = shortLines(cell.paragraphs);
      share(draft, stack, lines, (owner, { line }) => draft.setDue(owner, line, where), 'in order');
    } else if (column.role === 'leads') {
      const lines = shortLines(cell.paragraphs);
      share(draft, stack, lines, (owner, { line }) => draft.addLeads(owner, [line], where), 'together');
    } else if (column.role === 'rating') {
      const { codes, marks, rest } = ratingsIn(draft, cell.paragraphs, cell.fill, where);
      const updates = draft.addUpdates(holder, rest);
      const lines = codes.map((line, at) => ({ line, ...(marks[at] && { mark: marks[at] }) }));
      share(
        draft,
        stack,
        lines,
        (owner, { line }) => draft.setRating(owner, line, owner === holder ? updates : []),
        'in order',
      );
    } else if (column.role === 'effects' && shortLines(cell.paragraphs).length === actions.length) {
      for (const [at, { line }] of shortLines(cell.paragraphs).entries()) draft.addEffects(actions[at] as Action, line);
    } else {
      readCell(draft, column, cell, holder, where);
    }
  }
}

interface Stack {
  holder: Holder;
  actions: Action[];
  marks: (string | undefined)[];
  where: string;
  /** The action that each line stands beside, by its place, where the cell keeps a line for each. */
  places: number[] | undefined;
}

/** Of a cell with a paragraph for each action, some of them blank, the places of those that say something. */
function placesOf(paragraphs: readonly WordParagraph[], actions: Action[]): number[] | undefined {
  const said = paragraphs.flatMap((paragraph, at) => (wordsOf(paragraph).trim() === '' ? [] : [at]));
  return paragraphs.length === actions.length && said.length < actions.length ? said : undefined;
}

/**
 * Gives the lines of a cell to the actions beside it: by their numbers or the lines left blank between them; one for
 * each where the counts agree; one line for all to the indicator. Where none of this fits, leads are the indicator's
 * together, and dates and ratings go to the actions in order from the first, with a doubt.
 */
function share<Line extends { mark?: string; line: string }>(
  draft: Draft,
  { holder, actions, marks, where, places }: Stack,
  lines: Line[],
  give: (owner: Holder, line: Line) => void,
  otherwise: 'in order' | 'together',
): void {
  // Without an indicator there is none but the actions themselves to have what is for all of them.
  const all: Holder[] = 'text' in holder ? actions : [holder];
  const giveAll = () => {
    for (const owner of all) for (const line of lines) give(owner, line);
  };
  const numbered = lines.map(({ mark }) => (mark === undefined || mark === '•' ? -1 : marks.indexOf(mark)));
  if (lines.length > 0 && numbered.every((index) => index !== -1)) {
    for (const [index, line] of lines.entries()) give(actions[numbered[index] as number] as Action, line);
  } else if (places?.length === lines.length) {
    for (const [index, line] of lines.entries()) give(actions[places[index] as number] as Action, line);
  } else if (lines.length <= 1 || actions.length === 0) {
    giveAll();
  } else if (lines.length === actions.length) {
    for (const [index, line] of lines.entries()) give(actions[index] as Action, line);
  } else if (otherwise === 'together') {
    giveAll();
  } else {
    const inOrder = { take: 'in order', words: 'one for each action in order from the first' };
    const together = { take: 'together', words: 'the first for the indicator, the others in its notes' };
    const take = draft.ask({
      about: about.share(draft.at),
      where,
      found: `${lines.length} lines for ${actions.length} ${actions.length === 1 ? 'action' : 'actions'}`,
      options: lines.length > actions.length ? [together, inOrder] : [inOrder, together],
    });
    const owners: Holder[] = take === 'in order' ? actions : [holder];
    for (const [index, line] of lines.entries()) {
      const owner = owners[index];
      if (owner) give(owner, line);
      else draft.addNote(holder, '', [{ runs: [{ text: line.line }] }]);
    }
  }
}

/** The actions of a cell: by its marks or, where it has none, all of it as one until somebody chooses. */
function stacksOf(draft: Draft, columns: Column[], indicator: Indicator | null, items: Item[]): Item[][] {
  const name = about.actions(draft.at);
  const marked = actionsIn(items);
  const [first] = items;
  const mixed =
    first?.bold && marked.length === 1 && items.some((item) => markKind(item) === 'number' && item.level === 0);
  const led = items.length > 1 && (first?.mark === undefined || mixed);
  const one = { take: 'one', words: 'one action' };
  const each = { take: 'each', words: `${items.length} actions, one for each paragraph` };
  // In a layout of ours each of several actions has a mark, so that what has none before it leads to a list of its own.
  const isOne = marked.length === 1 || draft.layout !== undefined || draft.head.ours;
  const take = led
    ? draft.ask({
        about: name,
        where: whereIs(
          draft,
          indicator,
          columns.find(({ role }) => role === 'action'),
        ),
        found: `${items.length} paragraphs${items.some(({ mark }) => mark) ? ', the first marked in another way' : ' without bullets or numbers'}`,
        options: isOne ? [one, each] : [each, one],
      })
    : draft.choices.get(name);
  if (take === 'each') return items.map((item) => [{ ...item, level: 0 }]);
  return take === 'one' && items.length > 0 ? [items] : marked;
}

/** Each item of the first level with a mark as the first begins an action; a cell without marks is one. */
function actionsIn(items: Item[]): Item[][] {
  const first = items.find(({ mark, level }) => mark !== undefined && level === 0);
  const marked = first !== undefined;
  const actions: Item[][] = [];
  for (const item of items) {
    const open = actions.at(-1);
    const begins = marked && item.level === 0 && (item.bold === true || markKind(item) === markKind(first));
    if (!open || begins) actions.push([item]);
    else open.push({ ...item, level: Math.max(0, item.level - (marked ? 1 : 0)) });
  }
  return actions;
}

function markKind({ mark, typed, bold }: Item): string {
  if (mark === undefined) return 'none';
  if (bold || typed) return bold ? 'bold' : 'typed';
  return mark === '•' ? 'bullet' : 'number';
}
