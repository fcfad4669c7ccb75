import { test } from 'vitest';
import { tryHistories } from '../support/histories.ts';
import { amount, attempt } from './tried.ts';

test('whatever two to five people do and send each other, nothing is lost, divergent or silent', () =>
  attempt('random histories of two to five people', async () => {
    const times = amount(100_000);
    tryHistories(times);
    return times;
  }));
