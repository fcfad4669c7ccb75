import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { stampHash } from '../../../electron/plan-file/content-hash.ts';
import { readPlan } from '../../../electron/plan-file/exchange.ts';
import { newContents } from '../../../electron/plan-file/new-contents.ts';
import { bytesOf } from '../../../electron/plan-file/working-copy.ts';
import { newId } from '../../../shared/id.ts';
import { layoutById } from '../../../shared/layout/built-in.ts';
import { type ErrorCode, PlanError } from '../../../shared/messages.ts';
import type { Plan } from '../../../shared/plan/model.ts';
import { smallPlan } from '../../faults/small-plan.ts';
import type { ReaderCost } from '../../support/measured-plan-reader.ts';
import { freshFolder } from '../../support/plan-file.ts';

const made = (plan: Plan) =>
  bytesOf(newContents(plan, { author: 'EDI officer', device: 'desk', now: () => new Date(0), newId }));
const good = made(smallPlan());

/** A file that somebody made of a good one with SQL, and stamped as if it were whole. */
function altered(sql: string, how: How = {}): (file: string) => void {
  return (file) => {
    writeFileSync(file, how.of ?? good);
    const db = new Database(file);
    db.unsafeMode(true);
    db.pragma('foreign_keys = OFF');
    if (how.unsafe) db.pragma('ignore_check_constraints = ON');
    db.exec(sql);
    if (how.stamp !== false) stampHash(db);
    db.close();
  };
}

interface How {
  stamp?: boolean;
  unsafe?: boolean;
  of?: Uint8Array;
}

const ours = { ...layoutById('gaps-by-action'), id: '00000000-0000-7000-8000-00000000aaaa', title: 'Our layout' };
const stranger = '00000000-0000-7000-8000-00000000bbbb';
const withLayout = made({ ...smallPlan(), layout: ours.id, layouts: [ours] });

/** A file with a layout that somebody changed in its row and, as well, in the log. */
function layoutWith(was: string, is: string, unsafe = false): (file: string) => void {
  const changed = (name: string) => `"${name}" = replace("${name}", '${was}', '${is}')`;
  const sql = `UPDATE "layout" SET ${changed('columns')}; UPDATE "change" SET ${changed('value')} WHERE "kind" = 'layout'`;
  return altered(sql, { unsafe, of: withLayout });
}

/** A good file with some bytes of its header changed. */
function header(...changes: [at: number, value: number][]): (file: string) => void {
  return (file) => {
    const bytes = Buffer.from(good);
    for (const [at, value] of changes) bytes[at] = value;
    writeFileSync(file, bytes);
  };
}

const bytes = (value: string | Uint8Array) => (file: string) => writeFileSync(file, value);

const measuredReader = path.join(import.meta.dirname, '../../support/measured-plan-reader.ts');

const endless = 'WITH RECURSIVE "more" (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM "more")';

