import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { readPlan } from '../../../electron/plan-file/exchange.ts';
import { openChecked, rowsOf } from '../../../electron/plan-file/inspect.ts';
import { applicationId, migrate, migrations, schemaOf, schemaVersion } from '../../../electron/plan-file/migrate.ts';
import { newContents } from '../../../electron/plan-file/new-contents.ts';
import { upToDate } from '../../../electron/plan-file/up-to-date.ts';
import { openWorkingCopy } from '../../../electron/plan-file/working-copy.ts';
import { newId } from '../../../shared/id.ts';
import { smallPlan } from '../../faults/small-plan.ts';
import { freshFolder } from '../../support/plan-file.ts';

/** What a next version might do. */
const withTeam = (db: Database.Database) => void db.exec('ALTER TABLE "person" ADD COLUMN "team" TEXT');

const fixtures = path.resolve(import.meta.dirname, '../../fixtures/plan-files');

test('a new database says whose it is and of which version', () => {
  const db = new Database(':memory:');
  migrate(db);
  expect(db.pragma('application_id', { simple: true })).toBe(applicationId);
  expect(db.pragma('user_version', { simple: true })).toBe(schemaVersion);
  expect(schemaOf(db).some((each) => each.includes('CREATE TRIGGER') || each.includes('CREATE VIEW'))).toBe(false);
  db.close();
});

test('the steps that are missing are made, all or none', () => {
  const db = new Database(':memory:');
  migrate(db, 1);
  const before = schemaOf(db);
  const next = (last: (db: Database.Database) => void) => [...migrations, withTeam, last];
  const breaks = () =>
    migrate(
      db,
      schemaVersion + 2,
      next((db) => void db.exec('CREATE TABLE oh no')),
    );
  expect(breaks).toThrow('syntax error');
  expect(schemaOf(db)).toEqual(before);
  expect(db.pragma('user_version', { simple: true })).toBe(1);

  migrate(
    db,
    schemaVersion + 2,
    next((db) => void db.exec('CREATE TABLE "team" ("id" TEXT NOT NULL PRIMARY KEY) STRICT')),
  );
  expect(db.pragma('user_version', { simple: true })).toBe(schemaVersion + 2);
  expect(schemaOf(db)).not.toEqual(before);
  db.close();
});

test('a working copy of a newer program is left alone, in words', () => {
  const folder = freshFolder();
  openWorkingCopy(folder, folder).close();
  const file = path.join(folder, 'plan.sqlite');
  const db = new Database(file);
  db.pragma('user_version = 99');
  db.close();
  const before = readFileSync(file);
  expect(() => openWorkingCopy(folder, folder)).toThrow(
    `made by a newer WRES Planner (its format is 99, this one knows ${schemaVersion})`,
  );
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a working copy of an older version is kept as a plan file of that version, then brought up to date', async () => {
  const folder = freshFolder();
  const backups = path.join(folder, 'backups');
  const older = openWorkingCopy(folder, backups);
  older.replace(newContents(smallPlan(), { author: 'EDI officer', device: 'desk', now: () => new Date(0), newId }));
  older.close();
  expect(existsSync(backups)).toBe(false);
  const copy = openWorkingCopy(folder, backups, undefined, [...migrations, withTeam]);
  expect(copy.isEmpty()).toBe(false);
  copy.close();
  const [kept = '', ...others] = readdirSync(backups);
  expect(others).toEqual([]);
  expect(kept).toMatch(/^\d{4}.* before-version .*\.wresplan$/);
  expect(await readPlan(path.join(backups, kept))).toEqual(smallPlan());
});

test('the rows of a file of an older version come out as the newest has them, with all that was in them', () => {
  const rows = rowsOf(readFileSync(path.join(fixtures, `version-${schemaVersion}.wresplan`)));
  expect(upToDate(rows)).toBe(rows);
  const next = upToDate(rows, [...migrations, withTeam]);
  expect(next.version).toBe(schemaVersion + 1);
  expect(next.tables.person?.columns).toEqual([...(rows.tables.person?.columns ?? []), 'team']);
  expect(next.tables.person?.rows).toEqual(rows.tables.person?.rows.map((row) => [...row, null]));
  expect(next.tables.change).toEqual(rows.tables.change);
});

// One file is kept of every version that was ever released. They are never made anew.
test.for(readdirSync(fixtures).filter((name) => name.endsWith('.wresplan')))(
  '%s opens with all that is in it',
  async (name) => {
    const file = path.join(fixtures, name);
    const expected = JSON.parse(readFileSync(file.replace('.wresplan', '.json'), 'utf8'));
    expect(await readPlan(file)).toEqual(expected);
  },
);

test('there is a kept file of every version', () => {
  const versions = readdirSync(fixtures).filter((name) => name.endsWith('.wresplan'));
  const said = versions.map((name) => openChecked(readFileSync(path.join(fixtures, name))).version);
  expect(said).toEqual(Array.from({ length: schemaVersion }, (_, index) => index + 1));
});
