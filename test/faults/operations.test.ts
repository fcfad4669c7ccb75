import { expect, test } from 'vitest';
import { environmentIn, quickFolder } from '../support/plan-file.ts';
import { failEachOperationOfExport, failEachOperationOfPublish } from './operations.ts';
import { amount, attempt } from './tried.ts';

test('any file operation of a publish may fail in any way, and it can be tried again', () =>
  attempt('a failing file operation of publish', async () => {
    const folder = quickFolder();
    const times = await failEachOperationOfPublish(folder, environmentIn(folder).env);
    expect(times).toBeGreaterThanOrEqual(amount(600));
    return times;
  }));

test('any file operation of an export may fail in any way, and it can be tried again', () =>
  attempt('a failing file operation of export', () => failEachOperationOfExport(quickFolder())));
