import { indicatorWording } from '../../indicator-sets.ts';
import type { DraftChange, RecordKind } from '../../log/edit.ts';
import { set } from '../../plan/edits/changes.ts';
import { existing } from '../../plan/existing.ts';
import { lookUp } from '../../plan/look-up.ts';
import { quote } from '../../plan/names.ts';
import { isBlank, type RichText, type Run } from '../../plan/rich-text.ts';
import { type NewPeople, personFor } from '../person-for.ts';
import { oneLine } from '../text.ts';
import { openingDate } from '../updates.ts';
import type { CellPair } from './cell-pairs.ts';
import type { Said } from './changes-in-copy.ts';
import type { Line } from './lines.ts';
import { printedText } from './printed.ts';
import { isIn, type Sides } from './sides.ts';
import {
  dueRead,
  isChanged,
  leadsRead,
  lineRead,
  ratingOfColour,
  ratingRead,
  textRead,
  withoutLabel,
} from './values.ts';

/** A new value of a field, or why there is none. */
type Value = { changes: DraftChange[]; value: unknown } | { why: string };

/** Reads what a copy says where a field was printed. */
export class Readings {
  readonly #sides: Sides;
  readonly #newId: () => string;
  readonly #people: NewPeople = new Map();
  readonly #names: Map<string, string>;

  constructor(sides: Sides, newId: () => string) {
    this.#sides = sides;
    this.#newId = newId;
    this.#names = new Map(sides.shown.people.map(({ name, id }) => [name, id]));
  }

  /**
   * The changes that make the plan say what the copy says.
   * @param shared whether for all the actions of the indicator
   */
  of(said: Said, shared: boolean): Value {
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
        .filter((each) => isIn(plan, each.kind, each.id))
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
      const read = this.leads(lines.flatMap((each) => (each.is ? [lineRead([each])] : [])));
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

  /** The people of some lines, and the changes that make those of them who are new. */
  leads(lines: readonly string[]): { ids: string[]; people: DraftChange[] } {
    const { plan } = this.#sides;
    const ids = leadsRead(this.#names, lines).map((found) => {
      if (typeof found === 'string' && isIn(plan, 'person', found)) return found;
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
}

function change(kind: RecordKind, record: string, field: string, value: unknown): DraftChange {
  return { kind, record, field, value: value as DraftChange['value'] };
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
