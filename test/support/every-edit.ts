import { newId } from '../../shared/id.ts';
import { layoutOf } from '../../shared/layout/layouts-of.ts';
import type { DraftEdit } from '../../shared/log/edit.ts';
import { runChecks } from '../../shared/plan/checks/all.ts';
import { leaveSo } from '../../shared/plan/checks/leave-so.ts';
import { addAction, deleteActions, duplicateAction } from '../../shared/plan/edits/actions.ts';
import { addIndicator, deleteIndicator, moveIndicator } from '../../shared/plan/edits/indicators.ts';
import { joinActions } from '../../shared/plan/edits/join-actions.ts';
import {
  addColumn,
  copyLayout,
  deleteColumn,
  deleteLayout,
  moveColumn,
  publishIn,
  setColumn,
} from '../../shared/plan/edits/layouts.ts';
import { addLead, removeLead } from '../../shared/plan/edits/leads.ts';
import { setMany } from '../../shared/plan/edits/many.ts';
import { moveActionBy, moveActions } from '../../shared/plan/edits/move-actions.ts';
import { addPerson, mergePeople, movePerson, removePeople } from '../../shared/plan/edits/people.ts';
import { setPeriod } from '../../shared/plan/edits/period.ts';
import { chooseRatingScale } from '../../shared/plan/edits/rating-scale.ts';
import { addRating, deleteRating, moveRating, ratingsInUse, recodeRating } from '../../shared/plan/edits/ratings.ts';
import { addSection, deleteSection, moveSection } from '../../shared/plan/edits/sections.ts';
import { setField } from '../../shared/plan/edits/set-field.ts';
import { splitAction } from '../../shared/plan/edits/split-action.ts';
import { addUpdate, deleteUpdate } from '../../shared/plan/edits/updates.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { fromPlainText } from '../../shared/plan/rich-text.ts';

/** An edit of a plan as it is by then; undefined where there is nothing of that kind to edit. */
export type MakeEdit = (plan: Plan) => DraftEdit | undefined;

const words = fromPlainText('Heard from staff:\n• what helps\n• what does not');
const due = { text: 'end of June', date: '2026-06-30' };

