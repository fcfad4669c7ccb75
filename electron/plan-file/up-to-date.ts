import Database from 'better-sqlite3';
import { insertInto } from './contents.ts';
import { type Rows, rowsIn } from './inspect.ts';
import { migrate, migrations } from './migrate.ts';

/** The rows of a file of an older version, as the newest one has them: in a database that we made, by our own steps. */
export function upToDate(rows: Rows, steps = migrations): Rows {
  if (rows.version === steps.length) return rows;
  const db = new Database(':memory:');
  try {
    migrate(db, rows.version, steps);
    db.transaction(() => {
      // The tables come by name, a change before its edit.
      db.pragma('defer_foreign_keys = ON');
      for (const [table, { columns, rows: all }] of Object.entries(rows.tables)) {
        const insert = insertInto(db, table, columns);
        for (const row of all) insert.run(Object.fromEntries(columns.map((column, index) => [column, row[index]])));
      }
    })();
    migrate(db, steps.length, steps);
    return rowsIn(db, steps.length);
  } finally {
    db.close();
  }
}
