import { setField } from '../edits/set-field.ts';
import { effective, latestUpdate } from '../effective.ts';
import { lookUp } from '../look-up.ts';
import { actionTitle, capitalised, quote } from '../names.ts';
import { isColourAlone } from '../standing.ts';
import type { Check } from './check.ts';

/** A rating that is called by its code or colour, and whose meaning is not said. */
export const colourWithoutWord: Check = {
  id: 'colour-without-word',
  title: 'Colour without a word',
  why: 'Not everyone sees colours apart, prints in colour, or knows what amber stands for. A rating needs a word or a meaning that says it.',
  source: {
    publisher: 'World Wide Web Consortium',
    title: 'Web Content Accessibility Guidelines 2.2, success criterion 1.4.1, Use of Color',
    url: 'https://www.w3.org/TR/WCAG22/#use-of-color',
  },
  weight: 'mend',
  find(plan) {
    return (lookUp(plan).scale?.ratings ?? [])
      .filter(({ code, label, meaning }) => meaning.trim() === '' && (isColourAlone(label) || isCode(label, code)))
      .map(({ id, label }) => ({
        place: { kind: 'rating', id, field: 'meaning' },
        words: `The rating ${quote(label)} has no meaning in words.`,
      }));
  },
};

/** The newest update that is dated and rated says another rating than the action has. */
export const outOfStep: Check = {
  id: 'rating-out-of-step',
  title: 'Rating out of step with the latest update',
  why: 'A committee reads the update and the rating side by side. If both are right, say in a new update what has changed since.',
  weight: 'look',
  find(plan) {
    const find = lookUp(plan);
    return plan.actions.flatMap((action) => {
      const latest = latestUpdate(action.updates);
      const { rating } = effective(action, find.indicator(action.indicator));
      if (latest?.date === undefined || latest.rating === undefined || latest.rating === rating) return [];
      const [said, rated] = [find.rating(latest.rating)?.label ?? latest.rating, find.rating(rating)?.label];
      return [
        {
          place: { kind: 'action' as const, id: action.id, field: 'rating' },
          words: `${capitalised(actionTitle(plan, action.id))} is ${rated ? `rated ${quote(rated)}` : 'not rated'}, and its latest update says ${quote(said)}.`,
          fix: setField(plan, 'action', action.id, 'rating', latest.rating),
        },
      ];
    });
  },
};

function isCode(label: string, code: string): boolean {
  return label === code && label.length <= 3;
}
