import type { ReactNode } from 'react';
import type { ConflictTold } from '../../shared/log/told.ts';
import { recordsOf } from '../../shared/plan/existing.ts';
import type { Action, Plan } from '../../shared/plan/model.ts';
import { recordName } from '../../shared/plan/names.ts';
import type { RichText } from '../../shared/plan/rich-text.ts';
import { DueField } from '../fields/due-field.tsx';
import type { Edited } from '../fields/edited.ts';
import { LeadsField } from '../fields/leads-field.tsx';
import { RatingField } from '../fields/rating-field.tsx';
import { RichTextField } from '../fields/rich-text-field.tsx';
import { TextField } from '../fields/text-field.tsx';

/** The field itself, to be written in where one decides; undefined where it is written in at its place only. */
export function fieldFor(plan: Plan, { kind, id, field }: ConflictTold['place'], label: string): ReactNode {
  const record = recordsOf(plan, kind).find((each) => each.id === id) as unknown as Record<string, unknown> | undefined;
  if (!record) return undefined;
  const edited = { kind, id, name: recordName(plan, kind, id) } as unknown as Edited;
  const common = { edited, field: field as 'notes', label, autoFocus: true };
  if (texts.has(field)) return <RichTextField {...common} value={record[field] as RichText | undefined} />;
  if (lines.has(`${kind} ${field}`)) {
    return <TextField {...common} value={record[field] as string | undefined} empty={needed.has(field) ? '' : null} />;
  }
  if (kind !== 'action' && kind !== 'indicator') return undefined;
  const { leads, due, rating } = record as unknown as Action;
  if (field === 'leads') return <LeadsField plan={plan} edited={edited} own={leads} inherited={undefined} />;
  if (field === 'due') return <DueField plan={plan} edited={edited} own={due} inherited={undefined} />;
  return field === 'rating' ? <RatingField plan={plan} edited={edited} own={rating} /> : undefined;
}

const texts = new Set(['text', 'body', 'objective', 'narrative', 'gaps', 'gap', 'measure', 'outcome', 'notes']);
const lines = new Set([
  'action heading',
  'action number',
  'section heading',
  'indicator wording',
  'person name',
  'person role',
  'person email',
  'plan title',
]);
const needed = new Set(['wording', 'name', 'title']);
