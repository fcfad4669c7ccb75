import type { RecordKind } from '../log/edit.ts';
import { PlanError } from '../messages.ts';
import type {
  Action,
  Exception,
  Indicator,
  OwnLayout,
  Person,
  Plan,
  Rating,
  RatingScale,
  Section,
  Update,
} from './model.ts';

/** What each kind of record is in a plan. */
export interface RecordOf {
  plan: Plan;
  scale: RatingScale;
  rating: Rating;
  person: Person;
  section: Section;
  indicator: Indicator;
  action: Action;
  update: Update;
  exception: Exception;
  layout: OwnLayout;
}

/** The record of that id. @throws PlanError `edit-refused` where it is not there any more */
export function existing<Kind extends RecordKind>(plan: Plan, kind: Kind, id: string): RecordOf[Kind] {
  const found = recordOf(plan, kind, id);
  if (!found) throw new PlanError('edit-refused', { where: `the ${kind}`, found: 'is not there any more' });
  return found;
}

/** The record of that id, if it is there. */
export function recordOf<Kind extends RecordKind>(plan: Plan, kind: Kind, id: string): RecordOf[Kind] | undefined {
  return indexOf(plan, kind).get(id);
}

/** The records of one kind, in the plan's order. */
export function recordsOf<Kind extends RecordKind>(plan: Plan, kind: Kind): RecordOf[Kind][] {
  const lists: { [Each in RecordKind]: () => RecordOf[Each][] } = {
    plan: () => [plan],
    scale: () => plan.ratingScales,
    rating: () => plan.ratingScales.flatMap(({ ratings }) => ratings),
    person: () => plan.people,
    section: () => [...plan.preface, ...plan.closing],
    indicator: () => plan.indicators,
    action: () => plan.actions,
    update: () => [...plan.indicators, ...plan.actions].flatMap(({ updates }) => updates),
    exception: () => plan.exceptions ?? [],
    layout: () => plan.layouts ?? [],
  };
  return lists[kind]();
}

/** What an update is progress of. */
export function ownerOf(plan: Plan, update: string): Owner | undefined {
  const known = owners.get(plan) ?? readOwners(plan);
  owners.set(plan, known);
  return known.get(update);
}

export interface Owner {
  kind: 'indicator' | 'action';
  id: string;
}

const owners = new WeakMap<Plan, Map<string, Owner>>();

function readOwners(plan: Plan): Map<string, Owner> {
  const of = (kind: Owner['kind'], records: readonly { id: string; updates: Update[] }[]) =>
    records.flatMap(({ id, updates }) => updates.map((update): [string, Owner] => [update.id, { kind, id }]));
  return new Map([...of('indicator', plan.indicators), ...of('action', plan.actions)]);
}

type Index = { [Kind in RecordKind]?: Map<string, RecordOf[Kind]> };

const indexes = new WeakMap<Plan, Index>();

/** Made once for a plan and a kind, when it is first asked for. */
function indexOf<Kind extends RecordKind>(plan: Plan, kind: Kind): Map<string, RecordOf[Kind]> {
  const index: Index = indexes.get(plan) ?? {};
  indexes.set(plan, index);
  const known: Map<string, RecordOf[Kind]> =
    index[kind] ?? new Map(recordsOf(plan, kind).map((each) => [each.id, each]));
  index[kind] = known as Index[Kind];
  return known;
}
