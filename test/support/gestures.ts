import fc from 'fast-check';
import type { Layout } from '../../shared/layout/layout.ts';
import { layoutsOf } from '../../shared/layout/layouts-of.ts';
import type { DraftChange, DraftEdit } from '../../shared/log/edit.ts';
import type { Due, Plan, RichText } from '../../shared/plan/model.ts';
import { dues, richTexts, words } from './plan-arbitrary.ts';

/** Something that a person might do, to any plan: which gesture, on which of the records there are, and what with. */
export interface Gesture {
  name: keyof typeof gestures;
  which: number;
  other: number;
  id: string;
  words: string;
  text: RichText;
  due: Due;
}

/** The edit that a gesture is on this plan; undefined where there is nothing to do it to. */
export function draftOf(gesture: Gesture, plan: Plan): DraftEdit | undefined {
  const changes = gestures[gesture.name](plan, gesture);
  return changes && changes.length > 0 ? { label: `${gesture.name} ${gesture.which}`, changes } : undefined;
}

type Changes = DraftChange[] | undefined;

const gestures = {
  title: (plan, { words }) => [set('plan', plan.id, 'title', words)],
  period: (plan, { words }) => [set('plan', plan.id, 'period', { from: '2026-04-01', to: '2027-03-31', label: words })],
  term: (plan, { words, other }) => [set('plan', plan.id, 'termBme', other % 2 ? words : null)],
  actionText: (plan, { which, text }) => on(plan.actions, which, ({ id }) => [set('action', id, 'text', text)]),
  actionDue: (plan, { which, other, due }) =>
    on(plan.actions, which, ({ id }) => [set('action', id, 'due', other % 3 ? due : null)]),
  actionRating: (plan, { which, other }) => {
    const codes = [null, ...plan.ratingScales.flatMap(({ ratings }) => ratings.map(({ code }) => code))];
    return on(plan.actions, which, ({ id }) => [set('action', id, 'rating', codes[other % codes.length] ?? null)]);
  },
  twoFields: (plan, { which, words, text }) =>
    on(plan.actions, which, ({ id }) => [set('action', id, 'heading', words), set('action', id, 'notes', text)]),
  leads: (plan, { which, other }) =>
    on(plan.indicators, which, ({ id }) => [
      set(
        'indicator',
        id,
        'leads',
        plan.people.slice(0, other % 4).map((each) => each.id),
      ),
    ]),
  effects: (plan, { which, other }) =>
    on(plan.actions, which, ({ id }) => {
      const moved = plan.indicators.slice(0, other % 4).map((each) => [each.id, 'indirect'] as const);
      return [set('action', id, 'effects', Object.fromEntries(moved))];
    }),
  addAction: (plan, { which, id, text, other }) => {
    const after = other % 2 ? at(plan.actions, which)?.id : undefined;
    const home = at(plan.indicators, which)?.id ?? null;
    return [add('action', id, { ...emptyAction, indicator: home, text, ...(after && { order: { after } }) })];
  },
  addActionWithUpdate: (_, { id, text }) => [
    add('action', id, { ...emptyAction, text }),
    add('update', id, { indicator: null, action: id, date: null, text, rating: null }),
  ],
  removeAction: (plan, { which }) => on(plan.actions, which, ({ id }) => [remove('action', id)]),
  moveAction: (plan, { which, other }) =>
    on(plan.actions, which, ({ id }) => {
      const after =
        at(
          plan.actions.filter((each) => each.id !== id),
          other,
        )?.id ?? null;
      return [set('action', id, 'order', { after })];
    }),
  addUpdate: (plan, { which, id, text }) =>
    on(
      [
        ...plan.indicators.map((each) => ({ indicator: each.id, action: null })),
        ...plan.actions.map((each) => ({ indicator: null, action: each.id })),
      ],
      which,
      (owner) => [add('update', id, { ...owner, date: null, text, rating: null })],
    ),
  removeUpdate: (plan, { which }) =>
    on(
      [...plan.indicators, ...plan.actions].flatMap(({ updates }) => updates),
      which,
      ({ id }) => [remove('update', id)],
    ),
  addPerson: (_, { id, words }) => [add('person', id, { name: words, role: null, email: null })],
  removePerson: (plan, { which }) =>
    on(plan.people, which, (person) => {
      const without = (kind: 'indicator' | 'action') =>
        plan[`${kind}s`]
          .filter(({ leads }) => leads.includes(person.id))
          .map(({ id, leads }) =>
            set(
              kind,
              id,
              'leads',
              leads.filter((lead) => lead !== person.id),
            ),
          );
      return [...without('indicator'), ...without('action'), remove('person', person.id)];
    }),
  removeIndicator: (plan, { which }) =>
    on(plan.indicators, which, (indicator) => [
      ...plan.actions.filter((each) => each.indicator === indicator.id).map(({ id }) => remove('action', id)),
      ...plan.actions
        .filter((each) => each.indicator !== indicator.id && each.effects && indicator.id in each.effects)
        .map(({ id, effects }) => {
          const rest = Object.entries(effects ?? {}).filter(([moved]) => moved !== indicator.id);
          return set('action', id, 'effects', Object.fromEntries(rest));
        }),
      remove('indicator', indicator.id),
    ]),
  addScale: (plan, { id, words }) => [
    add('scale', id, { title: words }),
    ...(plan.ratingScales.length === 0 ? [set('plan', plan.id, 'ratingScale', id)] : []),
    add('rating', id, { scale: id, code: id, label: words, meaning: '', colour: '#00b050' }),
  ],
  removeScale: (plan, { which }) => {
    const used = new Set(
      [...plan.indicators, ...plan.actions].flatMap((each) => [
        each.rating,
        ...each.updates.map(({ rating }) => rating),
      ]),
    );
    const free = plan.ratingScales.filter(
      ({ id, ratings }) => id !== plan.ratingScale && !ratings.some(({ code }) => used.has(code)),
    );
    return on(free, which, ({ id }) => [remove('scale', id)]);
  },
  addSection: (_, { id, other, text }) => [
    add('section', id, { place: other % 2 ? 'preface' : 'closing', heading: null, body: text }),
  ],
  removeSection: (plan, { which }) =>
    on([...plan.preface, ...plan.closing], which, ({ id }) => [remove('section', id)]),
  addLayout: (plan, { which, id, words, other }) => {
    const { id: _, matrix = null, ...layout } = at(layoutsOf(plan), which) as Layout;
    const uses = other % 2 ? [set('plan', plan.id, 'layout', id)] : [];
    return [add('layout', id, { ...layout, matrix, title: words }), ...uses];
  },
  editLayout: (plan, { which, other, words }) =>
    on(plan.layouts ?? [], which, ({ id, columns, key }) =>
      other % 2
        ? [set('layout', id, 'title', words), set('layout', id, 'key', !key)]
        : [set('layout', id, 'columns', [...columns.slice(1), { ...columns[0], heading: words }])],
    ),
  useLayout: (plan, { which }) => on(layoutsOf(plan), which, ({ id }) => [set('plan', plan.id, 'layout', id)]),
  removeLayout: (plan, { which }) =>
    on(plan.layouts ?? [], which, ({ id }) => [
      ...(plan.layout === id ? [set('plan', plan.id, 'layout', null)] : []),
      remove('layout', id),
    ]),
} satisfies Record<string, (plan: Plan, gesture: Gesture) => Changes>;

export const anyGesture: fc.Arbitrary<Gesture> = fc.record({
  name: fc.constantFrom(...(Object.keys(gestures) as Gesture['name'][])),
  which: fc.nat(20),
  other: fc.nat(20),
  id: fc.uuid({ version: 7 }),
  words,
  text: richTexts,
  due: dues,
});

const emptyAction = {
  indicator: null,
  number: null,
  heading: null,
  text: [],
  gap: null,
  measure: null,
  outcome: null,
  effects: null,
  leads: [],
  due: null,
  rating: null,
  notes: null,
};

function on<Item>(items: Item[], which: number, change: (item: Item) => Changes): Changes {
  const item = at(items, which);
  return item && change(item);
}

function at<Item>(items: Item[], which: number): Item | undefined {
  return items[which % items.length];
}

function set(kind: DraftChange['kind'], record: string, field: string, value: unknown): DraftChange {
  return { kind, record, field, value: value as DraftChange['value'] };
}

function add(kind: DraftChange['kind'], record: string, fields: object): DraftChange {
  return set(kind, record, '*', fields);
}

function remove(kind: DraftChange['kind'], record: string): DraftChange {
  return set(kind, record, '*', null);
}
