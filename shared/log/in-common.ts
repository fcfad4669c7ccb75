/** The most on one side times those on the other that are compared each with each. */
const most = 4_000_000;

/**
 * The longest sequence that two lists have in common, as the places in each. Of lists too long to be compared, none.
 * @param isSame whether one of the first list is one of the second
 */
export function inCommon<Item>(
  one: readonly Item[],
  other: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): [number, number][] {
  if (one.length * other.length > most) return [];
  const width = other.length + 1;
  // How many the rest of one from there, and the rest of the other from there, have in common.
  const common = new Uint32Array((one.length + 1) * width);
  const same = (i: number, j: number) => isSame(one[i] as Item, other[j] as Item);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = same(i, j)
        ? 1 + (common[(i + 1) * width + j + 1] ?? 0)
        : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
    }
  }
  const places: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < one.length && j < other.length; ) {
    if (same(i, j)) {
      places.push([i, j]);
      i += 1;
      j += 1;
    } else if ((common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return places;
}
