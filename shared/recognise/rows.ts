import { dayHeading } from '../layout/actions-sheet.ts';
import type { Action, Indicator } from '../plan/model.ts';
import { about } from './choices.ts';
import { hueOf } from './colour.ts';
import { lineOf, type WordCell, type WordParagraph, type WordPlace, wordsOf } from './document.ts';
import type { Draft, Holder } from './draft.ts';
import { indicatorName, namesIndicator } from './indicator-name.ts';
import { addFact } from './section.ts';
import { type ActionTable, type Column, overWholeWidth, type PlacedCell, type Row } from './table.ts';
import { type Item, itemLine, itemsOf, oneLine, plainWords, richText, shortLines, textOf } from './text.ts';
import { type Role, roleOf } from './vocabulary.ts';

/** Reads the rows of a table of actions into the plan. @param home the indicator that a heading above the table names */
export function readRows(draft: Draft, table: ActionTable, home: Indicator | null): void {
  draft.numberedApart = table.columns.some(({ role }) => role === 'number');
  if (table.columns.some(({ indicator }) => indicator !== undefined)) readMatrix(draft, table);
  else {
    draft.at = [{ block: table.block }];
    const chosen = draft.choices.get(about.indicator(draft.at));
    const whole = { ...table, rows: uncut(table) };
    const under = readAbove(draft, table.above ?? [], home);
    draft.at = [{ block: table.block }];
    const groups = groupsOf(draft, whole, chosen ? draft.indicatorChosen(chosen) : under);
    const byAction = isByAction(whole, groups, draft);
    for (const group of groups) {
      if (group.name) draft.at = group.namedAt;
      const indicator = group.name ? draft.home(group.name.paragraphs) : group.home;
      if (byAction) for (const row of group.rows) readAction(draft, table.columns, { indicator, group }, row);
      else readStacked(draft, table.columns, indicator, joinedRow(group.rows));
    }
  }
}

