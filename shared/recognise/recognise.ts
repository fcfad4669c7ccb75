import { builtInLayouts } from '../layout/built-in.ts';
import type { Layout } from '../layout/layout.ts';
import { PlanError } from '../messages.ts';
import { longDate, readDue } from '../plan/due.ts';
import { financialYear } from '../plan/financial-year.ts';
import { type OwnLayout, type Plan, planSchema, type RatingScale, type Standard } from '../plan/model.ts';
import { capitalised, quote } from '../plan/names.ts';
import { firstProblem } from '../plan/problem.ts';
import { brokenRule } from '../plan/rules.ts';
import { about, type Choices } from './choices.ts';
import { lineOf, type WordDocument, type WordParagraph, type WordPlace } from './document.ts';
import { type Doubt, Draft, type Fact, isDay, type LeftOver } from './draft.ts';
import { headOf, periodIn } from './head.ts';
import { knownLayout } from './known-layout.ts';
import { underItsBanner } from './own-layout/banner.ts';
import { ownLayout } from './own-layout/own-layout.ts';
import { type Part, partsOf } from './parts.ts';
import { type Seen, scaleFrom } from './rating-scale.ts';
import { readParts } from './read-parts.ts';
import { labelOf } from './section.ts';
import { standardsOf } from './standards.ts';
import type { ActionTable } from './table.ts';
import { headingText, isBold, itemLine, itemsOf, shortLines } from './text.ts';
import { roleOf } from './vocabulary.ts';

/** A plan as it was read from a Word file. */
export interface Recognised {
  plan: Plan;
  /** What was read with less than certainty. */
  doubts: Doubt[];
  /** What found no place in the plan. */
  leftOver: LeftOver[];
  /** Where each fact was read. */
  facts: Fact[];
  /** A name for each indicator and action, by its id, that is the same whenever the file is read. */
  keys: Record<string, string>;
  /** The layout that the file is in: one of ours, or its own, which the plan keeps unless another was chosen. */
  layout?: Pick<Layout, 'id' | 'title'> & {
    own: boolean /** One of ours, kept under the file's own words above it. */;
    banner?: true;
  };
  /** The columns of the file's tables of actions, and what each was taken for. */
  columns: { heading: string; role?: string; leftOut?: true }[];
}

/**
 * Finds the plan in a Word file: its tables of actions by the headings of their columns, and around them title, introduction,
 * key and closing words. It asks nothing and loses nothing: what is not sure is a doubt, what has no place is left over.
 *
 * @param choices what somebody decided when they saw what was read before
 * @throws PlanError `word-no-plan` where no table has a column of actions
 */
export function recognise(document: WordDocument, newId: () => string, choices: Choices = new Map()): Recognised {
  const parts = partsOf(document, newId, choices);
  const standards = standardsOf(document);
  const found = parts.flatMap((part) => (part.kind === 'actions' ? [part.table] : []));
  const standard = chosenOfBoth(found, standards, choices);
  const isOther = (block: number) => standard !== undefined && (standards[block] ?? standard) !== standard;
  const tables = found.filter(({ block }) => !isOther(block));
  const [first] = tables;
  if (!first) throw new PlanError('word-no-plan', { found: whyNone(document) });

  const head = headOf(document, standard, { dueDays: dueDays(tables), dataYears: dataYears(tables) }, choices);
  const scale = scaleOf(parts, tables, newId);
  const known = knownLayout(first);
  const draft = new Draft(head, { scale, layout: known }, newId, choices);
  askOfHead(draft);
  if (standard)
    askOfStandard(
      draft,
      found.flatMap(({ block }) => (isOther(block) ? [{ block }] : [])),
    );
  const { preface, closing } = readParts(draft, leaveOther(draft, document, parts, isOther), head.titleAt);
  draft.readEffects();
  setOwnNumbers(draft);
  correct(draft);
  draft.at = [];
  for (const { what, count, texts } of document.leftOut) {
    if (texts) for (const text of texts) draft.leave(what, text);
    else draft.leave(what, String(count));
  }
  if (choices.get(about.leftOver) === 'keep') keepLeftOver(draft);

  const planId = newId();
  if (head.titleAt !== -1)
    draft.facts.push({ kind: 'plan', id: planId, field: 'title', at: [{ block: head.titleAt }] });
  const own = known
    ? layoutUnderBanner(known, first, draft)
    : ownLayout({ document, tables, draft, hasKey: parts.some(({ kind }) => kind === 'key') });
  const layout = known ?? own;
  const publishIn = builtInLayouts.find(({ id }) => id === choices.get(about.layout)) ?? own ?? known;
  const term = draft.terms[0] ?? termIn(first);
  const plan = planSchema.safeParse({
    id: planId,
    title: head.title,
    trust: head.trust,
    standard: head.standard,
    edition: head.edition,
    period: head.period,
    status: 'draft',
    ratingScale: scale.id,
    ...(publishIn && { layout: publishIn.id }),
    ...((head.bme || term) && { terms: { ...(head.bme && { bme: head.bme }), ...(term && { indicator: term }) } }),
    preface,
    closing,
    ratingScales: [scale],
    people: [...draft.people].map(([name, id]) => ({ id, name })),
    indicators: draft.indicators,
    actions: draft.actions,
    ...(own && publishIn === own && { layouts: [own] }),
  } satisfies Plan);
  if (!plan.success) {
    const { where, found } = firstProblem(plan.error, 'the plan');
    throw new PlanError('word-no-plan', { found: `${where} ${found}` });
  }
  const broken = brokenRule(plan.data);
  if (broken) throw new PlanError('word-no-plan', { found: `${broken.where} ${broken.found}` });
  return {
    plan: plan.data,
    doubts: [...draft.doubts.values()],
    leftOver: draft.leftOver,
    facts: draft.facts,
    keys: Object.fromEntries(draft.keys),
    ...(layout && {
      layout: { id: layout.id, title: layout.title, own: layout === own, ...(known && own && { banner: true }) },
    }),
    columns: first.columns.map(({ heading, role, indicator, leftOut }) => ({
      heading,
      ...(leftOut && { leftOut }),
      ...((role ?? indicator) && { role: role ?? 'effect' }),
    })),
  };
}

