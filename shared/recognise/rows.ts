import { dayHeading } from '../layout/actions-sheet.ts';
import type { Action, Indicator } from '../plan/model.ts';
import { about } from './choices.ts';
import { joinedRow, uncut } from './cut-rows.ts';
import { lineOf, type WordPlace } from './document.ts';
import type { Draft, Holder } from './draft.ts';
import { homeIn } from './home.ts';
import { indicatorName, namesIndicator } from './indicator-name.ts';
import { readMatrix } from './matrix.ts';
import { readCell, whereIs } from './read-cell.ts';
import { addFact } from './section.ts';
import { readStacked } from './stacked.ts';
import { type ActionTable, type Column, overWholeWidth, type PlacedCell, type Row } from './table.ts';
import { itemsOf, plainWords, richText } from './text.ts';
import { type Role, roleOf } from './vocabulary.ts';

/** Reads the rows of a table of actions into the plan. @param home the indicator that a heading above the table names */
export function readRows(draft: Draft, table: ActionTable, home: Indicator | null): void {
  draft.numberedApart = table.columns.some(({ role }) => role === 'number');
  draft.gapsApart = table.columns.some(({ role }) => role === 'gaps');
  if (table.columns.some(({ indicator }) => indicator !== undefined)) readMatrix(draft, table);
  else readGroups(draft, table, home);
}

/** Reads the rows of each indicator: a row for each action, or all of them stacked in one. */
function readGroups(draft: Draft, table: ActionTable, home: Indicator | null): void {
  draft.at = [{ block: table.block }];
  const chosen = draft.choices.get(about.indicator(draft.at));
  // Our own rows are never cut.
  const whole = draft.head.ours ? table : { ...table, rows: uncut(table) };
  const under = readAbove(draft, table.above ?? [], home);
  draft.at = [{ block: table.block }];
  const groups = groupsOf(draft, whole, chosen ? draft.indicatorChosen(chosen) : under);
  const byAction = isByAction(whole, groups, draft);
  for (const group of groups) {
    if (group.name) draft.at = group.namedAt;
    const indicator = group.name ? homeIn(draft, group.name.paragraphs) : group.home;
    if (byAction) for (const row of group.rows) readAction(draft, table.columns, { indicator, group }, row);
    else readStacked(draft, table.columns, indicator, joinedRow(group.rows));
  }
}

/**
 * What stands in the table above its headings: the name of the indicator, and facts about it after or beside their
 * labels.
 */
function readAbove(draft: Draft, rows: Row[], home: Indicator | null): Indicator | null {
  let under = home;
  for (const row of rows) {
    const [label, ...values] = [...new Set(row.cells.map(({ cell }) => cell))].filter((cell) => lineOf(cell) !== '');
    if (!label) continue;
    const name = lineOf(label);
    draft.at = label.at;
    if (values.length === 0 && (namesIndicator(name) || indicatorName(name, draft.head.standard).by === 'wording'))
      under = homeIn(draft, label.paragraphs);
    else if (under && values.length > 0 && roleOf(name))
      for (const { at, paragraphs } of values) {
        draft.at = at;
        for (const paragraph of paragraphs) addFact(draft, under, { label: name, role: roleOf(name) }, paragraph);
      }
    else draft.leave('a row above the headings', [label, ...values].map(lineOf).join(' | '));
  }
  return under;
}

/** The rows of one indicator. */
interface Group {
  name?: PlacedCell;
  /** Where it is named, which may be in each of its rows. */
  namedAt: WordPlace[];
  home: Indicator | null;
  rows: Row[];
}

function groupsOf(draft: Draft, table: ActionTable, home: Indicator | null): Group[] {
  const named = table.columns.findIndex(({ role }) => role === 'indicator');
  const groups: Group[] = [];
  let current: Group = { namedAt: [], home, rows: [] };
  for (const row of table.rows) {
    const whole = overWholeWidth(row);
    if (whole) {
      current = { namedAt: [], home: homeOfWholeRow(draft, whole, named !== -1) ?? current.home, rows: [] };
      continue;
    }
    const entry = row.cells[named];
    const text = entry?.first ? plainWords(lineOf(entry.cell)) : '';
    if (entry && text !== '' && text !== (current.name && plainWords(lineOf(current.name))))
      current = { name: entry.cell, namedAt: [], home: null, rows: [] };
    if (entry && text !== '') current.namedAt.push(...entry.cell.at);
    current.rows.push(row);
    if (!groups.includes(current)) groups.push(current);
  }
  return groups;
}

