import path from 'node:path';
import Database from 'better-sqlite3';
import { openRecent, painting, waiting } from './in-page.ts';
import { inFolder, profileWithRecents } from './plan-files.ts';
import { planOf } from './plans.ts';
import { percentile } from './samples.ts';
import type { Row } from './table.ts';
import { type AppWindow, openAppWindow } from './window.ts';

const app = path.resolve(import.meta.dirname, '../..');
const warmUps = 4;
const runs = 25;

/**
 * A rating chosen in the real window, until it is on the disk and painted; against the same call of the app with
 * nothing to do, in the same window, and a bare commit as durable as that.
 */
export async function editRows(): Promise<Row[]> {
  return [await rowFor(60, 16), await rowFor(500, 30), await rowFor(5_000, 100)];
}

function rowFor(actions: number, limit: number): Promise<Row> {
  return inFolder(async (folder) => {
    const plan = planOf(actions);
    const profile = await profileWithRecents(folder, plan, 1);
    const window = await openAppWindow({ app, profile });
    try {
      await window.evaluate(openRecent(0));
      await window.evaluate(goToIndicator);
      const samples: number[] = [];
      const floor: number[] = [];
      const commit = commits(folder);
      for (let run = -warmUps; run < runs; run++) {
        const took = await chooseRating(window, run + warmUps);
        const least = (await window.evaluate<number>(bareCall)) + commit();
        if (run < 0) continue;
        samples.push(took);
        floor.push(least);
      }
      return {
        what: `an edit, 95th percentile, ${actions.toLocaleString('en-GB')} actions`,
        figure: percentile(samples, 95),
        unit: 'ms',
        floor: { what: 'bare call + commit', figure: percentile(floor, 95) },
        limit: { figure: limit },
      };
    } finally {
      await window.close();
    }
  });
}

/** Chooses another rating for one of the actions on the page, as a person would. Gives the milliseconds from the click. */
function chooseRating(window: AppWindow, run: number): Promise<number> {
  return window.evaluate(`(async () => {
    ${waiting}
    ${painting}
    const buttons = document.querySelectorAll('#page li button[aria-label^="Rating of action"]');
    const button = buttons[${run} % Math.min(6, buttons.length)];
    button.click();
    await until(() => document.querySelector('[role=menuitem]'));
    const others = [...document.querySelectorAll('[role=menuitem]')].filter((item) => !item.querySelector('[aria-label=Chosen]'));
    const shown = new Promise((resolve) => new MutationObserver(() => resolve())
      .observe(button, { attributes: true, attributeFilter: ['aria-label'] }));
    const start = performance.now();
    others[0].click();
    await shown;
    const took = performance.now() - start + (await painted());
    await until(() => !document.querySelector('[role=menuitem]'));
    await quiet();
    return took;
  })()`);
}

const goToIndicator = `(async () => {
  ${waiting}
  document.querySelector('#page table button').click();
  await until(() => document.querySelector('#page li button[aria-label^="Rating of action"]'));
  await quiet();
})()`;

/** Half of the floor: from the page to the app and back, where the app has nothing to do. */
const bareCall = `(async () => {
  ${waiting}
  await quiet();
  const start = performance.now();
  await window.wres.flushed();
  return performance.now() - start;
})()`;

/** The other half: commits one row to the same disk, as durable as an edit. Gives the milliseconds that it took. */
function commits(folder: string): () => number {
  const db = new Database(path.join(folder, 'floor.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('locking_mode = EXCLUSIVE');
  db.exec('CREATE TABLE edit (id INTEGER PRIMARY KEY, label TEXT) STRICT');
  const insert = db.prepare('INSERT INTO edit (label) VALUES (?)');
  return () => {
    const start = performance.now();
    insert.run('Set the rating of action 12 to Green');
    return performance.now() - start;
  };
}
