import type { Database } from 'better-sqlite3';
import { version1 } from './migrations/001.ts';
import { version2 } from './migrations/002.ts';

/** "WRES", in the header of every plan file: what tells it from any other SQLite database. */
export const applicationId = 0x57524553;

/** The steps from an empty database to the newest schema, one for each version. */
export const migrations: readonly ((db: Database) => void)[] = [version1, version2];

/** The newest version that this program knows. */
export const schemaVersion = migrations.length;

/** Brings a database up to a version, all steps or none, and says in its header which it is. */
export function migrate(db: Database, to = schemaVersion, steps = migrations): void {
  const from = db.pragma('user_version', { simple: true }) as number;
  db.transaction(() => {
    for (const step of steps.slice(from, to)) step(db);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${to}`);
  }).immediate();
}

/** All that a database is made of, as SQLite wrote it down. */
export function schemaOf(db: Database): string[] {
  const rows = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').raw().all();
  return rows.map((row) => JSON.stringify(row));
}
