import type { Database } from 'better-sqlite3';
import { migrations } from '../../electron/plan-file/migrate.ts';

/** The migrations with one more, as a next version might have it; `step` is called before and after each part of it. */
export function withNextVersion(step: (now: 'before' | 'after') => void = () => undefined) {
  const next = (db: Database) => {
    for (const sql of parts) {
      step('before');
      db.exec(sql);
      step('after');
    }
  };
  return [...migrations, next];
}

const parts = [
  'CREATE TABLE "team" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL) STRICT',
  'ALTER TABLE "person" ADD COLUMN "team" TEXT',
  `INSERT INTO "team" SELECT "id", "name" FROM "person"`,
];
