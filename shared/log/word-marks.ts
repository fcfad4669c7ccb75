import { inCommon } from './in-common.ts';

/** A stretch of a text, and whether the other text has it not. */
export interface Stretch {
  text: string;
  differs: boolean;
}

/**
 * Two texts with what differs between them marked, word by word: what of the first went, what of the second is new.
 * The stretches of each, one after another, are the text itself.
 */
export function markWords(before: string, after: string): { before: Stretch[]; after: Stretch[] } {
  const [one, other] = [words(before), words(after)];
  const start = sameAtStart(one, other);
  const end = sameAtEnd(one, other, start);
  const [ours, theirs] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const [goes, comes] = unshared(ours, theirs);
  const whole = (all: string[], middle: boolean[]) =>
    joined(all.map((text, index) => ({ text, differs: middle[index - start] ?? false })));
  return { before: whole(one, goes), after: whole(other, comes) };
}

/** The same without the middle of long stretches that are alike, so that what differs is seen. */
export function elided(stretches: readonly Stretch[], around = 8): Stretch[] {
  return stretches.map((stretch, index) => {
    const all = words(stretch.text);
    if (stretch.differs || all.length <= 2 * around + 4) return stretch;
    const [head, tail] = [
      index > 0 ? all.slice(0, around) : [],
      index < stretches.length - 1 ? all.slice(-around) : [],
    ];
    return { text: `${head.join('')}… ${tail.join('')}`, differs: false };
  });
}

/** Each word with the space after it, so that they make up the text again. */
function words(text: string): string[] {
  return text.match(/\S+\s*|^\s+/g) ?? [];
}

function sameAtStart(one: string[], other: string[]): number {
  const at = one.findIndex((word, index) => !isSame(word, other[index]));
  return at === -1 ? one.length : at;
}

function sameAtEnd(one: string[], other: string[], start: number): number {
  const room = Math.min(one.length, other.length) - start;
  let end = 0;
  while (end < room && isSame(one.at(-1 - end) ?? '', other.at(-1 - end))) end += 1;
  return Math.max(0, end);
}

/** Which words of each are not in the longest sequence of words that both have. */
function unshared(one: string[], other: string[]): [boolean[], boolean[]] {
  const differs: [boolean[], boolean[]] = [one.map(() => true), other.map(() => true)];
  for (const [i, j] of inCommon(one, other, isSame)) {
    differs[0][i] = false;
    differs[1][j] = false;
  }
  return differs;
}

/** The space after a word is no part of it, unless one of them begins a new line. */
function isSame(one: string, other: string | undefined): boolean {
  return other !== undefined && one.trimEnd() === other.trimEnd() && one.includes('\n') === other.includes('\n');
}

/** Neighbours that are alike, in one. */
function joined(stretches: Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { text, differs } of stretches) {
    const last = all.at(-1);
    if (last && last.differs === differs) last.text += text;
    else all.push({ text, differs });
  }
  return all;
}
