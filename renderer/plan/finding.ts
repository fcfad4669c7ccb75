import { find, type Match } from '../../shared/plan/find.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { change, current, type Finding } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { goToPlace } from './go-to-place.ts';

/** Changes what is looked for, or how. */
export function lookFor(some: Partial<Finding>): void {
  change({ finding: { ...current().finding, ...some } });
}

/** Opens the pane, with the words that are selected; where it is open, the keyboard goes back to it. */
export function openFind(replacing: boolean): void {
  if (!current().open) return;
  const { finding } = current();
  const query = selectedWords() || finding.query;
  change({ spelling: null });
  lookFor({ open: true, replacing, query, ...(query !== finding.query && { at: null }) });
  box()?.select(); // one that comes only now takes the keyboard itself
}

export function closeFind(): void {
  lookFor({ open: false });
}

/**
 * Goes to the next match (1), or to the one before (-1); from the last to the first. In the pane the keyboard stays
 * where it is; elsewhere it goes along, and the words that were found are selected.
 */
export function stepToMatch(step: 1 | -1): void {
  const { open, finding } = current();
  if (!open) return;
  const count = matchesOf(open.plan, finding).length;
  if (finding.query.trim() === '') openFind(false);
  else if (count === 0) announce('Nothing found.');
  else {
    const from = finding.at ?? (step === 1 ? -1 : 0);
    goToMatch((from + step + count) % count, document.activeElement?.closest('[data-find]') != null);
  }
}

/** Goes to one of the matches. `look`: the keyboard stays where it is. */
export function goToMatch(at: number, look: boolean): void {
  const { open, finding } = current();
  const matches = open ? matchesOf(open.plan, finding) : [];
  const match = matches[at];
  if (!match) return;
  lookFor({ at });
  goToPlace({ ...match.place, ...(look && { look }) });
  announce(`${at + 1} of ${matches.length}`);
}

/** The field that the words are typed in, where the pane is open. */
export function box(): HTMLInputElement | null {
  return document.querySelector('[data-find] input');
}

let latest: { plan: Plan; query: string; matchCase: boolean; wholeWord: boolean; matches: Match[] } | undefined;

/** The matches in the plan as it is. Those of the last question are kept. */
export function matchesOf(
  plan: Plan,
  { query, matchCase, wholeWord }: Pick<Finding, 'query' | 'matchCase' | 'wholeWord'>,
): Match[] {
  if (
    latest?.plan !== plan ||
    latest.query !== query ||
    latest.matchCase !== matchCase ||
    latest.wholeWord !== wholeWord
  ) {
    latest = { plan, query, matchCase, wholeWord, matches: find(plan, query, { matchCase, wholeWord }) };
  }
  return latest.matches;
}

/** What is selected, in a field or on the page, if it is the like of what one looks for. */
function selectedWords(): string {
  const field = document.activeElement;
  if (field?.closest('[data-find]')) return '';
  const words =
    field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text')
      ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
      : String(window.getSelection());
  return words.length <= 200 && !/[\r\n]/.test(words.trim()) ? words.trim() : '';
}
