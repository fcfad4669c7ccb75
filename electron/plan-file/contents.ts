import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import {
  type Change,
  changeSchema,
  type Edit,
  editSchema,
  type RecordKind,
  recordKinds,
} from '../../shared/log/edit.ts';
import { isEqual } from '../../shared/log/equal.ts';
import { fold } from '../../shared/log/fold.ts';
import { PlanError } from '../../shared/messages.ts';
import { limits, type Plan } from '../../shared/plan/model.ts';
import { firstProblem, type Problem } from '../../shared/plan/problem.ts';
import {
  type Fields,
  looseRecord,
  type Records,
  recordIdSchema,
  recordSchemas,
  toPlan,
} from '../../shared/plan/records.ts';
import { brokenRule } from '../../shared/plan/rules.ts';
import type { Cell, Rows } from './inspect.ts';
import { columnsOf, type Row, toFields, toRow } from './tables.ts';

/** All that a plan file says: the records, and the log that led to them, in the order in which it came together. */
export interface Contents {
  plan: Plan;
  records: Records;
  edits: Edit[];
  changes: Change[];
}

/**
 * Makes sense of rows that may come from anywhere: every record and every entry of the log is checked, then the rules
 * between them, and that the log leads to these very records.
 *
 * @throws PlanError `altered-file`
 */
export function contentsOf(rows: Rows): Contents {
  refuseTooMany(rows);
  const records = recordsOf((kind) => rowsOfTable(rows, kind));
  const edits = rowsOfTable(rows, 'edit').map(({ seq: _, ...row }) => checked(editSchema, row, 'the log'));
  const plan = planOf(records, edits);
  const changes = rowsOfTable(rows, 'change').map((row) => checked(loggedSchema, toChange(row), 'the log'));
  const known = new Set(edits.map(({ id }) => id));
  if (changes.some(({ edit }) => !known.has(edit)))
    throw altered({ where: 'the log', found: 'has a change of no edit' });
  if (!foldsTo(changes, records)) throw altered({ where: 'the log', found: 'does not lead to what the plan says' });
  return { plan, records, edits, changes };
}

/** The records of a working copy. @throws PlanError `altered-file` */
export function recordsIn(db: Database): Records {
  return recordsOf((kind) => db.prepare<[], Row>(`SELECT * FROM "${kind}" ORDER BY "id"`).all());
}

/**
 * The plan that these records are, if they are one. Only where copies were brought together may a rule be broken in it.
 * @throws PlanError `altered-file`
 */
export function planOf(records: Records, edits: Pick<Edit, 'kind'>[]): Plan {
  const loose = looseRecord(records);
  if (loose) throw altered(loose);
  const plan = toPlan(records);
  const broken = brokenRule(plan);
  if (broken && !edits.some(({ kind }) => kind === 'merge')) throw altered(broken);
  return plan;
}

/** Whether the records are what the log leads to. */
export function foldsTo(changes: Change[], records: Records): boolean {
  const folded = fold(changes);
  return recordKinds.every(
    (kind) =>
      folded[kind].size === records[kind].size &&
      [...records[kind]].every(([id, fields]) => isEqual(folded[kind].get(id), fields)),
  );
}

/** Replaces all that a database holds. The caller wraps it in a transaction. */
export function writeContents(db: Database, { records, edits, changes }: Omit<Contents, 'plan'>): void {
  for (const table of ['change', 'edit', ...recordKinds]) db.exec(`DELETE FROM "${table}"`);
  for (const kind of recordKinds) {
    const insert = insertInto(db, kind, columnsOf[kind]);
    for (const [id, fields] of records[kind]) insert.run(toRow(id, fields));
  }
  const edit = insertInto(db, 'edit', editColumns);
  for (const each of edits) edit.run(each);
  const change = insertInto(db, 'change', changeColumns);
  for (const each of changes) change.run(toChangeRow(each));
}

export const editColumns = Object.keys(editSchema.shape);
export const changeColumns = Object.keys(changeSchema.shape);

/** A statement that adds a row, given by the names of its columns. */
export function insertInto(db: Database, table: string, columns: string[]) {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const values = columns.map((column) => `@${column}`).join(', ');
  return db.prepare<[object]>(`INSERT INTO "${table}" (${names}) VALUES (${values})`);
}

export function toChangeRow(change: Change): Row {
  return { ...change, value: JSON.stringify(change.value), replaces: JSON.stringify(change.replaces) };
}

/** A change of the log of a file of ours. */
export function toChange({ seq: _, ...row }: Row): Change {
  return { ...row, value: JSON.parse(row.value as string), replaces: JSON.parse(row.replaces as string) } as Change;
}

/** What JSON gave is JSON; whether an older value would still do is asked when it is put back. */
const loggedSchema = changeSchema.extend({ value: z.custom<Change['value']>((value) => value !== undefined) });

function recordsOf(rows: (kind: RecordKind) => Row[]): Records {
  const records = recordKinds.map((kind) => {
    const idSchema = recordIdSchema(kind);
    const entries = rows(kind).map((row): [string, Fields] => {
      const id = checked(idSchema, row.id, `the id of a record (${kind})`);
      return [id, checked<Fields>(recordSchemas[kind], toFields(kind, row), `${kind} ${id}`)];
    });
    return [kind, new Map(entries)];
  });
  return Object.fromEntries(records) as Records;
}

/** Before each is looked at: nobody waits for a million rows to be checked that cannot be a plan. */
function refuseTooMany({ tables }: Rows): void {
  for (const [table, most] of Object.entries(mostRows)) {
    const count = tables[table]?.rows.length ?? 0;
    if (count > most)
      throw altered({ where: `the table “${table}”`, found: `has more rows than a plan can have (${count})` });
  }
}

const mostRows: Partial<Record<RecordKind, number>> = {
  plan: 1,
  scale: limits.scales,
  rating: limits.scales * limits.ratings,
  person: limits.people,
  section: 2 * limits.sections,
  indicator: limits.indicators,
  action: limits.actions,
  layout: limits.layouts,
};

function rowsOfTable({ tables }: Rows, name: string): Row[] {
  const { columns, rows } = tables[name] ?? { columns: [], rows: [] };
  return rows.map((cells) => {
    const row: Row = {};
    for (const [index, column] of columns.entries()) row[column] = cells[index] as Cell;
    return row;
  });
}

function checked<Value>(schema: z.ZodType<Value>, value: unknown, what: string): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { where, found } = firstProblem(result.error, '');
  throw altered({ where: [what, where].filter(Boolean).join(', '), found });
}

function altered({ where, found }: Problem): PlanError {
  return new PlanError('altered-file', { where, found: `${where} ${found}` });
}
