import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { median } from './samples.ts';
import type { Row } from './table.ts';
import { type AppWindow, memoryOf, openAppWindow } from './window.ts';

const apps = { app: path.resolve(import.meta.dirname, '../..'), bare: path.join(import.meta.dirname, 'bare-window') };
const runs = 10;
/** How long a window is left alone before its memory is taken, in milliseconds. */
const settling = 3_000;

/** The app against a bare window, started in turn: to the first frame with buttons, and what both take when at rest. */
export async function startRows(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wres-planner-bench-'));
  const start = { app: [] as number[], bare: [] as number[] };
  const memory = { app: [] as number[], bare: [] as number[] };
  try {
    for (let run = -1; run < runs; run++) {
      for (const name of ['app', 'bare'] as const) {
        const window = await openAppWindow({ app: apps[name], profile: path.join(folder, name) });
        try {
          await wait(settling);
          const painted = await firstFrameWithButtons(window);
          if (run < 0) continue; // the first start fills the caches
          start[name].push(painted - window.startedAt);
          memory[name].push(memoryOf(window.process.pid as number));
        } finally {
          await window.close();
        }
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return [
    {
      what: 'start to first usable paint',
      figure: median(start.app),
      unit: 'ms',
      floor: { what: 'bare window', figure: median(start.bare) },
      limit: { ratio: 1.25 },
    },
    {
      what: 'memory of all processes',
      figure: median(memory.app),
      unit: 'MB',
      floor: { what: 'bare window', figure: median(memory.bare) },
      limit: { ratio: 1.15 },
    },
  ];
}

/**
 * When the browser first painted what is on the page now: the last candidate for its largest content, or the first paint
 * of any content where that is later. Told by the browser itself, of a moment when nobody was looking.
 */
function firstFrameWithButtons(window: AppWindow): Promise<number> {
  return window.evaluate(`new Promise((resolve, reject) => {
    if (!document.querySelector('button:enabled')) reject(new Error('There is no button.'));
    const [first] = performance.getEntriesByName('first-contentful-paint');
    new PerformanceObserver((list) => {
      const largest = list.getEntries().at(-1);
      resolve(performance.timeOrigin + Math.max(first.startTime, largest.startTime));
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => reject(new Error('Nothing was painted.')), 5000);
  })`);
}
