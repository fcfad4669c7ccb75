import { parsePlanJson } from '../../../../shared/plan/json.ts';
import type { Plan } from '../../../../shared/plan/model.ts';
import { counter } from '../../../support/ids.ts';

/** A small plan with something of everything, and the ids that its records have by their names in it. */
export function smallPlan(): { plan: Plan; id: (name: string) => string; newId: () => string } {
  const newId = counter();
  const ids = new Map<string, string>();
  const id = (name: string) => {
    const known = ids.get(name) ?? newId();
    ids.set(name, known);
    return known;
  };
  const plan = parsePlanJson(JSON.stringify(json(id)), newId);
  return { plan, id, newId };
}

function json(id: (name: string) => string): unknown {
  const update = (name: string, date: string | undefined, text: string, rating?: string) => ({
    id: id(name),
    date,
    text,
    rating,
  });
  return {
    format: 'wres-plan',
    version: 1,
    plan: {
      id: id('plan'),
      title: 'WRES action plan 2026-27',
      trust: { name: 'Westmere Community NHS Trust' },
      standard: 'WRES',
      edition: '2026',
      period: { from: '2026-04-01', to: '2027-03-31', label: '2026-27' },
      ratingScale: 'rag',
      layout: 'gaps-by-action',
      preface: [
        { id: id('why'), heading: 'Why we do this', body: 'Fairness is good for patients.' },
        { id: id('how'), heading: 'How it was written', body: 'With the staff network.' },
      ],
      closing: [{ id: id('end'), body: 'Questions go to the inclusion team.' }],
    },
    ratingScales: [
      {
        id: 'rag',
        title: 'RAG rating',
        ratings: [
          { id: id('red'), code: 'R', label: 'Red', meaning: '', colour: '#da291c' },
          { id: id('amber'), code: 'A', label: 'Amber', meaning: '', colour: '#ffb81c' },
          { id: id('green'), code: 'G', label: 'Green', meaning: '', colour: '#006747' },
        ],
      },
    ],
    people: [
      { id: id('ann'), name: 'Ann Okoro', role: 'Head of HR' },
      { id: id('anne'), name: 'ann okoro', email: 'ann@westmere.example' },
      { id: id('team'), name: 'Inclusion team' },
    ],
    indicators: [
      {
        id: id('one'),
        number: '1',
        wording: '',
        gaps: 'Few in senior bands.',
        leads: [id('ann')],
        due: { text: 'Q4', date: '2027-03-31' },
        rating: 'A',
      },
      { id: id('two'), number: '2', wording: '', updates: [update('news', '2026-06-01', 'Begun.', 'A')] },
      { id: id('own'), number: null, wording: 'Our promise to be anti-racist' },
    ],
    actions: [
      {
        id: id('a'),
        indicator: id('one'),
        number: '1',
        text: 'Publish the figures.\nTell every team.',
        updates: [update('a1', '2026-09-01', 'Published.', 'G'), update('a0', undefined, 'Agreed.')],
      },
      {
        id: id('b'),
        indicator: id('one'),
        text: 'Mentor future leaders',
        leads: [id('team')],
        rating: 'R',
        effects: { [id('two')]: 'indirect' },
        updates: [update('b1', '2026-08-01', 'Mentors found.')],
      },
      {
        id: id('c'),
        indicator: id('two'),
        text: 'Open up interview panels',
        leads: [id('anne')],
        due: { text: 'Q3', date: '2026-12-31' },
        gap: 'Panels are alike.',
        effects: { [id('one')]: 'direct', [id('own')]: 'indirect' },
      },
      { id: id('d'), indicator: null, text: 'Review this plan each quarter', leads: [id('ann'), id('team')] },
    ],
  };
}
