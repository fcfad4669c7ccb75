import type { Rating } from '../plan/model.ts';
import { headerCell, textCell } from './cells.ts';
import { fillOf } from './colour.ts';
import type { PageBlock, PageRow } from './page.ts';
import type { Sheet } from './sheet.ts';

/** The key to the ratings: code, label and meaning of each. A plan that does not rate has none. */
export function keyOf({ find, plain, plan }: Sheet): PageBlock[] {
  const { title = '', ratings = [] } = find.scale ?? {};
  if (ratings.length === 0) return [];
  const meanings = ratings.some(({ meaning }) => meaning !== '');
  const rows = ratings.reduce<Rating[][]>(withNeighbour, []).map(([first, ...others]): PageRow => {
    const { code, label, meaning, colour } = first as Rating;
    const codes = [code, ...others.map((each) => each.code)].join('/');
    const cells = [textCell(codes, fillOf(colour, code)), textCell(label)];
    return { cells: meanings ? [...cells, textCell(meaning || (plain ? 'None' : ''))] : cells, mayBreak: false };
  });
  const name = title || 'Key to ratings';
  const columns = meanings ? ['Rating', 'Name', 'Meaning'] : ['Rating', 'Name'];
  const spanning = [headerCell(name, columns.length), ...columns.slice(1).map(() => null)];
  // A plain page has no merged cells: there the title is a heading and the columns are named.
  const header: PageRow = { cells: plain ? columns.map((each) => headerCell(each)) : spanning, mayBreak: false };
  const table: PageBlock = {
    kind: 'table',
    table: {
      kind: 'key',
      caption: `Key to the ratings of the ${plan.title}`,
      description: `A table with one row for each rating: its code, its name${meanings ? ' and what it means' : ''}.`,
      widths: meanings ? [0.1, 0.25, 0.65] : [0.25, 0.75],
      headerRows: 1,
      rows: [header, ...rows],
    },
  };
  return plain ? [{ kind: 'heading', level: 2, text: name }, table] : [table];
}

/** Neighbouring ratings of one label and meaning share a row ("GA/GB"). */
function withNeighbour(rows: Rating[][], rating: Rating): Rating[][] {
  const [neighbour] = rows.at(-1) ?? [];
  const alike = neighbour?.label === rating.label && neighbour.meaning === rating.meaning;
  return alike ? [...rows.slice(0, -1), [...(rows.at(-1) ?? []), rating]] : [...rows, [rating]];
}
