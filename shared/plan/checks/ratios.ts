import type { Measure } from '../../indicator-sets/schema.ts';
import { sources } from '../../indicator-sets/sources.ts';
import { standardIndicator } from '../../indicator-sets.ts';
import { replaceMatches } from '../find.ts';
import type { Indicator, Plan } from '../model.ts';
import { capitalised, indicatorName, quote } from '../names.ts';
import type { Check } from './check.ts';
import { placesIn, publishedTexts, sentenceAt } from './homes.ts';

/** A relative likelihood with a percent sign: "a likelihood of 1.54%". Shares of a group ("12% of applicants") are none. */
export const ratioAsPercentage: Check = {
  id: 'ratio-as-percentage',
  title: 'Ratio written as a percentage',
  why: 'A relative likelihood is one rate divided by another: 1.54 means that something is 1.54 times as likely. With a percent sign it says something else.',
  source: sources.christie2022,
  weight: 'look',
  find(plan) {
    return publishedTexts(plan)
      .filter(({ home }) => ratioOf(plan, home))
      .flatMap((text) => placesIn(text, /(?<!\bby )(?<![\d.])\d{1,2}(?:\.\d+)?\s?%(?!\s+(?:of|point))/g))
      .filter(({ block, match }) =>
        /\b(?:likelihood|ratio|(?:more|less|as) likely)\b/i.test(sentenceAt(block, match.index)),
      )
      .map(({ match, place }) => ({
        place,
        words: `${quote(match[0])} stands in a sentence about a ratio: if it is the ratio, it has no percent sign.`,
      }));
  },
};

/** "0.84 more likely" says the contrary of what the figure does. */
export const ratioBelowOne: Check = {
  id: 'ratio-below-one',
  title: 'Ratio below 1 that is “more likely”',
  why: 'A ratio below 1 means less likely. Write “0.84 times as likely”, which is true on either side of 1.',
  weight: 'mend',
  find(plan) {
    return publishedTexts(plan)
      .flatMap((text) => placesIn(text, /(?<![\d.])0?\.\d+\s*(?:times\s+|x\s*)?more likely\b/gi))
      .map(({ match, place }) => ({
        place,
        words: `${quote(match[0])}: the figure is below 1, so it means less likely.`,
      }));
  },
};

/** An indicator in words of the plan's own that name the two groups the other way round. */
export const reversedRatio: Check = {
  id: 'reversed-ratio',
  title: 'Ratio worded the other way round',
  why: 'For appointment and training the standard divides the figure of white staff by that of BME staff, for disciplinary cases that of BME staff by that of white staff. Worded the other way round, the figure means the contrary.',
  source: sources.medical2020,
  weight: 'mend',
  find(plan) {
    return plan.indicators.flatMap((indicator) => {
      const ratio = ratioOf(plan, indicator);
      if (!ratio || indicator.wording === '') return [];
      const reversed = new RegExp(`${group(plan, ratio.under)}.*\\bcompar\\w*\\b.*${group(plan, ratio.over)}`, 'i');
      if (!reversed.test(indicator.wording)) return [];
      const name = capitalised(indicatorName(plan, indicator));
      const [over, under] = [ratio.over, ratio.under].map((each) =>
        each === 'BME' ? (plan.terms?.bme ?? each) : each,
      );
      const words = `${name} is worded as ${under} compared with ${over}. The standard’s figure is ${over} divided by ${under}.`;
      return [{ place: { kind: 'indicator' as const, id: indicator.id, field: 'wording' }, words }];
    });
  },
};

/** "0.80 to 0.25" for the range in which a ratio counts as fair. */
export const misprintedRange: Check = {
  id: 'misprinted-range',
  title: 'Range misprinted',
  why: 'The range in which a ratio counts as non-adverse is 0.80 to 1.25: four fifths, and its inverse.',
  source: sources.fairExperience2019,
  weight: 'mend',
  find(plan) {
    return publishedTexts(plan)
      .flatMap((text) => placesIn(text, /(?<![\d.])0\.80?\s*(?:[-–—]|to)\s*0\.25(?!\d)/g))
      .map(({ match, place }) => {
        const zero = { ...place, start: place.end - '0.25'.length };
        const matched = { place: zero, before: '', text: '0.25', after: '', replaceable: true };
        const fix = replaceMatches(plan, [matched], '1.25');
        return { place, words: `${quote(match[0])} should end with 1.25.`, ...(fix && { fix }) };
      });
  },
};

function ratioOf(plan: Plan, indicator: Indicator | undefined): Extract<Measure, { kind: 'ratio' }> | undefined {
  const measure = indicator && standardIndicator(plan, indicator.number)?.measure;
  return measure?.kind === 'ratio' ? measure : undefined;
}

/** The words by which plans call one of the two groups of a ratio. */
function group(plan: Plan, name: string): string {
  if (name === 'white') return '\\bwhite\\b';
  if (name === 'BME')
    return `\\b(?:BME|BAME|Black|ethnic(?:ally)? (?:minority|diverse)|minority ethnic|global majority${own(plan)})\\b`;
  return name.toLowerCase().startsWith('non-') ? '\\bnon-disabled\\b' : '(?<!non-)\\bdisabled\\b';
}

function own({ terms }: Plan): string {
  return terms?.bme ? `|${terms.bme.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}` : '';
}
