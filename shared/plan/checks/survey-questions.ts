import type { StandardIndicator } from '../../indicator-sets/schema.ts';
import { indicatorSet, indicatorSets, standardIndicator } from '../../indicator-sets.ts';
import type { Indicator, Plan } from '../model.ts';
import { capitalised, indicatorName, listed, quote } from '../names.ts';
import type { Check } from './check.ts';
import { placesIn, publishedTexts } from './homes.ts';

/** A question of the staff survey that stands under an indicator which this edition does not take it for. */
export const surveyQuestions: Check = {
  id: 'survey-question',
  title: 'Survey question of another indicator or year',
  why: 'The staff survey has been renumbered several times, so a number copied from an earlier plan may now be a question about something else.',
  weight: 'look',
  find(plan) {
    return publishedTexts(plan).flatMap((text) => {
      const { home } = text;
      if (!home || home.number === null) return [];
      return placesIn(text, /\b(KF|Q|Question )\s?(\d{1,2})([a-e](?:\s?(?:&|and|,|\/)\s?[a-e])*)?\b/gi).flatMap(
        ({ match, place }) => {
          const words = misplaced(plan, home, questionOf(match), match[0]);
          return words === undefined ? [] : [{ place, words }];
        },
      );
    });
  },
};

interface Question {
  family: 'q' | 'kf';
  number: number;
  letters: string;
}

function questionOf([, family, number, letters]: RegExpExecArray): Question {
  return {
    family: family?.toLowerCase() === 'kf' ? 'kf' : 'q',
    number: Number(number),
    letters: (letters ?? '').toLowerCase().replace(/and|[^a-e]/g, ''),
  };
}

/** What is wrong with a question under this indicator; undefined where nothing is, or it is none of the standard's. */
function misplaced(plan: Plan, home: Indicator, question: Question, printed: string): string | undefined {
  // Q1 to Q4 are quarters of the year.
  if (question.family === 'q' && question.number <= 4 && question.letters === '') return undefined;
  const asked = standardIndicator(plan, home.number);
  if (isAsked(question, asked)) return undefined;
  const name = capitalised(indicatorName(plan, home));
  const now = (indicatorSet(plan.standard, plan.edition)?.indicators ?? []).filter((each) => isAsked(question, each));
  if (now.length > 0) {
    const others = now.map((each) => indicatorName(plan, { number: each.number, wording: '' }));
    return `${quote(printed)} is the question behind ${listed(others)}, and stands under ${name}.${toCheck(now[0])}`;
  }
  const before = indicatorSets.filter(
    (set) =>
      set.standard === plan.standard &&
      set.indicators.some((each) => each.number === home.number && isAsked(question, each)),
  );
  if (before.length === 0 || !asked?.question) return undefined;
  const editions = listed(before.map(({ edition }) => edition));
  return `${quote(printed)} was the question behind ${name} in the edition of ${editions}; for ${plan.edition} it is ${asked.question.number}.${toCheck(asked)}`;
}

function isAsked({ family, number, letters }: Question, indicator: StandardIndicator | undefined): boolean {
  const match = /^(KF|Q)(\d+)(.*)$/i.exec(indicator?.question?.number ?? '');
  if (!match) return false;
  const asked = questionOf(match);
  const fits = letters === '' || asked.letters === '' || [...letters].every((letter) => asked.letters.includes(letter));
  return asked.family === family && asked.number === number && fits;
}

function toCheck(indicator: StandardIndicator | undefined): string {
  const check = indicator?.question?.check;
  return check ? ` To be sure, see: ${check}.` : '';
}
