import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Log } from '../../shared/log/came-in.ts';
import { type Change, type Edit, type RecordKind, recordKinds } from '../../shared/log/edit.ts';
import { isEqual } from '../../shared/log/equal.ts';
import { PlanError } from '../../shared/messages.ts';
import type { Plan } from '../../shared/plan/model.ts';
import type { Records } from '../../shared/plan/records.ts';
import { called } from '../files.ts';
import { backupName } from './backups.ts';
import { contentHash, stampHash } from './content-hash.ts';
import {
  type Contents,
  changeColumns,
  editColumns,
  insertInto,
  planOf,
  recordsIn,
  toChange,
  toChangeRow,
  writeContents,
} from './contents.ts';
import { openChecked } from './inspect.ts';
import { migrate, migrations } from './migrate.ts';
import { columnsOf, type Row, toRow } from './tables.ts';

/**
 * The plan where it is worked on: a database in the app's own folder. Each method that writes is one transaction, and
 * on the disk when it returns. Only one program at a time can have it open.
 */
export interface WorkingCopy {
  isEmpty(): boolean;
  load(): { records: Records; plan: Plan };
  /** In the order in which they came. */
  edits(): Edit[];
  /** Since a moment (UTC), newest first, at most `most`. */
  editsSince(moment: string, most: number): Edit[];
  firstChangeOf(edit: string): Change | undefined;
  /** The whole log, in the order in which it came. */
  log(): Log;
  /** Of the whole log. */
  changes(): Change[];
  changesOf(edit: string): Change[];
  changesTo(kind: RecordKind, record: string): Change[];
  change(id: string): Change | undefined;
  /** Logs an edit and puts the records that it changed into their tables. */
  append(edit: Edit, changes: Change[], records: Records): void;
  /** Gives the last edit another label and its one change another value: typing goes on. */
  amend(edit: Edit, change: Change, records: Records): void;
  /** Puts all of a plan in place of what is here. @param before what is here, where that is at hand */
  replace(contents: Omit<Contents, 'plan'>, before?: Omit<Contents, 'plan'>): void;
  /** The bytes of a plan file with all that is here, checked as their reader will check them. */
  snapshot(): Buffer;
  close(): void;
}

/**
 * Opens the working copy in a folder, or makes an empty one.
 * @param backups where a copy is kept before it is brought up to a newer version
 * @param file the person's file, for the words of an error
 * @throws PlanError `already-open`, `newer-version` or `local-store-failed` (`isDamaged` tells whether for good)
 */
export function openWorkingCopy(folder: string, backups: string, file?: string, steps = migrations): WorkingCopy {
  return guarded(() => {
    mkdirSync(folder, { recursive: true });
    const db = new Database(path.join(folder, 'plan.sqlite'), { timeout: 500 });
    try {
      db.pragma('locking_mode = EXCLUSIVE');
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma('foreign_keys = ON');
      bringUpToDate(db, backups, steps);
    } catch (error) {
      db.close();
      throw error;
    }
    return workingCopy(db);
  }, file);
}

/** The bytes of a plan file that was never worked on. */
export function bytesOf(contents: Omit<Contents, 'plan'>): Buffer {
  const db = new Database(':memory:');
  try {
    migrate(db);
    db.transaction(() => writeContents(db, contents))();
    stampHash(db);
    return db.serialize();
  } finally {
    db.close();
  }
}

