import { lineOf, type WordParagraph, wordsOf } from './document.ts';
import type { ActionTable, Row } from './table.ts';
import { plainWords } from './text.ts';

/** The rows, those that only go on with a sentence of the row above joined to it. */
export function uncut({ columns, rows }: ActionTable): Row[] {
  const at = columns.findIndex(({ role }) => role === 'action');
  const whole: Row[] = [];
  for (const row of rows) {
    const above = whole.at(-1);
    const [before, after] = [above, row].map((each) => each?.cells[at]?.cell.paragraphs ?? []);
    const alone = row.cells.every(({ cell, first }, index) => index === at || !first || lineOf(cell) === '');
    if (above && alone && row.cells[at]?.first && isCut(before, after)) whole.splice(-1, 1, joinedRow([above, row]));
    else whole.push(row);
  }
  return whole;
}

/** Rows that are one, cut by a page: what is printed again counts once, a sentence that goes on is one. */
export function joinedRow(rows: Row[]): Row {
  const [first, ...others] = rows as [Row, ...Row[]];
  if (others.length === 0) return first;
  return {
    cells: first.cells.map(({ cell, first: begins }, index) => {
      const parts = [cell, ...others.flatMap((row) => (row.cells[index]?.first ? [row.cells[index].cell] : []))];
      const paragraphs = parts.reduce<WordParagraph[]>((joined, part, at) => {
        const repeated = parts.slice(0, at).some((before) => plainWords(lineOf(before)) === plainWords(lineOf(part)));
        return repeated ? joined : goOn(joined, part.paragraphs);
      }, []);
      const at = parts.length > 1 ? parts.flatMap((part) => part.at) : cell.at;
      return { first: begins, cell: { ...cell, paragraphs, at } };
    }),
  };
}

function goOn(before: WordParagraph[], after: WordParagraph[]): WordParagraph[] {
  const [last, next] = [before.at(-1), after[0]];
  if (!last || !next || !isCut(before, after)) return [...before, ...after];
  return [...before.slice(0, -1), { ...last, runs: [...last.runs, { text: ' ' }, ...next.runs] }, ...after.slice(1)];
}

/** Whether a sentence goes on from one to the other. */
function isCut(before: WordParagraph[] | undefined, after: WordParagraph[] | undefined): boolean {
  const [last, next] = [before?.at(-1), after?.[0]];
  if (!last || !next || next.label) return false;
  return /^\p{Ll}/u.test(wordsOf(next).trim()) && !/[.!?:;]\s*$/.test(wordsOf(last));
}