const hostile: [string, ErrorCode, (file: string) => void][] = [
  ['an empty file', 'empty-file', bytes('')],
  ['a text file', 'not-a-plan', bytes('Dear colleague, please find the plan attached.\n'.repeat(40))],
  ['a zip file', 'not-a-plan', bytes(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5_000)]))],
  ['a folder', 'not-a-plan', (file) => mkdirSync(file)],
  ['a database of another program', 'not-a-plan', header([68, 0], [69, 0], [70, 0], [71, 0])],
  ['a header alone', 'damaged-file', bytes(good.subarray(0, 100))],
  ['half a header', 'not-a-plan', bytes(good.subarray(0, 50))],
  ['a file that lacks its last byte', 'damaged-file', bytes(good.subarray(0, -1))],
  ['a file that lacks its second half', 'damaged-file', bytes(good.subarray(0, good.length / 2))],
  ['a file with something after its end', 'damaged-file', bytes(Buffer.concat([good, Buffer.alloc(4_096)]))],
  ['a page size that is none', 'damaged-file', header([16, 0x0f], [17, 0xff])],
  ['a page size of 1', 'damaged-file', header([16, 0], [17, 2])],
  ['a newer version', 'newer-version', altered('PRAGMA user_version = 99')],
  ['no version', 'damaged-file', altered('PRAGMA user_version = 0')],
  ['a version below nought', 'newer-version', altered('PRAGMA user_version = -1')],
  ['the flag of a log of writes', 'altered-file', header([18, 2], [19, 2])],
  ['texts in UTF-16', 'altered-file', header([59, 2])],
  [
    '51 MB',
    'too-large',
    (file) => {
      writeFileSync(file, good);
      truncateSync(file, 51 * 1024 * 1024);
    },
  ],
  [
    'a trigger that deletes on saving',
    'altered-file',
    altered('CREATE TRIGGER t AFTER INSERT ON "edit" BEGIN DELETE FROM "action"; END'),
  ],
  ['a view', 'altered-file', altered('CREATE VIEW v AS SELECT 1')],
  [
    'a table that is an endless view',
    'altered-file',
    altered(`DROP TABLE "update"; CREATE VIEW "update" AS ${endless} SELECT n AS "id" FROM "more"`, { stamp: false }),
  ],
  [
    'meta as an endless view',
    'altered-file',
    altered(`DROP TABLE "meta"; CREATE VIEW "meta" AS ${endless} SELECT n AS "key", n AS "value" FROM "more"`, {
      stamp: false,
    }),
  ],
  ['one more table', 'altered-file', altered('CREATE TABLE t (x)')],
  ['one table less', 'altered-file', altered('DROP TABLE "section"')],
  ['one more column', 'altered-file', altered('ALTER TABLE "person" ADD COLUMN "salary" INTEGER')],
  ['a column that computes', 'altered-file', altered('ALTER TABLE "person" ADD COLUMN "x" ANY AS (length("name"))')],
  ['an index on an expression', 'altered-file', altered('CREATE INDEX i ON "person" (length("name"))')],
  ['one index less', 'altered-file', altered('DROP INDEX "actionByIndicator"')],
  ['a virtual table', 'altered-file', altered('CREATE VIRTUAL TABLE f USING fts5 (x)')],
  ['statistics of another program', 'altered-file', altered('ANALYZE')],
  [
    'a check that was taken out',
    'altered-file',
    altered(
      `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, ' CHECK (json_valid("body"))', '') WHERE name = 'section'`,
    ),
  ],
  [
    'a check that never ends',
    'altered-file',
    altered(
      `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'json_valid("body")', 'length(hex(randomblob(900000000))) > 0') WHERE name = 'section'`,
    ),
  ],
  [
    'schema that is not SQL',
    'damaged-file',
    altered(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE oh no' WHERE name = 'section'`, {
      stamp: false,
    }),
  ],
  ['content without its hash', 'damaged-file', altered(`DELETE FROM "meta"`, { stamp: false })],
  [
    'content that changed after its hash',
    'damaged-file',
    altered(`UPDATE "plan" SET "title" = 'Another'`, { stamp: false }),
  ],
  ['a title that no edit set', 'altered-file', altered(`UPDATE "plan" SET "title" = 'Another'`)],
  ['a title of bad UTF-8', 'altered-file', altered(`UPDATE "plan" SET "title" = CAST(x'ff41' AS TEXT)`)],
  ['a title with a NUL in it', 'altered-file', altered(`UPDATE "plan" SET "title" = 'a' || char(0) || 'b'`)],
  ['a title of 20 MB', 'altered-file', altered(`UPDATE "plan" SET "title" = hex(zeroblob(10000000))`)],
  [
    '200,000 people',
    'altered-file',
    altered(
      `${endless} INSERT INTO "person" SELECT printf('%08x-0000-7000-8000-000000000000', n), 'x', NULL, NULL, 'a0' FROM "more" LIMIT 200000`,
    ),
  ],
  [
    'an edit log of 200,000 empty entries',
    'altered-file',
    altered(`${endless} INSERT INTO "edit" SELECT n + 1, n, '', '', '', '', '', NULL FROM "more" LIMIT 200000`),
  ],
  ['JSON 900 deep', 'altered-file', altered(`UPDATE "action" SET "notes" = '${'['.repeat(900)}${']'.repeat(900)}'`)],
  [
    'JSON 100,000 deep',
    'damaged-file',
    altered(`UPDATE "action" SET "notes" = '${'['.repeat(100_000)}${']'.repeat(100_000)}'`, { unsafe: true }),
  ],
  [
    'a value of the log 900 deep',
    'altered-file',
    altered(`UPDATE "change" SET "value" = '${'['.repeat(900)}${']'.repeat(900)}' WHERE "seq" = 1`),
  ],
  ['a long text that is no JSON', 'damaged-file', altered(`UPDATE "action" SET "text" = 'x'`, { unsafe: true })],
  ['a long text of another shape', 'altered-file', altered(`UPDATE "action" SET "text" = '{"kind":"paragraph"}'`)],
  [
    'a link that runs a program',
    'altered-file',
    altered(`UPDATE "action" SET "text" = '[{"kind":"paragraph","runs":[{"text":"x","href":"file:///c:/x.exe"}]}]'`),
  ],
  [
    'JSON that reaches for the prototype',
    'altered-file',
    altered(`UPDATE "action" SET "effects" = '{"__proto__":"direct"}'`),
  ],
  [
    'two plans',
    'altered-file',
    altered(
      `INSERT INTO "plan" SELECT '00000000-0000-7000-8000-0000000000ff', "title", "trustName", NULL, "standard", "edition", "periodFrom", "periodTo", "periodLabel", "status", "ratingScale", NULL, NULL, NULL FROM "plan"`,
    ),
  ],
  ['no plan', 'altered-file', altered('DELETE FROM "plan"')],
  [
    'nothing at all',
    'altered-file',
    altered(
      'DELETE FROM "plan"; DELETE FROM "action"; DELETE FROM "indicator"; DELETE FROM "person"; DELETE FROM "change"; DELETE FROM "edit"',
    ),
  ],
  [
    'an action of an indicator that is not there',
    'altered-file',
    altered(`UPDATE "action" SET "indicator" = '00000000-0000-7000-8000-0000000000ff'`),
  ],
  [
    'a lead who is not there',
    'altered-file',
    altered(`UPDATE "action" SET "leads" = '["00000000-0000-7000-8000-0000000000ff"]'`),
  ],
  ['an id that is none', 'altered-file', altered(`UPDATE "person" SET "id" = 'x'`)],
  ['a place in a list that is none', 'altered-file', altered(`UPDATE "person" SET "order" = '~'`)],
  ['a day that is none', 'altered-file', altered(`UPDATE "action" SET "dueText" = 'x', "dueDate" = '2026-02-30'`)],
  [
    'a change of no edit',
    'altered-file',
    altered(`UPDATE "change" SET "edit" = '00000000-0000-7000-8000-0000000000ff'`),
  ],
  ['an edit of no kind', 'altered-file', altered(`UPDATE "edit" SET "kind" = 'x'`)],
  ['a layout with a column of something that is none', 'altered-file', layoutWith('action.leads', 'action.salary')],
  ['a layout without a column of actions', 'altered-file', layoutWith('action.text', 'action.due')],
  [
    'a layout of 10,000 columns',
    'altered-file',
    layoutWith('[{"heading"', `[${`${JSON.stringify(ours.columns[2])},`.repeat(9_995)}{"heading"`),
  ],
  ['a layout with a heading of 1 MB', 'altered-file', layoutWith('Responsible', 'Responsible'.repeat(100_000))],
  ...['-1', '1e308', '1e999'].map((width): (typeof hostile)[number] => [
    `a column whose width is ${width}`,
    'altered-file',
    layoutWith('"width":20', `"width":${width}`),
  ]),
  ['a column whose width is NaN', 'damaged-file', layoutWith('"width":20', '"width":NaN', true)],
  ['a column that reaches for the prototype', 'altered-file', layoutWith('"heading":"Gaps"', '"__proto__":"Gaps"')],
  [
    'a layout whose id is none',
    'altered-file',
    altered(`UPDATE "layout" SET "id" = 'x'; UPDATE "change" SET "record" = 'x' WHERE "kind" = 'layout'`, {
      of: withLayout,
    }),
  ],
  [
    'a hundred layouts',
    'altered-file',
    altered(
      `CREATE TEMP TABLE "n" AS ${endless} SELECT n, printf('00000000-0000-7000-8000-%012x', n + 48059) AS "id" FROM "more" LIMIT 100;
      INSERT INTO "layout" SELECT "n"."id", "title", "page", "grain", "columns", "indicatorLabel", "numbering", "rating", "dates", "matrix", "key", "preface", "closing", "order" FROM "n", "layout";
      INSERT INTO "change" SELECT 1000 + n, "n"."id", "edit", "kind", "n"."id", "field", "value", "replaces" FROM "n", "change" WHERE "kind" = 'layout'`,
      { of: withLayout },
    ),
  ],
  [
    'a plan in a layout of another plan',
    'altered-file',
    altered(
      `UPDATE "plan" SET "layout" = '${stranger}'; UPDATE "change" SET "value" = replace("value", '${ours.id}', '${stranger}') WHERE "kind" = 'plan'`,
      { of: withLayout },
    ),
  ],
  ['a log that is gone', 'altered-file', altered('DELETE FROM "change"; DELETE FROM "edit"')],
];

