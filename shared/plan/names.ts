import type { RecordKind } from '../log/edit.ts';
import { longDate } from './due.ts';
import { existing, ownerOf } from './existing.ts';
import type { Action, Indicator, OwnLayout, Person, Plan, Rating, RatingScale, Section, Update } from './model.ts';
import { numberOf } from './numbers.ts';
import { blockText, type RichText } from './rich-text.ts';

/** What things are called in the middle of a sentence: "action 12", "Indicator 3", "the rating “Amber”". */

/** An action by its number: "action 12". */
export function actionName(plan: Plan, action: Action): string {
  return `action ${numberOf(plan, action.id)}`;
}

/** An action by its number and its first words, for whoever does not have the plan before them. */
export function actionTitle(plan: Plan, id: string): string {
  const action = existing(plan, 'action', id);
  const words = firstWords(action.text) || action.heading;
  return words ? `${actionName(plan, action)} (${quote(words)})` : `${actionName(plan, action)} (empty)`;
}

/** An indicator in the plan's own term, "Metric 3"; a row beyond the standard's own by its wording. */
export function indicatorName(plan: Pick<Plan, 'terms'>, indicator: Pick<Indicator, 'number' | 'wording'>): string {
  const term = plan.terms?.indicator ?? 'Indicator';
  if (indicator.number !== null) return `${term} ${indicator.number}`;
  return indicator.wording.trim() === '' ? `a new ${term.toLowerCase()}` : quote(indicator.wording);
}

/** Where an action is at home: its indicator, or the plan as a whole. */
export function homeName(plan: Plan, indicator: string | null): string {
  return indicator === null ? 'the whole plan' : recordName(plan, 'indicator', indicator);
}

/** Any record of the plan. @throws PlanError `edit-refused` where it is not there any more */
export function recordName(plan: Plan, kind: RecordKind, id: string): string {
  const found = existing(plan, kind, id);
  switch (kind) {
    case 'plan':
      return 'the plan';
    case 'scale':
      return `the rating scale ${quote((found as RatingScale).title || id)}`;
    case 'rating':
      return `the rating ${quote((found as Rating).label)}`;
    case 'person':
      return quote((found as Person).name);
    case 'section':
      return sectionName(plan, found as Section);
    case 'indicator':
      return indicatorName(plan, found as Indicator);
    case 'action':
      return actionName(plan, found as Action);
    case 'layout':
      return `the layout ${quote((found as OwnLayout).title)}`;
    case 'exception':
      return 'what was left as it is';
    case 'update': {
      const { date } = found as Update;
      const owner = ownerOf(plan, id);
      const of = owner ? ` on ${recordName(plan, owner.kind, owner.id)}` : '';
      return date === undefined ? `the update${of}` : `the update of ${longDate(date)}${of}`;
    }
  }
}

/** The first words of a text, in quotation marks, on one line. */
export function quote(text: string, most = 40): string {
  return `“${brief(text, most)}”`;
}

/** The first words of a text on one line, cut between words where it is longer than `most` characters. */
export function brief(text: string, most = 40): string {
  const line = text
    .slice(0, most * 10)
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const letters = [...line];
  if (letters.length <= most && text.length <= most * 10) return line;
  const cut = letters.slice(0, most).join('');
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > most / 2 ? end : undefined).trimEnd()}…`;
}

/** "A", "A and B", "A, B and C"; of more than `most`, the first and how many more. */
export function listed(words: readonly string[], most = 4): string {
  const shown = words.length > most ? [...words.slice(0, most - 1), `${words.length - most + 1} more`] : words;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** "1 action", "5,000 actions". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** With a capital at the start, as a sentence begins. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function firstWords(text: RichText): string {
  return text.map(blockText).find((words) => words.trim() !== '') ?? '';
}

function sectionName(plan: Plan, section: Section): string {
  const part = plan.preface.includes(section) ? 'the introduction' : 'the closing pages';
  const words = section.heading?.trim() || firstWords(section.body);
  return words ? `the section ${quote(words)}` : `an empty section of ${part}`;
}
