/** The middle of the samples: half lie below it. */
export function median(samples: readonly number[]): number {
  return percentile(samples, 50);
}

/** The least sample that so many per cent of the samples do not exceed. */
export function percentile(samples: readonly number[], percent: number): number {
  if (samples.length === 0) throw new RangeError('There are no samples.');
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] as number;
}

/** A piece of work to be timed, and what has to be done before it each time, which is not. */
export interface Work {
  before?(): unknown;
  work(): unknown;
}

/**
 * Times pieces of work in turn (A B A B …), in milliseconds, so that what else the machine does falls on all alike.
 * Garbage of the one is not left for the other, where Node was started with --expose-gc.
 */
export async function inTurn<Name extends string>(
  pieces: Record<Name, Work>,
  { warmUps, runs }: { warmUps: number; runs: number },
): Promise<Record<Name, number[]>> {
  const names = Object.keys(pieces) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let run = -warmUps; run < runs; run++) {
    for (const name of names) {
      await pieces[name].before?.();
      globalThis.gc?.();
      const start = performance.now();
      await pieces[name].work();
      if (run >= 0) samples[name].push(performance.now() - start);
    }
  }
  return samples;
}
