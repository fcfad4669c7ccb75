import type { Group } from '../../layout/sheet.ts';
import type { DraftChange, RecordKind } from '../../log/edit.ts';
import { isEqual } from '../../log/equal.ts';
import { whole } from '../../log/whole.ts';
import { blankAction } from '../../plan/edits/actions.ts';
import { create, remove } from '../../plan/edits/changes.ts';
import { followed } from '../../plan/edits/where.ts';
import { existing, ownerOf, recordOf } from '../../plan/existing.ts';
import { fieldOf, fieldWords } from '../../plan/field-words.ts';
import { lookUp } from '../../plan/look-up.ts';
import type { Due, Plan, Update } from '../../plan/model.ts';
import { actionTitle, capitalised, homeName, listed, quote, recordName } from '../../plan/names.ts';
import { type RichText, toPlainText } from '../../plan/rich-text.ts';
import { lineOf, type WordParagraph, wordsOf } from '../document.ts';
import { oneLine } from '../text.ts';
import type { Said } from './changes-in-copy.ts';
import { type EffectCell, effectProposals } from './effects.ts';
import type { Line } from './lines.ts';
import { type NewAction, readRow } from './new-row.ts';
import { printedText } from './printed.ts';
import type { Proposal } from './proposal.ts';
import { Readings } from './readings.ts';
import type { NewRow } from './side-by-side.ts';
import { arrow, isIn, nameIn, type Sides } from './sides.ts';
import type { Moved } from './standing.ts';
import { ratingRead, updatesRead, wholeText } from './values.ts';

/** Makes proposals of what was changed, in the words of the plan, with the changes that taking them makes. */
export class Proposals {
  readonly #sides: Sides;
  readonly #newId: () => string;
  readonly #made: Proposal[] = [];
  readonly #readings: Readings;
  /** What was moved in the copy and stands there in the plan by now. */
  readonly #placed = new Set<string>();

  constructor(sides: Sides, newId: () => string) {
    this.#sides = sides;
    this.#newId = newId;
    this.#readings = new Readings(sides, newId);
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

  /** A field whose lines are not as they were printed. */
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
    const shared = isShared(said);
    const name = shared
      ? `all the actions of ${homeName(exported, said.cell?.group.indicator?.id ?? null)}`
      : nameIn(this.#sides, kind, id);
    const told = { id: `${kind}/${id}/${field}`, before, now, place: { kind, id, field } };
    const what = kind === 'plan' ? `The ${fieldWords(kind, field)}` : capitalised(fieldOf(kind, field, name));
    const label = kind === 'update' ? capitalised(name) : what;
    if (!isIn(plan, kind, id)) {
      const why = 'It is not in the plan any more.';
      this.#made.push({ ...told, kind: 'told', label, why, changes: [] });
      return;
    }
    const read = this.#readings.of(said, shared);
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
    if (!own || (home && !isIn(plan, 'indicator', home))) return;
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
    const between = above.slice(above.findLastIndex(isFixed) + 1).filter((each) => isIn(plan, 'action', each));
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

  /** What an action does in a matrix, by the cells of its row. */
  effects(cells: readonly EffectCell[]): void {
    this.#made.push(...effectProposals(this.#sides, cells));
  }

  /** Words that were added under the progress of something. */
  newUpdate(paragraph: WordParagraph, owner: { kind: 'indicator' | 'action'; id: string } | undefined): void {
    const now = oneLine(wordsOf(paragraph));
    if (!owner || !isIn(this.#sides.plan, owner.kind, owner.id)) {
      this.#tell(now, 'There is no telling what it is progress of.');
      return;
    }
    const id = this.#newId();
    const updates = updatesRead(this.#sides.plan, [paragraph], this.#newId);
    this.#made.push({
      id: `update/${id}`,
      kind: 'new',
      label: `A new update on ${nameIn(this.#sides, owner.kind, owner.id)}: ${quote(now, 80)}`,
      place: { ...owner, field: 'updates' },
      before: '',
      now,
      changes: updates.map((update) => updateOf(owner, update)),
    });
  }

  /** A new item among the actions of an indicator. */
  newActionFrom(paragraph: WordParagraph, { indicator }: Group, after: string | undefined): void {
    const fields = { text: wholeText([paragraph]) };
    this.#addAction(after, { home: indicator, fields, people: [], updates: [] });
  }

  /** A new row of actions. */
  newAction(row: NewRow): void {
    const { grain } = this.#sides.layout;
    const words = oneLine(row.cells.map(({ is }) => lineOf(is)).join(' '));
    if (grain === 'indicator') {
      this.#tell(words, 'It is a row of its own: an indicator that the plan does not have.');
      return;
    }
    this.#addAction(row.below?.actions.at(-1)?.id, readRow(row, this.#sides, this.#readings, this.#newId));
  }

  /** A row of the page that the copy has no more. */
  missingRow({ indicator, actions }: Group): void {
    const { grain } = this.#sides.layout;
    if (grain === 'indicator' || actions.length === 0) {
      const name = indicator ? nameIn(this.#sides, 'indicator', indicator.id) : 'The row of the whole plan';
      const label = `${capitalised(name)} is missing in the copy`;
      const why = 'Whether its actions are to go too is for you to say, on its page.';
      this.#made.push({ id: `row/${indicator?.id}`, kind: 'told', label, before: '', now: '', why, changes: [] });
    } else for (const { id } of actions) this.#missing('action', id);
  }

  /** Words that were added where several fields or records could have them. */
  untold({ is }: Line, heading: string, { indicator }: Group): void {
    const where = indicator ? ` of ${nameIn(this.#sides, 'indicator', indicator.id)}` : '';
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
    if (!isIn(plan, kind, id)) return;
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

  #addAction(after: string | undefined, { home: indicator, fields, people, updates }: NewAction): void {
    const { plan } = this.#sides;
    const home = indicator && isIn(plan, 'indicator', indicator.id) ? indicator.id : null;
    const id = this.#newId();
    const above = after !== undefined && isIn(plan, 'action', after) ? after : undefined;
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

  /** What the plan says by now, if it is not what was exported. */
  #since(kind: RecordKind, id: string, field: string): string | undefined {
    const [was, is] = [this.#sides.exported, this.#sides.plan].map((plan) => valueIn(plan, kind, id, field));
    return isEqual(was ?? null, is ?? null) ? undefined : this.#inWords(kind, field, is);
  }

  /** Whether the plan does not say so already. */
  #isNews({ kind, record, field, value }: DraftChange): boolean {
    if (field === whole || !isIn(this.#sides.plan, kind, record)) return true;
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
}

/** Whether a value that the actions of an indicator share stands there once for all of them. */
function isShared({ source, cell }: Said): boolean {
  if (!cell || source.kind !== 'action' || !['leads', 'due', 'rating'].includes(source.field)) return false;
  const others = cell.lines.some(({ was }) => was?.source?.field === source.field && was.source.id !== source.id);
  return cell.group.actions.length > 1 && !others;
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
