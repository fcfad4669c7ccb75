import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan } from '../../electron/plan-file/exchange.ts';
import { verify } from '../../electron/plan-file/verify.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { toPlainText } from '../../shared/plan/rich-text.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { sampleOnDisk } from '../support/sample-on-disk.ts';

/** How often the window is killed; for a long run, set WRES_KILLS. */
const kills = Number(process.env.WRES_KILLS ?? 4);
/** The longest that one life of the window lasts once editing has begun, in milliseconds. */
const longest = 5_000;
/** What of the typing may be lost, and the time that a busy machine may take to write the rest, in milliseconds. */
const losable = 600;
const slack = 400;

test(`the window is killed ${kills} times while it is written in: nothing is gone but the last letters`, {
  timeout: 30_000 + kills * 20_000,
}, async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const rows = plan.indicators.filter(({ number }) => number !== null).map(asItIs);
  for (let life = 0; life < kills; life += 1) {
    const running = await startApp(folder, file);
    // Some die young, some late, each at a moment of its own.
    const killed = await writeUntilKilled(running, rows, life, ((life + Math.random()) / kills) * longest);
    const again = await startApp(folder, file);
    compare(await shown(again.page), rows, killed);
    await again.close();
  }

  const { page, close, faults } = await startApp(folder, file);
  const left = await shown(page);
  await close();
  expect((await verify(file)).filter((line) => !line.startsWith('ok'))).toEqual([]);
  expect(await readPlan(file)).toEqual(left);
  expect(left.indicators.some(({ gaps = [] }) => toPlainText(gaps).includes('word1 word2'))).toBe(true);
  // A note that it is open was left by each kill, and is taken away by the close.
  expect(readdirSync(folder).filter((name) => name.startsWith('~$'))).toEqual([]);
  expect(faults).toEqual([]);
});

/** What an indicator must have, and what it may have. */
interface Row {
  id: string;
  name: string;
  /** The text of its gaps that must be there. */
  sure: string;
  /** The same with all that was typed since, and when each letter of that had gone into the page. */
  text: string;
  moments: number[];
  rating: string | undefined;
  /** A rating that was chosen, and of which the window has not yet said that it is in the plan. */
  chosen: string | undefined;
}

function asItIs({ id, number, gaps = [], rating }: Plan['indicators'][number]): Row {
  const text = toPlainText(gaps);
  return { id, name: `Indicator ${number}`, sure: text, text, moments: [], rating, chosen: undefined };
}

/** Rates and writes, indicator after indicator, until the window is killed. @returns when that was */
async function writeUntilKilled({ app, page }: RunningApp, rows: Row[], life: number, after: number): Promise<number> {
  const gone = app.waitForEvent('close');
  let killed: number | undefined;
  const writing = write(page, [...rows.slice(life % rows.length), ...rows], life).catch((error: unknown) => {
    if (killed === undefined) throw error;
  });
  await Promise.race([writing, wait(after)]);
  killed = performance.now();
  app.process().kill('SIGKILL');
  await Promise.all([gone, writing]);
  return killed;
}

async function write(page: Page, rows: Row[], life: number): Promise<void> {
  const codes = ['R', 'A', 'G', 'B'];
  for (const row of rows) {
    await page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name: row.name }).click();
    await page.getByRole('heading', { level: 1, name: row.name }).waitFor();
    row.chosen = codes[(codes.indexOf(row.rating ?? '') + 1) % codes.length] as string;
    await page.getByRole('button', { name: `Rating of ${row.name}: ` }).click();
    await page.getByRole('menuitem', { name: words[row.chosen] }).click();
    await page.getByRole('button', { name: `Rating of ${row.name}: ${words[row.chosen]}` }).waitFor();
    // The window says so: it is in the plan, and all that was typed before it as well.
    row.rating = row.chosen;
    for (const each of rows) Object.assign(each, { sure: each.text, moments: [] });

    await page.getByRole('textbox', { name: `Gaps of ${row.name}` }).click();
    await page.waitForFunction(() => (document.activeElement as HTMLElement | null)?.isContentEditable);
    await page.keyboard.press('Control+End');
    // Without a pause in which it could be sent.
    for (const letter of ` ${life}: ${Array.from({ length: 12 }, (_, index) => `word${index + 1}`).join(' ')}`) {
      row.text += letter;
      await page.keyboard.type(letter);
      row.moments.push(performance.now());
      await wait(20);
    }
  }
}

/** Holds what is there against what must be; from then on, it is what must be. */
function compare(plan: Plan, rows: Row[], killed: number): void {
  for (const row of rows) {
    const indicator = plan.indicators.find(({ id }) => id === row.id);
    const there = toPlainText(indicator?.gaps ?? []);
    const due = row.moments.filter((moment) => moment < killed - losable - slack).length;
    expect(row.text.startsWith(there), `${row.name}: “${there}” is how “${row.text}” begins`).toBe(true);
    expect(there.length, `${row.name}: “${there}” of “${row.text}”`).toBeGreaterThanOrEqual(row.sure.length + due);
    expect([row.rating, row.chosen ?? row.rating], row.name).toContain(indicator?.rating);
    Object.assign(row, { sure: there, text: there, moments: [], rating: indicator?.rating, chosen: undefined });
  }
}

/** The plan as the window has it, once it has one. */
async function shown(page: Page): Promise<Plan> {
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  const json = await page.evaluate(async () => {
    const result = await window.wres.start();
    return result.ok ? result.json : '';
  });
  return (JSON.parse(json) as { plan: { plan: Plan } }).plan.plan;
}

const words: Record<string, string> = { R: 'Red', A: 'Amber', G: 'Green', B: 'Blue' };
