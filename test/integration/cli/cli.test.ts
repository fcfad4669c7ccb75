import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../electron/cli.ts';
import { newId } from '../../../shared/id.ts';
import { layoutById } from '../../../shared/layout/built-in.ts';
import { parsePlanJson, printPlanJson } from '../../../shared/plan/json.ts';

const sample = path.resolve(import.meta.dirname, '../../../assets/sample-plan.json');
let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wres-cli-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);

async function run(...args: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await runCli(args, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
    now: () => new Date('2026-10-31T12:00:00Z'),
  });
  return { code, out, error };
}

/** Runs what must fail, and hands over its one sentence. */
async function refused(...args: string[]): Promise<string> {
  const { code, error } = await run(...args);
  expect(code).toBe(1);
  expect(error).toHaveLength(1);
  return error[0] as string;
}

test('plan JSON goes in, and comes out again as it was', async () => {
  expect(await run('export', sample, at('a.json'))).toMatchObject({ code: 0, error: [] });
  expect(await run('import', at('a.json'), at('a.wresplan'))).toMatchObject({ code: 0, error: [] });
  expect(await run('export', at('a.wresplan'), at('b.json'))).toMatchObject({ code: 0, error: [] });
  expect(fs.readFileSync(at('b.json'), 'utf8')).toBe(fs.readFileSync(at('a.json'), 'utf8'));
  // Two readings of the sample differ in the ids given alone.
  const withoutIds = (json: string) => json.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '');
  const read = printPlanJson(parsePlanJson(fs.readFileSync(sample, 'utf8'), newId));
  expect(withoutIds(fs.readFileSync(at('b.json'), 'utf8'))).toBe(withoutIds(read));
});

test('a plan file that was made is verified, line by line', async () => {
  await run('import', sample, at('verified.wresplan'));
  const { code, out } = await run('verify', at('verified.wresplan'));
  expect(code).toBe(0);
  expect(out.length).toBeGreaterThanOrEqual(4);
});

test('export says what the layout has no place for', async () => {
  await run('import', sample, at('b.wresplan'));
  const { code, out } = await run('export', at('b.wresplan'), '--layout', 'indicator-matrix', at('b.docx'));
  expect(code).toBe(0);
  expect(out.join('\n')).toMatch(/Not in this layout: .*leads \(\d+\)/);
});

test('plan JSON and the plan file made of it give the same Word bytes, but for the edit that the file names', async () => {
  const json = at('same.json');
  await run('import', sample, at('same.wresplan'));
  await run('export', at('same.wresplan'), json);
  await run('export', json, '--as-at', '2026-10-31', at('same-1.docx'));
  await run('export', at('same.wresplan'), '--as-at', '2026-10-31', at('same-2.docx'));
  const [one, two] = ['same-1.docx', 'same-2.docx'].map((name) => unzipSync(fs.readFileSync(at(name))));
  const other = Object.keys({ ...one, ...two }).filter((part) => !isDeepStrictEqual(one?.[part], two?.[part]));
  expect(other).toEqual(['docProps/custom.xml']);
});

test('a Word file comes in, and a report says what was read and what is in doubt', async () => {
  await run('export', sample, '--as-at', '2026-10-31', at('published.docx'));
  const { code, out, error } = await run(
    'import',
    at('published.docx'),
    at('word.wresplan'),
    '--report',
    at('report.json'),
  );
  expect({ code, error }).toEqual({ code: 0, error: [] });
  expect(out[1]).toMatch(/^Read \d+ indicators, \d+ actions and \d+ leads, in the layout “/);
  const report = JSON.parse(fs.readFileSync(at('report.json'), 'utf8'));
  const plan = parsePlanJson(fs.readFileSync(sample, 'utf8'), newId);
  expect(report).toMatchObject({ title: plan.title, read: { actions: plan.actions.length }, leftOver: [] });
  expect(out.filter((line) => line.startsWith('In doubt: '))).toHaveLength(report.doubts.length);
  await run('export', at('word.wresplan'), at('word.json'));
  expect(JSON.parse(fs.readFileSync(at('word.json'), 'utf8')).actions).toHaveLength(plan.actions.length);
});

test('layouts lists the five', async () => {
  const { code, out } = await run('layouts');
  expect(code).toBe(0);
  expect(out.map((line) => line.split(' ')[0])).toEqual([
    'metric-kpi-rating',
    'narrative-numbered',
    'gaps-by-action',
    'indicator-matrix',
    'progress-outcome',
  ]);
});

