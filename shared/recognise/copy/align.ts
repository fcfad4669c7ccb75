/** One of each side that belong together, or one that the other side does not have. */
export interface Pair<Was, Is> {
  was?: Was;
  is?: Is;
}

/** The most comparisons that are worth the time; beyond, only what is alike at either end is paired. */
export const mostCompared = 1_000_000;

/**
 * Pairs what stands in two lists, in their order, so that the likeness of the pairs adds up to the most.
 *
 * @param likeness 0 for two that are no pair
 * @param all whether what is left over between two pairs is paired too, one after the other
 */
export function align<Was, Is>(
  was: readonly Was[],
  is: readonly Is[],
  likeness: (was: Was, is: Is) => number,
  all: boolean,
): Pair<Was, Is>[] {
  const pairs: [number, number][] = [];
  let [start, wasEnd, isEnd] = [0, was.length, is.length];
  const alike = (at: number, to: number) => likeness(was[at] as Was, is[to] as Is);
  while (start < wasEnd && start < isEnd && alike(start, start) >= 1) pairs.push([start, start++]);
  const tail: [number, number][] = [];
  while (wasEnd > start && isEnd > start && alike(wasEnd - 1, isEnd - 1) >= 1) tail.unshift([--wasEnd, --isEnd]);
  if ((wasEnd - start) * (isEnd - start) <= mostCompared) pairs.push(...best(start, wasEnd, isEnd, alike));
  return filled(was, is, [...pairs, ...tail, [was.length, is.length]], all);
}

/** The heaviest pairing that crosses nowhere. */
function best(start: number, wasEnd: number, isEnd: number, alike: (at: number, to: number) => number) {
  const [rows, columns] = [wasEnd - start, isEnd - start];
  const width = columns + 1;
  const sums = new Float64Array((rows + 1) * width);
  const scores = new Float64Array(rows * columns);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const score = alike(start + row, start + column);
      scores[row * columns + column] = score;
      const paired = score > 0 ? score + (sums[(row + 1) * width + column + 1] ?? 0) : 0;
      const skipped = Math.max(sums[(row + 1) * width + column] ?? 0, sums[row * width + column + 1] ?? 0);
      sums[row * width + column] = Math.max(paired, skipped);
    }
  }
  const found: [number, number][] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const score = scores[row * columns + column] ?? 0;
    const sum = sums[row * width + column] ?? 0;
    if (score > 0 && sum === score + (sums[(row + 1) * width + column + 1] ?? 0))
      found.push([start + row++, start + column++]);
    else if (sum === (sums[(row + 1) * width + column] ?? 0)) row += 1;
    else column += 1;
  }
  return found;
}

function filled<Was, Is>(was: readonly Was[], is: readonly Is[], pairs: [number, number][], all: boolean) {
  const found: Pair<Was, Is>[] = [];
  let [at, to] = [0, 0];
  for (const [nextWas, nextIs] of pairs) {
    while (at < nextWas || to < nextIs) {
      const both = all && at < nextWas && to < nextIs;
      if (both) found.push({ was: was[at++] as Was, is: is[to++] as Is });
      else if (at < nextWas) found.push({ was: was[at++] as Was });
      else found.push({ is: is[to++] as Is });
    }
    if (nextWas < was.length) found.push({ was: was[at++] as Was, is: is[to++] as Is });
  }
  return found;
}

/** How many of the words of two texts are the same, from 0 to 1. */
export function likenessOf(was: readonly string[], is: readonly string[]): number {
  if (was.length + is.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of was) counts.set(word, (counts.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of is) {
    const left = counts.get(word) ?? 0;
    if (left > 0) same += 1;
    counts.set(word, left - 1);
  }
  return (2 * same) / (was.length + is.length);
}
