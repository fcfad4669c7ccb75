import { readDue } from '../plan/due.ts';
import { latestUpdate } from '../plan/effective.ts';
import type { Action, Due, Indicator, RatingScale, RichText, Update } from '../plan/model.ts';
import { dueSchema, personSchema } from '../plan/model.ts';
import type { Block } from '../plan/rich-text.ts';
import { hueOf } from './colour.ts';
import type { WordParagraph } from './document.ts';
import type { Head } from './head.ts';
import { indicatorName, namesWholePlan } from './indicator-name.ts';
import { leadsIn, mayBeSeveral } from './leads.ts';
import { ratingCalled, ratingsColoured } from './rating-scale.ts';
import { type Item, itemLine, itemsOf, oneLine, plainWords, richText, textOf } from './text.ts';
import { updatesOf } from './updates.ts';
import { roleOf } from './vocabulary.ts';

/** What was read with less than certainty: where it stands, what the file says there, and what it was taken for. */
export interface Doubt {
  where: string;
  found: string;
  took: string;
}

/** Whose a fact is: an indicator's or an action's. */
export type Holder = Indicator | Action;

/** The plan while it is being read. */
export class Draft {
  readonly indicators: Indicator[] = [];
  readonly actions: Action[] = [];
  readonly people = new Map<string, string>();
  readonly doubts: Doubt[] = [];
  readonly leftOver: { what: string; text: string }[] = [];
  /** The numbers that stand before actions, which the plan may fix or the layout give. */
  readonly marks: { action: Action; home: string | null; mark: string }[] = [];
  readonly terms: string[] = [];

  readonly head: Head;
  readonly scale: RatingScale;
  readonly newId: () => string;

  constructor(head: Head, scale: RatingScale, newId: () => string) {
    this.head = head;
    this.scale = scale;
    this.newId = newId;
  }

  doubt(where: string, found: string, took: string): void {
    this.doubts.push({ where, found: shortened(found), took });
  }

  /** The indicator that a cell or heading names, made where it is new; null for the plan as a whole. */
  home(paragraphs: readonly WordParagraph[]): Indicator | null {
    const [first, ...others] = itemsOf(paragraphs);
    if (!first || namesWholePlan(itemLine(first))) return null;
    const name = indicatorName(itemLine(first), this.head.standard, first.mark);
    if (name.term) this.terms.push(name.term);
    const known = this.indicators.find((each) =>
      name.number === null
        ? each.number === null && plainWords(each.wording) === plainWords(name.wording)
        : each.number === name.number,
    );
    const indicator = known ?? this.newIndicator(name.number, name.wording.slice(0, 4_000));
    if (!known && name.by === 'wording') {
      this.doubt(`Indicator “${shortened(name.wording)}”`, 'no number', `indicator ${name.number}, by its wording`);
    }
    if (!known && name.by === 'nothing') {
      this.doubt(
        `Indicator “${shortened(name.wording)}”`,
        'no number, and no wording of the standard',
        'a row beyond the standard’s own',
      );
    }
    for (const item of others) this.besideName(indicator, item);
    return indicator;
  }

  newIndicator(number: string | null, wording: string): Indicator {
    const indicator: Indicator = { id: this.newId(), number, wording, leads: [], updates: [] };
    this.indicators.push(indicator);
    return indicator;
  }

  newAction(home: Indicator | null, items: readonly Item[]): Action {
    const [first, ...others] = items;
    const action: Action = { id: this.newId(), indicator: home?.id ?? null, text: [], leads: [], updates: [] };
    const title = first && others.length > 0 && first.mark === undefined ? headingOf(first) : undefined;
    if (title !== undefined) action.heading = title;
    const body = title === undefined ? items : others;
    const mark = items[0]?.mark;
    action.text = richText(body.map((item, index) => (index === 0 && title === undefined ? unmarked(item) : item)));
    if (mark !== undefined && mark !== '•') this.marks.push({ action, home: home?.id ?? null, mark });
    this.actions.push(action);
    return action;
  }

