import { expect, test } from 'vitest';
import { publishByItself, quiet, retryAfter, type Timer } from '../../../electron/plan-file/publisher.ts';
import type { ErrorCode } from '../../../shared/messages.ts';
import type { SaveState } from '../../../shared/plan-state.ts';

/** A plan file that only counts, and a clock that goes when it is told. */
function setUp(saved: SaveState, answers: SaveState[] = []) {
  let listener: (saved: SaveState) => void = () => undefined;
  const due: { at: number; run: () => void }[] = [];
  let now = 0;
  const timer: Timer = (milliseconds, run) => {
    const entry = { at: now + milliseconds, run };
    due.push(entry);
    return () => due.splice(due.indexOf(entry), due.includes(entry) ? 1 : 0);
  };
  const plan = {
    state: { saved },
    published: 0,
    async publish() {
      plan.published += 1;
      const answer = answers.shift() ?? { state: 'saved', at: null };
      tell(answer);
      return answer;
    },
    onSaved(listen: typeof listener) {
      listener = listen;
      return () => {
        listener = () => undefined;
      };
    },
  };
  const tell = (next: SaveState) => {
    plan.state.saved = next;
    listener(next);
  };
  const pass = (milliseconds: number) => {
    now += milliseconds;
    for (const entry of due.filter(({ at }) => at <= now)) {
      due.splice(due.indexOf(entry), 1);
      entry.run();
    }
  };
  return { plan, tell, pass, stop: publishByItself(plan, timer) };
}

const edited: SaveState = { state: 'edited' };
const saved: SaveState = { state: 'saved', at: null };
const failed = (code: ErrorCode): SaveState => ({ state: 'failed', failure: { code, details: {} } });

test('it publishes after two seconds in which nobody edits', () => {
  const { plan, tell, pass } = setUp(saved);
  tell(edited);
  pass(quiet - 1);
  tell(edited);
  pass(quiet - 1);
  expect(plan.published).toBe(0);
  pass(1);
  expect(plan.published).toBe(1);
  pass(retryAfter);
  expect(plan.published).toBe(1);
});

test('edits that were left unpublished the last time are published without a new one', () => {
  const { plan, pass } = setUp(edited);
  pass(quiet);
  expect(plan.published).toBe(1);
});

test('it tries again every half minute until the file can be written', () => {
  const { plan, tell, pass } = setUp(saved, [failed('folder-missing'), failed('target-in-use')]);
  tell(edited);
  pass(quiet);
  pass(retryAfter);
  pass(retryAfter);
  expect(plan.published).toBe(3);
  pass(10 * retryAfter);
  expect(plan.published).toBe(3);
});

test.for<ErrorCode>(['needs-a-place', 'target-changed'])(
  'it does not try again what a person must decide: %s',
  (code) => {
    const { plan, tell, pass } = setUp(saved, [failed(code)]);
    tell(edited);
    pass(quiet);
    pass(10 * retryAfter);
    expect(plan.published).toBe(1);
  },
);

test('it stops when it is told to', () => {
  const { plan, tell, pass, stop } = setUp(saved);
  tell(edited);
  stop();
  tell(edited);
  pass(quiet);
  expect(plan.published).toBe(0);
});
