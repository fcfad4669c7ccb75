import { type RecordKind, recordKinds } from '../../shared/log/edit.ts';
import { recordSchemas } from '../../shared/plan/records.ts';
import type { Cell } from './inspect.ts';

/** How the fields of a record stand in the columns of its table, which has the name of its kind. */
export type Row = Record<string, Cell>;

/** The columns of a kind's table. */
export const columnsOf = Object.fromEntries(
  recordKinds.map((kind) => [kind, ['id', ...Object.keys(recordSchemas[kind].shape).flatMap(columnsOfField)]]),
) as Record<RecordKind, string[]>;

export function toRow(id: string, fields: object): Row {
  const row: Row = { id };
  for (const [field, value] of Object.entries(fields)) {
    if (field === 'period') {
      row.periodFrom = value.from;
      row.periodTo = value.to;
      row.periodLabel = value.label;
    } else if (field === 'due') {
      row.dueText = value?.text ?? null;
      row.dueDate = value?.date ?? null;
      row.dueFixed = value?.fixed ? 1 : null;
    } else if (typeof value === 'boolean') {
      row[field] = value ? 1 : 0;
    } else {
      row[field] = value !== null && typeof value === 'object' ? JSON.stringify(value) : value;
    }
  }
  return row;
}

/** The fields of a row, not yet checked. @throws SyntaxError where a column should be JSON and is not */
export function toFields(kind: RecordKind, row: Row): object {
  return Object.fromEntries(Object.keys(recordSchemas[kind].shape).map((field) => [field, fieldOf(kind, field, row)]));
}

function fieldOf(kind: RecordKind, field: string, row: Row): unknown {
  if (field === 'period') return { from: row.periodFrom, to: row.periodTo, label: row.periodLabel };
  if (field === 'due') {
    if (row.dueText === null) return null;
    return {
      text: row.dueText,
      ...(row.dueDate !== null && { date: row.dueDate }),
      ...(row.dueFixed !== null && { fixed: true }),
    };
  }
  const value = row[field] as Cell;
  if (kind === 'layout' && truths.has(field)) return value === null ? null : value === 1;
  return jsonColumns[kind]?.has(field) && typeof value === 'string' ? JSON.parse(value) : value;
}

const richTexts = ['text', 'objective', 'narrative', 'gaps', 'gap', 'measure', 'outcome', 'notes', 'leads', 'effects'];

const jsonColumns: Partial<Record<RecordKind, Set<string>>> = {
  section: new Set(['body']),
  indicator: new Set(richTexts),
  action: new Set(richTexts),
  update: new Set(['text']),
  layout: new Set(['page', 'columns', 'rating', 'matrix']),
};

/** The fields that are true or false, 1 or 0 in their columns. */
const truths = new Set(['key', 'preface', 'closing']);

function columnsOfField(field: string): string[] {
  if (field === 'period') return ['periodFrom', 'periodTo', 'periodLabel'];
  return field === 'due' ? ['dueText', 'dueDate', 'dueFixed'] : [field];
}
