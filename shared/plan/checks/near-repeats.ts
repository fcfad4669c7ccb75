import type { Action } from '../model.ts';
import { actionName, actionTitle, capitalised } from '../names.ts';
import { toPlainText } from '../rich-text.ts';
import type { Check } from './check.ts';

/** How much of the words of two texts must be alike, of 1. */
const likeness = 0.7;

/** Two actions that share most of their words, but not all. */
export const nearlyRepeatedTexts: Check = {
  id: 'nearly-repeated-text',
  title: 'Nearly the same action twice',
  why: 'An action that was copied and changed a little is often one action that moves two indicators. If they are two, their difference should be easy to see.',
  weight: 'look',
  find(plan) {
    return nearPairs(plan.actions).map(([first, second]) => ({
      place: { kind: 'action', id: second.id, field: 'text' },
      words: `${capitalised(actionTitle(plan, second.id))} says nearly the same as ${actionName(plan, first)}.`,
    }));
  },
};

/** Each action with the earlier one that is most like it, if one is. */
function nearPairs(actions: readonly Action[]): [Action, Action][] {
  const texts = actions.map((action) => wordsOf(action));
  const having = new Map<string, number[]>();
  return actions.flatMap((action, index): [Action, Action][] => {
    const words = texts[index] as Set<string>;
    const shared = new Map<number, number>();
    for (const word of words) {
      const earlier = having.get(word) ?? [];
      // A word of most actions tells nothing, and would make the work grow with the square of their number.
      if (earlier.length > 30) continue;
      for (const each of earlier) shared.set(each, (shared.get(each) ?? 0) + 1);
      having.set(word, [...earlier, index]);
    }
    if (words.size < 5) return [];
    const likely = [...shared].filter(([, count]) => count >= words.size / 3).map(([each]) => each);
    const [best] = likely
      .map((each) => ({ each, alike: alike(words, texts[each] as Set<string>) }))
      .filter((pair) => pair.alike >= likeness && pair.alike < 1)
      .sort((a, b) => b.alike - a.alike);
    return best ? [[actions[best.each] as Action, action]] : [];
  });
}

/** Of all words of the two, the share that both have. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both);
}

function wordsOf({ text }: Action): Set<string> {
  return new Set(
    toPlainText(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu),
  );
}
