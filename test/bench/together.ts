import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { PlanFile } from '../../electron/plan-file/plan-file.ts';
import { bytesOf } from '../../electron/plan-file/working-copy.ts';
import { setField } from '../../shared/plan/edits/set-field.ts';
import type { Action } from '../../shared/plan/model.ts';
import { openRecent, waiting } from './in-page.ts';
import { editedOn, newPlanEdited } from './long-log.ts';
import { environmentIn, inFolder, profileWithRecents } from './plan-files.ts';
import { planOf } from './plans.ts';
import { inTurn, median } from './samples.ts';
import type { Row } from './table.ts';
import { openAppWindow } from './window.ts';

const app = path.resolve(import.meta.dirname, '../..');

/** Copies brought together, a long history, and what the earlier versions that are kept cost an edit. */
export async function togetherRows(): Promise<Row[]> {
  return [
    await bringInRow(60, 500, 300),
    await bringInRow(5_000, 20_000, 3_000),
    await historyRow(),
    await backupRow(),
  ];
}

/** The choice of a copy's file until all that it says is in the open plan and on the disk. */
function bringInRow(actions: number, edits: number, limit: number): Promise<Row> {
  return inFolder(async (folder) => {
    const [mine, theirs] = [path.join(folder, 'Mine.wresplan'), path.join(folder, 'Theirs.wresplan')];
    const first = newPlanEdited(planOf(actions), 0);
    await writeFile(mine, bytesOf(editedOn(first, { author: 'EDI officer', edits, first: 0 })));
    await writeFile(theirs, bytesOf(editedOn(first, { author: 'Sam', edits, first: Math.ceil(actions / 2) })));
    let turn = 0;
    let open: PlanFile | undefined;
    const samples = await inTurn(
      {
        bringIn: {
          before: async () => {
            await open?.close();
            const own = path.join(folder, String(++turn));
            await mkdir(own);
            await copyFile(mine, path.join(own, 'Plan.wresplan'));
            const reading = { reader: path.join(app, 'dist/reader.js') };
            open = await PlanFile.open(path.join(own, 'Plan.wresplan'), { ...environmentIn(own), reading });
          },
          work: async () => {
            const came = await open?.bringIn(theirs);
            if (came?.cameIn.length !== edits) throw new Error('Not all of it came in.');
          },
        },
        floor: { work: async () => [await everyRow(mine), await everyRow(theirs)] },
      },
      { warmUps: 1, runs: actions < 1_000 ? 15 : 5 },
    );
    await open?.close();
    return {
      what: `bring in a copy, ${edits.toLocaleString('en-GB')} edits in each, ${actions.toLocaleString('en-GB')} actions`,
      figure: median(samples.bringIn),
      unit: 'ms',
      floor: { what: 'every row of both read', figure: median(samples.floor) },
      limit: { figure: limit },
    };
  });
}

async function everyRow(file: string): Promise<number> {
  const db = new Database(await readFile(file), { readonly: true });
  const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const rows = tables.map(({ name }) => db.prepare(`SELECT * FROM "${name}"`).all().length);
  db.close();
  return rows.reduce((sum, count) => sum + count, 0);
}

/** A history of 20,000 edits, scrolled from its top by a screenful and a half a second. */
function historyRow(): Promise<Row> {
  return inFolder(async (folder) => {
    const plan = planOf(400);
    const profile = await profileWithRecents(folder, plan, 1);
    await writeFile(path.join(folder, 'Plan 1.wresplan'), bytesOf(newPlanEdited(plan, 20_000)));
    const window = await openAppWindow({ app, profile });
    try {
      await window.evaluate(openRecent(0));
      const dropped = await window.evaluate<number>(scrollHistory);
      return {
        what: `frames dropped in ${frames} of a scrolled history of 20,000 edits`,
        figure: dropped,
        unit: 'times',
        limit: { figure: 0 },
      };
    } finally {
      await window.close();
    }
  });
}

const frames = 300;

/** How often the page was busy for longer at a stretch than a frame of the screen lasts. */
const scrollHistory = `(async () => {
  ${waiting}
  const list = () => document.querySelector('section[aria-label="History"]');
  [...document.querySelectorAll('nav button')].find((each) => each.textContent.startsWith('History')).click();
  await until(() => list()?.querySelectorAll('button').length > 5);
  await quiet();
  let dropped = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - last - 4 > 1000 / 60) dropped += 1;
    last = now;
  }, 4);
  for (let frame = 0; frame < ${frames}; frame++) {
    list().scrollTop += 16;
    await new Promise(requestAnimationFrame);
  }
  clearInterval(timer);
  return dropped;
})()`;

/** An edit while what was just published is kept as an earlier version, against the same while nothing else is done. */
function backupRow(): Promise<Row> {
  return inFolder(async (folder) => {
    const actions = 4_000;
    const file = await PlanFile.create(path.join(folder, 'Plan.wresplan'), planOf(actions), environmentIn(folder));
    let edits = 0;
    const edit = () => {
      const { id, rating } = file.state.plan.actions[edits++ % actions] as Action;
      file.apply(setField(file.state.plan, 'action', id, 'rating', rating === 'G' ? 'A' : 'G'));
    };
    const published = async () => {
      edit();
      await file.publish();
    };
    const samples = await inTurn(
      {
        keeping: { before: published, work: edit },
        quiet: { before: () => published().then(() => file.backedUp()), work: edit },
      },
      { warmUps: 5, runs: 40 },
    );
    await file.close();
    const alone = median(samples.quiet);
    return {
      what: `what keeping an earlier version adds to an edit, ${actions.toLocaleString('en-GB')} actions`,
      figure: Math.max(0, median(samples.keeping) - alone),
      unit: 'ms',
      floor: { what: 'the edit alone', figure: alone },
      limit: { figure: 5 },
    };
  });
}
