import type { Plan } from '../../shared/plan/model.ts';
import { counter } from '../support/ids.ts';

/** A plan that is quick to write. */
export function smallPlan(): Plan {
  const newId = counter();
  return {
    id: newId(),
    title: 'Edit 0',
    trust: { name: 'Anytown Hospitals' },
    standard: 'WRES',
    edition: '2023',
    period: { from: '2026-04-01', to: '2027-03-31', label: '2026-27' },
    status: 'draft',
    ratingScale: 'none',
    preface: [],
    closing: [],
    ratingScales: [],
    people: [{ id: newId(), name: 'Head of Resourcing' }],
    indicators: [{ id: newId(), number: '1', wording: '', leads: [], updates: [] }],
    actions: Array.from({ length: 12 }, (_, index) => ({
      id: newId(),
      indicator: null,
      text: [{ kind: 'paragraph' as const, runs: [{ text: `Step ${index + 1} of what the Trust will do.` }] }],
      leads: [],
      updates: [],
    })),
  };
}
