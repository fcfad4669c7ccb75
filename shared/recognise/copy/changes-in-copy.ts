import { layOut } from '../../layout/lay-out.ts';
import type { Column, FieldId, Layout } from '../../layout/layout.ts';
import { layoutCalled } from '../../layout/layouts-of.ts';
import type { ExportedFrom } from '../../layout/marks.ts';
import type { Source } from '../../layout/page.ts';
import { plainTwin } from '../../layout/plain-twin.ts';
import type { Group } from '../../layout/sheet.ts';
import { PlanError } from '../../messages.ts';
import type { Plan } from '../../plan/model.ts';
import { quote } from '../../plan/names.ts';
import { type WordDocument, type WordParagraph, wordsOf } from '../document.ts';
import { oneLine, saysNothing } from '../text.ts';
import type { CellPair } from './cell-pairs.ts';
import type { EffectCell } from './effects.ts';
import type { Line } from './lines.ts';
import { printedText } from './printed.ts';
import type { Proposal } from './proposal.ts';
import { Proposals } from './proposals.ts';
import { sideBySide } from './side-by-side.ts';
import { withoutUndecided } from './undecided.ts';
import { isChanged } from './values.ts';

export interface ChangesInCopy {
  proposals: Proposal[];
  /** What else is different and belongs to no field of the plan, in words. */
  others: string[];
}

/** Lines of the copy that show one field of one record. */
export interface Said {
  source: Source;
  lines: Line[];
  cell?: CellPair | undefined;
}

export interface CopyOfPlan {
  /** The plan as it is now. */
  plan: Plan;
  /** As it was when the copy was exported. */
  exported: Plan;
  from: ExportedFrom;
  document: WordDocument;
}

/**
 * What somebody changed in an exported Word file: the plan is laid out as it was exported, and that page is put beside the
 * file. What the layout itself adds or repeats is no change.
 * @throws PlanError `word-no-plan` where the file and the plan have no row in common
 */
export function changesInCopy({ plan, exported, from, document }: CopyOfPlan, newId: () => string): ChangesInCopy {
  const own = layoutCalled(exported, from.layout);
  const page = layOut(exported, own, from);
  const layout = from.plain ? plainTwin(own) : own;
  const shown = from.posts
    ? { ...exported, people: exported.people.map((person) => ({ ...person, name: person.role || person.name })) }
    : exported;
  const { story, cells, newRows, missing, moved, rows, others } = sideBySide(
    exported,
    layout,
    page,
    withoutUndecided(document),
  );
  const any = page.blocks.some((block) => block.kind === 'table' && block.table.kind === 'actions');
  if (any && rows === 0) throw new PlanError('word-no-plan', { found: 'it has no row in common with this plan' });
  const proposals = new Proposals({ plan, exported, shown, layout }, newId);
  const reading = new Reading(layout, proposals, others);
  reading.story(story);
  for (const cell of cells) reading.cell(cell);
  for (const row of Map.groupBy(cells.filter(showsEffect), ({ group }) => group).values()) proposals.effects(row);
  for (const said of reading.said.values())
    if (said.lines.some(isChanged) || isRecoloured(said)) proposals.change(said);
  for (const each of moved) proposals.move(each);
  for (const row of newRows) proposals.newAction(row);
  for (const group of missing) proposals.missingRow(group);
  return { proposals: proposals.all(), others };
}

/** Sorts the lines of the copy by the field that they show. */
class Reading {
  readonly said = new Map<string, Said>();
  /** Which cell is being read: what is repeated in another says the same once more. */
  #place = 0;
  readonly #layout: Layout;
  readonly #proposals: Proposals;
  readonly #others: string[];

  constructor(layout: Layout, proposals: Proposals, others: string[]) {
    this.#layout = layout;
    this.#proposals = proposals;
    this.#others = others;
  }

  story(lines: Line[]): void {
    let last: Source | undefined;
    for (const line of lines) {
      const source = line.was?.source;
      if (source) {
        this.#say(source, line);
        last = source;
      } else if (line.was) {
        if (isChanged(line)) this.#other(line);
        last = undefined;
      } else {
        // Under a heading that is new, nothing goes on with what stands above it.
        if (line.is?.heading !== undefined) last = undefined;
        const to = goesOn(last);
        if (to) this.#say(to, line);
        else this.#other(line);
      }
    }
  }

  cell(cell: CellPair): void {
    if ('effectOn' in cell.shown) return;
    const { column } = cell.shown;
    this.#place += 1;
    if (cell.lines.every((line) => isStillEmpty(line, column))) return;
    let last: Source | undefined;
    const strangers: { line: Line; last: Source | undefined }[] = [];
    for (const line of cell.lines) {
      const source = line.was?.source;
      if (source) {
        this.#say(source, line, cell);
        last = source;
      } else if (!line.was) strangers.push({ line, last });
      else if (isChanged(line) && line.is) {
        if (isEmptyText(line, column)) strangers.push({ line: { is: line.is }, last });
        else this.#other(line);
      }
    }
    // What stands above all else belongs to what comes next.
    const first = cell.lines.find(({ was }) => was?.source)?.was?.source;
    for (const { line, last: before } of strangers) this.#stranger(line, before ?? first, cell, column);
  }

