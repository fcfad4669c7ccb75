import path from 'node:path';
import { openRecent, waiting } from './in-page.ts';
import { inFolder, profileWithRecents } from './plan-files.ts';
import { planOf } from './plans.ts';
import { percentile } from './samples.ts';
import type { Row } from './table.ts';
import { typeInto } from './typing.ts';
import { openAppWindow } from './window.ts';

const app = path.resolve(import.meta.dirname, '../..');
const actions = 60;
const warmUp = 'Some words first. ';
const text =
  'Managers see the time from shortlisting to appointment by ethnicity each month, and answer for any gap over five per cent.';

/** A long text typed into an action, beside the live preview: each key until it is painted, edits and preview included. */
export function keystrokeRows(): Promise<Row[]> {
  return inFolder(async (folder) => {
    const window = await openAppWindow({ app, profile: await profileWithRecents(folder, planOf(actions), 1) });
    try {
      await window.evaluate(openRecent(0));
      await window.evaluate(goIntoText);
      await typeInto(window, warmUp);
      const { keys, dropped } = await typeInto(window, text);
      return [
        {
          what: `a keystroke beside the preview, 95th percentile, ${actions} actions`,
          figure: percentile(keys, 95),
          unit: 'ms',
          limit: { figure: 16 },
        },
        { what: `frames dropped in ${keys.length} keystrokes`, figure: dropped, unit: 'times', limit: { figure: 0 } },
      ];
    } finally {
      await window.close();
    }
  });
}

const goIntoText = `(async () => {
  ${waiting}
  document.querySelector('#page table button').click();
  await until(() => document.querySelector('#page [data-summary]'));
  document.querySelector('#page [data-summary]').click();
  const field = '#page [data-item] [data-place^="action/"][data-place$="/text"]';
  await until(() => document.querySelector(field));
  document.querySelector(field).focus();
  await until(() => document.activeElement.isContentEditable && document.querySelector('[data-paper] table'));
  await quiet();
})()`;