function workingCopy(db: Database.Database): WorkingCopy {
  const edit = insertInto(db, 'edit', editColumns);
  const change = insertInto(db, 'change', changeColumns);
  const put = perKind((kind) => {
    const columns = columnsOf[kind];
    const updates = columns.map((column) => `"${column}" = @${column}`).join(', ');
    return db.prepare<[object]>(
      `INSERT INTO "${kind}" (${columns.map((column) => `"${column}"`).join(', ')})
       VALUES (${columns.map((column) => `@${column}`).join(', ')}) ON CONFLICT ("id") DO UPDATE SET ${updates}`,
    );
  });
  const remove = perKind((kind) => db.prepare<[string]>(`DELETE FROM "${kind}" WHERE "id" = ?`));
  const edits = db.prepare<[], Edit>(`SELECT ${editColumns.join(', ')} FROM "edit" ORDER BY "seq"`);
  const since = db.prepare<[string, number], Edit>(
    `SELECT ${editColumns.join(', ')} FROM "edit" WHERE "at" >= ? ORDER BY "seq" DESC LIMIT ?`,
  );
  const firstByEdit = db.prepare<[string], Row>('SELECT * FROM "change" WHERE "edit" = ? ORDER BY "seq" LIMIT 1');
  const all = db.prepare<[], Row>('SELECT * FROM "change" ORDER BY "seq"');
  const byEdit = db.prepare<[string], Row>('SELECT * FROM "change" WHERE "edit" = ? ORDER BY "seq"');
  const byRecord = db.prepare<[string, string], Row>(
    'SELECT * FROM "change" WHERE "kind" = ? AND "record" = ? ORDER BY "seq"',
  );
  const byId = db.prepare<[string], Row>('SELECT * FROM "change" WHERE "id" = ?');
  const relabel = db.prepare<[string, string]>('UPDATE "edit" SET "label" = ? WHERE "id" = ?');
  const revalue = db.prepare<[string, string]>('UPDATE "change" SET "value" = ? WHERE "id" = ?');

  const putRecord = (kind: RecordKind, record: string, records: Records) => {
    const fields = records[kind].get(record);
    if (fields) put[kind].run(toRow(record, fields));
    else remove[kind].run(record);
  };
  const inOne = (run: () => void) => guarded(() => db.transaction(run).immediate());

  return {
    isEmpty: () => guarded(() => db.prepare('SELECT 1 FROM "edit"').get() === undefined),
    load: () =>
      guarded(() => {
        const records = recordsIn(db);
        return { records, plan: planOf(records, edits.all()) };
      }),
    edits: () => guarded(() => edits.all()),
    editsSince: (moment, most) => guarded(() => since.all(moment, most)),
    firstChangeOf: (id) => guarded(() => firstByEdit.all(id).map(toChange)[0]),
    log: () => guarded(() => ({ edits: edits.all(), changes: all.all().map(toChange) })),
    changes: () => guarded(() => all.all().map(toChange)),
    changesOf: (id) => guarded(() => byEdit.all(id).map(toChange)),
    changesTo: (kind, record) => guarded(() => byRecord.all(kind, record).map(toChange)),
    change: (id) => guarded(() => byId.all(id).map(toChange)[0]),
    append: (made, changes, records) =>
      inOne(() => {
        edit.run(made);
        for (const each of changes) {
          change.run(toChangeRow(each));
          putRecord(each.kind, each.record, records);
        }
      }),
    amend: (made, amended, records) =>
      inOne(() => {
        relabel.run(made.label, made.id);
        revalue.run(JSON.stringify(amended.value), amended.id);
        putRecord(amended.kind, amended.record, records);
      }),
    replace: (contents, before) =>
      inOne(() => {
        if (!before || !beginsWith(contents.edits, before.edits) || !beginsWith(contents.changes, before.changes)) {
          return writeContents(db, contents);
        }
        for (const made of contents.edits.slice(before.edits.length)) edit.run(made);
        for (const each of contents.changes.slice(before.changes.length)) change.run(toChangeRow(each));
        for (const kind of recordKinds) {
          for (const record of new Set([...contents.records[kind].keys(), ...before.records[kind].keys()])) {
            const same = isEqual(before.records[kind].get(record), contents.records[kind].get(record));
            if (!same) putRecord(kind, record, contents.records);
          }
        }
      }),
    snapshot: () =>
      guarded(() => {
        const bytes = published(db.serialize(), contentHash(db));
        openChecked(bytes).db.close();
        return bytes;
      }),
    close: () => guarded(() => void db.close()),
  };
}

/**
 * A working copy as it is published: with its content hash, without what was deleted from it, and not in WAL mode (bytes
 * 18 and 19 of the header are 1; SQLite's file format, 1.3). All of it in memory, so that nothing waits for the disk.
 */
function published(bytes: Buffer, hash: string): Buffer {
  bytes.fill(1, 18, 20);
  const db = new Database(bytes);
  try {
    stampHash(db, hash);
    db.exec('VACUUM');
    return db.serialize();
  } finally {
    db.close();
  }
}

function bringUpToDate(db: Database.Database, backups: string, steps: typeof migrations): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  const newest = steps.length;
  if (version === newest) return;
  if (version > newest) {
    throw new PlanError('newer-version', { found: `its format is ${version}, this one knows ${newest}` });
  }
  const last = version > 0 && db.prepare<[], string>('SELECT "id" FROM "edit" ORDER BY "seq" DESC').pluck().get();
  if (last) backUp(backups, last, published(db.serialize(), contentHash(db)));
  migrate(db, newest, steps);
}

/** Here and now: nothing is migrated before it is on the disk. */
function backUp(folder: string, edit: string, bytes: Buffer): void {
  mkdirSync(folder, { recursive: true });
  const temporary = path.join(folder, '~$version.00000000.tmp');
  const handle = openSync(temporary, 'w');
  try {
    writeFileSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, path.join(folder, `${backupName(new Date(), 'before-version', bytes.length, edit)}.wresplan`));
}

function beginsWith<Item>(items: readonly Item[], start: readonly Item[]): boolean {
  return start.every((item, index) => item === items[index]);
}

function perKind<Value>(make: (kind: RecordKind) => Value): Record<RecordKind, Value> {
  return Object.fromEntries(recordKinds.map((kind) => [kind, make(kind)])) as Record<RecordKind, Value>;
}

/** Whether an error says that the working copy itself is broken, and not that it cannot be reached just now. */
export function isDamaged(error: unknown): boolean {
  return error instanceof PlanError && error.code === 'local-store-failed' && error.details.found === damaged;
}

const damaged = 'its copy of the plan is damaged';

/** What SQLite or the file system says of the app's own folder, in the words of the closed list. */
function guarded<Result>(run: () => Result, file?: string): Result {
  try {
    return run();
  } catch (error) {
    const unsound = error instanceof PlanError && /^(altered|damaged)-file$/.test(error.code);
    if (error instanceof PlanError && !unsound) throw error;
    const code = unsound ? 'SQLITE_CORRUPT' : String((error as { code?: unknown }).code ?? error);
    if (code.startsWith('SQLITE_BUSY')) throw new PlanError('already-open', file ? called(file) : {}, { cause: error });
    const found = /^SQLITE_(CORRUPT|NOTADB)/.test(code) ? damaged : code;
    throw new PlanError('local-store-failed', { found }, { cause: error });
  }
}