  /** A paragraph that the page does not have. */
  #stranger(line: Line, near: Source | undefined, cell: CellPair, column: Column): void {
    const paragraph = line.is as WordParagraph;
    const fields = column.fields.map(({ field }) => field);
    const { group } = cell;
    const unrated = !cell.lines.some(({ was }) => was?.source?.field === 'rating');
    const [action] = group.actions;
    if (fields.includes('action.rating') && unrated && action && group.actions.length === 1) {
      if (this.#proposals.isRating(oneLine(wordsOf(paragraph)))) {
        this.#say({ kind: 'action', id: action.id, field: 'rating' }, line, cell);
        return;
      }
    }
    const progress = fields.some((field) => /pdate/.test(field));
    const opens = paragraph.label?.level === 0 || opensWithDay(paragraph);
    if (progress && (near?.field === 'text' && near.kind === 'update' ? opens : true)) {
      this.#proposals.newUpdate(paragraph, ownerOf(near, group, fields, this.#proposals));
      return;
    }
    const stacked = this.#layout.grain === 'indicator' && fields.includes('action.text');
    const marksActions = column.style !== 'plain' && paragraph.label?.level === 0;
    if (stacked && (marksActions || !near)) {
      this.#proposals.newActionFrom(paragraph, group, near?.kind === 'action' ? near.id : undefined);
      return;
    }
    const target = goesOn(near) ?? targetOf(fields, group, this.#layout);
    if (target) this.#say(target, line, cell);
    else this.#proposals.untold(line, column.heading, group);
  }

  #say(source: Source, line: Line, cell?: CellPair): void {
    const key = `${source.kind}/${source.id}/${source.field}/${this.#place}`;
    const said = this.said.get(key) ?? { source, lines: [], cell };
    said.lines.push(line);
    this.said.set(key, said);
  }

  #other({ was, is }: Line): void {
    const [before, now] = [was ? printedText(was) : '', is ? oneLine(wordsOf(is)) : ''];
    if (before === '') this.#others.push(`${quote(now, 120)} was added.`);
    else if (now === '') this.#others.push(`${quote(before, 120)} was taken out.`);
    else this.#others.push(`${quote(before, 120)} became ${quote(now, 120)}.`);
  }
}

function showsEffect(cell: CellPair): cell is EffectCell {
  return 'effectOn' in cell.shown;
}

/** The field that a new paragraph goes on with. */
function goesOn(last: Source | undefined): Source | undefined {
  if (!last) return undefined;
  if (last.field === 'heading') return { ...last, field: last.kind === 'section' ? 'body' : 'text' };
  return ['title', 'wording', 'number'].includes(last.field) ? undefined : last;
}

/** The field that words in an empty cell fill. */
function targetOf(fields: FieldId[], { indicator, actions }: Group, { grain }: Layout): Source | undefined {
  const [action] = actions;
  const ofIndicator = fields.find((field) => field.startsWith('indicator.') && !/name|updates/.test(field));
  const ofAction = fields.find((field) => field.startsWith('action.') && !/heading|pdate|effects/.test(field));
  const field = (id: FieldId | undefined) => id?.split('.')[1] ?? '';
  const inherited = ['leads', 'due', 'rating'].includes(field(ofAction));
  if (ofAction && action && (grain !== 'indicator' || (actions.length === 1 && !ofIndicator))) {
    return { kind: 'action', id: action.id, field: field(ofAction) };
  }
  if (ofAction && inherited && indicator) return { kind: 'indicator', id: indicator.id, field: field(ofAction) };
  if (ofIndicator && indicator) return { kind: 'indicator', id: indicator.id, field: field(ofIndicator) };
  return undefined;
}

function ownerOf(
  near: Source | undefined,
  { indicator, actions }: Group,
  fields: FieldId[],
  proposals: Proposals,
): { kind: 'indicator' | 'action'; id: string } | undefined {
  const [action] = actions;
  const ofActions = fields.some((field) => field === 'action.updates' || field === 'action.latestUpdate');
  if (near?.kind === 'update') return proposals.ownerOf(near.id);
  if (near?.kind === 'action') return { kind: 'action', id: near.id };
  if (action && ofActions && actions.length === 1) return { kind: 'action', id: action.id };
  return indicator && fields.includes('indicator.updates') ? { kind: 'indicator', id: indicator.id } : undefined;
}

function opensWithDay(paragraph: WordParagraph): boolean {
  return /^\s*\d{1,2}(?:[./-]\d{1,2}[./-]|(?:st|nd|rd|th)? \p{L}+ )(?:20)?\d\d\b/u.test(wordsOf(paragraph));
}

/** Whether the page says nothing there but that there is nothing. */
function isEmptyText({ was }: Line, { empty }: Column): boolean {
  const text = was ? printedText(was) : '';
  return text === '' || text === oneLine(empty) || saysNothing(text);
}

/** Whether there is nothing as before, in whichever words: those of an earlier version of the app, say. */
function isStillEmpty(line: Line, column: Column): boolean {
  const now = line.is ? oneLine(wordsOf(line.is)) : '';
  return isEmptyText(line, column) && (now === '' || now === oneLine(column.empty) || saysNothing(now));
}

/** Whether a rating has another colour, and still the same words. */
function isRecoloured({ source, cell, lines }: Said): boolean {
  if (source.field !== 'rating' || !cell) return false;
  const fill = lines[0]?.was?.fill?.colour ?? cell.was?.fill?.colour;
  const now = lines[0]?.is?.colour && lines[0].was?.fill ? lines[0].is.colour : cell.is.fill;
  return fill !== undefined && now !== undefined && fill !== now;
}