/** What stands above a matrix is the layout's to say, until somebody keeps the words of the file. */
function layoutUnderBanner(known: Layout, table: ActionTable, draft: Draft): OwnLayout | undefined {
  const own = underItsBanner(known, table, draft);
  if (!own) return undefined;
  draft.at = [{ block: table.block, row: 0, column: 0 }];
  const options = [
    { take: 'usual', words: 'what the layout says there in words of its own' },
    { take: 'own', words: 'words to be kept, in a layout of the plan’s own' },
  ];
  const found = quote(table.banner ?? '', 70);
  return draft.ask({ about: about.banner, where: 'The heading of the table', found, options }) === 'own'
    ? own
    : undefined;
}

const asked = { title: 'The title', trust: 'The Trust', period: 'The period' };

function askOfHead(draft: Draft): void {
  const { head } = draft;
  if (head.titleAt !== -1) draft.at = [{ block: head.titleAt }];
  for (const { what, read, because } of head.guessed) {
    const options = what === 'period' ? years(read) : read === '' ? [] : [{ take: read, words: read }];
    const other = what === 'period' ? 'years' : 'line';
    draft.ask({ about: what, where: asked[what], found: because, options, other });
  }
}

/** Of a file with tables of both standards the one to read, the WRES until somebody chooses; undefined of any other file. */
function chosenOfBoth(tables: ActionTable[], standards: (Standard | undefined)[], choices: Choices) {
  const named = new Set(tables.map(({ block }) => standards[block]));
  if (!named.has('WRES') || !named.has('WDES')) return undefined;
  return choices.get(about.standard) === 'WDES' ? 'WDES' : 'WRES';
}

function askOfStandard(draft: Draft, at: WordPlace[]): void {
  const options = [
    { take: 'WRES', words: 'the WRES; what is of the WDES is left over' },
    { take: 'WDES', words: 'the WDES; what is of the WRES is left over' },
  ];
  draft.at = at;
  draft.ask({ about: about.standard, where: 'The standard', found: 'a WRES and a WDES in one file', options });
}

/** The parts without those of the other standard, whose words are left over. */
function leaveOther(
  draft: Draft,
  { blocks }: WordDocument,
  parts: Part[],
  isOther: (block: number) => boolean,
): Part[] {
  const what = `of the ${draft.head.standard === 'WRES' ? 'WDES' : 'WRES'}`;
  for (const [at, block] of blocks.entries()) {
    if (!isOther(at)) continue;
    const lines =
      block.kind === 'table'
        ? block.rows.map(({ cells }) => cells.map(lineOf).join(' | '))
        : [lineOf({ paragraphs: [block] })];
    for (const [row, line] of lines.entries()) {
      draft.at = [{ block: at, ...(block.kind === 'table' && { row, column: 0 }) }];
      if (line !== '') draft.leave(what, line);
    }
  }
  return parts.filter((part) => !isOther(part.kind === 'actions' ? part.table.block : part.at));
}

/** A year, then the years around it. */
function years(read: string): { take: string; words: string }[] {
  const first = Number(read.slice(0, 4));
  const others = [-3, -2, -1, 0, 1, 2, 3].map((step) => financialYear(first + step).label);
  return [read, ...others.filter((label) => label !== read)].map((take) => ({ take, words: yearInWords(take) }));
}

function yearInWords(label: string): string {
  const { from, to } = periodIn(label) ?? financialYear(Number(label.slice(0, 4)));
  return `${longDate(from)} to ${longDate(to)}`;
}

/** Dates and ratings that somebody set right, of one indicator or action each. */
function correct(draft: Draft): void {
  const { choices, keys, scale } = draft;
  for (const holder of [...draft.indicators, ...draft.actions]) {
    const key = keys.get(holder.id) ?? '';
    const day = choices.get(about.due(key));
    if (day && holder.due) holder.due = { text: holder.due.text, ...(isDay(day) && { date: day }) };
    const rating = choices.get(about.rating(key));
    if (rating === 'none') delete holder.rating;
    else if (scale.ratings.some(({ code }) => code === rating)) holder.rating = rating;
  }
}

