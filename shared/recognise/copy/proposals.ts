import { indicatorWording } from '../../indicator-sets.ts';
import type { Column, Layout } from '../../layout/layout.ts';
import type { Group } from '../../layout/sheet.ts';
import { effectOn } from '../../layout/values.ts';
import type { DraftChange, RecordKind } from '../../log/edit.ts';
import { isEqual } from '../../log/equal.ts';
import { whole } from '../../log/whole.ts';
import { blankAction } from '../../plan/edits/actions.ts';
import { create, remove, set } from '../../plan/edits/changes.ts';
import { followed } from '../../plan/edits/where.ts';
import { existing, ownerOf, recordOf } from '../../plan/existing.ts';
import { fieldWords } from '../../plan/field-words.ts';
import { lookUp } from '../../plan/look-up.ts';
import type { Action, Due, Effect, Indicator, Plan, Update } from '../../plan/model.ts';
import { actionTitle, capitalised, homeName, listed, quote, recordName } from '../../plan/names.ts';
import type { Fields } from '../../plan/records.ts';
import { isBlank, type RichText, type Run, toPlainText } from '../../plan/rich-text.ts';
import { lineOf, type WordCell, type WordParagraph, wordsOf } from '../document.ts';
import { type NewPeople, personFor } from '../person-for.ts';
import { oneLine } from '../text.ts';
import { openingDate } from '../updates.ts';
import type { CellPair } from './cell-pairs.ts';
import type { Said } from './changes-in-copy.ts';
import type { Line } from './lines.ts';
import { printedText } from './printed.ts';
import type { Proposal } from './proposal.ts';
import type { NewRow } from './side-by-side.ts';
import type { Moved } from './standing.ts';
import {
  dueRead,
  isChanged,
  leadsRead,
  lineRead,
  ratingOfColour,
  ratingRead,
  textRead,
  updatesRead,
  wholeText,
  withoutLabel,
} from './values.ts';

interface Sides {
  plan: Plan;
  exported: Plan;
  /** As `exported`, with the people called what the page called them. */
  shown: Plan;
  layout: Layout;
}

/** A cell of a matrix. */
export type EffectCell = CellPair & { shown: { effectOn: Indicator } };
type ChangedEffect = { indicator: Indicator; before: string; now: string; value: Effect | null | undefined };
type Matrix = NonNullable<Layout['matrix']>;

/** A new value of a field, or why there is none. */
type Value = { changes: DraftChange[]; value: unknown } | { why: string };

/** Makes proposals of what was changed, in the words of the plan, with the changes that taking them makes. */
export class Proposals {
  readonly #sides: Sides;
  readonly #newId: () => string;
  readonly #made: Proposal[] = [];
  readonly #people: NewPeople = new Map();
  /** What was moved in the copy and stands there in the plan by now. */
  readonly #placed = new Set<string>();
  readonly #names: Map<string, string>;

  constructor(sides: Sides, newId: () => string) {
    this.#sides = sides;
    this.#newId = newId;
    this.#names = new Map(sides.shown.people.map(({ name, id }) => [name, id]));
  }

