import Database from 'better-sqlite3';
import { PlanError } from '../../shared/messages.ts';
import type { Cell, Rows } from './inspect.ts';
import { applicationId, migrate, schemaOf, schemaVersion } from './migrate.ts';

/**
 * Reads what can be read of a damaged plan file, row by row. Only tables that are word for word ours are asked, by the
 * number of each row: no index, no view and nothing else that stands in the file is made use of.
 *
 * @throws PlanError `damaged-file` where not even its list of tables can be read
 */
export function salvageRows(bytes: Uint8Array): Rows {
  const version = versionOf(bytes);
  let db: Database.Database | undefined;
  try {
    db = new Database(mended(bytes), { readonly: true });
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    return { version, tables: readableTables(db, version, bytes.length) };
  } catch (error) {
    throw new PlanError('damaged-file', { found: 'nothing of it can be read' }, { cause: error });
  } finally {
    db?.close();
  }
}

function versionOf(bytes: Uint8Array): number {
  const said = bytes.length < 100 ? 0 : Buffer.from(bytes.buffer, bytes.byteOffset, 100).readUInt32BE(60);
  return said >= 1 && said <= schemaVersion ? said : schemaVersion;
}

/** With the header that our files have and all the pages that it counts, those that are missing empty. */
function mended(bytes: Uint8Array): Buffer {
  const pages = Math.max(1, Math.ceil(bytes.length / pageSize), countedPages(bytes));
  const whole = Buffer.alloc(pages * pageSize);
  whole.set(bytes);
  whole.write('SQLite format 3\u0000', 0, 'latin1');
  whole.writeUInt16BE(pageSize, 16);
  whole.set([1, 1, 0, 64, 32, 32], 18);
  whole.writeUInt32BE(pages, 28);
  whole.writeUInt32BE(1, 56);
  whole.writeUInt32BE(applicationId, 68);
  // The page count counts only where these two agree.
  whole.copy(whole, 92, 24, 28);
  return whole;
}

/** All our files have pages of this size: it is SQLite's own. */
const pageSize = 4_096;

function countedPages(bytes: Uint8Array): number {
  const counted = bytes.length < 100 ? 0 : Buffer.from(bytes.buffer, bytes.byteOffset, 100).readUInt32BE(28);
  // What the header says may be damaged too: a file that lost more than nine tenths is lost.
  return Math.min(counted, Math.ceil(bytes.length / pageSize) * 10);
}

function readableTables(db: Database.Database, version: number, size: number): Rows['tables'] {
  const ours = new Database(':memory:');
  migrate(ours, version);
  const known = new Set(schemaOf(ours));
  ours.close();
  const tables: Rows['tables'] = {};
  for (const entry of schemaOf(db).filter((each) => known.has(each))) {
    const [type, name] = JSON.parse(entry) as [string, string];
    if (type === 'table' && name !== 'meta') tables[name] = readableRows(db, name, size);
  }
  return tables;
}

function readableRows(db: Database.Database, table: string, size: number): Rows['tables'][string] {
  const byNumber = db.prepare<[number], Cell[]>(`SELECT * FROM "${table}" NOT INDEXED WHERE rowid = ?`).raw();
  const columns = byNumber.columns().map(({ name }) => name);
  const rows: Cell[][] = [];
  const last = attempt(() => db.prepare<[], number>(`SELECT max(rowid) FROM "${table}"`).pluck().get());
  // No row is smaller than this; and no table of a plan is longer.
  const most = Math.min(last ?? Number.POSITIVE_INFINITY, Math.ceil(size / 16));
  for (let number = 1; number <= most; number++) {
    const row = attempt(() => byNumber.get(number));
    if (row) rows.push(row);
  }
  return { columns, rows };
}

/** Undefined where SQLite cannot. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
