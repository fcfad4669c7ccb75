import path from 'node:path';
import { openRecent, painting, waiting } from './in-page.ts';
import { inFolder, profileWithRecents } from './plan-files.ts';
import { planOf } from './plans.ts';
import { percentile } from './samples.ts';
import type { Row } from './table.ts';
import { typeInto } from './typing.ts';
import { type AppWindow, openAppWindow } from './window.ts';

const app = path.resolve(import.meta.dirname, '../..');
const warmUps = 4;
const runs = 25;

/** The progress round: words typed into its filter, and a rating set by its letter in a cell. */
export async function roundRows(): Promise<Row[]> {
  return [...(await rowsFor(60, 16)), ...(await rowsFor(500, 30)), ...(await rowsFor(5_000, 100))];
}

function rowsFor(actions: number, limit: number): Promise<Row[]> {
  const words = `${actions.toLocaleString('en-GB')} actions`;
  return inFolder(async (folder) => {
    const window = await openAppWindow({ app, profile: await profileWithRecents(folder, planOf(actions), 1) });
    try {
      await window.evaluate(openRecent(0));
      await window.evaluate(goToRound);
      const rated: number[] = [];
      for (let run = -warmUps; run < runs; run++) {
        const took = await rateByLetter(window, run + warmUps);
        if (run >= 0) rated.push(took);
      }
      await window.evaluate(goIntoFilter);
      const { keys } = await typeInto(window, 'places on the clinical leadership');
      return [
        {
          what: `a rating in the round, 95th percentile, ${words}`,
          figure: percentile(rated, 95),
          unit: 'ms',
          limit: { figure: limit },
        },
        {
          what: `a keystroke in the round’s filter, 95th percentile, ${words}`,
          figure: percentile(keys, 95),
          unit: 'ms',
          limit: { figure: limit },
        },
      ];
    } finally {
      await window.close();
    }
  });
}

/** Presses the letter of another rating in the next row's cell. Gives the milliseconds until it is durable and painted. */
function rateByLetter(window: AppWindow, run: number): Promise<number> {
  return window.evaluate(`(async () => {
    ${waiting}
    ${painting}
    const cell = document.querySelectorAll('[role=row] [data-column="6"]:not([data-row="-1"])')[${run} % 6];
    cell.click();
    await quiet();
    const letter = { Red: 'a', Amber: 'g', Green: 'r' }[cell.textContent.match(/Red|Amber|Green/)?.[0]] ?? 'r';
    const shown = new Promise((resolve) => new MutationObserver(() => resolve())
      .observe(cell, { childList: true, characterData: true, attributes: true, subtree: true }));
    const start = performance.now();
    cell.dispatchEvent(new KeyboardEvent('keydown', { key: letter, bubbles: true, cancelable: true }));
    await shown;
    const took = performance.now() - start + (await painted());
    await quiet();
    return took;
  })()`);
}

const goToRound = `(async () => {
  ${waiting}
  [...document.querySelectorAll('nav button')].find((each) => each.textContent.includes('Progress round')).click();
  await until(() => document.querySelector('[role=grid] [data-column="6"]:not([data-row="-1"])'));
  await quiet();
})()`;

const goIntoFilter = `(async () => {
  ${waiting}
  document.querySelector('#page input[type=search]').focus();
  await quiet();
})()`;