/** What stands in the table above its headings: the name of the indicator, and facts about it after or beside their labels. */
function readAbove(draft: Draft, rows: Row[], home: Indicator | null): Indicator | null {
  let under = home;
  for (const row of rows) {
    const [label, ...values] = [...new Set(row.cells.map(({ cell }) => cell))].filter((cell) => lineOf(cell) !== '');
    if (!label) continue;
    const name = lineOf(label);
    draft.at = label.at;
    if (values.length === 0 && (namesIndicator(name) || indicatorName(name, draft.head.standard).by === 'wording'))
      under = draft.home(label.paragraphs);
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
  if (named || (!ownNames && text !== '' && text.length <= 200)) return draft.home(cell.paragraphs);
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

/** What one cell says of an action or, where it covers all the rows of an indicator, of the indicator. */
function readCell(draft: Draft, { heading, role }: Column, cell: PlacedCell, holder: Holder, where: string): void {
  const { paragraphs, fill, at } = cell;
  draft.at = at;
  const ofAction = 'effects' in holder || 'text' in holder;
  switch (role) {
    case 'number':
      setNumber(draft, holder, lineOf(cell), heading);
      break;
    case 'leads':
      draft.addLeads(
        holder,
        shortLines(paragraphs).map(({ line }) => line),
        where,
      );
      break;
    case 'due':
      draft.setDue(
        holder,
        shortLines(paragraphs)
          .map(({ line }) => line)
          .join('; '),
        where,
      );
      break;
    case 'rating': {
      const { codes, rest } = draft.ratingsIn(paragraphs, fill, where);
      const called = draft.scale.ratings.filter(({ code }) => codes.includes(code));
      const inOrder = called.sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
      const [code] = codes.length > 1 ? draft.askRating(where, codes.join(', '), inOrder) : codes;
      draft.setRating(holder, code, draft.addUpdates(holder, rest));
      break;
    }
    case 'progress':
      draft.addUpdates(holder, itemsOf(paragraphs));
      break;
    case 'measure':
    case 'outcome':
      draft.addText(holder, role, textOf(paragraphs));
      break;
    case 'gaps':
    case 'narrative':
      draft.addText(holder, ofAction ? 'gap' : role, textOf(paragraphs));
      break;
    case 'objective': {
      const home = ofAction
        ? draft.indicators.find(({ id }) => id === (holder as Action).indicator)
        : (holder as Indicator);
      home ? draft.addText(home, 'objective', textOf(paragraphs)) : draft.addNote(holder, heading, paragraphs);
      break;
    }
    case 'effects':
      if (ofAction) draft.addEffects(holder as Action, lineOf(cell));
      break;
    default:
      draft.addNote(holder, heading, paragraphs);
      break;
  }
}

function setNumber(draft: Draft, holder: Holder, text: string, heading: string): void {
  const number = text.replace(/[.):]$/, '');
  if (number === '') return;
  if ('text' in holder && number.length <= 20) draft.setNumber(holder, number);
  else draft.addNote(holder, heading, [{ runs: [{ text }] }]);
}

/** A row of a whole indicator: its actions stand stacked in one cell, their dates, leads and ratings in others. */
function readStacked(draft: Draft, columns: Column[], indicator: Indicator | null, row: Row): void {
  const cell = row.cells[columns.findIndex(({ role }) => role === 'action')]?.cell;
  draft.at = cell?.at ?? [];
  const stacks = stacksOf(draft, columns, indicator, itemsOf(cell?.paragraphs ?? []));
  const actions = stacks.map((items) => draft.newAction(indicator, items));
  const marks = stacks.map(([first]) => first?.mark);
  const holder: Holder | undefined = indicator ?? actions[0];
  if (!holder) return;

  for (const [index, column] of columns.entries()) {
    const cell = row.cells[index]?.cell;
    if (!cell || column.role === 'action' || column.role === 'indicator' || column.leftOut) continue;
    draft.at = cell.at;
    const where = whereIs(draft, holder, column);
    const stack = { holder, actions, marks, where, places: placesOf(cell.paragraphs, actions) };
    if (column.role === 'due') {
      const lines = shortLines(cell.paragraphs);
      share(draft, stack, lines, (owner, { line }) => draft.setDue(owner, line, where), 'in order');
    } else if (column.role === 'leads') {
      const lines = shortLines(cell.paragraphs);
      share(draft, stack, lines, (owner, { line }) => draft.addLeads(owner, [line], where), 'together');
    } else if (column.role === 'rating') {
      const { codes, rest } = draft.ratingsIn(cell.paragraphs, cell.fill, where);
      const updates = draft.addUpdates(holder, rest);
      const lines = codes.map((line) => ({ line }));
      share(
        draft,
        stack,
        lines,
        (owner, { line }) => draft.setRating(owner, line, owner === holder ? updates : []),
        'in order',
      );
    } else {
      readCell(draft, column, cell, holder, where);
    }
  }
}

interface Stack {
  holder: Holder;
  actions: Action[];
  marks: (string | undefined)[];
  where: string;
  /** The action that each line stands beside, by its place, where the cell keeps a line for each. */
  places: number[] | undefined;
}

/** Of a cell with a paragraph for each action, some of them blank, the places of those that say something. */
function placesOf(paragraphs: readonly WordParagraph[], actions: Action[]): number[] | undefined {
  const said = paragraphs.flatMap((paragraph, at) => (wordsOf(paragraph).trim() === '' ? [] : [at]));
  return paragraphs.length === actions.length && said.length < actions.length ? said : undefined;
}

/**
 * Gives the lines of a cell to the actions beside it: by their numbers or the lines left blank between them; one for each where the counts agree; one line
 * for all to the indicator. Where none of this fits, leads are the indicator's together, and dates and ratings go to the
 * actions in order from the first, with a doubt.
 */
function share<Line extends { mark?: string; line: string }>(
  draft: Draft,
  { holder, actions, marks, where, places }: Stack,
  lines: Line[],
  give: (owner: Holder, line: Line) => void,
  otherwise: 'in order' | 'together',
): void {
  // Without an indicator there is none but the actions themselves to have what is for all of them.
  const all: Holder[] = 'text' in holder ? actions : [holder];
  const giveAll = () => {
    for (const owner of all) for (const line of lines) give(owner, line);
  };
  const numbered = lines.map(({ mark }) => (mark === undefined || mark === '•' ? -1 : marks.indexOf(mark)));
  if (lines.length > 0 && numbered.every((index) => index !== -1)) {
    for (const [index, line] of lines.entries()) give(actions[numbered[index] as number] as Action, line);
  } else if (places?.length === lines.length) {
    for (const [index, line] of lines.entries()) give(actions[places[index] as number] as Action, line);
  } else if (lines.length <= 1 || actions.length === 0) {
    giveAll();
  } else if (lines.length === actions.length) {
    for (const [index, line] of lines.entries()) give(actions[index] as Action, line);
  } else if (otherwise === 'together') {
    giveAll();
  } else {
    const inOrder = { take: 'in order', words: 'one for each action in order from the first' };
    const together = { take: 'together', words: 'the first for the indicator, the others in its notes' };
    const take = draft.ask({
      about: about.share(draft.at),
      where,
      found: `${lines.length} lines for ${actions.length} ${actions.length === 1 ? 'action' : 'actions'}`,
      options: lines.length > actions.length ? [together, inOrder] : [inOrder, together],
    });
    const owners: Holder[] = take === 'in order' ? actions : [holder];
    for (const [index, line] of lines.entries()) {
      const owner = owners[index];
      if (owner) give(owner, line);
      else draft.addNote(holder, '', [{ runs: [{ text: line.line }] }]);
    }
  }
}

/** The actions of a cell: by its marks or, where it has none, all of it as one until somebody chooses. */
function stacksOf(draft: Draft, columns: Column[], indicator: Indicator | null, items: Item[]): Item[][] {
  const name = about.actions(draft.at);
  const marked = actionsIn(items);
  const [first] = items;
  const mixed =
    first?.bold && marked.length === 1 && items.some((item) => markKind(item) === 'number' && item.level === 0);
  const led = items.length > 1 && (first?.mark === undefined || mixed);
  const one = { take: 'one', words: 'one action' };
  const each = { take: 'each', words: `${items.length} actions, one for each paragraph` };
  // In a layout of ours each of several actions has a mark, so that what has none before it leads to a list of its own.
  const isOne = marked.length === 1 || draft.layout !== undefined;
  const take = led
    ? draft.ask({
        about: name,
        where: whereIs(
          draft,
          indicator,
          columns.find(({ role }) => role === 'action'),
        ),
        found: `${items.length} paragraphs${items.some(({ mark }) => mark) ? ', the first marked in another way' : ' without bullets or numbers'}`,
        options: isOne ? [one, each] : [each, one],
      })
    : draft.choices.get(name);
  if (take === 'each') return items.map((item) => [{ ...item, level: 0 }]);
  return take === 'one' && items.length > 0 ? [items] : marked;
}

/** Each item of the first level with a mark as the first begins an action; a cell without marks is one. */
function actionsIn(items: Item[]): Item[][] {
  const first = items.find(({ mark, level }) => mark !== undefined && level === 0);
  const marked = first !== undefined;
  const actions: Item[][] = [];
  for (const item of items) {
    const open = actions.at(-1);
    const begins = marked && item.level === 0 && (item.bold === true || markKind(item) === markKind(first));
    if (!open || begins) actions.push([item]);
    else open.push({ ...item, level: Math.max(0, item.level - (marked ? 1 : 0)) });
  }
  return actions;
}

function markKind({ mark, typed, bold }: Item): string {
  if (mark === undefined) return 'none';
  if (bold || typed) return bold ? 'bold' : 'typed';
  return mark === '•' ? 'bullet' : 'number';
}

/** The rows, those that only go on with a sentence of the row above joined to it. */
function uncut({ columns, rows }: ActionTable): Row[] {
  const at = columns.findIndex(({ role }) => role === 'action');
  const whole: Row[] = [];
  for (const row of rows) {
    const above = whole.at(-1);
    const [before, after] = [above, row].map((each) => each?.cells[at]?.cell.paragraphs ?? []);
    const alone = row.cells.every(({ cell, first }, index) => index === at || !first || lineOf(cell) === '');
    if (above && alone && row.cells[at]?.first && isCut(before, after)) whole.splice(-1, 1, joinedRow([above, row]));
    else whole.push(row);
  }
  return whole;
}

/** Rows that are one, cut by a page: what is printed again counts once, a sentence that goes on is one. */
function joinedRow(rows: Row[]): Row {
  const [first, ...others] = rows as [Row, ...Row[]];
  if (others.length === 0) return first;
  return {
    cells: first.cells.map(({ cell, first: begins }, index) => {
      const parts = [cell, ...others.flatMap((row) => (row.cells[index]?.first ? [row.cells[index].cell] : []))];
      const paragraphs = parts.reduce<WordParagraph[]>((joined, part, at) => {
        const repeated = parts.slice(0, at).some((before) => plainWords(lineOf(before)) === plainWords(lineOf(part)));
        return repeated ? joined : goOn(joined, part.paragraphs);
      }, []);
      const at = parts.length > 1 ? parts.flatMap((part) => part.at) : cell.at;
      return { first: begins, cell: { ...cell, paragraphs, at } };
    }),
  };
}

function goOn(before: WordParagraph[], after: WordParagraph[]): WordParagraph[] {
  const [last, next] = [before.at(-1), after[0]];
  if (!last || !next || !isCut(before, after)) return [...before, ...after];
  return [...before.slice(0, -1), { ...last, runs: [...last.runs, { text: ' ' }, ...next.runs] }, ...after.slice(1)];
}

/** Whether a sentence goes on from one to the other. */
function isCut(before: WordParagraph[] | undefined, after: WordParagraph[] | undefined): boolean {
  const [last, next] = [before?.at(-1), after?.[0]];
  if (!last || !next || next.label) return false;
  return /^\p{Ll}/u.test(wordsOf(next).trim()) && !/[.!?:;]\s*$/.test(wordsOf(last));
}

/** Red moves an indicator directly, amber indirectly; a word in the cell counts before its colour. */
function readMatrix(draft: Draft, { columns, rows }: ActionTable): void {
  // A matrix that goes over several tables has the same indicators in each.
  const indicators = columns.map(({ indicator: mark, at }) => {
    if (mark === undefined) return undefined;
    draft.at = at;
    const [number, wording] = /^[A-Z]$/.test(mark) ? [null, mark] : [mark, ''];
    const known = draft.indicators.find((each) => each.number === number && (number !== null || each.wording === mark));
    return known ?? draft.newIndicator(number, wording);
  });
  for (const row of rows) {
    const named = row.cells[columns.findIndex(({ role }) => role === 'action')]?.cell;
    const items = itemsOf(named?.paragraphs ?? []);
    if (items.length === 0) continue;
    draft.at = named?.at ?? [];
    const action = draft.newAction(null, items);
    const effects: NonNullable<Action['effects']> = {};
    for (const [index, column] of columns.entries()) {
      const cell = row.cells[index]?.cell;
      const indicator = indicators[index];
      if (!cell || column.role === 'action' || column.leftOut) continue;
      draft.at = cell.at;
      const where = `Action “${oneLine(itemLine(items[0] as Item)).slice(0, 60)}”, ${column.heading}`;
      if (!indicator) readCell(draft, column, cell, action, where);
      else {
        const effect = effectIn(draft, cell, where);
        if (effect) {
          effects[indicator.id] = effect;
          draft.setEffects(action, effects);
        }
      }
    }
  }
}

function effectIn(draft: Draft, cell: WordCell, where: string): 'direct' | 'indirect' | undefined {
  const text = lineOf(cell).toLowerCase();
  if (/^(?:indirect(?:ly)?|i|amber|a)$/.test(text)) return 'indirect';
  if (/^(?:direct(?:ly)?|d|red|r|x|y|yes|✓|✔|●|•)$/.test(text)) return 'direct';
  const colour = cell.fill ?? cell.paragraphs.find((paragraph) => paragraph.colour)?.colour;
  const hue = hueOf(colour);
  if (hue === 'red') return 'direct';
  if (hue === 'amber') return 'indirect';
  if (hue === undefined && text === '') return undefined;
  const none = { take: 'none', words: 'no effect' };
  const direct = { take: 'direct', words: 'a direct effect' };
  const indirect = { take: 'indirect', words: 'an indirect effect' };
  const take = draft.ask({
    about: about.effect(draft.at),
    where,
    found: hue === undefined ? text : `a ${hue} cell`,
    options: hue === undefined ? [none, direct, indirect] : [direct, indirect, none],
  });
  return take === 'direct' || take === 'indirect' ? take : undefined;
}

function whereIs(draft: Draft, holder: Holder | null, column: Column | undefined): string {
  const indicator = holder && 'text' in holder ? draft.indicators.find(({ id }) => id === holder.indicator) : holder;
  const name = indicator
    ? indicator.number === null
      ? indicator.wording.slice(0, 40)
      : `Indicator ${indicator.number}`
    : 'Across all indicators';
  return column?.heading ? `${name}, ${column.heading}` : name;
}
