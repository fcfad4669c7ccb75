import { readDue } from '../../plan/due.ts';
import { oneSpaced } from '../../plan/edits/leads.ts';
import { lookUp } from '../../plan/look-up.ts';
import type { Due, Plan, Update } from '../../plan/model.ts';
import { type Block, isBlank, type RichText, type Run } from '../../plan/rich-text.ts';
import { type WordParagraph, wordsOf } from '../document.ts';
import { leadsIn } from '../leads.ts';
import { ratingCalled } from '../rating-scale.ts';
import { itemsOf, oneLine, richText, without } from '../text.ts';
import { updatesOf } from '../updates.ts';
import type { Line } from './lines.ts';
import { type Printed, printedText } from './printed.ts';

/** Reads the values of fields back from the lines that show them. */

/** A text as the copy has it: a paragraph that did not change is the plan's own. */
export function textRead(was: RichText, lines: readonly Line[], cut: (runs: Run[], line: Line) => Run[]): RichText {
  const printed = was.filter((block) => block.kind !== 'paragraph' || !isBlank([block]));
  const shift = shiftOf(lines.find((line) => line.was)?.was, printed[0]);
  let next = 0;
  return lines.flatMap((line): Block[] => {
    const own = line.was && printed[next++];
    if (!line.is) return [];
    if (own && !isChanged(line)) return [own];
    const runs = cut(trimmed(line.is), line);
    if (runs.every(({ text }) => text.trim() === '')) return [];
    if (own) return [{ ...own, runs }];
    const { label } = line.is;
    if (!label) return [{ kind: 'paragraph', runs }];
    const level = Math.min(2, Math.max(0, label.level - shift));
    return [{ kind: label.kind, ...(level > 0 && { level }), runs }];
  });
}

/** How much deeper the page has the lists of a text, because it marks the whole text as an item of its own. */
function shiftOf(first: Printed | undefined, own: Block | undefined): number {
  if (!first?.list || !own) return 0;
  return first.list.level + 1 - (own.kind === 'paragraph' ? 0 : (own.level ?? 0) + 1);
}

export function isChanged(line: Line): boolean {
  const { was, is } = line;
  if (!was || !is) return true;
  if (printedText(was) === oneLine(wordsOf(is))) return false;
  // A number that is typed before a value counts with the rows of the page.
  return !isNumber(was.label) || printedText({ runs: was.runs }) !== oneLine(textOf(withoutLabel(is.runs, line)));
}

/** The runs without the label that the page puts before them: “Objective:”, “3.”. */
export function withoutLabel(runs: Run[], { was }: Line): Run[] {
  if (!was?.label) return runs;
  const text = textOf(runs);
  const label = isNumber(was.label) ? /^\s*\d[\d.]*\.(?=\s)/ : /^[^:]{2,60}:/;
  const end = text.startsWith(was.label) ? was.label.length : (label.exec(text)?.[0].length ?? 0);
  return without(runs, end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0));
}

function isNumber(label: string | undefined): boolean {
  return /^\d[\d.]*\.$/.test(label ?? '');
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** A text of one line: its label is left out. */
export function lineRead(lines: readonly Line[]): string {
  return oneLine(
    lines.flatMap((line) => (line.is ? withoutLabel(trimmed(line.is), line).map(({ text }) => text) : [])).join(' '),
  );
}

function trimmed({ runs }: WordParagraph): Run[] {
  const flat = runs.map((run) => ({ ...run, text: run.text.replace(/\t/g, ' ') }));
  const first = flat.findIndex(({ text }) => text.trim() !== '');
  const last = flat.findLastIndex(({ text }) => text.trim() !== '');
  return flat.slice(first, last + 1).map((run, index, all) => {
    const text = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === all.length - 1 ? text.trimEnd() : text };
  });
}

export function dueRead(plan: Plan, text: string): Due | null {
  return text === '' ? null : readDue(text.slice(0, 200), plan.period);
}

/** The code of a rating; null for none; undefined where the words are no rating of the plan. */
export function ratingRead(plan: Plan, text: string): string | null | undefined {
  if (text === '' || /^(?:none|not rated|n\/a|-|–)$/i.test(text)) return null;
  const { scale } = lookUp(plan);
  return scale && ratingCalled(scale, text)?.code;
}

/** The rating whose colour this is, to the shade. */
export function ratingOfColour(plan: Plan, colour: string | undefined): string | undefined {
  const found = lookUp(plan).scale?.ratings.filter((rating) => rating.colour === colour) ?? [];
  return found.length === 1 ? found[0]?.code : undefined;
}

/**
 * The people, posts and teams that a cell names: those that the plan knows are found first, however they are parted.
 * @param names what the page calls the people of the plan
 */
export function leadsRead(names: ReadonlyMap<string, string>, lines: readonly string[]): (string | { name: string })[] {
  const known = [...names].map(([name, id]) => ({ name: oneSpaced(name).toLowerCase(), id }));
  known.sort((one, other) => other.name.length - one.name.length);
  return lines.flatMap((line) => {
    const found: (string | { name: string })[] = [];
    let rest = oneLine(line);
    while (rest !== '') {
      const small = rest.toLowerCase();
      const person = known.find(({ name }) => small.startsWith(name) && ends.test(rest.slice(name.length)));
      if (person) {
        found.push(person.id);
        rest = rest.slice(person.name.length).replace(ends, '');
        continue;
      }
      const end = nextSeparator(rest, known);
      for (const name of leadsIn(rest.slice(0, end))) found.push({ name: name.slice(0, 300) });
      rest = rest.slice(end).replace(ends, '');
    }
    return found;
  });
}

const ends = /^\s*(?:$|\/|;|,|&|\+|\band\b)\s*/i;

/** Where the name of a stranger ends: at a stroke or a semicolon, or where somebody known follows. */
function nextSeparator(text: string, known: { name: string }[]): number {
  for (const found of text.matchAll(/\s+\/\s+|;\s*|,\s*| and | & /g)) {
    const after = text.slice(found.index + found[0].length).toLowerCase();
    if (/[/;]/.test(found[0]) || known.some(({ name }) => after.startsWith(name))) return found.index;
  }
  return text.length;
}

/** What a new paragraph says of progress. */
export function updatesRead(plan: Plan, paragraphs: readonly WordParagraph[], newId: () => string): Update[] {
  return updatesOf(itemsOf(paragraphs), plan.period, newId);
}

/** Cells of a new row as a text. */
export function wholeText(paragraphs: readonly WordParagraph[]): RichText {
  const items = itemsOf(paragraphs);
  const [first, ...others] = items;
  // The number or bullet of one item alone is the layout's.
  return first && others.every(({ mark }) => mark === undefined)
    ? richText([{ level: 0, runs: first.runs }, ...others])
    : richText(items);
}
