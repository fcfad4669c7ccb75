import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openRecent } from './in-page.ts';
import { inFolder, profileWithRecents } from './plan-files.ts';
import { planOf } from './plans.ts';
import { median } from './samples.ts';
import type { Row } from './table.ts';
import { openAppWindow } from './window.ts';

const app = path.resolve(import.meta.dirname, '../..');
const actions = 5_000;
const copies = 6;

/**
 * From the click on a recent plan to the plan on the screen, in a window that was just started. A file that is new here
 * is read and checked in a process of its own; one that was open here before is compared with what was left.
 */
export function openRows(): Promise<Row[]> {
  return inFolder(async (folder) => {
    const profile = await profileWithRecents(folder, planOf(actions), copies);
    const again: number[] = [];
    const first: number[] = [];
    const floor: number[] = [];
    for (let copy = 0; copy < copies; copy++) {
      for (const samples of [first, again]) {
        const window = await openAppWindow({ app, profile });
        try {
          // What was open last stands first: after the first opening, the copy has moved to the top of the list.
          const took = await window.evaluate<number>(openRecent(samples === first ? copy : 0));
          if (copy > 0) samples.push(took);
        } finally {
          await window.close();
        }
      }
      floor.push(await readRows(path.join(folder, `Plan ${copy + 1}.wresplan`)));
    }
    const row = (what: string, samples: number[]): Row => ({
      what: `open a plan of ${actions.toLocaleString('en-GB')} actions, ${what}`,
      figure: median(samples),
      unit: 'ms',
      floor: { what: 'reading its rows', figure: median(floor) },
      limit: { figure: 500 },
    });
    return [row('new here', first), row('known here', again)];
  });
}

/** The floor: the bytes, and out of them every row of every table. */
async function readRows(file: string): Promise<number> {
  const start = performance.now();
  const db = new Database(await readFile(file), { readonly: true });
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  for (const table of tables) db.prepare(`SELECT * FROM "${table}"`).all();
  db.close();
  return performance.now() - start;
}
