import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../electron/sheet/read-document.ts';
import { writeWord } from '../../../electron/word/write.ts';
import { builtInLayouts } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import { type ExportedFrom, readExportedFrom } from '../../../shared/layout/marks.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import type { Plan } from '../../../shared/plan/model.ts';
import { changesInCopy } from '../../../shared/recognise/copy/changes-in-copy.ts';
import type { Proposal } from '../../../shared/recognise/copy/proposal.ts';
import { takeIn } from '../../../shared/recognise/copy/take-in.ts';
import { editDocx, withoutMarks } from '../../support/edit-docx.ts';
import { counter } from '../../support/ids.ts';
import { seeds } from '../../support/seeds.ts';
import { tenTouches } from '../../support/touches.ts';
import { Ledger } from '../../unit/plan/edits/ledger.ts';

const asAt = '2026-10-31';
const sampleJson = fs.readFileSync(path.resolve(import.meta.dirname, '../../../assets/sample-plan.json'), 'utf8');
const sample = parsePlanJson(sampleJson, counter());

const forms = builtInLayouts.flatMap((layout) => [
  { layout, plain: false },
  { layout, plain: true },
]);
const nameOf = ({ layout, plain }: (typeof forms)[number]) => `${layout.id}${plain ? '-plain' : ''}`;

/** What is found in the bytes of a copy of a plan that has not moved on. */
function found(plan: Plan, bytes: Uint8Array, exported = plan) {
  const document = readDocument(bytes);
  const from = readExportedFrom(document.exportedFrom) as ExportedFrom;
  return changesInCopy({ plan, exported, from, document }, counter2());
}

/** Ids that no plan of these tests has. */
function counter2(): () => string {
  const next = counter();
  return () => next().replace(/^0/, 'f');
}

describe('an untouched copy has no changes', () => {
  const plans: [string, Plan, typeof forms][] = [
    ['the sample in every layout', sample, forms],
    ...seeds().map(({ number, planJson, layout }): [string, Plan, typeof forms] => [
      `${number} in its own`,
      parsePlanJson(planJson, counter()),
      forms.filter((form) => form.layout.id === layout),
    ]),
  ];
  test.each(plans)('of %s, also without its marks', async (_, plan, each) => {
    for (const { layout, plain } of each) {
      const bytes = await writeWord(layOut(plan, layout, { asAt, plain }));
      for (const copy of [bytes, editDocx(bytes, withoutMarks)]) {
        expect({ layout: layout.id, plain, ...found(plan, copy) }).toEqual({
          layout: layout.id,
          plain,
          proposals: [],
          others: [],
        });
      }
    }
  });

  test('made without its introduction, with posts for people', async () => {
    for (const { layout, plain } of forms) {
      const options = { asAt, plain, leaveOut: ['introduction' as const], posts: true };
      expect(found(sample, await writeWord(layOut(sample, layout, options)))).toEqual({ proposals: [], others: [] });
    }
  });
});

describe('ten things changed are ten proposals, and the plan with them lays out as the copy', () => {
  test.each(forms.map((form) => [nameOf(form), form] as const))('%s', async (_, { layout, plain }) => {
    for (const keepMarks of plain ? [false] : [true, false]) {
      const page = layOut(sample, layout, { asAt, plain });
      const touches = tenTouches(sample, layout, page, keepMarks);
      expect(touches).toHaveLength(10);
      const copy = editDocx(await writeWord(page), (xml) => touches.reduce((each, touch) => touch.do(each), xml));
      const { proposals, others } = found(sample, copy);
      expect(others).toEqual([]);
      expect(proposals.filter(({ kind }) => kind === 'told')).toEqual([]);
      expect(sorted(proposals.map(idOf)), proposals.map(({ label }) => label).join('\n')).toEqual(
        sorted(touches.map(({ of }) => of)),
      );
      const ledger = new Ledger(sample, counter2());
      const after = ledger.apply(takeIn(sample, proposals, 'Copy.docx'));
      expect(after).not.toEqual(sample);
      // In a stacked cell the other values of an action that was taken out are still there; a colour is as it was.
      const left = found(after, copy).proposals.filter(
        ({ place }) => place?.field !== 'rating' && place?.field !== 'effects',
      );
      if (plain || layout.grain !== 'indicator') expect(left).toEqual([]);
      expect(ledger.undoAll()).toEqual(sample);
    }
  });
});

describe('ten things changed are ten proposals after LibreOffice has saved the file', () => {
  const folder = path.resolve(import.meta.dirname, '../../fixtures/edited');
  const read = (name: string) => fs.readFileSync(path.join(folder, name));
  const plan = parsePlanJson(read('plan.json').toString(), counter());
  const expected = JSON.parse(read('expected.json').toString()) as Record<string, string[]>;
  test.each(Object.keys(expected))('%s', (name) => {
    const { proposals, others } = found(plan, read(name));
    expect(sorted(proposals.map(idOf)), proposals.map(({ label }) => label).join('\n')).toEqual(expected[name]);
    expect(others).toEqual([]);
  });
});

function idOf({ kind, place }: Proposal): string {
  return kind === 'new' ? 'new' : (place?.id ?? '');
}

function sorted(texts: string[]): string[] {
  return [...texts].sort();
}