/** A row over the whole width names an indicator or a theme; where each row names its own, only an indicator. */
function homeOfWholeRow(draft: Draft, cell: PlacedCell, ownNames: boolean): Indicator | null | undefined {
  draft.at = cell.at;
  const text = lineOf(cell);
  const named = namesIndicator(text) || indicatorName(text, draft.head.standard).by === 'wording';
  if (named || (!ownNames && text !== '' && text.length <= 200)) return homeIn(draft, cell.paragraphs);
  if (text !== '') draft.leave('a row over the whole width', text);
  return undefined;
}

/** Whether a row is one action, rather than all the actions of an indicator. */
function isByAction({ columns, rows, labelled }: ActionTable, groups: Group[], { layout }: Draft): boolean {
  if (layout?.grain === 'action') return true;
  if (labelled || columns.some(({ role }) => role === 'number') || !columns.some(({ role }) => role === 'indicator'))
    return true;
  const merged = rows.some(({ cells }) =>
    cells.some(({ first }, index) => !first && columns[index]?.role === 'indicator'),
  );
  return (
    merged ||
    groups.filter(({ rows }) => rows.length > 1).length > groups.length * 0.3 ||
    groups.some((group) => isOneEach(group, columns))
  );
}

/** Whether each of several rows has one action, and a lead, a date or a rating of its own. */
function isOneEach({ rows }: Group, columns: Column[]): boolean {
  const has = (row: Row, roles: (Role | undefined)[]) =>
    row.cells.flatMap(({ cell, first }, index) =>
      first && roles.includes(columns[index]?.role) ? itemsOf(cell.paragraphs) : [],
    );
  return (
    rows.length > 1 &&
    rows.every((row) => has(row, ['action']).length === 1 && has(row, ['leads', 'due', 'rating']).length > 0)
  );
}

function readAction(
  draft: Draft,
  columns: Column[],
  { indicator, group }: { indicator: Indicator | null; group: Group },
  row: Row,
): void {
  const at = columns.findIndex(({ role }) => role === 'action');
  const actions = actionsOfRow(draft, row.cells[at], indicator);
  const [action] = actions;
  const own: Holder | undefined = action ?? indicator ?? undefined;
  for (const [index, column] of columns.entries()) {
    const { cell, first } = row.cells[index] as Row['cells'][number];
    if (index === at || column.role === 'indicator' || column.leftOut || column.heading === dayHeading) continue;
    const wholeGroup = group.rows.length > 1 && cell.rowSpan >= group.rows.length && indicator !== null;
    const short = column.role === 'leads' || column.role === 'due' || column.role === 'rating';
    // A short value that is merged over some of the rows holds for each of them; a text stands with the first.
    if (!first && (wholeGroup || !short)) continue;
    draft.at = cell.at;
    const holder = wholeGroup ? indicator : own;
    if (!holder) {
      if (lineOf(cell) !== '') draft.leave(column.heading || 'a cell', lineOf(cell));
      continue;
    }
    const holders = short && !wholeGroup && action ? actions : [holder];
    for (const each of holders) readCell(draft, column, cell, each, whereIs(draft, each, column));
  }
}

/** The action of a row; several, or that of the row above, where somebody chose so. */
function actionsOfRow(draft: Draft, entry: Row['cells'][number] | undefined, indicator: Indicator | null): Action[] {
  if (!entry) return [];
  const items = itemsOf(entry.cell.paragraphs);
  const above = draft.actions.at(-1);
  if (!entry.first) return above ? [above] : [];
  if (items.length === 0) return [];
  draft.at = entry.cell.at;
  const chosen = draft.choices.get(about.actions(draft.at));
  if (chosen === 'each') return items.map((item) => draft.newAction(indicator, [item]));
  if (chosen !== 'above' || !above) return [draft.newAction(indicator, items)];
  draft.addText(above, 'text', richText(items));
  return [above];
}
