import { appendFileSync } from 'node:fs';

/** Whether everything is tried as often as it is ever to be; else a tenth of that. */
const full = process.env.WRES_FAULTS === 'full';

/** How often something is tried in this run that is tried so often in a full one. */
export function amount(ofFull: number): number {
  return full ? ofFull : Math.ceil(ofFull / 10);
}

/** How often each step of something is tried. */
export const rounds = full ? 20 : 2;
/** Of the steps of something long, each in a full run, else one in ten, in each round others. */
export const stride = full ? 1 : 10;

/** Every case in a full run; else one of eleven, of each kind some. */
export function some<Case>(cases: Case[]): Case[] {
  return full ? cases : cases.filter((_, index) => index % 11 === 0);
}

/** Tries a way to lose a plan, and takes down how often that was done. What is lost fails the test, and is counted. */
export async function attempt(way: string, run: () => Promise<number>): Promise<void> {
  try {
    takeDown({ way, times: await run(), lost: 0 });
  } catch (error) {
    takeDown({ way, times: 0, lost: 1 });
    throw error;
  }
}

/** A line of what was tried. */
export interface Tried {
  way: string;
  times: number;
  lost: number;
}

function takeDown(line: Tried): void {
  const file = process.env.WRES_TRIED;
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
}
