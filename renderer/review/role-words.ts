import type { Role } from '../../shared/recognise/vocabulary.ts';

/** What a column can be read as, in words, in the order in which people look for them. */
export const roleWords = {
  action: 'Action',
  indicator: 'Indicator',
  leads: 'Leads',
  due: 'Due date',
  rating: 'Rating',
  progress: 'Progress',
  measure: 'Measure of success',
  gaps: 'Gap',
  narrative: 'What the data says',
  objective: 'Objective',
  outcome: 'Outcome',
  effects: 'Indicators that it moves',
  number: 'Number of the action',
  notes: 'Keep in the internal notes',
} satisfies Record<Role, string>;