/** One of everything that the editor can do to a plan, in an order in which each finds what it needs. */
export const everyEdit: readonly MakeEdit[] = [
  // Every field of every kind of record.
  (plan) => setField(plan, 'plan', plan.id, 'title', 'Our plan for race equality'),
  (plan) => setField(plan, 'plan', plan.id, 'trustName', 'Another NHS Trust'),
  (plan) => setField(plan, 'plan', plan.id, 'trustShortName', 'Another'),
  (plan) => setField(plan, 'plan', plan.id, 'status', plan.status === 'draft' ? 'approved' : 'draft'),
  (plan) => setField(plan, 'plan', plan.id, 'edition', plan.edition === '2025' ? '2023' : '2025'),
  (plan) => setField(plan, 'plan', plan.id, 'layout', plan.layout === 'gaps-by-action' ? null : 'gaps-by-action'),
  (plan) => setField(plan, 'plan', plan.id, 'termBme', 'Global Majority'),
  (plan) => setField(plan, 'plan', plan.id, 'termIndicator', 'Measure'),
  onIndicator((plan, id) => setField(plan, 'indicator', id, 'wording', 'How we are doing')),
  onIndicator((plan, id) => setField(plan, 'indicator', id, 'objective', words)),
  onIndicator((plan, id) => setField(plan, 'indicator', id, 'narrative', words)),
  onIndicator((plan, id) => setField(plan, 'indicator', id, 'gaps', words)),
  onIndicator((plan, id) => setField(plan, 'indicator', id, 'measure', words)),
  onIndicator((plan, id) => setField(plan, 'indicator', id, 'outcome', words)),
  onIndicator((plan, id) => setField(plan, 'indicator', id, 'due', due)),
  onIndicator((plan, id) => setField(plan, 'indicator', id, 'notes', words)),
  onAction((plan, id) => setField(plan, 'action', id, 'number', '99z')),
  onAction((plan, id) => setField(plan, 'action', id, 'heading', 'A heading of its own')),
  onAction((plan, id) => setField(plan, 'action', id, 'text', words)),
  onAction((plan, id) => setField(plan, 'action', id, 'gap', words)),
  onAction((plan, id) => setField(plan, 'action', id, 'measure', words)),
  onAction((plan, id) => setField(plan, 'action', id, 'outcome', words)),
  onAction((plan, id) => setField(plan, 'action', id, 'due', due)),
  onAction((plan, id) => setField(plan, 'action', id, 'notes', words)),
  onAction((plan, id) => setField(plan, 'action', id, 'effects', { [lastOf(plan.indicators).id]: 'indirect' })),
  onAction((plan, id) => setField(plan, 'action', id, 'due', null)),
  () => addPerson(newId(), { name: 'Chair of the network', role: 'Chair' }),
  (plan) => setField(plan, 'person', lastOf(plan.people).id, 'name', 'Co-chair of the network'),
  (plan) => setField(plan, 'person', lastOf(plan.people).id, 'role', null),
  (plan) => setField(plan, 'person', lastOf(plan.people).id, 'email', 'network@example.nhs.uk'),

  // Ratings, where the plan rates; else it begins to.
  (plan) => {
    const [first] = plan.ratingScales.flatMap(({ ratings }) => ratings);
    const used = Object.fromEntries([...ratingsInUse(plan).keys()].map((code) => [code, 'R']));
    return first ? undefined : chooseRatingScale(plan, 'rag', used, newId);
  },
  (plan) => addRating(plan.ratingScale, { id: newId(), code: 'Z', label: 'Paused', meaning: '', colour: '#123456' }),
  onIndicator((plan, id) => setField(plan, 'indicator', id, 'rating', 'Z')),
  onAction((plan, id) => setField(plan, 'action', id, 'rating', 'Z')),
  onPaused((plan, id) => setField(plan, 'rating', id, 'label', 'On hold')),
  onPaused((plan, id) => setField(plan, 'rating', id, 'meaning', 'Nothing happens for now.')),
  onPaused((plan, id) => setField(plan, 'rating', id, 'colour', '#654321')),
  onPaused((plan, id) => recodeRating(plan, id, 'ZZ')),
  onPaused((plan, id) => moveRating(plan, id, null)),
  (plan) => setField(plan, 'scale', plan.ratingScale, 'title', 'How far it is'),

  // Leads, and who they are.
  onAction((plan, id) => addLead(plan, [{ kind: 'action', id }], 'Head of New Things', newId)),
  onIndicator((plan, id) => addLead(plan, [{ kind: 'indicator', id }], 'head of new things', newId)),
  onAction((plan, id) => {
    const lead = plan.actions.find((action) => action.id === id)?.leads[0];
    return lead ? removeLead(plan, [{ kind: 'action', id }], lead) : undefined;
  }),
  (plan) => movePerson(plan, lastOf(plan.people).id, null),
  (plan) => mergePeople(plan, lastOf(plan.people).id, [firstOf(plan.people).id]),
  (plan) => removePeople(plan, [firstOf(plan.people).id])?.edit,

  // Updates.
  onAction((plan, id) => addUpdate(plan, [{ kind: 'action', id }], { text: words, rating: 'ZZ' }, newId)),
  onIndicator((plan, id) => addUpdate(plan, [{ kind: 'indicator', id }], { text: words, date: '2026-10-31' }, newId)),
  onUpdate((plan, id) => setField(plan, 'update', id, 'text', fromPlainText('Half of it is done.'))),
  onUpdate((plan, id) => setField(plan, 'update', id, 'date', '2026-11-30')),
  onUpdate((plan, id) => setField(plan, 'update', id, 'rating', null)),
  (plan) => addUpdate(plan, allActions(plan), { text: words, date: '2026-12-01' }, newId, { rate: true }),
  onUpdate((plan, id) => deleteUpdate(plan, id)),
  (plan) => setMany(plan, allActions(plan), { due, rating: 'ZZ', leads: plan.people.slice(0, 1).map(({ id }) => id) }),

  // Actions as a whole.
  (plan) => addAction(plan, newId(), { indicator: firstOf(plan.indicators).id }, words),
  (plan) => addAction(plan, newId(), { indicator: null, after: null }),
  onAction((plan, id) => duplicateAction(plan, id, newId())),
  onAction((plan, id) => splitAction(plan, id, 1, newId())),
  (plan) =>
    joinActions(
      plan,
      plan.actions.slice(0, 2).map(({ id }) => id),
    ),
  onAction((plan, id) => moveActionBy(plan, id, 1) ?? moveActionBy(plan, id, -1)),
  onAction((plan, id) => moveActions(plan, [id], { indicator: lastOf(plan.indicators).id, after: null })),
  onAction((plan, id) => moveActions(plan, [id], { indicator: null })),
  onAction((plan, id) => deleteActions(plan, [id])),

  // Rows, sections, and the plan as a whole.
  () => addIndicator(newId(), 'Listening to our networks'),
  (plan) => moveIndicator(plan, lastOf(plan.indicators).id, null),
  (plan) => deleteIndicator(plan, lastOf(plan.indicators).id, 'keep'),
  (plan) => deleteIndicator(plan, lastOf(plan.indicators).id, 'delete'),
  () => addSection('preface', { id: newId(), heading: 'Who we are', body: words }, null),
  (plan) => setField(plan, 'section', firstOf(plan.preface).id, 'heading', null),
  (plan) => setField(plan, 'section', firstOf(plan.preface).id, 'body', fromPlainText('A Trust of 9,000 people.')),
  () => addSection('closing', { id: newId(), body: [] }),
  (plan) => moveSection(plan, firstOf(plan.preface).id, 'closing', null),
  (plan) => deleteSection(plan, lastOf(plan.closing).id),
  (plan) => setPeriod(plan, { from: '2027-04-01', to: '2028-03-31', label: '2027-28' }),
  (plan) => {
    const found = runChecks(plan, { today: '2026-11-02' }).find(({ findings }) => findings.length > 0);
    const [finding] = found?.findings ?? [];
    return found && finding && leaveSo(plan, found.check, finding, 'Agreed with the committee.', newId);
  },
  onPaused((plan, id) => deleteRating(plan, id, null)),

  // Layouts of its own.
  (plan) => copyLayout(plan, layoutOf(plan), newId()),
  onLayout((plan, id) => publishIn(plan, id)),
  onLayout((plan, id) => setField(plan, 'layout', id, 'title', 'As our board has it')),
  onLayout((plan, id) => {
    const upright = firstOf(plan.layouts ?? []).page.orientation === 'portrait';
    return setField(plan, 'layout', id, 'page', { orientation: upright ? 'landscape' : 'portrait', size: 'A4' });
  }),
  onLayout((plan, id) => setField(plan, 'layout', id, 'key', !firstOf(plan.layouts ?? []).key)),
  onLayout((plan, id) => addColumn(plan, id, 0)),
  onLayout((plan, id) => setColumn(plan, id, 1, { heading: 'By when', empty: 'tbc' })),
  onLayout((plan, id) => moveColumn(plan, id, 1, 0)),
  onLayout((plan, id) => deleteColumn(plan, id, 0)),
  onLayout((plan, id) => deleteLayout(plan, id)),
];

