import { cellOf, headerCell, labelled, saidAbove, styledParagraphs } from '../cells.ts';
import type { Column, FieldId } from '../layout.ts';
import type { PageBlock, Paragraph } from '../page.ts';
import { fullName, type Group, groupsOf, type Sheet, shortName } from '../sheet.ts';
import { fieldsOf, tableBlock } from '../tables.ts';
import { belongsToIndicator, valuesOf } from '../values.ts';

/** A heading for each indicator, what belongs to it as labelled paragraphs, then one simple table of its actions. */
export function bySection(sheet: Sheet): PageBlock[] {
  const { layout, plan } = sheet;
  const showsIndicators = layout.columns.some((column) => fieldsOf(column).some(belongsToIndicator));

  return groupsOf(plan).flatMap((group): PageBlock[] => {
    const { indicator, actions } = group;
    if (actions.length === 0 && !showsIndicators) return [];
    const heading: PageBlock = {
      kind: 'heading',
      level: 2,
      text: headingOf(sheet, group),
      ...(indicator && { source: { kind: 'indicator', id: indicator.id, field: 'wording' } }),
    };
    const facts = layout.columns.flatMap((column) => factsOf(sheet, column, group));
    return [
      heading,
      ...facts.map((paragraph): PageBlock => ({ kind: 'paragraph', paragraph })),
      actions.length > 0
        ? actionTable(sheet, group)
        : { kind: 'paragraph', paragraph: { runs: [{ text: 'No actions.' }] } },
    ];
  });
}

/** A heading always has the number: it is what people look for in a list of headings. */
function headingOf(sheet: Sheet, { indicator }: Group): string {
  const name = fullName(sheet, indicator);
  const hasNumber =
    !indicator?.number || sheet.layout.indicatorLabel.includes('{number}') || name === shortName(sheet.plan, indicator);
  return hasNumber ? name : `${shortName(sheet.plan, indicator)}: ${name}`;
}

/** The labelled paragraphs of one column: what the indicator itself has; all of it where it has no actions. */
function factsOf(sheet: Sheet, column: Column, { indicator, actions }: Group): Paragraph[] {
  const shown = column.fields.filter(
    ({ field }) => field !== 'indicator.name' && (belongsToIndicator(field) || actions.length === 0),
  );
  let label = `${column.heading}:`;
  return shown.flatMap((each) => {
    const values = valuesOf(sheet, each.field, { indicator, actions: [] });
    if (values.length === 0) return [];
    const paragraphs = styledParagraphs(sheet, { ...column, alone: 'plain' }, values, true);
    // The column's heading stands once, before the first of its fields that has no label of its own.
    const own = each.label ?? label;
    if (!each.label) label = '';
    return own === '' ? paragraphs : labelled(own, paragraphs);
  });
}

function actionTable(sheet: Sheet, group: Group): PageBlock {
  const { indicator, actions } = group;
  const columns = actionColumns(sheet, group);
  const headers = [{ cells: columns.map(({ heading }) => headerCell(heading)), mayBreak: false }];
  const rows = actions.map((action) => ({
    cells: columns.map((column) =>
      cellOf(sheet, column, { fields: fieldsOf(column), group: { indicator, actions: [action] } }),
    ),
    mayBreak: false,
  }));
  const name = shortName(sheet.plan, indicator);
  return tableBlock(
    { ...sheet, layout: { ...sheet.layout, columns } },
    headers,
    rows,
    'one row for each action and no merged cells',
    columns.map(({ width }) => width),
    `Actions: ${name}`,
  );
}

/**
 * The columns of the table of a section's actions: without the indicator's own fields, which stand above it. A column
 * that the indicator has filled already is left out where no action adds to it.
 */
function actionColumns(sheet: Sheet, group: Group): Column[] {
  const used = (field: FieldId) => valuesOf(sheet, field, group).length > 0;
  return sheet.layout.columns.flatMap((column): Column[] => {
    const fields = column.fields.filter(({ field }) => !belongsToIndicator(field));
    const ofIndicator = column.fields.filter(({ field }) => belongsToIndicator(field));
    if (fields.length === 0 || (ofIndicator.length > 0 && !fields.some(({ field }) => used(field)))) return [];
    const above =
      (sheet.plain || column.empty !== '') &&
      ofIndicator.some(({ field }) => field !== 'indicator.name' && used(field));
    return [{ ...column, fields, alone: 'plain', ...(above && { empty: saidAbove }) }];
  });
}
