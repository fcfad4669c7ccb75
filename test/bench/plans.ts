import type { Action, Indicator, Person, Plan, RichText, Update } from '../../shared/plan/model.ts';
import { newPlan } from '../../shared/plan/new-plan.ts';
import { fromPlainText } from '../../shared/plan/rich-text.ts';
import { counter } from '../support/ids.ts';

/**
 * A plan of so many actions, shaped like those that Trusts publish: nine indicators with their data, actions of 70 to
 * 400 characters, leads, dates, ratings, and a note of progress on every third. The same number gives the same plan.
 */
export function planOf(actions: number): Plan {
  const newId = counter();
  const blank = newPlan(
    {
      title: `Workforce Race Equality Standard action plan of ${actions} actions`,
      trust: { name: 'Aldermere Community NHS Foundation Trust', shortName: 'ACFT' },
      standard: 'WRES',
      edition: '2023',
      period: { from: '2026-04-01', to: '2027-03-31', label: '2026-27' },
      layout: 'gaps-by-action',
      ratingScale: 'rag',
    },
    newId,
  );
  const people = posts.map((name): Person => ({ id: newId(), name }));
  const indicators = blank.indicators.map((each, index) => ({ ...each, ...dataOf(each, index, people) }));
  return {
    ...blank,
    preface: [{ id: newId(), heading: 'Why we have this plan', body: prose(0, 6) }],
    people,
    indicators,
    actions: Array.from({ length: actions }, (_, index) => {
      const home = indicators[Math.floor((index * indicators.length) / actions)] as Indicator;
      return actionOf(index, home, people, newId);
    }),
  };
}

function dataOf(indicator: Indicator, index: number, people: Person[]): Partial<Indicator> {
  return {
    objective: prose(index, 1),
    narrative: prose(index + 3, 2),
    gaps: bullets(index + 5, 3),
    measure: prose(index + 7, 1),
    leads: [idOf(people, index)],
    due: { text: `Q${(index % 4) + 1}`, date: quarterEnds[index % 4] as string },
    wording: indicator.wording,
  };
}

function actionOf(index: number, home: Indicator, people: Person[], newId: () => string): Action {
  const update = (): Update => ({
    id: newId(),
    date: `2026-${String((index % 9) + 1).padStart(2, '0')}-15`,
    text: prose(index + 2, 1),
    rating: ratings[index % 3] as string,
  });
  return {
    id: newId(),
    indicator: home.id,
    text: prose(index, 1 + (index % 4)),
    measure: prose(index + 1, 1),
    leads: index % 2 === 0 ? [idOf(people, index), idOf(people, index + 3)] : [],
    ...(index % 3 !== 0 && { due: { text: `Q${(index % 4) + 1}`, date: quarterEnds[index % 4] as string } }),
    rating: ratings[index % 3] as string,
    updates: index % 3 === 0 ? [update()] : [],
  };
}

const idOf = (people: Person[], index: number) => (people[index % people.length] as Person).id;
const prose = (from: number, count: number): RichText => fromPlainText(sentencesFrom(from, count).join(' '));
const bullets = (from: number, count: number): RichText =>
  fromPlainText(
    sentencesFrom(from, count)
      .map((each) => `• ${each}`)
      .join('\n'),
  );
const sentencesFrom = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => sentences[(from + index) % sentences.length] as string);

const quarterEnds = ['2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31'];
const ratings = ['R', 'A', 'G'];
const posts = [
  'Head of Resourcing',
  'Associate Director of People',
  'EDI Lead',
  'Chief Nurse',
  'Chair of the REACH network',
  'Deputy Medical Director',
  'Head of Employee Relations',
];
const sentences = [
  'Every panel for posts at Band 8a and above has a trained inclusion adviser on it, who signs the record of the decision.',
  'Managers see the time from shortlisting to appointment by ethnicity each month & answer for any gap over 5%.',
  'Before a formal process begins, a second manager from another division reads the case and says whether it is needed.',
  'A third of the places on the clinical leadership programme is held for colleagues in Bands 5 to 7.',
  'The REACH network has two hours of protected time a week for each of its officers, paid for centrally.',
  'Staff who report abuse by patients hear back within five working days what was done about it.',
  'Stay conversations are offered to everyone in their first year, and what they say is read at each board meeting.',
  'Secondments of three months or more are advertised to all, with the reason for the choice on file.',
  'Board members each mentor one colleague, and are mentored in turn, for at least six meetings.',
  'Data by division is published on the intranet within a month of the national return.',
  'Training in fair recruitment is refreshed every two years; those whose training has lapsed may not sit on panels.',
];
