import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInLayouts } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import { PlanError } from '../../../shared/messages.ts';
import { Copy } from '../../support/copies.ts';
import { tryHistories } from '../../support/histories.ts';
import { play, story } from '../../support/stories.ts';
import { smallPlan } from '../plan/edits/small-plan.ts';

/** More of them: test/faults/histories.test.ts. */
test('whatever people do and send each other, nothing is lost, divergent or silent', () => tryHistories(300), 120_000);

test('a plan that came together can be laid out in every layout, whatever rule is broken in it', () => {
  fc.assert(
    fc.property(story, (told) => {
      const [mine, ...others] = play(told) as [Copy, Copy];
      for (const other of others) mine.bringIn(other);
      for (const layout of builtInLayouts) layOut(mine.plan, layout, { asAt: '2026-10-31' });
    }),
    { numRuns: 100 },
  );
});

test('one id with two contents is refused', () => {
  const { plan, newId } = smallPlan();
  const mine = Copy.first(plan, 'A', newId);
  const theirs = mine.copied('B');
  const [change, ...rest] = theirs.changes;
  theirs.changes = [{ ...change, value: { ...(change?.value as object), title: 'Another' } } as never, ...rest];
  expect(() => mine.bringIn(theirs)).toThrow(PlanError);
  const [edit, ...edits] = theirs.edits;
  Object.assign(theirs, { changes: mine.changes, edits: [{ ...edit, author: 'Somebody else' }, ...edits] });
  expect(() => mine.bringIn(theirs)).toThrow('is not what the same edit is in your plan');
});

test('another plan is refused', () => {
  const one = smallPlan();
  const mine = Copy.first(one.plan, 'A', one.newId);
  const theirs = Copy.first({ ...one.plan, id: one.newId() }, 'B', one.newId);
  expect(() => mine.bringIn(theirs)).toThrow('is another plan');
});
