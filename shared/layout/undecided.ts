import type { RecordKind } from '../log/edit.ts';
import type { ConflictTold } from '../log/told.ts';
import { longDate } from '../plan/due.ts';
import type { Action } from '../plan/model.ts';
import { counted, listed, quote } from '../plan/names.ts';
import type { Page, PageBlock } from './page.ts';

/** What two people said differently and nobody has decided, in a sentence that says both. */
export interface Undecided {
  kind: RecordKind;
  id: string;
  words: string;
}

export function undecidedInWords(conflicts: readonly ConflictTold[]): Undecided[] {
  return conflicts.map(({ place: { kind, id }, what, choices }) => {
    const said = choices.map(({ words, by }) => {
      const who = listed([
        ...new Set(by.map(({ author, at }) => (at ? `${author}, ${longDate(at.slice(0, 10))}` : author))),
      ]);
      return `${words === '' ? 'empty' : quote(words, 300)}${who && ` (${who})`}`;
    });
    return { kind, id, words: `${what}: ${said.join(', or ')}.` };
  });
}

/** What of it is about an action: about itself, one of its updates, or the indicator that it is at home with. */
export function undecidedOf({ id, indicator, updates }: Action, undecided: readonly Undecided[]): Undecided[] {
  if (undecided.length === 0) return [];
  const about = new Set([id, indicator, ...updates.map((update) => update.id)]);
  return undecided.filter((each) => about.has(each.id));
}

/** Whether some words are such a sentence, going by its form. */
export function isUndecidedSentence(words: string): boolean {
  return /: (?:“|empty).*, or (?:“|empty).*\.$/.test(words);
}

/** What the list of these sentences is headed by; in a sheet, their column. */
export const undecidedHeading = 'Not decided yet';

/** How many there are, as the note under a title begins: "2 things in this plan are not decided yet". */
export function undecidedNote({ length }: readonly Undecided[]): string {
  return `${counted(length, 'thing')} in this plan ${length === 1 ? 'is' : 'are'} not decided yet`;
}

/** Whether some words are the note under the title that there is such a list. */
export function isUndecidedNote(words: string): boolean {
  return /^[\d,]+ things? in this plan (?:is|are) not decided yet, and listed at its end\.$/.test(words);
}

/** A page that says so, under its title and in a list at its end: no export hides it. */
export function withUndecided(page: Page, undecided: readonly Undecided[]): Page {
  if (undecided.length === 0) return page;
  const [title, ...rest] = page.blocks;
  return {
    ...page,
    blocks: [
      ...(title ? [title] : []),
      paragraph(`${undecidedNote(undecided)}, and listed at its end.`, true),
      ...rest,
      { kind: 'heading', level: 2, text: undecidedHeading },
      ...undecided.map(({ words }) => paragraph(words)),
    ],
  };
}

function paragraph(text: string, bold = false): PageBlock {
  return { kind: 'paragraph', paragraph: { runs: [{ text, ...(bold && { bold: true as const }) }] } };
}
