import { expect, test } from 'vitest';
import { writeWord } from '../../../electron/word/write.ts';
import { builtInLayouts } from '../../../shared/layout/built-in.ts';
import { changesPage } from '../../../shared/layout/changes-page.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import { withUndecided } from '../../../shared/layout/undecided.ts';
import { inWords } from '../../../shared/log/history.ts';
import { tell } from '../../../shared/log/told.ts';
import { toRecords } from '../../../shared/plan/records.ts';
import { fromPlainText } from '../../../shared/plan/rich-text.ts';
import { smallPlan } from '../../faults/small-plan.ts';
import { readDocx } from '../../support/read-docx.ts';
import { lintWord } from '../../support/word-lint.ts';

test('what changed is a good Word file, with each thing as it was and as it is, and what differs in bold', async () => {
  const before = smallPlan();
  const [first, ...others] = before.actions;
  if (!first) throw new Error('the small plan has an action');
  const text = 'Review each case over six weeks.\nTell the network.';
  const after = {
    ...before,
    title: `${before.title} again`,
    actions: [{ ...first, text: fromPlainText(text) }, ...others],
  };
  const then = {
    ...before,
    actions: [{ ...first, text: fromPlainText('Review every case over six weeks.') }, ...others],
  };
  const page = changesPage(
    after,
    tell(inWords(toRecords(then), toRecords(after)), after),
    '1 September 2026',
    '2026-10-31',
  );
  const bytes = await writeWord(page);
  expect(lintWord(bytes)).toEqual([]);
  const { blocks } = readDocx(bytes);
  expect(blocks.filter(({ kind }) => kind === 'table')).toHaveLength(2);
  const runs = page.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.paragraphs ?? []))
      : [],
  );
  const bold = runs.flatMap((each) => each.runs.filter((run) => run.bold).map((run) => run.text.trim()));
  expect(bold).toEqual(expect.arrayContaining(['every', 'each', 'again']));
  expect(bold).not.toContain('case over six');
});

test('in no layout is it hidden what is not decided', async () => {
  const plan = smallPlan();
  for (const layout of builtInLayouts) {
    const page = withUndecided(layOut(plan, layout, { asAt: '2026-10-31' }), [
      { kind: 'action', id: 'a', words: 'The date of action 1: “Q3”, or “Q4” (Sam).' },
    ]);
    const bytes = await writeWord(page);
    expect(lintWord(bytes), layout.id).toEqual([]);
    const words = JSON.stringify(readDocx(bytes).blocks);
    expect(words).toContain('1 thing in this plan is not decided yet');
    expect(words).toContain('The date of action 1: “Q3”, or “Q4” (Sam).');
  }
});
