import { indicatorWording } from '../../indicator-sets.ts';
import type { Indicator } from '../../plan/model.ts';
import { cellOf, headerCell, textCell } from '../cells.ts';
import { fillOf } from '../colour.ts';
import type { PageBlock, PageCell } from '../page.ts';
import type { Sheet } from '../sheet.ts';
import { fieldsOf, tableBlock } from '../tables.ts';
import { effectOn } from '../values.ts';

/** One row for an action, one narrow column for each indicator, filled by the action's effect on it. */
export function asMatrix(sheet: Sheet): PageBlock[] {
  const { plan, layout } = sheet;
  const { columns, matrix } = layout;
  if (!matrix) throw new Error(`The layout ${layout.id} is a matrix without a banner and effects`);
  const marks = markIndicators(plan.indicators);
  const span = (text: string, count: number) =>
    count === 0 ? [] : [headerCell(text, count), ...Array<null>(count - 1).fill(null)];

  const effectCell = (effect: 'direct' | 'indirect' | undefined): PageCell => {
    if (!effect) return { ...textCell(''), align: 'centre' };
    const { word, colour } = matrix[effect];
    return { ...textCell(word, fillOf(colour, effect)), align: 'centre' };
  };
  const rows = plan.actions.map((action) => ({
    cells: [
      ...columns.map((column) =>
        cellOf(sheet, column, {
          fields: fieldsOf(column),
          group: { indicator: sheet.find.indicator(action.indicator), actions: [action] },
        }),
      ),
      ...plan.indicators.map((indicator) => effectCell(effectOn(action, indicator))),
    ],
    mayBreak: false,
  }));
  const headers = [
    {
      cells: [...span(matrix.banner, columns.length), ...span(matrix.indicators, plan.indicators.length)],
      mayBreak: false,
    },
    {
      cells: [
        ...columns.map(({ heading }) => headerCell(heading)),
        ...marks.map(({ mark }): PageCell => ({ ...headerCell(mark), align: 'centre' })),
      ],
      mayBreak: false,
    },
  ];
  const widths = [...columns.map(({ width }) => width), ...plan.indicators.map(() => matrix.width)];
  const description = `one row for each action and one column for each of ${plan.indicators.length} indicators; a cell says ${matrix.direct.word} or ${matrix.indirect.word} where the action moves the indicator`;
  const legend = marks.filter(({ indicator }) => indicator.number === null);
  return [
    tableBlock(sheet, headers, rows, description, widths),
    ...legend.map(
      ({ mark, indicator }): PageBlock => ({
        kind: 'paragraph',
        paragraph: { label: `${mark}:`, runs: [{ text: indicatorWording(plan, indicator) }] },
      }),
    ),
  ];
}

/** A row beyond the standard's own has no number; it goes by a letter, which a line under the table explains. */
function markIndicators(indicators: Indicator[]): { mark: string; indicator: Indicator }[] {
  let letters = 0;
  return indicators.map((indicator) => {
    if (indicator.number !== null) return { mark: indicator.number, indicator };
    letters += 1;
    return { mark: String.fromCharCode(64 + ((letters - 1) % 26) + 1).repeat(Math.ceil(letters / 26)), indicator };
  });
}
