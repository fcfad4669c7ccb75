import { findLayout } from '../../layout/layouts-of.ts';
import type { DraftEdit, RecordKind } from '../../log/edit.ts';
import { longDate } from '../due.ts';
import { fieldOf, fieldWords } from '../field-words.ts';
import { lookUp } from '../look-up.ts';
import type { Due, Plan } from '../model.ts';
import { brief, listed, quote, recordName } from '../names.ts';
import type { Fields } from '../records.ts';
import { isBlank, type RichText } from '../rich-text.ts';
import { set } from './changes.ts';

/** What must not be changed on its own: places are moved to, codes and periods change with all that refers to them. */
interface Kept {
  plan: 'period';
  scale: never;
  rating: 'scale' | 'code';
  person: never;
  section: 'place';
  indicator: never;
  action: 'indicator';
  update: 'indicator' | 'action';
  exception: 'check' | 'kind' | 'record';
  layout: 'columns';
}

/** The fields of a kind of record that a person fills in. */
export type FieldOf<Kind extends RecordKind> = Exclude<keyof Fields<Kind> & string, 'order' | Kept[Kind]>;

/**
 * Gives one field of one record a new value. Null clears it; an action that has no leads, date or rating then has its
 * indicator's again.
 * @throws PlanError `edit-refused` where the record is not there any more
 */
export function setField<Kind extends RecordKind, Field extends FieldOf<Kind>>(
  plan: Plan,
  kind: Kind,
  record: string,
  field: Field,
  value: Fields<Kind>[Field],
): DraftEdit {
  return { label: label(plan, kind, record, field, value), changes: [set(kind, record, field, value)] };
}

function label(plan: Plan, kind: RecordKind, record: string, field: string, value: unknown): string {
  const name = recordName(plan, kind, record);
  if (kind === 'person' && field === 'name') return `Rename ${name} to ${quote(String(value))}`;
  if (field === 'effects') return `Change which indicators ${name} moves`;
  const what = kind === 'plan' ? `the ${fieldWords(kind, field)}` : fieldOf(kind, field, name);
  if (isEmpty(value)) return `Clear ${what}`;
  const words = inWords(plan, field, value);
  return words === undefined ? `Change ${what}` : `Set ${what} to ${words}`;
}

/** A value that can be said in a few words; undefined where it is a text to be read. */
function inWords(plan: Plan, field: string, value: unknown): string | undefined {
  const find = lookUp(plan);
  if (field === 'due') return brief((value as Due).text);
  if (field === 'rating') return brief(find.rating(value as string)?.label ?? (value as string));
  if (field === 'leads') return listed((value as string[]).map((id) => quote(find.person(id)?.name ?? '?')));
  if (field === 'date') return longDate(value as string);
  if (field === 'ratingScale') {
    return quote(plan.ratingScales.find(({ id }) => id === value)?.title || (value as string));
  }
  if (field === 'layout') return quote(findLayout(plan, value as string)?.title ?? (value as string));
  if (typeof value !== 'string' || field === 'wording' || field === 'meaning') return undefined;
  return field === 'status' || field === 'standard' ? value : quote(value);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === '') return true;
  return Array.isArray(value) && (value.length === 0 || (hasRuns(value) && isBlank(value)));
}

function hasRuns(value: unknown[]): value is RichText {
  return typeof value[0] === 'object' && value[0] !== null && 'runs' in value[0];
}
