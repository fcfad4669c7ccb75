import type { Plan } from '../model.ts';
import { quote } from '../names.ts';
import type { Check } from './check.ts';

/** Years in the title that do not lie in the plan's period, or run backwards. */
export const wrongYear: Check = {
  id: 'wrong-year',
  title: 'Wrong year in the title',
  why: 'A plan that was made from last year’s often keeps its title. People file it, and find it, by that year.',
  weight: 'mend',
  find(plan) {
    const { title, period } = plan;
    const [from, to] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
    const wrong = [...title.matchAll(/(?<!\d)(20\d\d)(?:\s*(?:[-–/]|to)\s*(20\d\d|\d\d))?(?!\d)/g)].filter(
      ([, first, second]) => {
        const begins = Number(first);
        const ends = second === undefined ? begins : Number(second.length === 2 ? `20${second}` : second);
        return begins < from || ends > to || ends < begins;
      },
    );
    return wrong.map(({ 0: years, index }) => ({
      place: { kind: 'plan', id: plan.id, field: 'title', start: index, end: index + years.length },
      words: `The title says ${quote(years)}, and the plan’s period is ${quote(period.label)}.`,
    }));
  },
};

/** The other standard's letters in the title. */
export const otherStandard: Check = {
  id: 'other-standard',
  title: 'Title of the other standard',
  why: 'Race and disability plans are often copied from each other, and WRES and WDES differ by one letter.',
  weight: 'mend',
  find(plan) {
    const other: Plan['standard'] = plan.standard === 'WRES' ? 'WDES' : 'WRES';
    const index = plan.title.search(new RegExp(`\\b${other}\\b`));
    if (index === -1 || new RegExp(`\\b${plan.standard}\\b`).test(plan.title)) return [];
    return [
      {
        place: { kind: 'plan', id: plan.id, field: 'title', start: index, end: index + other.length },
        words: `The title says ${other}, and this is a ${plan.standard} plan.`,
      },
    ];
  },
};
