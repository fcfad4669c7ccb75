import type { Told } from '../log/told.ts';
import { markWords, type Stretch } from '../log/word-marks.ts';
import { longDate } from '../plan/due.ts';
import type { Plan } from '../plan/model.ts';
import { counted } from '../plan/names.ts';
import { headerCell, textCell } from './cells.ts';
import type { Page, PageBlock, PageCell, PageRow } from './page.ts';

/**
 * What changed in the plan as a page of its own, for a committee: part by part, each thing as it was and as it is. The
 * words that went and those that are new are in bold.
 *
 * @param since in words: "1 September 2026", "“Board, September”"
 * @param asAt the day on which it is told, YYYY-MM-DD
 */
export function changesPage(plan: Plan, changes: readonly Told[], since: string, asAt: string): Page {
  const title = `${plan.title}: what has changed`;
  const parts = [...Map.groupBy(changes, ({ part }) => part)];
  return {
    layout: 'changes',
    plain: false,
    title,
    orientation: 'landscape',
    footer: [plan.trust.name, title, `As at ${longDate(asAt)}`].join(' · '),
    properties: { title, subject: `What has changed, ${plan.period.label}`, creator: plan.trust.name, asAt },
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(
        changes.length === 0
          ? `Nothing has changed since ${since}.`
          : `${counted(changes.length, 'change')} since ${since}, in ${counted(parts.length, 'part')} of the plan, as at ${longDate(asAt)}.`,
      ),
      ...parts.flatMap(([part, own]): PageBlock[] => [{ kind: 'heading', level: 2, text: part }, tableOf(part, own)]),
    ],
    omitted: [],
  };
}

function tableOf(part: string, changes: readonly Told[]): PageBlock {
  const headings = ['What', 'Before', 'Now'];
  return {
    kind: 'table',
    table: {
      kind: 'actions',
      caption: `What has changed: ${part}`,
      description: `A table with one row for each change. Columns: ${headings.join(', ')}.`,
      widths: [0.24, 0.38, 0.38],
      headerRows: 1,
      rows: [{ cells: headings.map((heading) => headerCell(heading)), mayBreak: false }, ...changes.map(rowOf)],
    },
  };
}

function rowOf({ what, sort, oldWords, newWords }: Told): PageRow {
  const marked = markWords(oldWords, newWords);
  const cells = {
    set: () => [marking(marked.before, 'Empty'), marking(marked.after, 'Empty')],
    new: () => [textCell('Not there'), marking([{ text: newWords, differs: false }], 'New')],
    back: () => [textCell('Deleted'), marking([{ text: newWords, differs: false }], 'Back')],
    gone: () => [marking([{ text: oldWords, differs: false }], 'Was there'), textCell('Deleted')],
    moved: () => [textCell('In another place'), textCell('Moved')],
  }[sort]();
  return { cells: [textCell(what), ...cells], mayBreak: true };
}

/**
 * A text with what is marked in bold, a paragraph for each of its lines. Where the whole of it differs, nothing stands
 * out.
 */
function marking(stretches: readonly Stretch[], empty: string): PageCell {
  if (stretches.every(({ text }) => text.trim() === '')) return textCell(empty);
  const all = stretches.every(({ differs }) => differs);
  const paragraphs: PageCell['paragraphs'] = [{ runs: [] }];
  for (const { text, differs } of stretches) {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) paragraphs.push({ runs: [] });
      if (line !== '') paragraphs.at(-1)?.runs.push({ text: line, ...(differs && !all && { bold: true as const }) });
    }
  }
  return { paragraphs, columnSpan: 1, rowSpan: 1 };
}

function paragraph(text: string): PageBlock {
  return { kind: 'paragraph', paragraph: { runs: [{ text }] } };
}
