import type { Layout } from '../../shared/layout/layout.ts';
import { markNames } from '../../shared/layout/marks.ts';
import type { Page, Paragraph } from '../../shared/layout/page.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { around, withoutMarks, withText } from './edit-docx.ts';

/** One thing that somebody does to the file. */
export interface Touch {
  /** The record, and for an effect the indicator. */
  of: string;
  do(xml: string): string;
}

/** Ten things that one can do to a page of the sample, of as many kinds as it has. */
export function tenTouches(plan: Plan, layout: Layout, page: Page, keepMarks: boolean): Touch[] {
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
  const actions = alone.filter(({ source }) => source?.kind === 'action' && source.field === 'text');
  const step = actions.length >= 36 ? 3 : 1;
  const rest = actions.filter((_, at) => at % step === 0).slice(0, 12);
  const rows = layout.grain !== 'indicator' || page.plain;
  const gone = rest.at(-1) as Paragraph;
  // Not beside the one that goes, of which it would be another wording; in a stacked cell, an item of its own.
  const model = rest.slice(0, -2).findLast(({ list }) => rows || (list && list.kind !== 'continuation')) as Paragraph;
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
  const effects = layout.matrix && !page.plain ? rest.slice(8, 10).map(moveAnother) : [];
  const edits = [...effects, ...possible].slice(0, 8);
  const more = rest.slice(0, 8 - edits.length).map((each) => rewrite(each, `${words(each)} Within the year.`));
  return [...edits, ...more, ...ends];

  /** In a matrix, an effect on an indicator that the action has none on. */
  function moveAnother(paragraph: Paragraph): Touch {
    const action = plan.actions.find(({ id }) => id === paragraph.source?.id);
    const column = plan.indicators.findIndex(({ id }) => id !== action?.indicator && !action?.effects?.[id]);
    return {
      of: action?.id ?? '',
      do: (xml) => {
        const { from, text, to } = partOf(xml, paragraph);
        const cells = text.split('<w:tc>');
        const at = layout.columns.length + 1 + column;
        cells[at] = (cells[at] ?? '').replace('</w:p>', '<w:r><w:t>indirect</w:t></w:r></w:p>');
        return xml.slice(0, from) + cells.join('<w:tc>') + xml.slice(to);
      },
    };
  }

  /** A new item, or a new row with words in the cell of the action alone. */
  function withNewWords(text: string): string {
    if (!rows) return withText(text, newWords);
    const { from, to } = around(text, text.indexOf(escaped(words(model))), 'p');
    return withText(text.slice(0, from), '') + withText(text.slice(from, to), newWords) + withText(text.slice(to), '');
  }
}

const newWords = 'Ask every ward what it would change first.';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
