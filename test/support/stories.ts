import fc from 'fast-check';
import { conflictsOf, decide, keep } from '../../shared/log/conflicts.ts';
import type { DraftEdit } from '../../shared/log/edit.ts';
import { foldLog } from '../../shared/log/fold.ts';
import { PlanError } from '../../shared/messages.ts';
import { deleteIndicator } from '../../shared/plan/edits/indicators.ts';
import { joinActions } from '../../shared/plan/edits/join-actions.ts';
import { addLead } from '../../shared/plan/edits/leads.ts';
import { mergePeople, removePeople } from '../../shared/plan/edits/people.ts';
import { chooseRatingScale } from '../../shared/plan/edits/rating-scale.ts';
import { deleteRating, ratingsInUse, recodeRating } from '../../shared/plan/edits/ratings.ts';
import { addUpdate } from '../../shared/plan/edits/updates.ts';
import { recordsOf } from '../../shared/plan/existing.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { fromPlainText } from '../../shared/plan/rich-text.ts';
import { smallPlan } from '../unit/plan/edits/small-plan.ts';
import { Copy } from './copies.ts';
import { anyGesture, draftOf } from './gestures.ts';
import { counter } from './ids.ts';

/** What some people do with their copies of one plan, and send each other. */
export type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never;

/** What each of them has in the end. @param look sees a copy after each step of its owner */
export function play({ people, steps }: Story, look: (copy: Copy) => void = () => undefined): Copy[] {
  const newId = counter('2');
  const copies = Array.from({ length: people }, (_, index) => start.copied('ABCDE'[index], newId));
  for (const step of steps) {
    const copy = copies[step.who % people] as Copy;
    if (step.what === 'exchange') copy.bringIn(copies[step.to % people] as Copy);
    else take(copy, step);
    look(copy);
  }
  return copies;
}

/** Edits of one person alone. */
export function goOn(copy: Copy, { steps }: Story): void {
  for (const step of steps) take(copy, step);
}

function take(copy: Copy, { what, a, b }: Story['steps'][number]): void {
  if (what === 'undo') copy.undo();
  else if (what === 'redo') copy.redo();
  else if (what === 'decide') {
    const decided = on(conflictsOf(copy, copy.records), a, (conflict) =>
      on(conflict.choices, b, ({ value }) => decide(copy.plan, conflict, value, copy)),
    );
    copy.edit(decided);
  } else if (what === 'keep') {
    copy.edit(on(foldLog(copy.changes).kept, a, (kept) => keep(copy.plan, kept, copy.changes)));
  } else {
    copy.edit(
      asked(() => (typeof what === 'string' ? wide[what]?.(copy.plan, a, b, copy.newId) : draftOf(what, copy.plan))),
    );
  }
}

/** Gestures that reach over several records, where two people can come into each other's way. */
const wide: Record<string, (plan: Plan, a: number, b: number, newId: () => string) => DraftEdit | undefined> = {
  deleteIndicator: (plan, a, b) =>
    on(plan.indicators, a, ({ id }) => deleteIndicator(plan, id, b % 2 ? 'keep' : 'delete')),
  joinActions: (plan, a, b) =>
    joinActions(
      plan,
      [...new Set([plan.actions[a % plan.actions.length], plan.actions[b % plan.actions.length]])].flatMap(
        (each) => each?.id ?? [],
      ),
    ),
  addLead: (plan, a, b, newId) =>
    on(plan.actions, a, ({ id }) =>
      addLead(plan, [{ kind: 'action', id }], ['Ann Okoro', 'Inclusion team', 'New'][b % 3] ?? '', newId),
    ),
  mergePeople: (plan, a, b) =>
    on(plan.people, a, (into) =>
      on(plan.people, b, (other) => (into === other ? undefined : mergePeople(plan, into.id, [other.id]))),
    ),
  rename: (plan, a, b) =>
    on(plan.people, a, ({ id }) => ({
      label: `Rename ${b % 2 ? 'Maxwell' : 'somebody'}`,
      changes: [
        { kind: 'person', record: id, field: 'name', value: `Maxwell ${b}` },
        { kind: 'person', record: id, field: 'role', value: b % 3 ? 'Head of OD' : null },
      ],
    })),
  removePerson: (plan, a) => on(plan.people, a, ({ id }) => removePeople(plan, [id])?.edit),
  chooseScale: (plan, a, _, newId) =>
    chooseRatingScale(
      plan,
      (['rag', 'brag', 'five-code'] as const)[a % 3] ?? 'rag',
      Object.fromEntries([...ratingsInUse(plan).keys()].map((code) => [code, null])),
      newId,
    ),
  deleteRating: (plan, a) => on(recordsOf(plan, 'rating'), a, ({ id }) => deleteRating(plan, id, null)),
  recode: (plan, a, b) =>
    on(recordsOf(plan, 'rating'), a, ({ id }) => recodeRating(plan, id, ['Q', 'R', 'G'][b % 3] ?? '')),
  rate: (plan, a, b, newId) =>
    on(plan.actions, a, ({ id }) =>
      on(recordsOf(plan, 'rating'), b, ({ code }) =>
        addUpdate(plan, [{ kind: 'action', id }], { text: fromPlainText('Done'), rating: code }, newId, { rate: true }),
      ),
    ),
  moveUpdate: (plan, a, b) =>
    on(recordsOf(plan, 'update'), a, ({ id }) => {
      const to = [
        ...plan.actions.map((each) => ({ action: each.id, indicator: null })),
        ...plan.indicators.map((each) => ({ action: null, indicator: each.id })),
      ];
      return on(to, b, ({ action, indicator }) => ({
        label: 'Move the update',
        changes: [
          { kind: 'update', record: id, field: 'action', value: action },
          { kind: 'update', record: id, field: 'indicator', value: indicator },
        ],
      }));
    }),
};

const step = fc.record({
  who: fc.nat(4),
  to: fc.nat(4),
  a: fc.nat(20),
  b: fc.nat(20),
  what: fc.oneof(
    { weight: 5, arbitrary: anyGesture },
    { weight: 5, arbitrary: fc.constantFrom(...Object.keys(wide)) },
    { weight: 3, arbitrary: fc.constant('exchange') },
    { weight: 2, arbitrary: fc.constantFrom('undo', 'redo', 'decide', 'keep') },
  ),
});
export const story = fc.record({
  people: fc.integer({ min: 2, max: 5 }),
  steps: fc.array(step, { minLength: 3, maxLength: 24 }),
});
const start = Copy.first(smallPlan().plan, 'A', counter('1'));

function on<Item>(
  items: readonly Item[],
  at: number,
  make: (item: Item) => DraftEdit | undefined,
): DraftEdit | undefined {
  const item = items[at % items.length];
  return item && make(item);
}

function asked(ask: () => DraftEdit | undefined): DraftEdit | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof PlanError && error.code === 'edit-refused') return undefined;
    throw error;
  }
}
