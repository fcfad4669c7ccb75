import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../electron/sheet/read-document.ts';
import { writeWord } from '../../../electron/word/write.ts';
import { builtInLayouts } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import type { Layout } from '../../../shared/layout/layout.ts';
import { type ExportedFrom, markNames, readExportedFrom } from '../../../shared/layout/marks.ts';
import type { Page, Paragraph } from '../../../shared/layout/page.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import { lookUp } from '../../../shared/plan/look-up.ts';
import type { Plan } from '../../../shared/plan/model.ts';
import { changesInCopy } from '../../../shared/recognise/copy/changes-in-copy.ts';
import type { Proposal } from '../../../shared/recognise/copy/proposal.ts';
import { takeIn } from '../../../shared/recognise/copy/take-in.ts';
import { around, editDocx, withoutMarks, withText } from '../../support/edit-docx.ts';
import { counter } from '../../support/ids.ts';
import { seeds } from '../../support/seeds.ts';
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

/** One thing that somebody does to the file. */
interface Touch {
  /** The record, and for an effect the indicator. */
  of: string;
  do(xml: string): string;
}

/** Ten things that one can do to a page of the sample, of as many kinds as it has. */
function tenTouches(plan: Plan, layout: Layout, page: Page, keepMarks: boolean): Touch[] {
  const names = markNames();
  const marks = new Map<Paragraph, string>();
  const texts = page.blocks.flatMap((block): Paragraph[] => {
    if (block.kind === 'heading') {
      names(block.source);
      return [];
    }
    return block.kind === 'paragraph'
      ? [block.paragraph]
      : block.table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.paragraphs ?? []));
  });
  for (const each of texts) marks.set(each, names(each.source) ?? '');
  const counts = Map.groupBy(texts, ({ source }) => `${source?.kind} ${source?.id} ${source?.field}`);
  const alone = texts.filter(
    ({ source, runs }) =>
      source && runs.length === 1 && counts.get(`${source.kind} ${source.id} ${source.field}`)?.length === 1,
  );
  const rewrite = (paragraph: Paragraph, to: string): Touch => ({
    of: paragraph.source?.id ?? '',
    do: (xml) => {
      const { from, to: end } = around(xml, xml.indexOf(`"${marks.get(paragraph)}"`), 'p');
      const words = withText(xml.slice(from, end), (paragraph.label ? `${paragraph.label} ` : '') + to);
      return xml.slice(0, from) + (keepMarks ? words : withoutMarks(words)) + xml.slice(end);
    },
  });
  const some = (field: string, kind: string, count: number, from = 0) =>
    alone
      .filter(({ source }) => source?.field === field && source.kind === kind)
      .filter((_, at) => at % 3 === 0)
      .slice(from, from + count);
  const words = ({ runs }: Paragraph) => runs.map(({ text }) => text).join('');
  const rating = (paragraph: Paragraph) => {
    const other = lookUp(plan).scale?.ratings.find(
      ({ code, label }) => !words(paragraph).includes(label) && words(paragraph) !== code,
    );
    return layout.rating.show === 'code' && !page.plain ? (other?.code ?? '') : (other?.label ?? '');
  };
  const ofTexts = ['objective', 'narrative', 'gaps', 'measure', 'outcome'];
  const possible = [
    ...some('due', 'action', 2).map((each, at) => rewrite(each, `${at + 3} March 2027`)),
    ...some('leads', 'action', 2).map((each, at) =>
      rewrite(each, at === 0 ? 'Head of Making Sure' : (plan.people[0]?.name ?? '')),
    ),
    ...some('rating', 'action', 1).map((each) => rewrite(each, rating(each))),
    ...ofTexts
      .flatMap((field) => some(field, 'indicator', 1))
      .map((each) => rewrite(each, `${words(each)} So it was.`)),
    ...some('text', 'update', 1).map((each) => rewrite(each, `${words(each)} And more came.`)),
    ...some('body', 'section', 1).map((each) => rewrite(each, `Briefly: ${words(each)}`)),
    ...ofTexts.flatMap((field) => some(field, 'action', 1)).map((each) => rewrite(each, `Besides, ${words(each)}`)),
  ];
  const rest = some('text', 'action', 12);
  const [gone, model] = [rest.at(-1), rest.at(-2)] as [Paragraph, Paragraph];
  const rows = layout.grain !== 'indicator' || page.plain;
  const partOf = (xml: string, paragraph: Paragraph) => {
    const part = around(xml, xml.indexOf(`"${marks.get(paragraph)}"`), rows ? 'tr' : 'p');
    return { ...part, text: xml.slice(part.from, part.to) };
  };
  const ends: Touch[] = [
    {
      of: gone.source?.id ?? '',
      do: (xml) => {
        const { from, to } = partOf(xml, gone);
        return xml.slice(0, from) + xml.slice(to);
      },
    },
    {
      of: 'new',
      do: (xml) => {
        const { to, text } = partOf(xml, model);
        return xml.slice(0, to) + withNewWords(withoutMarks(text)) + xml.slice(to);
      },
    },
  ];
  const edits = possible.slice(0, 8);
  const more = rest.slice(0, 8 - edits.length).map((each) => rewrite(each, `${words(each)} Within the year.`));
  return [...edits, ...more, ...ends];

  /** A new item, or a new row with words in the cell of the action alone. */
  function withNewWords(text: string): string {
    if (!rows) return withText(text, newWords);
    const { from, to } = around(text, text.indexOf(escaped(words(model))), 'p');
    return withText(text.slice(0, from), '') + withText(text.slice(from, to), newWords) + withText(text.slice(to), '');
  }
}

const newWords = 'Ask every ward what it would change first.';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

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

function idOf({ kind, place }: Proposal): string {
  return kind === 'new' ? 'new' : (place?.id ?? '');
}

function sorted(texts: string[]): string[] {
  return [...texts].sort();
}