  /** The text of a field, after what it has already. */
  addText(
    holder: Holder,
    field: 'objective' | 'narrative' | 'gaps' | 'gap' | 'measure' | 'outcome' | 'notes',
    text: RichText | undefined,
  ): void {
    if (!text) return;
    const fields = holder as Partial<Record<typeof field, RichText>>;
    fields[field] = [...(fields[field] ?? []), ...text];
  }

  /** A column that nothing of the plan is for: kept in the internal notes under its heading. */
  addNote(holder: Holder, heading: string, paragraphs: readonly WordParagraph[]): void {
    const text = textOf(paragraphs);
    if (!text) return;
    const [first, ...others] = text as [Block, ...Block[]];
    const label = heading === '' ? [] : [{ text: `${heading}: ` }];
    this.addText(holder, 'notes', [{ ...first, runs: [...label, ...first.runs] }, ...others]);
  }

  addUpdates(holder: Holder, items: readonly Item[]): Update[] {
    const updates = updatesOf(items, this.head.period, this.newId).map((update) => this.withOwnRating(update));
    holder.updates.push(...updates);
    return updates;
  }

  addLeads(holder: Holder, lines: readonly string[], where: string): void {
    for (const line of lines) {
      for (const name of this.namesIn(line)) {
        if (!personSchema.shape.name.safeParse(name).success || holder.leads.length >= 100) {
          this.addText(holder, 'notes', [{ kind: 'paragraph', runs: [{ text: name }] }]);
          this.doubt(where, name, 'kept in the internal notes: it is too long for a lead');
          continue;
        }
        if (mayBeSeveral(name)) this.doubt(where, name, 'one lead');
        const id = this.people.get(name) ?? this.newId();
        this.people.set(name, id);
        if (!holder.leads.includes(id)) holder.leads.push(id);
      }
    }
  }

  setDue(holder: Holder, text: string, where: string): void {
    const line = oneLine(text);
    if (line === '') return;
    if (!dueSchema.shape.text.safeParse(line).success) {
      this.addText(holder, 'notes', [{ kind: 'paragraph', runs: [{ text: line }] }]);
      this.doubt(where, line, 'kept in the internal notes: it is too long for a date');
      return;
    }
    const due: Due = readDue(line, this.head.period);
    holder.due = due;
    if (due.date === undefined && /\d/.test(line)) this.doubt(where, line, 'a date without a day that it means');
  }

  /** "Directly: 1, 2. Indirectly: 9": effects in words, by the indicators' numbers or wordings. */
  addEffects(action: Action, text: string): void {
    const effects: NonNullable<Action['effects']> = {};
    for (const [, word, list] of text.matchAll(/(Directly|Indirectly):\s*(.*?)(?=\.\s*Indirectly:|$)/gi)) {
      for (const name of (list ?? '').split(',').map(oneLine)) {
        if (name === '') continue;
        const number = /^\d{1,2}[a-z]?$/.test(name) ? name : null;
        const indicator =
          this.indicators.find((each) => (number === null ? each.wording === name : each.number === number)) ??
          this.newIndicator(number, number === null ? name : '');
        effects[indicator.id] = word?.toLowerCase() === 'directly' ? 'direct' : 'indirect';
      }
    }
    if (Object.keys(effects).length > 0) action.effects = effects;
  }

  /** What a cell of ratings says: its ratings, and the words beside them, which are updates. */
  ratingsIn(
    paragraphs: readonly WordParagraph[],
    fill: string | undefined,
    where: string,
  ): { codes: string[]; rest: Item[] } {
    const codes: string[] = [];
    const rest: Item[] = [];
    for (const item of itemsOf(paragraphs)) {
      const line = item.mark && item.mark !== '•' && itemLine(item) === '' ? item.mark : itemLine(item);
      const rating = ratingCalled(this.scale, line);
      if (rating) codes.push(rating.code);
      else rest.push(item);
    }
    const colour = fill ?? paragraphs.find((paragraph) => paragraph.colour)?.colour;
    if (codes.length === 0) this.byColour(codes, rest, colour, where);
    else if (codes.length === 1) this.compare(codes[0] as string, colour, where);
    return { codes, rest };
  }

