import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../../../electron/cli.ts';
import { readContents, readPlan } from '../../../electron/plan-file/exchange.ts';
import { PlanFile } from '../../../electron/plan-file/plan-file.ts';
import { readDocument } from '../../../electron/sheet/read-document.ts';
import { newId } from '../../../shared/id.ts';
import { type ExportedFrom, readExportedFrom } from '../../../shared/layout/marks.ts';
import { addPerson } from '../../../shared/plan/edits/people.ts';
import type { Plan } from '../../../shared/plan/model.ts';
import { changesInCopy } from '../../../shared/recognise/copy/changes-in-copy.ts';
import { environmentIn, quickFolder } from '../../support/plan-file.ts';

const sample = path.resolve(import.meta.dirname, '../../../assets/sample-plan.json');

test('merge tells what came in and what is to be decided, and writes a report; history and share tell the rest', async () => {
  const folder = quickFolder();
  const at = (name: string) => path.join(folder, name);
  await run('import', sample, at('mine.wresplan'));
  expect(await run('share', at('mine.wresplan'), at('theirs.wresplan'))).toMatchObject({ code: 0, error: [] });
  expect(await run('share', at('mine.wresplan'), at('theirs.wresplan'))).toMatchObject({ code: 1 });
  await edited(at('mine.wresplan'), 'Ann', 'Our plan', 'Trust of Ann');
  await edited(at('theirs.wresplan'), 'Bob', 'Their plan', undefined);

  const merged = await run('merge', at('mine.wresplan'), at('theirs.wresplan'), '--report', at('report.json'));
  expect(merged).toMatchObject({ code: 0, error: [] });
  expect(merged.out).toEqual([
    'Brought theirs.wresplan into mine.wresplan: 2 edits came in.',
    '  The status of the plan was “published” and is “approved”.',
    '1 conflict to decide; until then the first is shown:',
    '  The title of the plan',
    '    “Our plan”, Ann, 2 November 2026',
    '    “Their plan”, Bob, 2 November 2026',
  ]);
  expect(JSON.parse(fs.readFileSync(at('report.json'), 'utf8'))).toEqual({
    news: 'some',
    cameIn: [
      { by: 'Bob, 2 November 2026', label: 'Set the title' },
      { by: 'Bob, 2 November 2026', label: 'Approve' },
    ],
    changed: ['The status of the plan was “published” and is “approved”.'],
    conflicts: [
      {
        what: 'The title of the plan',
        choices: [
          { words: 'Our plan', by: ['Ann, 2 November 2026'] },
          { words: 'Their plan', by: ['Bob, 2 November 2026'] },
        ],
      },
    ],
    kept: [],
    broken: [],
  });
  expect(await run('verify', at('mine.wresplan'))).toMatchObject({ code: 0 });
  expect((await run('merge', at('mine.wresplan'), at('theirs.wresplan'))).out).toEqual([
    'mine.wresplan has all that is in theirs.wresplan already.',
  ]);
  expect((await run('merge', at('theirs.wresplan'), at('mine.wresplan'))).out[0]).toMatch(
    /^theirs.wresplan had nothing of its own, and is now what mine.wresplan is: \d+ edits came in\.$/,
  );

  const { out } = await run('history', at('mine.wresplan'));
  expect(out).toEqual(
    expect.arrayContaining([
      '2 November 2026, Ann',
      '  Set the title',
      '2 November 2026, Bob',
      '  Approve (came in with a copy)',
    ]),
  );
  expect((await run('history', at('mine.wresplan'), '--since', '2026-11-02')).out).toEqual(
    expect.arrayContaining(['The status of the plan was “published” and is “approved”.']),
  );
  expect((await run('history', at('mine.wresplan'), '--since', '2027-01-01')).out).toEqual([
    'Nothing has changed since 1 January 2027.',
  ]);

  await run('share', at('mine.wresplan'), at('clean.wresplan'), '--without-history');
  expect(await run('verify', at('clean.wresplan'))).toMatchObject({ code: 0 });
  const told = (await run('history', at('clean.wresplan'))).out;
  expect(told.join('\n')).not.toMatch(/Ann|Bob|title/);
  expect(told[0]).toBe('Before it was shared');
});

test('an edited copy of an export is compared with the plan as it was then, however the plan has gone on', async () => {
  const folder = quickFolder();
  const at = (name: string) => path.join(folder, name);
  await run('import', sample, at('plan.wresplan'));
  await edited(at('plan.wresplan'), 'Ann', 'As exported', 'Trust of Ann');
  await run('export', at('plan.wresplan'), '--as-at', '2026-10-31', at('plan.docx'));
  await edited(at('plan.wresplan'), 'Bob', 'As it is now', undefined);

  const document = readDocument(fs.readFileSync(at('plan.docx')));
  const from = readExportedFrom(document.exportedFrom) as ExportedFrom;
  const open = await PlanFile.open(at('plan.wresplan'), environmentIn(folder).env);
  const exported = open.planAfter(from.edit ?? '') as Plan;
  expect(exported.title).toBe('As exported');
  const { plan } = open.state;
  expect(changesInCopy({ plan, exported, from, document }, newId)).toEqual({ proposals: [], others: [] });
  await open.close();
});