/** What found no place goes into the internal notes of whatever stands before it, or of the first action. */
function keepLeftOver(draft: Draft): void {
  const holders = new Map([...draft.indicators, ...draft.actions].map((holder) => [holder.id, holder]));
  const read = draft.facts.filter(({ id, at }) => holders.has(id) && at.length > 0);
  for (const { what, text, at } of draft.leftOver) {
    const before = read.findLast((fact) => isBefore(fact.at[0], at[0]));
    const holder = holders.get(before?.id ?? '') ?? draft.actions[0] ?? draft.indicators[0];
    if (holder) draft.addNote(holder, capitalised(what), [{ runs: [{ text }] }]);
  }
}

function isBefore(one: WordPlace | undefined, other: WordPlace | undefined): boolean {
  if (!one || !other) return false;
  return one.block < other.block || (one.block === other.block && (one.row ?? 0) <= (other.row ?? 0));
}

function whyNone({ blocks }: WordDocument): string {
  const tables = blocks.filter(({ kind }) => kind === 'table').length;
  if (tables === 0) return 'it has no table';
  return tables === 1 ? 'its table has no column of actions' : `none of its ${tables} tables has a column of actions`;
}

/** The days of the columns of dates that need no period to be read. */
function dueDays(tables: ActionTable[]): string[] {
  const unlikely = financialYear(1900);
  return cellsOf(tables, 'due').flatMap((cell) =>
    shortLines(cell.paragraphs).flatMap(({ line }) => {
      const { date } = readDue(line, unlikely);
      return date !== undefined && date > unlikely.to ? [date] : [];
    }),
  );
}

/** The years that are spoken of where the data are told. */
function dataYears(tables: ActionTable[]): number[] {
  const told = cellsOf(tables, 'narrative').map(lineOf).join(' ');
  return [...told.matchAll(/\b20[12]\d\b/g)].map(([year]) => Number(year));
}

function scaleOf(parts: Part[], tables: ActionTable[], newId: () => string): RatingScale {
  const at = parts.findIndex(({ kind }) => kind === 'key');
  const key = parts[at];
  if (key?.kind === 'key') {
    const above = parts[at - 1];
    const title = key.scale.title || (above?.kind === 'paragraph' ? headingText(above.paragraph) : '');
    return { id: 'as-published', ...key.scale, title: title.slice(0, 300) };
  }
  const cells = cellsOf(tables, 'rating');
  const labelled = parts.flatMap((part) => {
    const { label = '', rest } = part.kind === 'paragraph' ? labelOf(part.paragraph) : {};
    return rest && (rest.colour || isBold(rest)) && roleOf(label) === 'rating' ? seenIn(rest, undefined) : [];
  });
  if (cells.length + labelled.length === 0) return { id: 'none', title: 'No ratings', ratings: [] };
  const seen = cells.flatMap((cell): Seen[] => {
    const colour = cell.fill ?? cell.paragraphs.find((each) => each.colour)?.colour;
    const lines = cell.paragraphs.flatMap((paragraph) => seenIn(paragraph, colour));
    return lines.length > 0 ? lines : [{ line: '', colour }];
  });
  const heading = tables.flatMap(({ columns }) => columns).find(({ role }) => role === 'rating')?.heading ?? '';
  return {
    id: 'as-published',
    ...scaleFrom([...seen, ...labelled], /\(([^)]+)\)/.exec(heading)?.[1] ?? heading, newId),
  };
}

function seenIn(paragraph: WordParagraph, ofCell: string | undefined): Seen[] {
  const colour = paragraph.colour ?? ofCell;
  return itemsOf([paragraph]).map((item) => ({ line: itemLine(item), colour, bold: isBold(item) }));
}

function cellsOf(tables: ActionTable[], role: string) {
  return tables.flatMap(({ columns, rows }) => {
    const at = columns.findIndex((column) => column.role === role);
    return at === -1 ? [] : rows.flatMap(({ cells }) => (cells[at]?.first ? [cells[at].cell] : []));
  });
}

/**
 * Numbers that count on from 1, through the plan or for each indicator, are the layout's to give. Numbers with gaps or
 * letters are the plan's own, as are those that few of its actions have, and any in a layout that gives none.
 */
function setOwnNumbers(draft: Draft): void {
  const { marks, actions, layout } = draft;
  const few = marks.length < actions.length;
  const through = marks.every(({ mark }, index) => mark === String(index + 1));
  const each = marks.every(
    ({ mark, home }, index) => mark === String(marks.slice(0, index).filter((other) => other.home === home).length + 1),
  );
  if (layout?.numbering === 'none' || few || (!through && !each))
    for (const { action, mark } of marks) action.number ??= mark.slice(0, 20);
}

function termIn({ columns }: ActionTable): string | undefined {
  if (columns.some(({ indicator }) => indicator !== undefined)) return 'Indicator';
  const heading = columns.find(({ role }) => role === 'indicator')?.heading ?? '';
  const word = /\b(metric|indicator)/i.exec(heading)?.[1];
  return word && capitalised(word.toLowerCase());
}
