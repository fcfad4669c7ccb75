import type { FieldId } from '../../layout/layout.ts';
import { lineOf, placeName, type WordDocument, type WordPlace } from '../document.ts';
import { plainWords } from '../text.ts';
import { columnsIn, type Place } from './columns.ts';
import { type File, fieldOf, isName, placesInBody } from './file.ts';

/**
 * The columns of a file with a table for each indicator: those of its tables, and what stands above these under labels. Not
 * each section has them all, but all have them in one order.
 */
export function columnsOfSections(file: File): Place[] {
  const tables = tablesOf(file);
  const ofTables = new Set(tables.flat().map(({ heading }) => plainWords(heading)));
  // Leads, a date and a rating have a column of a table, if any: an indicator has them above where it has no actions.
  const above = factsAbove(file).map((places) =>
    places.filter(({ heading, fields }) => fields[0]?.startsWith('indicator.') || ofTables.has(plainWords(heading))),
  );
  const all = [...namesAbove(file), ...above, ...tables];
  return inOneOrder(all.map((places) => places.map(({ heading }) => plainWords(heading)))).map((name): Place => {
    const same = all.flatMap((places) => places.filter(({ heading }) => plainWords(heading) === name));
    const inTables = tables.filter((places) => places.some(({ heading }) => plainWords(heading) === name));
    const place = inTables.flat().find(({ heading }) => plainWords(heading) === name) ?? (same[0] as Place);
    return {
      ...place,
      fields: [...new Set(same.flatMap(({ fields }) => fields))],
      cells: same.flatMap(({ cells }) => cells),
      ofBoth: inTables.length > 0 && inTables.length < tables.length,
    };
  });
}

/** The columns of each table that has other headings than those before. */
function tablesOf(file: File): Place[][] {
  const kinds = new Map(
    file.tables.map((table) => [table.columns.map(({ heading }) => plainWords(heading)).join('|'), table]),
  );
  return [...kinds.values()].map((table) => columnsIn(file, table));
}

/** Where an indicator without actions is named too, names are a column of which only the headings are seen. */
function namesAbove({ tables, draft }: File): Place[][] {
  const inBody = placesInBody(tables);
  const withActions = new Set(draft.actions.map(({ indicator }) => indicator));
  const without = draft.facts.some(
    (fact) => isName(fact) && !withActions.has(fact.id) && !fact.at.some((place) => inBody.has(placeName([place]))),
  );
  return without ? [[{ heading: draft.terms[0] ?? 'Indicator', fields: ['indicator.name'], cells: [] }]] : [];
}

/** What stands above the headings of each indicator's table, under the labels that it has there. */
function factsAbove({ document, tables, draft }: File): Place[][] {
  const inBody = placesInBody(tables);
  const sections = new Map<string, Map<FieldId, Place>>();
  for (const fact of draft.facts) {
    const [place] = fact.at;
    const field = fieldOf(fact);
    const section = sections.get(fact.id) ?? new Map<FieldId, Place>();
    sections.set(fact.id, section);
    if (!place || !field || inBody.has(placeName([place])) || section.has(field)) continue;
    const heading = field === 'indicator.name' ? undefined : labelAt(document, place);
    if (heading) section.set(field, { heading, fields: [field], cells: [] });
  }
  return [...sections.values()].map((section) => [...section.values()]);
}

/** "Objective" of "Objective: …", which stands above a list, or the first cell of a row. */
function labelAt(document: WordDocument, { block, row }: WordPlace): string | undefined {
  const found = document.blocks[block];
  if (found?.kind === 'paragraph' && found.label) return labelAt(document, { block: block - 1 });
  if (found?.kind === 'paragraph') return /^([^:]{3,60}):/.exec(lineOf({ paragraphs: [found] }))?.[1];
  const [first] = found?.rows[row ?? -1]?.cells ?? [];
  return first && lineOf(first).replace(/:$/, '').slice(0, 200);
}

/** What all the lists name, each once, in an order that each of them agrees to where there is one. */
function inOneOrder(lists: string[][]): string[] {
  const before = new Map<string, Set<string>>();
  for (const list of lists)
    for (const [at, name] of list.entries())
      before.set(name, new Set([...(before.get(name) ?? []), ...list.slice(0, at).filter((other) => other !== name)]));
  const order: string[] = [];
  while (before.size > 0) {
    const [first] = before.keys();
    const next = [...before].find(([, others]) => [...others].every((other) => !before.has(other)))?.[0] ?? first;
    before.delete(next as string);
    order.push(next as string);
  }
  return order;
}
