import type { ConflictTold } from '../log/told.ts';
import { longDate } from '../plan/due.ts';
import { counted, listed, quote } from '../plan/names.ts';
import type { Page, PageBlock } from './page.ts';

/** What two people said differently and nobody has decided, each in a sentence that says both. */
export function undecidedInWords(conflicts: readonly ConflictTold[]): string[] {
  return conflicts.map(({ what, choices }) => {
    const said = choices.map(({ words, by }) => {
      const who = listed([
        ...new Set(by.map(({ author, at }) => (at ? `${author}, ${longDate(at.slice(0, 10))}` : author))),
      ]);
      return `${words === '' ? 'empty' : quote(words, 300)}${who && ` (${who})`}`;
    });
    return `${what}: ${said.join(', or ')}.`;
  });
}

/** A page that says so, under its title and in a list at its end: no export hides it. */
export function withUndecided(page: Page, undecided: readonly string[]): Page {
  if (undecided.length === 0) return page;
  const [title, ...rest] = page.blocks;
  const told = `${counted(undecided.length, 'thing')} in this plan ${undecided.length === 1 ? 'is' : 'are'} not decided yet, and listed at its end.`;
  return {
    ...page,
    blocks: [
      ...(title ? [title] : []),
      paragraph(told, true),
      ...rest,
      { kind: 'heading', level: 2, text: 'Not decided yet' },
      ...undecided.map((sentence) => paragraph(sentence)),
    ],
  };
}

function paragraph(text: string, bold = false): PageBlock {
  return { kind: 'paragraph', paragraph: { runs: [{ text, ...(bold && { bold: true as const }) }] } };
}
