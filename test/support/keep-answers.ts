import type { ElectronApplication } from 'playwright-core';

/**
 * Makes `app.evaluate` bring its answer also when the app is busy. V8's inspector holds the promise of an answer weakly
 * until the app's own process comes to rest: what was evaluated amid long work is done, but the answer may be lost
 * ("Resulting promise was garbage collected"). So each answer is kept in the app, and asked for again.
 */
export function keepAnswers(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (work: unknown, arg: unknown) => Promise<unknown>;
  let count = 0;
  app.evaluate = async (work: unknown, arg?: unknown) => {
    count += 1;
    const id = count;
    try {
      return (await evaluate(keeping(String(work)), [id, arg])) as never;
    } catch (error) {
      if (!isLost(error)) throw error;
    }
    for (;;) {
      try {
        return (await evaluate((_: unknown, at: number) => Reflect.get(globalThis, 'answers')[at], id)) as never;
      } catch (error) {
        if (!isLost(error)) throw error;
      }
    }
  };
}

/** A function as Playwright takes it: by its source. */
function keeping(work: string): () => void {
  const source = `(electron, [id, arg]) => ((globalThis.answers ??= [])[id] = (${work})(electron, arg))`;
  return Object.assign(() => undefined, { toString: () => source });
}

function isLost(error: unknown): boolean {
  return error instanceof Error && error.message.includes('promise was garbage collected');
}