type OfRecord = (plan: Plan, id: string) => DraftEdit | undefined;

function onIndicator(make: OfRecord): MakeEdit {
  return (plan) => make(plan, firstOf(plan.indicators).id);
}

function onAction(make: OfRecord): MakeEdit {
  return (plan) => make(plan, firstOf(plan.actions).id);
}

function onLayout(make: OfRecord): MakeEdit {
  return (plan) => make(plan, firstOf(plan.layouts ?? []).id);
}

function onUpdate(make: OfRecord): MakeEdit {
  return (plan) => make(plan, firstOf(plan.actions.flatMap(({ updates }) => updates)).id);
}

/** The rating that was added on the way, by whatever code. */
function onPaused(make: OfRecord): MakeEdit {
  return (plan) => {
    const all = plan.ratingScales.flatMap(({ ratings }) => ratings);
    return make(plan, firstOf(all.filter(({ code }) => code === 'Z' || code === 'ZZ')).id);
  };
}

function allActions(plan: Plan) {
  return plan.actions.map(({ id }) => ({ kind: 'action' as const, id }));
}

function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items;
  if (first === undefined) throw new RangeError('There is none.');
  return first;
}

function lastOf<Item>(items: readonly Item[]): Item {
  return firstOf(items.slice(-1));
}
