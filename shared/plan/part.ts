import type { RecordKind } from '../log/edit.ts';
import { existing, ownerOf } from './existing.ts';
import type { Plan } from './model.ts';
import { capitalised, recordName } from './names.ts';

/** Which part of the plan a record stands in, as a heading says it: "Indicator 3", "Whole plan", "People". */
export function partOf(plan: Plan, kind: RecordKind, id: string): string {
  switch (kind) {
    case 'indicator':
      return capitalised(recordName(plan, kind, id));
    case 'action': {
      const home = existing(plan, kind, id).indicator;
      return home === null ? 'Whole plan' : partOf(plan, 'indicator', home);
    }
    case 'update': {
      const owner = ownerOf(plan, id);
      return owner ? partOf(plan, owner.kind, owner.id) : 'Whole plan';
    }
    case 'section':
      return plan.preface.some((section) => section.id === id) ? 'Introduction' : 'Closing';
    case 'person':
      return 'People';
    case 'scale':
    case 'rating':
      return 'Ratings';
    case 'layout':
      return 'Layouts';
    case 'exception':
      return 'Checks';
    case 'plan':
      return 'Plan details';
  }
}

/** Parts in the order in which the plan has them; one that is not in it any more, last. */
export function inOrderOfParts<Item extends { part: string }>(plan: Plan, items: readonly Item[]): Item[] {
  const order = [
    'Plan details',
    'Introduction',
    ...plan.indicators.map(({ id }) => partOf(plan, 'indicator', id)),
    'Whole plan',
    'Closing',
    'People',
    'Ratings',
    'Layouts',
    'Checks',
  ];
  const rank = new Map(order.map((part, index) => [part, index]));
  return items.toSorted((a, b) => (rank.get(a.part) ?? order.length) - (rank.get(b.part) ?? order.length));
}
