import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { contentsOf } from '../../electron/plan-file/contents.ts';
import { writePlan } from '../../electron/plan-file/exchange.ts';
import { rowsOf } from '../../electron/plan-file/inspect.ts';
import { verify } from '../../electron/plan-file/verify.ts';
import { newId } from '../../shared/id.ts';
import type { EditedView, PlanView } from '../../shared/ipc/contract.ts';
import { fold } from '../../shared/log/fold.ts';
import { parsePlanJson } from '../../shared/plan/json.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { changed } from '../../shared/plan/plan-change.ts';
import { toPlan } from '../../shared/plan/records.ts';
import { choose, freshFolder, type RunningApp, startApp, willOpen } from '../support/app.ts';
import { everyEdit } from '../support/every-edit.ts';
import { seeds, seedsFolder } from '../support/seeds.ts';

describe.skipIf(!seedsFolder)('the published plans', () => {
  test('are opened, edited in every way, undone to the start and redone to the end, closed in the middle', {
    timeout: 180_000,
  }, async () => {
    const folder = freshFolder();
    let running = await startApp(folder);
    for (const { number, planJson } of seeds()) {
      const file = path.join(folder, `Plan ${number}.wresplan`);
      await writePlan(file, parsePlanJson(planJson, newId), { now: () => new Date() });
      await willOpen(running.app, file);
      await choose(running.app, 'open');
      await running.page.waitForFunction((name) => document.title.startsWith(name), JSON.parse(planJson).plan.title);
      const states = await edited(running);
      const last = states.length - 1;
      expect(last, number).toBeGreaterThan(everyEdit.length - 3);

      const middle = Math.floor(last / 2);
      await step(running, states, 'undo', last, middle);
      running = await inAnotherLife(running, folder, file, states[middle]);
      await step(running, states, 'undo', middle, 0);
      expect((await view(running.page)).undo, number).toBeNull();
      await step(running, states, 'redo', 0, last);
      expect((await view(running.page)).redo, number).toBeNull();
      await choose(running.app, 'closePlan');
      await running.page.getByRole('heading', { name: 'Recent plans' }).waitFor();
      await agreesWithItsLog(file, states[last]);
      expect(running.faults, number).toEqual([]);
    }
  });
});

/** Edits the plan that is open: a little by hand, the rest by the door that the page itself uses. @returns its states */
async function edited({ page }: RunningApp): Promise<Plan[]> {
  const states = [(await view(page)).plan];
  const newest = async (label: RegExp) => {
    await expect.poll(async () => (await view(page)).undo).toMatch(label);
    states.push((await view(page)).plan);
  };
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name: 'Closing' }).click();
  await page.getByRole('button', { name: 'Add a section' }).click();
  await newest(/^Add a section/);
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Heading of'));
  await page.keyboard.type('Who to ask');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await view(page)).plan.closing.at(-1)?.heading).toBe('Who to ask');
  await newest(/heading/);
  for (const make of everyEdit) {
    const before = states.at(-1) as Plan;
    const draft = make(before);
    if (draft) states.push(changed(before, (await call(page, 'edit', draft)).change));
  }
  return states;
}

/**
 * Goes from one state to another, the first time by the menu, where the page has not heard of the edits before; each on
 * the way must be what it was.
 */
async function step({ app, page }: RunningApp, states: Plan[], which: 'undo' | 'redo', from: number, to: number) {
  const by = which === 'undo' ? -1 : 1;
  const { [which]: label } = await view(page);
  await choose(app, which);
  await expect.poll(async () => (await view(page))[which]).not.toBe(label);
  let { plan } = await view(page);
  expect(plan, `${which} “${label}”`).toEqual(states[from + by]);
  for (let at = from + 2 * by; at !== to + by; at += by) {
    plan = changed(plan, (await call(page, which)).change);
    expect(plan, `${which} to state ${at}`).toEqual(states[at]);
  }
  expect((await view(page)).plan).toEqual(plan);
}

/** Closes the window, holds the file against its log, and opens it again. */
async function inAnotherLife({ close, faults }: RunningApp, folder: string, file: string, plan: Plan | undefined) {
  await close();
  expect(faults).toEqual([]);
  await agreesWithItsLog(file, plan);
  const running = await startApp(folder, file);
  await running.page.getByRole('navigation', { name: 'Contents' }).waitFor();
  expect((await view(running.page)).plan).toEqual(plan);
  return running;
}

/** The file is whole, and what its log leads to is this plan and no other. */
async function agreesWithItsLog(file: string, plan: Plan | undefined): Promise<void> {
  for (const line of await verify(file)) expect(line).toMatch(/^ok /);
  const contents = contentsOf(rowsOf(readFileSync(file)));
  expect(contents.plan).toEqual(plan);
  expect(toPlan(fold(contents.changes))).toEqual(plan);
}

async function view(page: Page): Promise<PlanView> {
  return (await call<{ plan: PlanView }>(page, 'start')).plan;
}

/** Asks the app as the page does. */
async function call<Given = EditedView>(page: Page, name: 'start' | 'edit' | 'undo' | 'redo', input?: unknown) {
  const result = await page.evaluate(([operation, value]) => window.wres[operation](value), [name, input] as const);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
  return JSON.parse(result.json) as Given;
}
