import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/**
 * SHA-256 over every table but `meta`: its name, its columns and its rows in the order of their key. It finds what
 * SQLite's own check cannot: a changed letter in a text is a sound database.
 */
export function contentHash(db: Database): string {
  const hash = createHash('sha256');
  for (const table of tableNames(db)) {
    const rows = db.prepare(`SELECT * FROM "${table}" ORDER BY 1`).raw();
    hash.update(JSON.stringify([table, rows.columns().map(({ name }) => name)]));
    for (const row of rows.iterate()) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}

/** The hash that the file itself claims; undefined where it claims none. */
export function claimedHash(db: Database): string | undefined {
  return db.prepare<[], string>(`SELECT "value" FROM "meta" WHERE "key" = 'contentHash'`).pluck().get();
}

/** Writes the hash of what a database holds now into it. */
export function stampHash(db: Database): void {
  db.prepare(`INSERT OR REPLACE INTO "meta" ("key", "value") VALUES ('contentHash', ?)`).run(contentHash(db));
}

/** The tables that hold content, by name. */
export function tableNames(db: Database): string[] {
  return db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'meta' ORDER BY name`)
    .pluck()
    .all();
}
