import Database from 'better-sqlite3';
import { PlanError } from '../../shared/messages.ts';
import { claimedHash, contentHash, tableNames } from './content-hash.ts';
import { checkHeader } from './header.ts';
import { migrate, schemaOf } from './migrate.ts';

/** The rows of a plan file, as data. */
export interface Rows {
  version: number;
  tables: Record<string, { columns: string[]; rows: Cell[][] }>;
}
export type Cell = string | number | null;

/**
 * Copies the rows out of the bytes of a plan file, if it is whole and nothing but a plan.
 * @throws PlanError `damaged-file`, `altered-file`, or one of those of its header
 */
export function rowsOf(bytes: Uint8Array): Rows {
  const { db, version } = openChecked(bytes);
  try {
    return rowsIn(db, version);
  } finally {
    db.close();
  }
}

/** All rows of a database that may be trusted by now. */
export function rowsIn(db: Database.Database, version: number): Rows {
  const tables = tableNames(db).map((table) => {
    const rows = db.prepare<[], Cell[]>(`SELECT * FROM "${table}" ORDER BY 1`).raw();
    return [table, { columns: rows.columns().map(({ name }) => name), rows: rows.all() }];
  });
  return { version, tables: Object.fromEntries(tables) };
}

/**
 * Opens the bytes of a plan file in memory. Nothing that stands in it is run: its schema is compared with ours before
 * SQLite is asked for anything that would evaluate a part of it (`integrity_check` evaluates CHECK and indexes).
 * @throws PlanError `damaged-file`, `altered-file`, or one of those of its header
 */
export function openChecked(bytes: Uint8Array): { db: Database.Database; version: number } {
  const version = attempt(() => checkHeader(bytes));
  const { buffer, byteOffset, byteLength } = bytes; // SQLite makes a copy of its own
  const db = attempt(() => new Database(Buffer.from(buffer, byteOffset, byteLength), { readonly: true }));
  try {
    attempt(() => {
      db.pragma('trusted_schema = OFF');
      db.pragma('cell_size_check = ON');
      refuseOtherSchema(schemaOf(db), version);
    });
    attempt(() => {
      const found = db.prepare<[], string>('PRAGMA integrity_check(1)').pluck().get();
      if (found !== 'ok') throw new PlanError('damaged-file', { found: 'its pages do not fit together' });
      if (db.pragma('foreign_key_check', { simple: true }) !== undefined) {
        throw new PlanError('altered-file', { found: 'a record in it belongs to one that is not there' });
      }
    });
    attempt(() => {
      if (claimedHash(db) !== contentHash(db)) {
        throw new PlanError('damaged-file', { found: 'its content is not what was saved' });
      }
    });
    return { db, version };
  } catch (error) {
    db.close();
    throw error;
  }
}

function refuseOtherSchema(found: string[], version: number): void {
  const ours = ourSchema(version);
  const expected = new Set(ours);
  const extra = found.find((each) => !expected.has(each));
  if (extra !== undefined) {
    const [type, name] = JSON.parse(extra) as [unknown, unknown];
    throw new PlanError('altered-file', {
      found: `it has a ${String(type)} “${String(name).slice(0, 60)}” that is not ours`,
    });
  }
  if (found.length !== ours.length) throw new PlanError('altered-file', { found: 'a part of it is missing' });
}

const ourSchemas = new Map<number, string[]>();

function ourSchema(version: number): string[] {
  const known = ourSchemas.get(version);
  if (known) return known;
  const db = new Database(':memory:');
  try {
    migrate(db, version);
    const schema = schemaOf(db);
    ourSchemas.set(version, schema);
    return schema;
  } finally {
    db.close();
  }
}

/** What SQLite cannot read is damaged. */
function attempt<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof PlanError) throw error;
    throw new PlanError('damaged-file', { found: whatSqliteSays(error) }, { cause: error });
  }
}

function whatSqliteSays(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return code === 'SQLITE_CORRUPT' ? 'its pages do not fit together' : `reading it gave ${String(code ?? 'an error')}`;
}