test('a copy without names has none in its bytes, shows posts in their place, and comes back without a change of them', async () => {
  const folder = quickFolder();
  const at = (name: string) => path.join(folder, name);
  await run('import', sample, at('mine.wresplan'));
  const { env } = environmentIn(at('Omar'), { author: 'Omar Quill', device: 'OMARS-LAPTOP' });
  const mine = await PlanFile.open(at('mine.wresplan'), env);
  const nadia = mine.state.plan.people.find(({ name }) => name === 'Nadia Farrow');
  mine.apply(addPerson(env.newId(), { name: 'Omar Quill', email: 'oq@northvale.example' }));
  mine.markPoint('Shared with Priya');
  await mine.close();

  const made = await run('share', at('mine.wresplan'), at('copy.wresplan'), '--without-names');
  expect(made.out.join()).toMatch(/without names but for those of posts and teams$/);
  const bytes = fs.readFileSync(at('copy.wresplan')).toString('latin1');
  expect(bytes.match(/farrow|omar|quill|oq@|priya/gi)).toBeNull();
  const { people } = await readPlan(at('copy.wresplan'));
  const called = people.map(({ name, email }) => [name, email]);
  expect(called).toContainEqual(['Chief Nurse', undefined]);
  expect(called).toContainEqual(['Programme manager, Next Step', undefined]);
  expect(called.at(-1)).toEqual(['Colleague 1', undefined]);

  await edited(at('copy.wresplan'), 'Sam', 'Shared', undefined);
  const merged = await run('merge', at('mine.wresplan'), at('copy.wresplan'));
  expect(merged.code).toBe(0);
  expect(merged.out.join('\n')).not.toMatch(/Colleague|Programme manager|conflict/);
  const back = await readContents(at('mine.wresplan'));
  expect(back.plan.title).toBe('Shared');
  expect(back.plan.people.find(({ id }) => id === nadia?.id)).toEqual(nadia);
  expect(back.plan.people.at(-1)).toMatchObject({ name: 'Omar Quill', email: 'oq@northvale.example' });
  expect(back.edits.filter(({ author }) => author === 'Omar Quill')).toHaveLength(2);
});

async function edited(file: string, author: string, title: string, trustName: string | undefined): Promise<void> {
  const { env } = environmentIn(`${file} by ${author}`, { author });
  const open = await PlanFile.open(file, env);
  const { id } = open.state.plan;
  const set = (label: string, field: string, value: string) =>
    open.apply({ label, changes: [{ kind: 'plan', record: id, field, value }] });
  set('Set the title', 'title', title);
  if (trustName !== undefined) set('Set the Trust', 'trustName', trustName);
  else set('Approve', 'status', 'approved');
  expect((await open.close()).state).toBe('saved');
}

async function run(...args: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await runCli(args, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
    now: () => new Date(args[0] === 'import' ? '2026-10-31T12:00:00Z' : '2026-11-03T12:00:00Z'),
  });
  return { code, out, error };
}

test('a merge that is killed at any moment leaves the plan as it was, or all brought in', async () => {
  const folder = quickFolder();
  const at = (name: string) => path.join(folder, name);
  await run('import', sample, at('first.wresplan'));
  await run('share', at('first.wresplan'), at('theirs.wresplan'));
  await edited(at('first.wresplan'), 'Ann', 'Our plan', 'Trust of Ann');
  await edited(at('theirs.wresplan'), 'Bob', 'Their plan', undefined);
  const before = fs.readFileSync(at('first.wresplan'));
  const ends = new Set<string>();
  const length = await merged(before, 60_000);
  for (let part = 1; part <= 12; part += 1) await merged(before, (length * part) / 11);
  expect([...ends].sort()).toEqual(['as it was', 'brought in']);

  /** Merges in a process of its own, which is killed after a time, and says how long it took. */
  async function merged(bytes: Buffer, after: number): Promise<number> {
    fs.writeFileSync(at('mine.wresplan'), bytes);
    const cli = path.resolve(import.meta.dirname, '../../../electron/cli-main.ts');
    const start = performance.now();
    const child = spawn(process.execPath, [cli, 'merge', at('mine.wresplan'), at('theirs.wresplan')], {
      stdio: 'ignore',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    await once(child, 'exit');
    clearTimeout(timer);
    const took = performance.now() - start;
    if (fs.readFileSync(at('mine.wresplan')).equals(bytes)) ends.add('as it was');
    else {
      const { edits } = await readContents(at('mine.wresplan'));
      expect(edits.at(-1)?.kind).toBe('merge');
      ends.add('brought in');
    }
    return took;
  }
});