test('a layout of the plan’s own is listed with the plan, and exported in by its title', async () => {
  const plan = parsePlanJson(fs.readFileSync(sample, 'utf8'), newId);
  const own = { ...layoutById('gaps-by-action'), id: newId(), title: 'Our board paper' };
  fs.writeFileSync(at('own.json'), printPlanJson({ ...plan, layouts: [own] }));
  await run('import', at('own.json'), at('own.wresplan'));
  expect((await run('layouts', at('own.wresplan'))).out.at(-1)).toMatch(/^[0-9a-f-]{36} {2}Our board paper$/);
  const { out } = await run('export', at('own.wresplan'), '--layout', 'our board paper', at('own.docx'));
  expect(out[0]).toBe(`Wrote ${at('own.docx')} in the layout “Our board paper”`);
});

describe('wrong use is exit 2, with what is right', () => {
  test.each([
    [[]],
    [['merge']],
    [['import', 'one.json']],
    [['import', 'one.json', 'two.docx']],
    [['import', 'one.json', 'two.wresplan', '--report', 'three.json']],
    [['import', 'one.docx', 'two.wresplan', '--report', 'three.txt']],
    [['export', 'one.json', 'two.pdf']],
    [['export', 'one.json', '--as-at', '31 October', 'two.docx']],
    [['export', 'one.json', '--as-at', '2026-02-30', 'two.docx']],
    [['export', 'one.json', '--colour', 'two.docx']],
    [['verify']],
    [['layouts', 'one.json', 'two.json']],
    [['merge', 'one.wresplan']],
    [['merge', 'one.wresplan', 'two.wresplan', '--report', 'report.docx']],
    [['history']],
    [['history', 'one.wresplan', '--since', 'September']],
    [['share', 'one.wresplan']],
    [['share', 'one.wresplan', 'two.docx']],
  ])('%j', async (args) => {
    const { code, error } = await run(...args);
    expect(code).toBe(2);
    expect(error.at(-1)).toContain('export <plan.wresplan | plan.json>');
  });
});

describe('bad input is exit 1, one clear sentence, and nothing written', () => {
  test('an unknown layout', async () => {
    expect(await refused('export', sample, '--layout', 'landscape', at('x.docx'))).toContain(
      'There is no layout called “landscape”',
    );
    expect(fs.existsSync(at('x.docx'))).toBe(false);
  });

  test('a file that is not there', async () => {
    expect(await refused('export', at('nowhere.wresplan'), at('x.docx'))).toContain('nowhere.wresplan is not there');
    expect(await refused('import', at('nowhere.json'), at('x.wresplan'))).toContain('nowhere.json is not there');
    expect(await refused('import', at('nowhere.docx'), at('x.wresplan'))).toContain('nowhere.docx is not there');
  });

  test('JSON that breaks the schema, with the place', async () => {
    fs.writeFileSync(at('broken.json'), fs.readFileSync(sample, 'utf8').replace('"WRES"', '"WREZ"'));
    expect(await refused('import', at('broken.json'), at('x.wresplan'))).toContain(
      'plan, standard should be "WRES" or "WDES"',
    );
    fs.writeFileSync(at('broken.json'), '{ "format": ');
    expect(await refused('import', at('broken.json'), at('x.wresplan'))).toContain('broken.json is not JSON');
    expect(fs.existsSync(at('x.wresplan'))).toBe(false);
  });

  test.each([
    [
      'not a plan',
      (bytes: Buffer) => Buffer.from(`${bytes.length} Dear colleague, please find attached`),
      'is not a WRES Planner plan',
    ],
    ['empty', () => Buffer.alloc(0), 'is empty'],
    ['truncated', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2)), 'is damaged'],
    ['of a newer version', (bytes: Buffer) => Buffer.from(bytes).fill(99, 63, 64), 'newer WRES Planner'],
  ])('a plan file that is %s', async (_name, change, words) => {
    await run('import', sample, at('whole.wresplan'));
    fs.writeFileSync(at('bad.wresplan'), change(fs.readFileSync(at('whole.wresplan'))));
    expect(await refused('export', at('bad.wresplan'), at('x.docx'))).toContain(words);
    expect(await refused('verify', at('bad.wresplan'))).toContain(words);
    expect(fs.existsSync(at('x.docx'))).toBe(false);
  });

  test('a folder that is not there', async () => {
    expect(await refused('export', sample, at('no/such/folder/x.docx'))).toMatch(/^The folder .*folder is not there/);
  });

  test('a plan file where there is one already is not written over', async () => {
    await run('import', sample, at('kept.wresplan'));
    const before = fs.readFileSync(at('kept.wresplan'));
    expect(await refused('import', sample, at('kept.wresplan'))).toContain('kept.wresplan is there already');
    expect(fs.readFileSync(at('kept.wresplan')).equals(before)).toBe(true);
  });
});
