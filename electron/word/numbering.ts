import type { ListItem, Page, Paragraph } from '../../shared/layout/page.ts';

/** A numbered list as Word has it: a definition, and an instance of it that counts on wherever its items stand. */
export interface NumberedList {
  /** Which definition: lists that overlap and lists that begin at another number need one each. */
  definition: string;
  instance: number;
}

export interface Definition {
  id: string;
  /** The number that each level begins at. */
  starts: number[];
}

export interface Numbering {
  definitions: Definition[];
  listOf: Map<Paragraph, NumberedList>;
}

/** A list has three levels, and stands one deeper where it belongs to an item. */
export const listLevels = 4;

/**
 * Gives every numbered paragraph of a page its list, so that Word, which only counts, prints each item's own `value`:
 * items of one `list` share an instance as long as the values run on, and a new one begins where they do not.
 * Word counts by definition, not by instance (ECMA-376 part 1, 17.9.18), so no two lists under way share one.
 */
export function planNumbering(page: Page): Numbering {
  const items = [...numberedParagraphs(page)];
  const runs = new Map<string, CountedRun>();
  const all: CountedRun[] = [];
  const runOf = items.map(([, item], at) => {
    let run = runs.get(item.list);
    if (!run?.goesOnWith(item)) {
      run = new CountedRun(item, at);
      runs.set(item.list, run);
      all.push(run);
    }
    run.count(item, at);
    return run;
  });
  const definitions = new Map<string, Definition & { busyUntil: number; instances: number }>();
  const lists = new Map(all.map((run) => [run, place(run)]));
  return {
    definitions: [...definitions.values()].map(({ id, starts }) => ({ id, starts })),
    listOf: new Map(items.map(([paragraph], at) => [paragraph, lists.get(runOf[at] as CountedRun) as NumberedList])),
  };

  /** The first definition with the same starts that no other list is using at the time. */
  function place(run: CountedRun): NumberedList {
    const starts = run.starts.join('.');
    for (let slot = 0; ; slot++) {
      const id = `${starts} ${slot}`;
      const known = definitions.get(id) ?? { id, starts: run.starts, busyUntil: -1, instances: 0 };
      if (known.busyUntil >= run.first) continue;
      known.busyUntil = run.last;
      definitions.set(id, known);
      return { definition: id, instance: known.instances++ };
    }
  }
}

/** The largest number that stands before an item; 0 where there is no numbered list. */
export function largestNumber(page: Page): number {
  let largest = 0;
  for (const [, { value }] of numberedParagraphs(page)) largest = Math.max(largest, value);
  return largest;
}

/** The paragraphs of a page in the order in which Word counts them: down the page, and across each row. */
function* paragraphsOf(page: Page): Generator<Paragraph> {
  for (const block of page.blocks) {
    if (block.kind === 'paragraph') yield block.paragraph;
    if (block.kind !== 'table') continue;
    for (const row of block.table.rows) for (const cell of row.cells) if (cell) yield* cell.paragraphs;
  }
}

type NumberItem = Extract<ListItem, { kind: 'number' }>;

function* numberedParagraphs(page: Page): Generator<[Paragraph, NumberItem]> {
  for (const paragraph of paragraphsOf(page)) {
    if (paragraph.list?.kind === 'number') yield [paragraph, paragraph.list];
  }
}

/** Counts as Word will: a level goes on from its last item, and begins again under a new item of a level above. */
class CountedRun {
  readonly starts: number[];
  readonly first: number;
  last: number;
  private readonly counts: (number | null)[] = Array(listLevels).fill(null);

  constructor(item: NumberItem, at: number) {
    this.starts = Array.from({ length: listLevels }, (_, level) => (level === item.level ? item.value : 1));
    this.first = at;
    this.last = at;
  }

  goesOnWith({ level, value }: NumberItem): boolean {
    const count = this.counts[level] ?? null;
    // Word and LibreOffice differ on what an item is numbered whose sub-items came first; so that is another list.
    if (count === null && this.counts.slice(level + 1).some((deeper) => deeper !== null)) return false;
    return value === (count === null ? this.starts[level] : count + 1);
  }

  count({ level, value }: NumberItem, at: number): void {
    this.counts[level] = value;
    this.counts.fill(null, level + 1);
    this.last = at;
  }
}
