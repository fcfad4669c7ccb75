import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/**
 * SHA-256 over every table but `meta`: its name, its columns and its rows in the order of their key. It finds what
 * SQLite's own check cannot: a changed letter in a text is a sound database. Each cell is led in by a NUL, or is a 1
 * alone where it is null, and each row is ended by a 2: none of them stands in a text of a plan.
 */
export function contentHash(db: Database): string {
  const hash = createHash('sha256');
  for (const table of tableNames(db)) {
    const rows = db.prepare<[], (string | number | null)[]>(`SELECT * FROM "${table}" ORDER BY 1`).raw();
    let text = JSON.stringify([table, rows.columns().map(({ name }) => name)]);
    for (const row of rows.iterate()) {
      for (const cell of row) text += cell === null ? '\u0001' : `\u0000${cell}`;
      text += '\u0002';
      if (text.length < piece) continue;
      hash.update(text);
      text = '';
    }
    hash.update(text);
  }
  return hash.digest('hex');
}

/** Long enough to be quick, short enough to be little memory. */
const piece = 100_000;

/** The hash that the file itself claims; undefined where it claims none. */
export function claimedHash(db: Database): string | undefined {
  return db.prepare<[], string>(`SELECT "value" FROM "meta" WHERE "key" = 'contentHash'`).pluck().get();
}

/** Writes into a database the hash of what it holds. */
export function stampHash(db: Database, hash = contentHash(db)): void {
  db.prepare(`INSERT OR REPLACE INTO "meta" ("key", "value") VALUES ('contentHash', ?)`).run(hash);
}

/** The tables that hold content, by name. */
export function tableNames(db: Database): string[] {
  return db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'meta' ORDER BY name`)
    .pluck()
    .all();
}