test.for(hostile)('%s is refused in words, within 2 seconds and 300 MB, and left as it is', async ([, code, make]) => {
  const folder = freshFolder();
  const file = path.join(folder, 'Plan.wresplan');
  make(file);
  const asMade = code === 'not-a-plan' ? null : readFileSync(file);
  const told = path.join(folder, 'cost.json');
  process.env.READER_COST = told;
  const before = process.cpuUsage();
  const error = await readPlan(file, { reader: measuredReader }).catch((error: unknown) => error);
  const { user, system } = process.cpuUsage(before);
  // A file that its header gives away is refused before a process is made.
  const reader: ReaderCost = existsSync(told) ? JSON.parse(readFileSync(told, 'utf8')) : { took: 0, peak: 0 };
  expect(error).toBeInstanceOf(PlanError);
  expect(error).toMatchObject({ code, details: { file: 'Plan.wresplan', folder } });
  expect((error as PlanError).message).not.toMatch(/undefined|SQLITE|\[object/);
  expect(reader.took + (user + system) / 1_000, 'milliseconds of the processor').toBeLessThan(2_000);
  expect(reader.peak, 'MB').toBeLessThan(300);
  if (asMade) expect(readFileSync(file).equals(asMade)).toBe(true);
});

test('the good files, of which they are all made, are read', async () => {
  const file = path.join(freshFolder(), 'Plan.wresplan');
  writeFileSync(file, good);
  expect(await readPlan(file)).toEqual(smallPlan());
  writeFileSync(file, withLayout);
  expect(await readPlan(file)).toEqual({ ...smallPlan(), layout: ours.id, layouts: [ours] });
});

test('a reader that says nothing, dies, or eats up its memory is stopped', async () => {
  const folder = freshFolder();
  const file = path.join(folder, 'Plan.wresplan');
  writeFileSync(file, good);
  const behaviours = [
    'for (;;);',
    'process.exit(1);',
    'process.kill(process.pid, "SIGSEGV");',
    'const all = []; for (;;) all.push(new Array(1e6).fill("x"));',
  ];
  for (const [index, behaviour] of behaviours.entries()) {
    const reader = path.join(folder, `reader-${index}.mjs`);
    writeFileSync(reader, `process.on('message', () => { ${behaviour} });`);
    await expect(readPlan(file, { reader, deadline: index === 0 ? 500 : 20_000 })).rejects.toMatchObject({
      code: 'reader-stopped',
    });
  }
});

test.runIf(process.platform === 'linux')('a reader that a busy computer does not let work is waited for', async () => {
  const folder = freshFolder();
  const file = path.join(folder, 'Plan.wresplan');
  writeFileSync(file, good);
  const reader = path.join(folder, 'reader.mjs');
  const answer = `process.send({ refused: 'not-a-plan', details: {} })`;
  writeFileSync(reader, `process.on('message', () => setTimeout(() => ${answer}, 900));`);
  await expect(readPlan(file, { reader, deadline: 600 })).rejects.toMatchObject({ code: 'not-a-plan' });
});
