import type { Source } from '../../layout/page.ts';
import { ownerOf } from '../../plan/existing.ts';
import type { Indicator, Plan } from '../../plan/model.ts';
import { type WordParagraph, wordsOf } from '../document.ts';
import { plainWords } from '../text.ts';
import type { CellPair, RowPair } from './cell-pairs.ts';
import type { Home } from './homes.ts';
import { type Printed, printedText } from './printed.ts';
import type { RowOfCopy } from './rows-of-copy.ts';
import type { RowOfPage } from './rows-of-page.ts';

/** An action that stands under another indicator in the copy. */
export interface Moved {
  action: string;
  /** Where it stands; undefined: with the actions of the plan as a whole. */
  indicator: Indicator | undefined;
  /** The action above it there. */
  after: string | undefined;
}

/**
 * The rows of one action that stand where another indicator is named. A row whose own indicator is named nowhere any
 * more has stayed where it was.
 *
 * @param rows in the order of the copy
 * @param some those of them that can have been moved
 */
export function movedRows(
  rows: readonly RowPair[],
  homes: ReadonlyMap<RowOfCopy, Home>,
  some: readonly RowPair[] = rows,
): Moved[] {
  const named = new Set([...homes.values()].map(({ indicator }) => indicator));
  return some.flatMap(({ was, is }): Moved[] => {
    const [action, ...others] = was.group.actions;
    const home = homes.get(is);
    const own = was.group.indicator;
    if (!action || others.length > 0 || !home || home.indicator === own || !named.has(own)) return [];
    const above = rows.findLast(
      (each) => each.is.table === is.table && each.is.at < is.at && homes.get(each.is)?.indicator === home.indicator,
    );
    return [{ action: action.id, indicator: home.indicator, after: above?.was.group.actions[0]?.id }];
  });
}

/** The rows that do not stand between those that they stood between: others of their table come too early or too late. */
export function outOfOrder(page: readonly RowOfPage[], rows: readonly RowPair[]): RowPair[] {
  const places = new Map(page.map((row, place) => [row, place]));
  const place = (pair: RowPair | undefined, of: RowPair, otherwise: number) =>
    (pair?.is.table === of.is.table ? places.get(pair.was) : undefined) ?? otherwise;
  return rows.filter((row, at) => {
    const here = places.get(row.was) ?? 0;
    return place(rows[at - 1], row, -1) > here || place(rows[at + 1], row, here) < here;
  });
}

/**
 * The actions whose text somebody took from the cell of one indicator to that of another. What was taken along is put
 * beside itself again, since it is no change.
 */
export function rejoinMoved(plan: Plan, cells: readonly CellPair[]): Moved[] {
  const lines = cells.flatMap((cell) => cell.lines.map((line) => ({ cell, line })));
  const gone = new Set(lines.filter(({ line }) => line.was?.source && !line.is));
  const staying = new Set(lines.flatMap(({ line: { was, is } }) => (is && isText(was) ? [was?.source?.id] : [])));
  const rejoin = (fits: (was: Printed, from: CellPair, to: CellPair) => boolean) => {
    for (const { cell: to, line } of lines.filter((each) => !each.line.was)) {
      const from = [...gone].find(
        ({ cell, line: { was } }) =>
          cell.group !== to.group && was && line.is && isSame(was, line.is) && fits(was, cell, to),
      );
      if (!from) continue;
      gone.delete(from);
      from.cell.lines.splice(from.cell.lines.indexOf(from.line), 1);
      Object.assign(line, { was: from.line.was });
    }
  };
  rejoin((was) => isText(was) && !staying.has(was.source?.id));
  const moved = new Map(cells.flatMap((cell) => movedTo(cell).map((each) => [each.action, each])));
  const columnOf = ({ shown }: CellPair) => ('column' in shown ? shown.column : undefined);
  rejoin(({ source }, from, to) => {
    const action = source?.kind === 'update' ? ownerOf(plan, source.id)?.id : source?.id;
    const there = moved.get(action ?? '');
    return there !== undefined && there.indicator === to.group.indicator && columnOf(from) === columnOf(to);
  });
  return [...moved.values()];
}

function movedTo({ group, lines }: CellPair): Moved[] {
  const actions = lines.flatMap(({ was }) => (isText(was) ? [was?.source?.id ?? ''] : []));
  const own = new Set(group.actions.map(({ id }) => id));
  return [...new Set(actions)]
    .filter((action) => !own.has(action))
    .map((action) => ({
      action,
      indicator: group.indicator,
      after: actions.slice(0, actions.indexOf(action)).at(-1),
    }));
}

function isText(paragraph: { source?: Source } | undefined): boolean {
  return paragraph?.source?.kind === 'action' && paragraph.source.field === 'text';
}

/** By its bookmark or, where that is gone, by its words, if they are enough to know it by. */
function isSame(was: Printed, is: WordParagraph): boolean {
  if (was.mark !== undefined && is.marks?.includes(was.mark)) return true;
  const words = plainWords(printedText({ runs: was.runs }));
  const says = plainWords(wordsOf(is).replace(/^\s*\d+[.)]\s+/, ''));
  return words === says && (!isText(was) || words.split(' ').length >= 3);
}
