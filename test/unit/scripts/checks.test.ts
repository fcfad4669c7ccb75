import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { count } from '../../../scripts/checks.mjs';

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wres-planner-count-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('what did not run has not passed', () => {
  const passed = { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] };

  test('tests that passed, failed and were skipped are counted', () => {
    const failed = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
    expect(count(report({ passed: 3, failed: 1, pending: 2, files: [passed, failed] }), 1)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 2,
    });
  });

  test('a runner that left no report has failed', () => {
    expect(count(path.join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('a runner that broke off while it wrote its report has failed', () => {
    const file = report({ passed: 2, files: [passed] });
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').slice(0, 40));
    expect(count(file, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('a file that could not be loaded has failed', () => {
    const broken = { status: 'failed', assertionResults: [] };
    expect(count(report({ passed: 2, files: [passed, broken] }), 1)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  test('an error outside of any test has failed', () => {
    expect(count(report({ passed: 2, files: [passed] }), 1)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  test('a run that found no test has failed', () => {
    expect(count(report({ passed: 0, files: [] }), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

function report(result: { passed: number; failed?: number; pending?: number; files: object[] }): string {
  const file = path.join(folder, 'report.json');
  const counts = {
    numPassedTests: result.passed,
    numFailedTests: result.failed ?? 0,
    numPendingTests: result.pending ?? 0,
  };
  fs.writeFileSync(file, JSON.stringify({ ...counts, numTodoTests: 0, testResults: result.files }));
  return file;
}
