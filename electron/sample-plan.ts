import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app } from 'electron';
import type { Plan } from '../shared/plan/model.ts';

/** The plan of a Trust that does not exist, as it comes with the app. Its records have new ids each time. */
export async function readSamplePlan(): Promise<Plan> {
  const { newId } = await import('../shared/id.ts');
  const { parsePlanJson } = await import('../shared/plan/json.ts');
  return parsePlanJson(await readFile(path.join(app.getAppPath(), 'assets/sample-plan.json'), 'utf8'), newId);
}
