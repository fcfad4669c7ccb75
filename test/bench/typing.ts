import { setTimeout as wait } from 'node:timers/promises';
import { painting, waiting } from './in-page.ts';
import type { AppWindow } from './window.ts';

/** How long a fast typist takes from one key to the next, in milliseconds. */
const pace = 80;

export interface Typed {
  /** From each key until what it wrote is painted, in milliseconds. */
  keys: number[];
  /** How often the page was busy for longer at a stretch than a frame of the screen lasts, so that one was dropped. */
  dropped: number;
}

/** Types into the field that has the keyboard, as fast as a fast typist and without a pause. */
export async function typeInto(window: AppWindow, text: string): Promise<Typed> {
  await window.evaluate(watch);
  for (const character of text) {
    await window.press(character);
    await wait(pace);
  }
  return window.evaluate<Typed>(`(async () => { ${waiting} await quiet(); return window.typed(); })()`);
}

/** A timer that comes back every 4 ms tells of what kept it. */
const watch = `(() => {
  ${painting}
  const frame = 1000 / 60;
  const keys = [];
  let dropped = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - last - 4 > frame) dropped += 1;
    last = now;
  }, 4);
  const time = async ({ timeStamp }) => {
    const heard = performance.now();
    const work = painted();
    keys.push(heard - timeStamp + (await work));
  };
  document.addEventListener('keydown', time, true);
  window.typed = () => {
    clearInterval(timer);
    document.removeEventListener('keydown', time, true);
    return { keys, dropped };
  };
})()`;
