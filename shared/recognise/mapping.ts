import { newId } from '../id.ts';
import { about, type Choices } from './choices.ts';
import type { WordDocument } from './document.ts';
import { partsOf } from './parts.ts';
import { type Column, firstRow } from './table.ts';

/** The tables of a file and what their columns are taken for: what somebody can put right. */
export interface Mapping {
  /** Each heading once, in the order of the file, with what a choice about it goes by. */
  columns: (Column & { about: string; ofActions: boolean })[];
  /** The tables of actions that say of no action which indicator it is for, by their place among the blocks. */
  withoutIndicators: number[];
  /** Whether there is a table of actions at all. */
  hasActions: boolean;
}

/** What each table is taken for. */
export function mappingOf(document: WordDocument, choices: Choices): Mapping {
  const parts = partsOf(document, newId, choices);
  const tables = parts.flatMap((part) => (part.kind === 'actions' ? [part.table] : []));
  const others = parts.flatMap((part) => (part.kind === 'other' ? [firstRow(part.table, part.at, choices)] : []));
  const columns = new Map<string, Mapping['columns'][number]>();
  for (const own of [...tables.map((table) => table.columns), ...others]) {
    const ofActions = !others.includes(own);
    for (const [index, column] of own.entries()) {
      const name = about.column(column.heading, index);
      if (!columns.has(name)) columns.set(name, { ...column, about: name, ofActions });
    }
  }
  const withoutIndicators = tables
    .filter((table) => !table.columns.some(({ role, indicator }) => role === 'indicator' || indicator !== undefined))
    .map(({ block }) => block);
  return { columns: [...columns.values()], withoutIndicators, hasActions: tables.length > 0 };
}
