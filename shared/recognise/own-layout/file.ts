import { columnSchema, type FieldId } from '../../layout/layout.ts';
import { placeName, type WordCell, type WordDocument, type WordPlace } from '../document.ts';
import type { Draft, Fact } from '../draft.ts';
import { type ActionTable, overWholeWidth } from '../table.ts';

/** What is known of a file by the time that its plan has been read. */
export interface File {
  document: WordDocument;
  /** Its tables of actions. */
  tables: ActionTable[];
  draft: Draft;
  /** Whether it explains its ratings. */
  hasKey: boolean;
}

export function isName({ kind, field }: Fact): boolean {
  return kind === 'indicator' && (field === 'wording' || field === 'number');
}

/** The field of a layout that shows what was read. */
export function fieldOf(fact: Fact): FieldId | undefined {
  const { kind, field } = fact;
  if (kind !== 'indicator' && kind !== 'action') return undefined;
  if (isName(fact)) return 'indicator.name';
  if (field === 'leads' || field === 'due' || field === 'rating') return `action.${field}`;
  const id = `${kind}.${field}`;
  return columnSchema.shape.fields.element.shape.field.safeParse(id).data;
}

/** A cell as it stands in the file: what is read is without the words that say that there is nothing. */
export function rawCell({ blocks }: WordDocument, { block, row = -1, column }: WordPlace): WordCell | undefined {
  const table = blocks[block];
  return table?.kind === 'table' ? table.rows[row]?.cells.find((cell) => cell.column === column) : undefined;
}

/** The places of the rows under the headings, but for cells over the whole width, which name an indicator. */
export function placesInBody(tables: ActionTable[]): Set<string> {
  const rows = tables.flatMap(({ rows }) => rows.filter((row) => !overWholeWidth(row)));
  return new Set(rows.flatMap(({ cells }) => cells.flatMap(({ cell }) => cell.at.map((place) => placeName([place])))));
}