  /** The rating of a holder; where its cell has a dated update too, it is the rating of that day. */
  setRating(holder: Holder, code: string | undefined, updates: readonly Update[] = []): void {
    if (code === undefined) return;
    holder.rating = code;
    const latest = latestUpdate(updates);
    if (latest?.date !== undefined && latest.rating === undefined) latest.rating = code;
  }

  private besideName(indicator: Indicator, item: Item): void {
    const labelled = /^([^:]{3,40}):\s*(.*)$/s.exec(itemLine(item));
    const role = labelled ? roleOf(labelled[1] ?? '') : undefined;
    if (labelled && role === 'progress') {
      this.addUpdates(indicator, [withoutLabel(item)]);
    } else if (
      labelled &&
      (role === 'objective' || role === 'measure' || role === 'outcome' || role === 'narrative' || role === 'gaps')
    ) {
      this.addText(indicator, role, richText([withoutLabel(item)]));
    } else if (indicator.wording === '') {
      indicator.wording = itemLine(item).slice(0, 4_000);
    } else {
      this.addText(indicator, 'objective', richText([item]));
      this.doubt(
        `Indicator ${indicator.number ?? indicator.wording}`,
        itemLine(item),
        'its objective, since it stands under its name',
      );
    }
  }

  private namesIn(line: string): string[] {
    const parts = line.split(', ');
    if (parts.length > 1 && parts.every((part) => this.people.has(part))) return parts;
    return leadsIn(line);
  }

  private byColour(codes: string[], rest: Item[], colour: string | undefined, where: string): void {
    const first = rest[0] ? itemLine(rest[0]) : '';
    const [rating, ...others] = ratingsColoured(this.scale, first, colour);
    if (!rating) return;
    codes.push(rating.code);
    if (/^\s*\p{Extended_Pictographic}\s*$/u.test(first)) rest.shift();
    if (others.length > 0) {
      this.doubt(
        where,
        `a colour that ${[rating, ...others].map(({ code }) => code).join(' and ')} share`,
        rating.code,
      );
    }
  }

  private compare(code: string, colour: string | undefined, where: string): void {
    const rating = this.scale.ratings.find((each) => each.code === code);
    const [said, shown] = [hueOf(rating?.colour), hueOf(colour)];
    if (rating && said && shown && said !== shown)
      this.doubt(where, `“${rating.label}” on ${shown}`, `${rating.label}: the word counts`);
  }

  /** "… (Amber)" at the end of an update is the rating of that day. */
  private withOwnRating(update: Update): Update {
    const last = update.text.at(-1);
    const run = last?.runs.at(-1);
    const found = run && /^(.*) \(([^()]+)\)$/s.exec(run.text);
    const rating = found && ratingCalled(this.scale, found[2] ?? '');
    if (!last || !found || !rating) return update;
    const runs = [...last.runs.slice(0, -1), ...(found[1] ? [{ ...run, text: found[1] }] : [])];
    return { ...update, text: [...update.text.slice(0, -1), { ...last, runs }], rating: rating.code };
  }
}

/** "HIGH IMPACT ACTION 1:" above the text of an action. */
function headingOf(item: Item): string | undefined {
  const line = itemLine(item);
  const bold = item.runs.every(({ bold, text }) => bold === true || text.trim() === '');
  if (line.length > 120) return undefined;
  if (line.endsWith(':')) return line.slice(0, -1).trim();
  return bold && /[.;!?–-]$/.test(line) ? line : undefined;
}

function unmarked({ level: _, mark: __, runs }: Item): Item {
  return { level: 0, runs };
}

function withoutLabel({ level, runs }: Item): Item {
  const text = runs.map((run) => run.text).join('');
  let count = text.length - text.slice(text.indexOf(':') + 1).trimStart().length;
  const rest = runs.flatMap((run) => {
    const cut = Math.min(count, run.text.length);
    count -= cut;
    return cut === run.text.length ? [] : [{ ...run, text: run.text.slice(cut) }];
  });
  return { level, runs: rest };
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
