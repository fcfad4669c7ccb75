import { firstFrom } from '../../shared/plan/spelling.ts';
import { callApp } from '../api.ts';
import { flushDrafts } from '../fields/draft.ts';
import { attempt, change, current } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { goToPlace } from './go-to-place.ts';

/** Opens the pane. Where it is open, the keyboard goes to it; where it is in it already, it goes on to the next word. */
export function openSpelling(): void {
  const { open, spelling, finding } = current();
  if (!open) return;
  if (!spelling) change({ spelling: { plan: null, found: [], at: 0 }, finding: { ...finding, open: false } });
  else if (isInPane()) stepToMisspelling(1);
  else {
    const pane = document.querySelector<HTMLElement>('[data-spelling]');
    (pane?.querySelector<HTMLElement>('input[type=text]') ?? pane)?.focus();
    void checkSpelling(); // the dictionary may have learnt a word since, from the menu of a field
  }
}

/** Closes the pane, and leaves the keyboard at the word that was looked at, if there was one. */
export function closeSpelling(): void {
  const { spelling } = current();
  const here = spelling?.found[spelling.at];
  change({ spelling: null });
  if (here) goToPlace(here.place);
}

/** Asks which words are misspelt in the plan as it is now. One stays where one was, or goes on to the next. */
export async function checkSpelling(): Promise<void> {
  await flushDrafts();
  await attempt(async () => {
    const before = current().open?.plan;
    latest += 1;
    const mine = latest;
    const found = await callApp('checkSpelling');
    const { open, spelling } = current();
    // A plan that was edited meanwhile is asked about anew.
    if (!open || !spelling || open.plan !== before || mine !== latest) return;
    const here = spelling.found[spelling.at];
    change({ spelling: { plan: open.plan, found, at: here ? firstFrom(open.plan, found, here.place) : 0 } });
    if (found.length === 0) announce('Nothing is misspelt.');
    else if (isInPane()) look();
  });
}

let latest = 0;

/** Goes to the next word (1), or to the one before (-1); from the last to the first. */
export function stepToMisspelling(step: 1 | -1): void {
  const { spelling } = current();
  if (!spelling || spelling.found.length === 0) return;
  const count = spelling.found.length;
  change({ spelling: { ...spelling, at: (spelling.at + step + count) % count } });
  look();
}

/** Brings the word into sight on its page; the keyboard stays in the pane. */
function look(): void {
  const { spelling } = current();
  const here = spelling?.found[spelling.at];
  if (!here) return;
  goToPlace({ ...here.place, look: true });
  announce(`“${here.text}”, ${(spelling?.at ?? 0) + 1} of ${spelling?.found.length}`);
}

function isInPane(): boolean {
  return document.activeElement?.closest('[data-spelling]') != null;
}
