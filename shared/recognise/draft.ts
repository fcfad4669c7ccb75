import type { Layout } from '../layout/layout.ts';
import { readDue } from '../plan/due.ts';
import { latestUpdate } from '../plan/effective.ts';
import type { Action, Due, Indicator, RatingScale, RichText, Update } from '../plan/model.ts';
import { dueSchema, personSchema } from '../plan/model.ts';
import type { Block } from '../plan/rich-text.ts';
import { about, type Choices } from './choices.ts';
import { placeName, type WordParagraph, type WordPlace } from './document.ts';
import { type Head, periodIn } from './head.ts';
import { leadsIn, mayBeSeveral, partsOf } from './leads.ts';
import { ratingCalled } from './rating-scale.ts';
import { type Item, itemLine, oneLine, richText, textOf, unmarked } from './text.ts';
import { updatesOf } from './updates.ts';

/** What was read with less than certainty: where it stands, what the file says there, and what it was taken for. */
export interface Doubt extends Question {
  /** In words. */
  took: string;
  at: readonly WordPlace[];
  /** What somebody chose, if they did. */
  chosen?: string;
}

/** What is asked of a person; of the options the first is taken until they choose, and without any it stays open. */
interface Question {
  /** What a choice about it goes by (`choices.ts`). */
  about: string;
  where: string;
  found: string;
  options: { take: string; words: string }[];
  /** What may be typed instead of the options. */
  other?: 'day' | 'line' | 'years';
}

/** Where in the file something of the plan was read. */
export interface Fact {
  kind: 'plan' | 'scale' | 'section' | 'indicator' | 'action';
  id: string;
  field: string;
  at: readonly WordPlace[];
}

/** What found no place in the plan. */
export interface LeftOver {
  what: string;
  text: string;
  at: readonly WordPlace[];
}

/** Whose a fact is: an indicator's or an action's. */
export type Holder = Indicator | Action;

/** The plan while it is being read. */
export class Draft {
  readonly indicators: Indicator[] = [];
  readonly actions: Action[] = [];
  readonly people = new Map<string, string>();
  /** By what they are about. */
  readonly doubts = new Map<string, Doubt>();
  readonly leftOver: LeftOver[] = [];
  readonly facts: Fact[] = [];
  /** A name for each indicator and action that holds for the next reading too, by its id. */
  readonly keys = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  /** Whether the actions of the table have their numbers in a column of their own. */
  numberedApart = false;
  /** Whether the gaps have a column of their own. */
  gapsApart = false;
  /** Where in the file one is reading. */
  at: readonly WordPlace[] = [];
  /** The numbers that stand before actions, which the plan may fix or the layout give. */
  readonly marks: { action: Action; home: string | null; mark: string }[] = [];
  readonly terms: string[] = [];
  private readonly effectsInWords: { action: Action; text: string; at: readonly WordPlace[] }[] = [];

  readonly head: Head;
  readonly scale: RatingScale;
  readonly newId: () => string;
  readonly choices: Choices;
  /** The layout that the file is in, if it is one that is known. */
  readonly layout: Layout | undefined;

  constructor(
    head: Head,
    { scale, layout }: { scale: RatingScale; layout: Layout | undefined },
    newId: () => string,
    choices: Choices,
  ) {
    this.head = head;
    this.scale = scale;
    this.layout = layout;
    this.newId = newId;
    this.choices = choices;
  }

  /** A doubt that leaves nothing to choose but to agree. */
  doubt(where: string, found: string, took: string): void {
    this.ask({ about: about.agree(this.at, found), where, found, options: [{ take: 'yes', words: took }] });
  }

  /** Puts a question, once, and gives what was chosen or, until then, the first of the options. */
  ask(question: Question): string {
    const { about, options, other } = question;
    const chosen = this.choices.get(about);
    const option = options.find(({ take }) => take === chosen);
    const typed = other && chosen !== undefined && mayBeTyped[other](chosen) ? chosen : undefined;
    const before = this.doubts.get(about);
    if (before) before.at = [...before.at, ...this.at];
    else {
      this.doubts.set(about, {
        ...question,
        found: shortened(question.found),
        took: option?.words ?? typed ?? options[0]?.words ?? '',
        at: this.at,
        ...((option ?? typed) !== undefined && { chosen: chosen as string }),
      });
    }
    return option?.take ?? typed ?? options[0]?.take ?? '';
  }

