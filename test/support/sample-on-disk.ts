import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readPlan, writePlan } from '../../electron/plan-file/exchange.ts';
import { newId } from '../../shared/id.ts';
import type { Outputs } from '../../shared/ipc/contract.ts';
import { parsePlanJson } from '../../shared/plan/json.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { type RichText, toPlainText } from '../../shared/plan/rich-text.ts';
import { freshFolder } from './app.ts';

const json = fs.readFileSync(path.resolve(import.meta.dirname, '../../assets/sample-plan.json'), 'utf8');

/** The sample plan in a file of its own, in a folder that is gone when the test is over. */
export async function sampleOnDisk(): Promise<{ folder: string; file: string; plan: Plan }> {
  const folder = freshFolder();
  const file = path.join(folder, 'Northvale 26-27.wresplan');
  await writePlan(file, parsePlanJson(json, newId), { now: () => new Date() });
  return { folder, file, plan: await readPlan(file) };
}

/** The plan as the app has it, once nothing that was typed is waiting any more. Its file follows a moment later. */
export async function planIn(page: Page): Promise<Plan> {
  await expect.poll(() => page.locator('[data-draft="true"]').count()).toBe(0);
  const result = await page.evaluate(() => window.wres.start());
  if (!result.ok) throw new Error(result.error.code);
  const { plan } = JSON.parse(result.json) as Outputs['start'];
  if (!plan) throw new Error('There is no plan open.');
  return plan.plan;
}

/** The text of the actions of an indicator, in their order. */
export function actionTexts(plan: Plan, indicator: string | null): string[] {
  return plan.actions.filter((action) => action.indicator === indicator).map(({ text }) => toPlainText(text));
}

/** A text as its blocks' kinds and levels, with bold as **, italic as _ and links in square brackets. */
export function shape(text: RichText | undefined): string[] {
  return (text ?? []).map(({ kind, level = 0, runs }) => {
    const words = runs.map(({ text, bold, italic, href }) => {
      const styled = `${bold ? '**' : ''}${italic ? '_' : ''}${text}${italic ? '_' : ''}${bold ? '**' : ''}`;
      return href ? `[${styled}](${href})` : styled;
    });
    return `${'  '.repeat(level)}${{ paragraph: '', bullet: '• ', number: '1. ' }[kind]}${words.join('')}`;
  });
}
