import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exportPlan } from '../../../electron/export.ts';
import { writeWord } from '../../../electron/word/write.ts';
import { layoutById } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import { planOf } from '../../bench/plans.ts';

const options = { layout: 'gaps-by-action', asAt: '2026-10-31' };

test('a long plan is made aside, with the same bytes; left off, it leaves no file', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wres-planner-aside-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const plan = planOf(600);
  const file = path.join(folder, 'Plan.docx');

  let turns = 0;
  const turning = setInterval(() => turns++, 1);
  await exportPlan(plan, options, file);
  clearInterval(turning);
  expect(turns).toBeGreaterThan(5); // whoever waits for it goes on meanwhile
  const inPlace = await writeWord(layOut(plan, layoutById(options.layout), options));
  expect(Buffer.compare(fs.readFileSync(file), inPlace)).toBe(0);

  const left = path.join(folder, 'Left off.docx');
  for (const delay of [0, 50]) {
    const making = new AbortController();
    setTimeout(() => making.abort(), delay);
    await expect(exportPlan(plan, options, left, making.signal)).rejects.toThrow('aborted');
    expect(fs.readdirSync(folder)).toEqual(['Plan.docx']);
  }
});