  /** Notes that something of the plan was read where one is. */
  note(kind: Fact['kind'], id: string, field: string): void {
    const last = this.facts.at(-1);
    if (last?.id !== id || last.field !== field || last.at !== this.at)
      this.facts.push({ kind, id, field, at: this.at });
  }

  private noteOf(holder: Holder, field: string): void {
    this.note('text' in holder ? 'action' : 'indicator', holder.id, field);
  }

  leave(what: string, text: string): void {
    this.leftOver.push({ what, text, at: this.at });
  }

  /** The indicator of a number that somebody chose, made where it is new; null for `plan`. */
  indicatorChosen(take: string): Indicator | null {
    if (take === 'plan') return null;
    return this.indicators.find(({ number }) => number === take) ?? this.newIndicator(take, '');
  }

  /** A name for what is read here: the place, and how many were read from it before. */
  private newKey(): string {
    const place = placeName(this.at);
    const before = this.counts.get(place) ?? 0;
    this.counts.set(place, before + 1);
    return `${place}#${before}`;
  }

  newIndicator(number: string | null, wording: string): Indicator {
    const indicator: Indicator = { id: this.newId(), number, wording, leads: [], updates: [] };
    this.indicators.push(indicator);
    this.keys.set(indicator.id, this.newKey());
    this.noteOf(indicator, wording === '' ? 'number' : 'wording');
    return indicator;
  }

  newAction(given: Indicator | null, items: readonly Item[]): Action {
    const key = this.newKey();
    const chosen = this.choices.get(about.home(key));
    const home = chosen ? this.indicatorChosen(chosen) : given;
    const [first, ...others] = items;
    const action: Action = { id: this.newId(), indicator: home?.id ?? null, text: [], leads: [], updates: [] };
    const title = first && others.length > 0 ? headingOf(first) : undefined;
    if (title !== undefined) action.heading = title;
    const body = title === undefined ? items : others;
    const ownWords = this.numberedApart && first?.typed !== undefined && first.mark !== '•';
    const mark = ownWords ? undefined : first?.mark;
    const isMarked = (index: number) => index === 0 && title === undefined && !ownWords;
    action.text = richText(body.map((item, index) => (isMarked(index) ? unmarked(item) : item)));
    if (mark !== undefined && mark !== '•') this.marks.push({ action, home: home?.id ?? null, mark });
    this.actions.push(action);
    this.keys.set(action.id, key);
    this.noteOf(action, 'text');
    return action;
  }

  /** The text of a field, after what it has already. */
  addText(
    holder: Holder,
    field: 'text' | 'objective' | 'narrative' | 'gaps' | 'gap' | 'measure' | 'outcome' | 'notes',
    text: RichText | undefined,
  ): void {
    if (!text) return;
    const fields = holder as Partial<Record<typeof field, RichText>>;
    fields[field] = [...(fields[field] ?? []), ...text];
    this.noteOf(holder, field);
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
    if (updates.length > 0) this.noteOf(holder, 'updates');
    return updates;
  }

