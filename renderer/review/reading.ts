import { newId } from '../../shared/id.ts';
import { type ErrorCode, type ErrorDetails, PlanError } from '../../shared/messages.ts';
import type { Choices } from '../../shared/recognise/choices.ts';
import { lineOf, placeName, type WordDocument, type WordPlace } from '../../shared/recognise/document.ts';
import type { Doubt, Fact } from '../../shared/recognise/draft.ts';
import { type Mapping, mappingOf } from '../../shared/recognise/mapping.ts';
import { type Recognised, recognise } from '../../shared/recognise/recognise.ts';
import type { Mark } from './word-view.tsx';

/** What a Word file is read as, with the choices that hold. It can be sent from one thread to another. */
export interface Reading {
  choices: Choices;
  mapping: Mapping;
  /** Null where there is no plan in it as things are chosen; then `problem` says why. */
  read: Read | null;
  problem: { code: ErrorCode; details: ErrorDetails } | null;
}

export interface Read extends Recognised {
  choices: Choices;
  /** What was read from each place, by its name. */
  byPlace: ReadonlyMap<string, Fact[]>;
  marks: ReadonlyMap<string, Mark>;
  open: Doubt[];
}

/** Reads a document. @param file its name, for people to read */
export function readingOf(file: string, document: WordDocument, choices: Choices): Reading {
  const mapping = mappingOf(document, choices);
  try {
    const found = recognise(document, newId, choices);
    const byPlace = factsByPlace(found.facts);
    const open = found.doubts.filter(({ chosen }) => chosen === undefined);
    return {
      choices,
      mapping,
      read: { ...found, choices, byPlace, open, marks: marksOf(document, mapping, byPlace, open) },
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { choices, mapping, read: null, problem: { code: error.code, details: { ...error.details, file } } };
  }
}

function factsByPlace(facts: readonly Fact[]): Map<string, Fact[]> {
  const byPlace = new Map<string, Fact[]>();
  for (const fact of facts) {
    for (const place of fact.at) {
      const name = placeName([place]);
      const there = byPlace.get(name);
      if (there) there.push(fact);
      else byPlace.set(name, [fact]);
    }
  }
  return byPlace;
}

/** The cells that are in doubt, and those with words of which nothing was made. */
function marksOf(
  { blocks }: WordDocument,
  { columns }: Mapping,
  byPlace: ReadonlyMap<string, unknown>,
  open: readonly Doubt[],
): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  const headings = new Map(columns.flatMap(({ at }) => at.map(({ block, row = 0 }) => [block, row] as const)));
  const known = new Set(columns.map(({ heading }) => heading));
  for (const [block, each] of blocks.entries()) {
    if (each.kind !== 'table' || byPlace.has(String(block))) continue;
    for (const [row, { cells }] of each.rows.entries()) {
      if (row <= (headings.get(block) ?? -1)) continue;
      for (const cell of cells) {
        const name = `${block}.${row}.${cell.column}`;
        const line = lineOf(cell);
        if (line !== '' && !byPlace.has(name) && !known.has(line)) marks.set(name, 'nothing');
      }
    }
  }
  for (const { at } of open) for (const place of at) marks.set(placeName([place]), 'doubt');
  return marks;
}

/** The facts that were read from one of some places, or from the block that it is in. */
export function factsAt({ byPlace }: Read, at: readonly WordPlace[]): Fact[] {
  return at.flatMap((place) => byPlace.get(placeName([place])) ?? byPlace.get(String(place.block)) ?? []);
}
