import type { Source } from '../../layout/page.ts';
import { existing, ownerOf } from '../../plan/existing.ts';
import { lookUp } from '../../plan/look-up.ts';
import type { Indicator, Plan } from '../../plan/model.ts';
import { type WordParagraph, wordsOf } from '../document.ts';
import { plainWords } from '../text.ts';
import type { CellPair, RowPair } from './cell-pairs.ts';
import type { Home } from './homes.ts';
import { type Printed, printedText } from './printed.ts';
import type { RowOfCopy } from './rows-of-copy.ts';
import type { RowOfPage } from './rows-of-page.ts';
import { type Moved, movedAmong, rising, type Standing } from './standing.ts';

/** Where the actions of rows of one action stand. A row of which that cannot be said has stayed. */
export function standingsOf(rows: readonly RowPair[], homes: ReadonlyMap<RowOfCopy, Home>): Standing[] {
  const named = new Set([...homes.values()].map(({ indicator }) => indicator));
  return rows.flatMap(({ was: { group }, is }): Standing[] => {
    const [action, ...others] = group.actions;
    if (!action || others.length > 0) return [];
    const home = named.has(group.indicator) ? homes.get(is) : undefined;
    return [{ action: action.id, was: group.indicator, is: home ? home.indicator : group.indicator }];
  });
}

/**
 * The homes of rows, without those of rows that stayed behind: where the row is gone that named an indicator, those
 * under it seem to go on with the indicator above.
 */
export function withoutLeftBehind(
  plan: Plan,
  page: readonly RowOfPage[],
  rows: readonly RowPair[],
  homes: ReadonlyMap<RowOfCopy, Home>,
): Map<RowOfCopy, Home> {
  const places = new Map(page.map((row, place) => [row, place]));
  const standings = rows.map((row, at) => {
    const own = row.was.group.indicator;
    const home = homes.get(row.is);
    return { row, at, own, is: home ? home.indicator : own };
  });
  const placeOf = (indicator: Indicator | undefined) =>
    indicator ? plan.indicators.indexOf(indicator) : plan.indicators.length;
  const ends = new Map(standings.flatMap(({ own, is, at }) => (own === is ? [[own, at] as const] : [])));
  const canStay = standings.filter(
    ({ own, is, at }) => own === is || (placeOf(is) < placeOf(own) && (ends.get(is) ?? -1) < at),
  );
  const stayed = rising(
    canStay,
    ({ row }) => places.get(row.was) ?? 0,
    // As few moves as there can be; of as many, those that can be seen.
    ({ own, is }) => (own === is ? 1 : 1 - 1 / (rows.length + 1)),
  );
  const all = new Map(homes);
  for (const { row, own, is } of stayed) if (own !== is) all.delete(row.is);
  return all;
}

/**
 * Where the actions stand that are items in the cells of indicators. What somebody took to another place is put beside
 * itself again, and so is what was taken along, since it is no change.
 */
export function rejoinMoved(plan: Plan, cells: readonly CellPair[]): Moved[] {
  const lines = cells.flatMap((cell) => cell.lines.map((line) => ({ cell, line })));
  const gone = new Set(lines.filter(({ line }) => line.was?.source && !line.is));
  const staying = new Set(lines.flatMap(({ line: { was, is } }) => (is && isText(was) ? [was?.source?.id] : [])));
  const rejoin = (fits: (was: Printed, from: CellPair, to: CellPair) => boolean) => {
    for (const { cell: to, line } of lines.filter((each) => !each.line.was)) {
      const from = [...gone].find(
        ({ cell, line: { was } }) =>
          (cell === to || cell.group !== to.group) && was && line.is && isSame(was, line.is) && fits(was, cell, to),
      );
      if (!from) continue;
      gone.delete(from);
      from.cell.lines.splice(from.cell.lines.indexOf(from.line), 1);
      Object.assign(line, { was: from.line.was });
    }
  };
  rejoin((was) => isText(was) && !staying.has(was.source?.id));
  const all = movedAmong(
    plan,
    cells.flatMap((cell) => standingsIn(plan, cell)),
  );
  const moved = new Map(all.map((each) => [each.action, each]));
  const columnOf = ({ shown }: CellPair) => ('column' in shown ? shown.column : undefined);
  rejoin(({ source }, from, to) => {
    const action = source?.kind === 'update' ? ownerOf(plan, source.id)?.id : source?.id;
    const there = moved.get(action ?? '');
    return there !== undefined && there.indicator === to.group.indicator && columnOf(from) === columnOf(to);
  });
  return all;
}

function standingsIn(plan: Plan, { group: { indicator }, lines }: CellPair): Standing[] {
  const ids = new Set(lines.flatMap(({ was, is }) => (is && isText(was) ? [was?.source?.id ?? ''] : [])));
  const homeOf = (id: string) => lookUp(plan).indicator(existing(plan, 'action', id).indicator);
  return [...ids].map((action) => ({ action, was: homeOf(action), is: indicator }));
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