  /** Each thing once; nothing more of what is not in the copy any more. */
  all(): Proposal[] {
    const gone = new Set(this.#made.flatMap(({ kind, place }) => (kind === 'missing' ? [place?.id] : [])));
    const seen = new Set<string>();
    return this.#made.filter(({ id, kind, place }) => {
      if (seen.has(id) || (kind !== 'missing' && place && gone.has(place.id))) return false;
      seen.add(id);
      return true;
    });
  }

  ownerOf(update: string): { kind: 'indicator' | 'action'; id: string } | undefined {
    return ownerOf(this.#sides.exported, update);
  }

  isRating(text: string): boolean {
    return typeof ratingRead(this.#sides.plan, text) === 'string';
  }

  change(said: Said): void {
    const { kind, id, field } = said.source;
    const { exported, plan } = this.#sides;
    const gone = said.lines.every(({ is }) => !is);
    const stacked = kind === 'action' && field === 'text' && this.#sides.layout.grain === 'indicator';
    if (gone && (kind === 'update' || stacked)) {
      this.#missing(kind, id);
      return;
    }
    const before = said.lines.flatMap(({ was }) => (was ? [printedText(was)] : [])).join('\n');
    const now = said.lines.flatMap(({ is }) => (is ? [oneLine(wordsOf(is))] : [])).join('\n');
    const shared = this.#sharing(said);
    const name = shared
      ? `all the actions of ${homeName(exported, said.cell?.group.indicator?.id ?? null)}`
      : this.#name(kind, id);
    const told = { id: `${kind}/${id}/${field}`, before, now, place: { kind, id, field } };
    const what = kind === 'plan' ? `The ${fieldWords(kind, field)}` : `The ${fieldWords(kind, field)} of ${name}`;
    const label = kind === 'update' ? capitalised(name) : what;
    if (!this.#has(plan, kind, id)) {
      const why = 'It is not in the plan any more.';
      this.#made.push({ ...told, kind: 'told', label, why, changes: [] });
      return;
    }
    const read = this.#read(said, shared);
    if ('why' in read) {
      this.#made.push({ ...told, kind: 'told', label: `${label}${arrow(before, now)}`, why: read.why, changes: [] });
      return;
    }
    const changes = read.changes.filter((change) => this.#isNews(change));
    if (changes.length === 0) return;
    const since = this.#since(kind, id, field);
    const recoloured = before === now ? ` has the colour of ${quote(this.#inWords(kind, 'rating', read.value))}` : '';
    this.#made.push({
      ...told,
      now: recoloured ? this.#inWords(kind, field, read.value) : now,
      kind: 'changed',
      label: `${label}${recoloured || arrow(before, now)}`,
      ...(since !== undefined && { changedSince: since }),
      changes,
    });
  }

  /** An action elsewhere among those of its indicator, or under another. Those of one place come in their order. */
  move({ action: id, indicator, list, stays }: Moved): void {
    const { plan, exported, layout } = this.#sides;
    const was = existing(exported, 'action', id).indicator;
    const own = recordOf(plan, 'action', id);
    const home = layout.grain === 'matrix' ? undefined : (indicator?.id ?? null);
    if (!own || (home && !this.#has(plan, 'indicator', home))) return;
    const leaves = home !== undefined && home !== was;
    if (home !== undefined && leaves === (own.indicator === home)) {
      this.#placed.add(id);
      return;
    }
    const isFixed = (each: string) => {
      const there = stays.has(each) || this.#placed.has(each) ? recordOf(plan, 'action', each) : undefined;
      return there !== undefined && (home === undefined || there.indicator === home);
    };
    const above = list.slice(0, list.indexOf(id));
    const after = above.findLast(isFixed) ?? null;
    const between = above.slice(above.findLastIndex(isFixed) + 1).filter((each) => this.#has(plan, 'action', each));
    const [before, now] = [exported, plan].map(({ actions }) => {
      const place = actions.findIndex((each) => each.id === id);
      return actions.slice(0, place).findLast((each) => isFixed(each.id))?.id ?? null;
    });
    if (!leaves && now === after) {
      this.#placed.add(id);
      return;
    }
    const place = (last: string | null | undefined) =>
      last ? `after ${actionTitle(plan, last)}` : `the first place of ${homeName(plan, home ?? null)}`;
    const to = leaves
      ? `from ${homeName(plan, was)} to ${homeName(plan, home)}`
      : `to ${place(between.at(-1) ?? after)}`;
    const elsewhere = leaves ? homeName(plan, own.indicator) : place(now);
    this.#made.push({
      id: `action/${id}/${leaves ? 'indicator' : 'order'}`,
      kind: 'changed',
      label: `Move ${actionTitle(plan, id)} ${to}`,
      place: { kind: 'action', id },
      before: '',
      now: '',
      ...((leaves ? own.indicator !== was : now !== before) && { changedSince: elsewhere }),
      changes: [],
      move: {
        action: id,
        ...(home !== undefined && { home }),
        after,
        between,
      },
    });
  }

  /**
   * What an action does in a matrix, where it does something else. An action that does not move its home directly any
   * more, and one other indicator instead, is at home there.
   */
  effects(cells: readonly EffectCell[]): void {
    const changed = cells.flatMap((cell) => this.#effectIn(cell) ?? []);
    const [action] = cells[0]?.group.actions ?? [];
    if (!action || changed.length === 0) return;
    const left = changed.find(({ indicator, value }) => indicator.id === action.indicator && value !== undefined);
    const [home, ...others] = changed.filter(({ value }) => value === 'direct');
    if (!left || !home || others.length > 0) {
      for (const each of changed) this.#effect(action, each);
      return;
    }
    for (const each of changed) if (each !== left && each !== home) this.#effect(action, each);
    this.#newHome(action, home.indicator, left.value ?? null);
  }

  #newHome({ id, indicator: was }: Action, { id: home }: Indicator, left: Effect | null): void {
    const { plan } = this.#sides;
    const own = recordOf(plan, 'action', id);
    if (!own || own.indicator === home || was === null || !this.#has(plan, 'indicator', home)) return;
    this.#made.push({
      id: `action/${id}/indicator`,
      kind: 'changed',
      label: `Move ${actionTitle(plan, id)} from ${homeName(plan, was)} to ${homeName(plan, home)}`,
      place: { kind: 'action', id },
      before: '',
      now: '',
      ...(own.indicator !== was && { changedSince: homeName(plan, own.indicator) }),
      changes: [set('action', id, 'indicator', home)],
      effects: [
        { action: id, indicator: home, value: null },
        { action: id, indicator: was, value: left },
      ],
    });
  }

  #effect(action: Action, { indicator, before, now, value }: ChangedEffect): void {
    const { plan, layout } = this.#sides;
    const matrix = layout.matrix as Matrix;
    const name = this.#name('indicator', indicator.id);
    const label = `The effect of ${this.#name('action', action.id)} on ${name}${arrow(before, value ? matrix[value].word : now)}`;
    const told = {
      id: `action/${action.id}/effects/${indicator.id}`,
      label,
      before,
      now: value ? matrix[value].word : now,
      place: { kind: 'action' as const, id: action.id, field: 'effects' },
      changes: [],
    };
    const own = recordOf(plan, 'action', action.id);
    const why = !own
      ? 'It is not in the plan any more.'
      : action.indicator === indicator.id
        ? 'The action is at home there, and moves it directly.'
        : value === undefined
          ? `“${now}” is neither ${matrix.direct.word} nor ${matrix.indirect.word}.`
          : undefined;
    if (why !== undefined) {
      this.#made.push({ ...told, kind: 'told', why });
      return;
    }
    const since = own ? effectOn(own, indicator) : undefined;
    if ((since ?? null) === (value ?? null)) return;
    this.#made.push({
      ...told,
      kind: 'changed',
      ...(since !== effectOn(action, indicator) && { changedSince: since ? matrix[since].word : '' }),
      effects: [{ action: action.id, indicator: indicator.id, value: value ?? null }],
    });
  }

  /** What a cell of a matrix says that it did not say; a value of undefined: words that are no effect. */
  #effectIn({ shown: { effectOn: indicator }, was, is }: EffectCell): ChangedEffect | undefined {
    const matrix = this.#sides.layout.matrix as Matrix;
    const before = was?.paragraphs.map(printedText).join(' ') ?? '';
    const now = lineOf(is);
    const words = (['direct', 'indirect'] as const).map((each) => ({ each, ...matrix[each] }));
    const ofWords = words.find(({ word }) => word.toLowerCase() === now.toLowerCase());
    const recoloured = is.fill !== undefined && is.fill !== was?.fill?.colour;
    const ofColour = recoloured ? words.find(({ colour }) => colour === is.fill) : undefined;
    if (before === now && !(ofColour && ofColour.word !== before)) return undefined;
    const value = before === now || (now === '' && ofColour) ? ofColour?.each : now === '' ? null : ofWords?.each;
    return { indicator, before, now, value };
  }

  newUpdate(paragraph: WordParagraph, owner: { kind: 'indicator' | 'action'; id: string } | undefined): void {
    const now = oneLine(wordsOf(paragraph));
    if (!owner || !this.#has(this.#sides.plan, owner.kind, owner.id)) {
      this.#tell(now, 'There is no telling what it is progress of.');
      return;
    }
    const id = this.#newId();
    const updates = updatesRead(this.#sides.plan, [paragraph], this.#newId);
    this.#made.push({
      id: `update/${id}`,
      kind: 'new',
      label: `A new update on ${this.#name(owner.kind, owner.id)}: ${quote(now, 80)}`,
      place: { ...owner, field: 'updates' },
      before: '',
      now,
      changes: updates.map((update) => updateOf(owner, update)),
    });
  }

  /** A new item among the actions of an indicator. */
  newActionFrom(paragraph: WordParagraph, { indicator }: Group, after: string | undefined): void {
    this.#addAction(indicator, after, { text: wholeText([paragraph]) }, [], []);
  }

  /** A new row of actions. */
  newAction({ cells, indicator, below }: NewRow): void {
    const { grain } = this.#sides.layout;
    const words = oneLine(cells.map(({ is }) => lineOf(is)).join(' '));
    if (grain === 'indicator') {
      this.#tell(words, 'It is a row of its own: an indicator that the plan does not have.');
      return;
    }
    const fields: Partial<Omit<Fields<'action'>, 'order'>> = {};
    const people: DraftChange[] = [];
    const updates: Update[] = [];
    const effects: Record<string, Effect> = {};
    let home = indicator;
    for (const { shown, is } of cells) {
      if ('effectOn' in shown) {
        const effect = this.#newEffectIn(is);
        if (effect === 'direct' && !home) home = shown.effectOn;
        else if (effect && shown.effectOn.id !== home?.id) effects[shown.effectOn.id] = effect;
      } else if (lineOf(is) !== '') this.#fill(fields, shown.column, is, people, updates);
    }
    if (grain === 'matrix' && Object.keys(effects).length > 0) fields.effects = effects;
    this.#addAction(home, below?.actions.at(-1)?.id, fields, people, updates);
  }

  missingRow({ indicator, actions }: Group): void {
    const { grain } = this.#sides.layout;
    if (grain === 'indicator' || actions.length === 0) {
      const name = indicator ? this.#name('indicator', indicator.id) : 'The row of the whole plan';
      const label = `${capitalised(name)} is missing in the copy`;
      const why = 'Whether its actions are to go too is for you to say, on its page.';
      this.#made.push({ id: `row/${indicator?.id}`, kind: 'told', label, before: '', now: '', why, changes: [] });
    } else for (const { id } of actions) this.#missing('action', id);
  }

  /** Words that were added where several fields or records could have them. */
  untold({ is }: Line, heading: string, { indicator }: Group): void {
    const where = indicator ? ` of ${this.#name('indicator', indicator.id)}` : '';
    this.#tell(
      is ? oneLine(wordsOf(is)) : '',
      `It is added in the column “${heading}”${where}, and there is no telling which action it is of.`,
    );
  }

  #tell(now: string, why: string): void {
    this.#made.push({
      id: `told/${this.#made.length}`,
      kind: 'told',
      label: `${quote(now, 80)} was added`,
      before: '',
      now,
      why,
      changes: [],
    });
  }

  #missing(kind: 'action' | 'update', id: string): void {
    const { plan } = this.#sides;
    if (!this.#has(plan, kind, id)) return;
    const name = kind === 'action' ? actionTitle(plan, id) : recordName(plan, kind, id);
    const words = toPlainText(existing(plan, kind, id).text);
    this.#made.push({
      id: `${kind}/${id}`,
      kind: 'missing',
      label: `${capitalised(name)} is missing in the copy`,
      place: { kind, id },
      before: words,
      now: '',
      changes: [remove(kind, id)],
    });
  }

  #addAction(
    indicator: Indicator | undefined,
    after: string | undefined,
    fields: Partial<Omit<Fields<'action'>, 'order'>>,
    people: DraftChange[],
    updates: Update[],
  ): void {
    const { plan } = this.#sides;
    const home = indicator && this.#has(plan, 'indicator', indicator.id) ? indicator.id : null;
    const id = this.#newId();
    const above = after !== undefined && this.#has(plan, 'action', after) ? after : undefined;
    const place = followed(plan, { indicator: home, ...(above !== undefined && { after: above }) });
    const words = toPlainText(fields.text ?? []).trim() || fields.heading || '';
    this.#made.push({
      id: `action/${id}`,
      kind: 'new',
      label: `A new action under ${homeName(plan, home)}: ${quote(words, 80)}`,
      ...(above !== undefined
        ? { place: { kind: 'action', id: above } }
        : home !== null && { place: { kind: 'indicator', id: home } }),
      before: '',
      now: words,
      changes: [
        ...people,
        create('action', id, { ...blankAction, ...fields, indicator: home }, place),
        ...updates.map((update) => updateOf({ kind: 'action', id }, update)),
      ],
    });
  }

  /** Puts what a cell of a new row says into the fields that its column shows. */
  #fill(
    fields: Partial<Omit<Fields<'action'>, 'order'>>,
    column: Column,
    { paragraphs }: WordCell,
    people: DraftChange[],
    updates: Update[],
  ): void {
    const { plan, layout } = this.#sides;
    const lines = paragraphs.filter((each) => wordsOf(each).trim() !== '');
    let rest = lines;
    if (isEmptyCell(lines, column)) return;
    const names = column.fields.map(({ field }) => field);
    if (names.includes('action.rating')) {
      const rated = lines.find((line) => ratingRead(plan, oneLine(wordsOf(line))));
      if (rated) fields.rating = ratingRead(plan, oneLine(wordsOf(rated))) ?? null;
      rest = lines.filter((line) => line !== rated);
    }
    if (rest.length === 0) return;
    if (names.includes('action.leads')) {
      const read = this.#leads(rest.map((line) => wordsOf(line)));
      fields.leads = read.ids;
      people.push(...read.people);
    } else if (names.includes('action.due'))
      fields.due = dueRead(plan, rest.map((line) => oneLine(wordsOf(line))).join(' '));
    else if (names.some((field) => field === 'action.updates' || field === 'action.latestUpdate'))
      updates.push(...updatesRead(plan, rest, this.#newId));
    else if (names.includes('action.number')) {
      const number = oneLine(rest.map(wordsOf).join(' ')).replace(/\.$/, '');
      // What counts on by itself is no number that the plan fixes.
      if (layout.numbering === 'own' && !/^\d+$/.test(number)) fields.number = number.slice(0, 20);
    } else {
      const field = (['text', 'gap', 'measure', 'outcome'] as const).find((each) => names.includes(`action.${each}`));
      if (field) fields[field] = wholeText(rest);
    }
  }

  #newEffectIn(cell: WordCell): Effect | undefined {
    const { matrix } = this.#sides.layout;
    const line = lineOf(cell).toLowerCase();
    return (['direct', 'indirect'] as const).find(
      (each) => matrix?.[each].word.toLowerCase() === line || (line === '' && matrix?.[each].colour === cell.fill),
    );
  }

  /** Whether a value that the actions of an indicator share stands there once for all of them. */
  #sharing({ source, cell }: Said): boolean {
    if (!cell || source.kind !== 'action' || !['leads', 'due', 'rating'].includes(source.field)) return false;
    const others = cell.lines.some(({ was }) => was?.source?.field === source.field && was.source.id !== source.id);
    return cell.group.actions.length > 1 && !others;
  }

  #read(said: Said, shared: boolean): Value {
    const { source, lines, cell } = said;
    const { kind, id, field } = source;
    const { plan, exported, shown } = this.#sides;
    const line = lineRead(lines);
    const on = shared
      ? (cell?.group.actions ?? []).map((action) => ({ kind: 'action' as const, id: action.id }))
      : [{ kind, id }];
    const toAll = (value: unknown): Value => ({
      value,
      changes: on
        .filter((each) => this.#has(plan, each.kind, each.id))
        .map((each) => change(each.kind, each.id, field, value)),
    });
    switch (`${kind} ${field}`) {
      case 'plan title':
        return line === '' ? { why: 'A plan has a title.' } : toAll(line.slice(0, 500));
      case 'section heading':
        return toAll(line === '' ? null : line.slice(0, 500));
      case 'action heading':
        return toAll(headingRead(line, existing(exported, 'action', id).heading ?? '') || null);
      case 'action number':
        // A number that the plan does not fix counts by itself, whatever somebody makes of it.
        if (existing(exported, 'action', id).number === undefined && /^\d*\.?$/.test(line))
          return { value: null, changes: [] };
        return toAll(line === '' ? null : line.slice(0, 20));
      case 'indicator wording': {
        const wording = wordingRead(
          printedOf(lines),
          line,
          indicatorWording(exported, existing(exported, 'indicator', id)),
        );
        return wording === '' ? { why: 'An indicator has a wording.' } : toAll(wording.slice(0, 4_000));
      }
      case 'action effects':
        return { why: 'Which indicators an action moves is set on its page.' };
      case 'update text':
        return this.#updateRead(said);
    }
    if (field === 'leads') {
      const read = this.#leads(lines.flatMap((each) => (each.is ? [lineRead([each])] : [])));
      const { changes, value } = toAll(read.ids) as { changes: DraftChange[]; value: unknown };
      return { value, changes: [...read.people, ...changes] };
    }
    if (field === 'due' || field === 'rating') {
      const said = lines.filter(({ is }) => is);
      if (said.length > 1) return this.#each(said, field, cell);
      if (field === 'due') return toAll(dueRead(plan, line));
      if (lines.some(isChanged)) {
        const code = ratingRead(shown, line);
        return code === undefined ? { why: `${quote(line)} is no rating of the plan.` } : toAll(code);
      }
      const coloured = ratingOfColour(shown, colourNow(said[0], cell));
      return coloured === undefined ? { why: 'It has a colour that is no one rating’s.' } : toAll(coloured);
    }
    const was = (existing(exported, kind, id) as unknown as Record<string, RichText | undefined>)[field] ?? [];
    const text = textRead(was, lines, withoutLabel);
    const empty = isBlank(text);
    return toAll(empty ? (field === 'text' || field === 'body' ? [] : null) : text);
  }

  /** Several lines where one stood: one for each action, where there are as many. */
  #each(lines: Line[], field: 'due' | 'rating', cell: CellPair | undefined): Value {
    const { plan } = this.#sides;
    const actions = cell?.group.actions ?? [];
    if (lines.length !== actions.length) return { why: 'There is no telling which line is of which action.' };
    const changes = actions.flatMap(({ id }, at): DraftChange[] => {
      const text = lineRead([lines[at] as Line]);
      const value = field === 'due' ? dueRead(plan, text) : ratingRead(plan, text);
      return value === undefined ? [] : [change('action', id, field, value)];
    });
    return { value: null, changes };
  }

  #leads(lines: readonly string[]): { ids: string[]; people: DraftChange[] } {
    const { plan } = this.#sides;
    const ids = leadsRead(this.#names, lines).map((found) => {
      if (typeof found === 'string' && this.#has(plan, 'person', found)) return found;
      const name = typeof found === 'string' ? (lookUp(this.#sides.shown).person(found)?.name ?? '') : found.name;
      return personFor(plan, this.#people, name, this.#newId);
    });
    return { ids: [...new Set(ids)], people: [...this.#people.values()].filter(({ record }) => ids.includes(record)) };
  }

  #updateRead({ source: { id }, lines }: Said): Value {
    const { exported, plan } = this.#sides;
    const update = existing(exported, 'update', id);
    const rating = lookUp(exported).rating(update.rating);
    // Words that began with a day before were words.
    const dated =
      update.date !== undefined || !openingDate({ level: 0, runs: update.text[0]?.runs ?? [] }, plan.period);
    const [first] = lines.filter(({ is }) => is);
    const last = lines.filter(({ is }) => is).at(-1);
    let day = update.date ?? null;
    const cut = (runs: Run[], line: Line): Run[] => {
      let left = runs;
      if (line === first && dated) {
        const read = openingDate({ level: 0, runs }, plan.period);
        day = read?.date ?? null;
        if (read) left = read.rest?.runs ?? [];
      }
      const end = rating && ` (${rating.label})`;
      const said = left.map((run) => run.text).join('');
      return line === last && end && said.endsWith(end) ? cutEnd(left, end.length) : left;
    };
    const text = textRead(update.text, lines, cut);
    return {
      value: text,
      changes: [set('update', id, 'text', text), set('update', id, 'date', day)],
    };
  }

  /** What the plan says by now, if it is not what was exported. */
  #since(kind: RecordKind, id: string, field: string): string | undefined {
    const [was, is] = [this.#sides.exported, this.#sides.plan].map((plan) => valueIn(plan, kind, id, field));
    return isEqual(was ?? null, is ?? null) ? undefined : this.#inWords(kind, field, is);
  }

  /** Whether the plan does not say so already. */
  #isNews({ kind, record, field, value }: DraftChange): boolean {
    if (field === whole || !this.#has(this.#sides.plan, kind, record)) return true;
    return !isEqual(valueIn(this.#sides.plan, kind, record, field) ?? emptyOf(value), value);
  }

  #inWords(kind: RecordKind, field: string, value: unknown): string {
    const { plan } = this.#sides;
    if (value === undefined || value === null) return '';
    if (field === 'leads')
      return listed(
        (value as string[]).map((id) => lookUp(plan).person(id)?.name ?? '?'),
        20,
      );
    if (field === 'due') return (value as Due).text;
    if (field === 'rating') return lookUp(plan).rating(value as string)?.label ?? String(value);
    if (kind === 'indicator' && field === 'wording') return String(value);
    return Array.isArray(value) ? toPlainText(value as RichText) : String(value);
  }

  #has(plan: Plan, kind: RecordKind, id: string): boolean {
    return recordOf(plan, kind, id) !== undefined;
  }

  #name(kind: RecordKind, id: string): string {
    return recordName(this.#has(this.#sides.plan, kind, id) ? this.#sides.plan : this.#sides.exported, kind, id);
  }
}

/** “: “Q3” → “Q4””; of long texts nothing, since they are shown beside each other. */
function arrow(before: string, now: string): string {
  if (Math.max(before.length, now.length) > 60 || `${before}${now}`.includes('\n')) return '';
  if (before === '') return `: ${quote(now, 60)} added`;
  return now === '' ? `: ${quote(before, 60)} taken out` : `: ${quote(before, 60)} → ${quote(now, 60)}`;
}

function change(kind: RecordKind, record: string, field: string, value: unknown): DraftChange {
  return { kind, record, field, value: value as DraftChange['value'] };
}

function updateOf({ kind, id }: { kind: 'indicator' | 'action'; id: string }, update: Update): DraftChange {
  const { date = null, text } = update;
  const owner = { indicator: kind === 'indicator' ? id : null, action: kind === 'action' ? id : null };
  return create('update', update.id, { ...owner, date, text, rating: null });
}

function valueIn(plan: Plan, kind: RecordKind, id: string, field: string): unknown {
  return (recordOf(plan, kind, id) as Record<string, unknown> | undefined)?.[field];
}

function emptyOf(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? [] : null;
}

function isEmptyCell(lines: WordParagraph[], { empty }: Column): boolean {
  const text = oneLine(lines.map(wordsOf).join(' '));
  return text === '' || text === 'None' || text === oneLine(empty);
}

/** The page closes a heading with a colon where it has no stop of its own. */
function headingRead(line: string, was: string): string {
  return (was.endsWith(':') ? line : line.replace(/:$/, '')).slice(0, 500);
}

/** The page may name an indicator before its wording: “Indicator 3: …”. */
function wordingRead(printed: string, line: string, was: string): string {
  const name = printed.endsWith(oneLine(was)) ? printed.slice(0, printed.length - oneLine(was).length) : '';
  if (name === '') return line;
  return line.startsWith(name)
    ? line.slice(name.length)
    : line.replace(/^(?:\p{L}+\s+)?\d{1,2}\p{L}?\s*[.:–-]\s*/u, '');
}

function printedOf(lines: readonly Line[]): string {
  return oneLine(lines.map(({ was }) => (was ? printedText(was) : '')).join(' '));
}

function colourNow(line: Line | undefined, cell: CellPair | undefined): string | undefined {
  return line?.was?.fill ? line.is?.colour : cell?.is.fill;
}

function cutEnd(runs: readonly Run[], count: number): Run[] {
  const length = runs.reduce((sum, { text }) => sum + text.length, 0) - count;
  let left = length;
  return runs.flatMap((run) => {
    const text = run.text.slice(0, Math.max(0, left));
    left -= run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}
