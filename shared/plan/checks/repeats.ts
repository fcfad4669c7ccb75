import { madeAt } from '../../id.ts';
import type { Update } from '../model.ts';
import { actionName, actionTitle, capitalised, counted, quote } from '../names.ts';
import { type RichText, toPlainText } from '../rich-text.ts';
import { carriedWords } from '../roll-on/carried-from.ts';
import type { Check, Finding } from './check.ts';

/** The same words under several actions. */
export const repeatedTexts: Check = {
  id: 'repeated-text',
  title: 'Same action twice',
  why: 'Two actions with the same words are counted, chased and reported twice. One action can move several indicators.',
  weight: 'look',
  find(plan) {
    return repeated(plan.actions, ({ text }) => text).map(([first, second, ...more]) => ({
      place: { kind: 'action', id: second.id, field: 'text' },
      words: `${capitalised(actionTitle(plan, second.id))} says the same as ${actionName(plan, first)}${more.length > 0 ? `, and so do ${more.length} more` : ''}.`,
    }));
  },
};

/**
 * The same update under several actions: often it was pasted. One that was added to all of them in one go was meant for
 * each.
 */
export const repeatedUpdates: Check = {
  id: 'repeated-update',
  title: 'Same update several times',
  why: 'The same words under several actions may be true of each; often they were pasted, and say nothing about some of them.',
  weight: 'look',
  find(plan) {
    const updates = plan.actions.flatMap((action) =>
      action.updates.map((update) => ({ ...update, action: action.id })),
    );
    const written = updates.filter(({ text }) => !toPlainText(text).startsWith(carriedWords));
    return repeated(written, ({ text }) => text)
      .filter((group) => new Set(group.map(({ action }) => action)).size > 1 && !wereAddedTogether(group))
      .map((group): Finding => {
        const [, second] = group;
        const actions = new Set(group.map(({ action }) => action)).size;
        const words = `${quote(toPlainText(second.text))} stands under ${counted(actions, 'action')}.`;
        return { place: { kind: 'update', id: second.id, field: 'text' }, words };
      });
  },
};

/** Their ids are of one moment, and not of that in which the actions were read from a file with them. */
function wereAddedTogether(group: readonly (Update & { action: string })[]): boolean {
  const moments = group.map(({ id }) => madeAt(id));
  const together = Math.max(...moments) - Math.min(...moments) < 1_000;
  return together && group.every(({ id, action }) => madeAt(id) - madeAt(action) > 60_000);
}

/** Two actions of one indicator with the same number of their own. */
export const repeatedNumbers: Check = {
  id: 'repeated-number',
  title: 'Same number twice',
  why: 'Committees quote actions by their numbers.',
  weight: 'mend',
  find(plan) {
    const numbered = plan.actions.filter(({ number }) => number !== undefined);
    const groups = Map.groupBy(numbered, ({ indicator, number }) => `${indicator} ${number?.trim().toLowerCase()}`);
    return [...groups.values()].flatMap(([_, second]) =>
      second
        ? [
            {
              place: { kind: 'action' as const, id: second.id, field: 'number' },
              words: `There are two of the number ${quote(second.number ?? '')}.`,
            },
          ]
        : [],
    );
  },
};

/** Groups of two and more that say the same, but for capitals, spaces and stops. A few words prove nothing. */
function repeated<T>(records: readonly T[], read: (record: T) => RichText): [T, T, ...T[]][] {
  const plain = (record: T) =>
    toPlainText(read(record))
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const groups = Map.groupBy(records, plain);
  return [...groups].flatMap(([words, group]) =>
    words.length >= 20 && group.length > 1 ? [group as [T, T, ...T[]]] : [],
  );
}
