import type { DraftChange, DraftEdit } from '../../log/edit.ts';
import { blocksOfText, cleanLine, withoutMark } from '../clean-paste.ts';
import { readDue } from '../due.ts';
import { lookUp } from '../look-up.ts';
import { actionSchema, dueSchema, type Plan, personSchema } from '../model.ts';
import { counted, homeName } from '../names.ts';
import type { PastedColumn, PastedTable } from '../pasted-table.ts';
import { blankAction } from './actions.ts';
import { create } from './changes.ts';
import { personNamed } from './leads.ts';
import { followed, type Where } from './where.ts';

/**
 * Adds an action for each row that has a text, as one edit, with the people that the rows name and the plan does not have
 * yet. What cannot stand in its field (a rating that the scale does not know, a date of a hundred words) is kept in the
 * action's internal notes. Undefined where no row has a text.
 */
export function addPastedActions(
  plan: Plan,
  { columns, rows }: PastedTable,
  where: Where,
  newId: () => string,
): DraftEdit | undefined {
  const people = new People(plan, newId);
  let after = followed(plan, where);
  const actions = rows
    .filter((row) => blocksOfText(row[columns.indexOf('text')] ?? '').length > 0)
    .map((row) => actionOf(plan, columns, row, people));
  if (actions.length === 0) return undefined;
  const changes = actions.flatMap(({ update, ...fields }): DraftChange[] => {
    const id = newId();
    const action = create('action', id, { ...blankAction, ...fields, indicator: where.indicator }, after);
    after = id;
    const told = { indicator: null, action: id, date: null, text: update, rating: null };
    return update.length > 0 ? [action, create('update', newId(), told)] : [action];
  });
  const label = `Add ${counted(actions.length, 'action')} to ${homeName(plan, where.indicator)}`;
  return { label, changes: [...people.made, ...changes] };
}

function actionOf(plan: Plan, columns: readonly PastedColumn[], row: readonly string[], people: People) {
  const cell = (column: PastedColumn) => row[columns.indexOf(column)]?.trim() ?? '';
  const text = (column: PastedColumn) => blocksOfText(cell(column));
  const rich = (column: PastedColumn) => (cell(column) === '' ? null : text(column));
  const [number, due, rating] = [cleanLine(cell('number')).replace(/\.$/, ''), cleanLine(cell('due')), cell('rating')];
  const [names, code] = [namesIn(cell('leads')), ratingCalled(plan, rating)];

  const fits = {
    number: actionSchema.shape.number.safeParse(number).success,
    due: dueSchema.shape.text.safeParse(due).success,
    leads: names.length <= 100 && names.every((name) => personSchema.shape.name.safeParse(name).success),
    rating: code !== undefined,
  };
  const kept = (['number', 'leads', 'due', 'rating'] as const)
    .filter((column) => cell(column) !== '' && !fits[column])
    .map((column) => `Pasted ${column}: ${cell(column)}`);
  const notes = [...text('notes'), ...kept.flatMap(blocksOfText)];
  return {
    number: fits.number ? number : null,
    text: text('text'),
    measure: rich('measure'),
    outcome: rich('outcome'),
    leads: fits.leads ? [...new Set(names.map((name) => people.called(name)))] : [],
    due: fits.due ? readDue(due, plan.period) : null,
    rating: code ?? null,
    notes: notes.length > 0 ? notes : null,
    update: text('update'),
  };
}

/** The people of the plan by name, and those that had to be made. */
class People {
  readonly made: DraftChange[] = [];
  readonly #new = new Map<string, string>();
  readonly #plan: Plan;
  readonly #newId: () => string;

  constructor(plan: Plan, newId: () => string) {
    this.#plan = plan;
    this.#newId = newId;
  }

  called(name: string): string {
    const known = personNamed(this.#plan, name)?.id ?? this.#new.get(name.toLowerCase());
    if (known !== undefined) return known;
    const id = this.#newId();
    this.#new.set(name.toLowerCase(), id);
    this.made.push(create('person', id, { name, role: null, email: null }));
    return id;
  }
}

/** Names stand one under the other, or with a slash, semicolon, comma or "and" between them. */
function namesIn(cell: string): string[] {
  return cell
    .split(/[\n/;,]| and (?=\p{Lu})/u)
    .map((name) => withoutMark(cleanLine(name)))
    .filter((name) => name !== '');
}

function ratingCalled(plan: Plan, words: string): string | undefined {
  const wanted = cleanLine(words).toLowerCase();
  const ratings = lookUp(plan).scale?.ratings ?? [];
  return ratings.find(({ code, label }) => code.toLowerCase() === wanted || label.toLowerCase() === wanted)?.code;
}
