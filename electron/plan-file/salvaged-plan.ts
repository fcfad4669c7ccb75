import { type Change, changeSchema, type RecordKind, recordKinds } from '../../shared/log/edit.ts';
import { isEqual } from '../../shared/log/equal.ts';
import { fold } from '../../shared/log/fold.ts';
import { isOwnLayoutId, type Plan } from '../../shared/plan/model.ts';
import { type Fields, type Records, recordIdSchema, recordSchemas, toPlan } from '../../shared/plan/records.ts';
import { brokenRule } from '../../shared/plan/rules.ts';
import { toChange } from './contents.ts';
import type { Rows } from './inspect.ts';
import { type Row, toFields } from './tables.ts';

/** A plan put together from what could be read of its file. */
export interface SalvagedPlan {
  plan: Plan;
  /** How many records say one thing in their table and another in the log: one of the two is damaged. */
  doubtful: number;
}

/**
 * Makes a plan of rows of which some are missing or damaged. Every record stands in a file twice, in its table and in
 * the log: what is in neither is gone. What names something that is gone is kept without it.
 *
 * @returns undefined where what is left is no plan
 */
export function salvagedPlan(rows: Rows): SalvagedPlan | undefined {
  const logged = fold(
    rowsOf(rows, 'change').flatMap((row) => sound(() => changeSchema.parse(toChange(row) as Change))),
  );
  let doubtful = 0;
  const found = Object.fromEntries(
    recordKinds.map((kind) => {
      const inTable = rowsOf(rows, kind).flatMap((row) => sound(() => recordOf(kind, row.id, toFields(kind, row))));
      const inLog = [...logged[kind]].flatMap(([id, fields]) => sound(() => recordOf(kind, id, fields)));
      const log = new Map(inLog);
      doubtful += inTable.filter(([id, fields]) => log.has(id) && !isEqual(log.get(id), fields)).length;
      return [kind, new Map([...inLog, ...inTable])];
    }),
  ) as unknown as Records;
  if (found.plan.size !== 1) return undefined;
  const plan = toPlan(withoutLoose(found));
  return brokenRule(plan) ? undefined : { plan, doubtful };
}

function recordOf(kind: RecordKind, id: unknown, fields: object): [string, Fields] {
  return [recordIdSchema(kind).parse(id), recordSchemas[kind].parse(fields) as Fields];
}

/** The records as they can be without those that are gone. */
function withoutLoose({
  plan,
  scale,
  rating,
  person,
  section,
  indicator,
  action,
  update,
  exception,
  layout,
}: Records): Records {
  const ratings = new Map([...rating].filter(([, each]) => scale.has(each.scale)));
  const codes = new Set([...ratings.values()].map(({ code }) => code));
  const code = (given: string | null) => (given !== null && codes.has(given) ? given : null);
  const leads = (given: string[]) => [...new Set(given)].filter((id) => person.has(id));
  const [[planId, of]] = [...plan] as [[string, Fields<'plan'>]];
  const ratingScale = scale.size === 0 || scale.has(of.ratingScale) ? of.ratingScale : ([...scale.keys()][0] as string);
  const publishedIn = of.layout !== null && isOwnLayoutId(of.layout) && !layout.has(of.layout) ? null : of.layout;
  return {
    plan: new Map([[planId, { ...of, ratingScale, layout: publishedIn }]]),
    scale,
    rating: ratings,
    person,
    section,
    indicator: mapped(indicator, (each) => ({ ...each, leads: leads(each.leads), rating: code(each.rating) })),
    action: mapped(action, (each) => ({
      ...each,
      leads: leads(each.leads),
      rating: code(each.rating),
      indicator: each.indicator !== null && indicator.has(each.indicator) ? each.indicator : null,
      effects: each.effects && Object.fromEntries(Object.entries(each.effects).filter(([id]) => indicator.has(id))),
    })),
    update: new Map(
      [...mapped(update, (each) => ({ ...each, rating: code(each.rating) }))].filter(([, each]) =>
        each.indicator === null ? each.action !== null && action.has(each.action) : indicator.has(each.indicator),
      ),
    ),
    exception,
    layout,
  };
}

function mapped<Each>(records: ReadonlyMap<string, Each>, change: (record: Each) => Each): Map<string, Each> {
  return new Map([...records].map(([id, record]) => [id, change(record)]));
}

function rowsOf({ tables }: Rows, name: string): Row[] {
  const { columns, rows } = tables[name] ?? { columns: [], rows: [] };
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
}

/** Nothing where it is not as it should be. */
function sound<Value>(read: () => Value): Value[] {
  try {
    return [read()];
  } catch {
    return [];
  }
}