  addLeads(holder: Holder, lines: readonly string[], where: string): void {
    for (const line of lines) {
      for (const name of this.namesIn(line, where)) {
        if (!personSchema.shape.name.safeParse(name).success || holder.leads.length >= 100) {
          this.addText(holder, 'notes', [{ kind: 'paragraph', runs: [{ text: name }] }]);
          this.doubt(where, name, 'kept in the internal notes: it is too long for a lead');
          continue;
        }
        const id = this.people.get(name) ?? this.newId();
        this.people.set(name, id);
        if (!holder.leads.includes(id)) holder.leads.push(id);
        this.noteOf(holder, 'leads');
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
    if (due.date === undefined && /\d/.test(line)) {
      const options = [{ take: 'none', words: 'a date without a day that it means' }];
      const take = this.ask({ about: about.day(line), where, found: line, options, other: 'day' });
      if (isDay(take)) due.date = take;
    }
    holder.due = due;
    this.noteOf(holder, 'due');
  }

  /** Effects in words are read when all indicators are known, which they name. */
  addEffects(action: Action, text: string): void {
    this.effectsInWords.push({ action, text, at: this.at });
  }

  /** "Directly: 1, 2. Indirectly: 9": effects in words, by the indicators' numbers or wordings. */
  readEffects(): void {
    for (const { action, text, at } of this.effectsInWords) {
      this.at = at;
      this.setEffects(action, this.effectsIn(text));
    }
  }

  private effectsIn(text: string): NonNullable<Action['effects']> {
    const effects: NonNullable<Action['effects']> = {};
    for (const [, word, list] of text.matchAll(/(Directly|Indirectly):\s*(.*?)(?=\.\s*Indirectly:|$)/gi)) {
      for (const name of this.namesOfIndicators(list ?? '')) {
        if (name === '') continue;
        const number = /^\d{1,2}[a-z]?$/.test(name) ? name : null;
        const indicator =
          this.indicators.find((each) => (number === null ? each.wording === name : each.number === number)) ??
          this.newIndicator(number, number === null ? name : '');
        effects[indicator.id] = word?.toLowerCase() === 'directly' ? 'direct' : 'indirect';
      }
    }
    return effects;
  }

  /** Commas part them, and may be part of a name that is known. */
  private namesOfIndicators(list: string): string[] {
    const known = this.indicators.map(({ wording }) => wording).sort((a, b) => b.length - a.length);
    const names: string[] = [];
    for (let rest = oneLine(list); rest !== ''; rest = rest.slice(names.at(-1)?.length).replace(/^ ?,? ?/, '')) {
      const name = known.find((each) => each !== '' && `${rest},`.startsWith(`${each},`));
      names.push(name ?? (/^[^,]*/.exec(rest)?.[0] as string));
    }
    return names;
  }

  setEffects(action: Action, effects: NonNullable<Action['effects']>): void {
    if (Object.keys(effects).length === 0) return;
    action.effects = effects;
    this.noteOf(action, 'effects');
  }

  setNumber(action: Action, number: string): void {
    action.number = number;
    this.noteOf(action, 'number');
  }

  /** The rating of a holder; where its cell has a dated update too, it is the rating of that day. */
  setRating(holder: Holder, code: string | undefined, updates: readonly Update[] = []): void {
    if (code === undefined) return;
    holder.rating = code;
    this.noteOf(holder, 'rating');
    const latest = latestUpdate(updates);
    if (latest?.date !== undefined && latest.rating === undefined) latest.rating = code;
  }

  private namesIn(line: string, where: string): string[] {
    const parts = line.split(', ');
    if (parts.length > 1 && parts.every((part) => this.people.has(part))) return parts;
    return leadsIn(line).flatMap((name) => {
      if (!mayBeSeveral(name)) return [name];
      const several = partsOf(name);
      const options = [
        { take: 'one', words: 'one lead' },
        { take: 'several', words: `${several.length} leads: ${several.join(' · ')}` },
      ];
      return this.ask({ about: about.lead(name), where, found: name, options }) === 'several' ? several : [name];
    });
  }

  /** "… (Amber)" at the end of an update is the rating of that day. */
  private withOwnRating(update: Update): Update {
    const last = update.text.at(-1);
    const run = last?.runs.at(-1);
    const found = run && /^(.*) \(([^()]{1,300})\)$/s.exec(run.text);
    const rating = found && ratingCalled(this.scale, found[2] ?? '');
    if (!last || !found || !rating) return update;
    const runs = [...last.runs.slice(0, -1), ...(found[1] ? [{ ...run, text: found[1] }] : [])];
    return { ...update, text: [...update.text.slice(0, -1), { ...last, runs }], rating: rating.code };
  }
}

/** "HIGH IMPACT ACTION 1:" above the text of an action: bold, or in capitals. */
function headingOf(item: Item): string | undefined {
  const line = itemLine(item);
  const bold = item.runs.every(({ bold, text }) => bold === true || text.trim() === '');
  if (line.length > 120) return undefined;
  if (!bold && !/^\P{Ll}*\p{Lu}{3}\P{Ll}*$/u.test(line)) return undefined;
  if (line.endsWith(':')) return line.slice(0, -1).trim();
  return bold && /[.;!?–-]$/.test(line) ? line : undefined;
}

const mayBeTyped = {
  day: isDay,
  line: (text: string) => oneLine(text) !== '',
  years: (text: string) => periodIn(text) !== undefined,
};

/** YYYY-MM-DD */
export function isDay(text: string): boolean {
  return dueSchema.shape.date.unwrap().safeParse(text).success;
}

/** What is quoted in a question: its first 80 characters. */
export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
