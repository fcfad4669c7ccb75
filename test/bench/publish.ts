import { open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { PlanFile } from '../../electron/plan-file/plan-file.ts';
import { setField } from '../../shared/plan/edits/set-field.ts';
import type { Action } from '../../shared/plan/model.ts';
import { environmentIn, inFolder } from './plan-files.ts';
import { planOf } from './plans.ts';
import { inTurn, median } from './samples.ts';
import type { Row } from './table.ts';

/** From an edit to the person's file, against a bare write of so many bytes that is as safe. */
export async function publishRows(): Promise<Row[]> {
  return [await rowFor(400, 30), await rowFor(4_000, 100)];
}

function rowFor(actions: number, limit: number): Promise<Row> {
  return inFolder(async (folder) => {
    const plan = planOf(actions);
    const target = path.join(folder, 'Plan.wresplan');
    const file = await PlanFile.create(target, plan, environmentIn(folder));
    const bytes = await readFile(target);
    let edits = 0;
    const samples = await inTurn(
      {
        publish: {
          before: () => {
            const { id, rating } = file.state.plan.actions[edits++ % actions] as Action;
            file.apply(setField(file.state.plan, 'action', id, 'rating', rating === 'G' ? 'A' : 'G'));
            if (file.state.saved.state !== 'edited') throw new Error('There is nothing to publish.');
          },
          work: async () => {
            const saved = await file.publish();
            if (saved.state !== 'saved') throw new Error(`It was not published: ${JSON.stringify(saved)}`);
          },
        },
        floor: { work: () => writeSafely(path.join(folder, 'bytes'), bytes) },
      },
      { warmUps: 5, runs: 25 },
    );
    await file.close();
    return {
      what: `publish a plan of ${actions.toLocaleString('en-GB')} actions`,
      figure: median(samples.publish),
      unit: 'ms',
      floor: { what: 'write + fsync + rename', figure: median(samples.floor) },
      limit: { figure: limit },
    };
  });
}

async function writeSafely(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(`${file}.tmp`, 'w');
  await handle.writeFile(bytes);
  await handle.sync();
  await handle.close();
  await rename(`${file}.tmp`, file);
  const folder = await open(path.dirname(file), 'r');
  await folder.sync();
  await folder.close();
}
