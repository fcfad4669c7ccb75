import type { Layout } from '../../layout/layout.ts';
import { type OwnLayout, ownLayoutSchema } from '../../plan/model.ts';
import { placeName } from '../document.ts';
import type { Draft, Fact } from '../draft.ts';
import type { ActionTable } from '../table.ts';
import { columnsIn, columnsOf, inShares } from './columns.ts';
import { type File, isName, placesInBody } from './file.ts';
import { datesOf, filledBy, labelOf, matrixOf, numberingOf, shownBy } from './looks.ts';
import { columnsOfSections } from './sections.ts';

/**
 * The layout that a Word file is in, made from its table: its columns in their order under their own headings, each with
 * what was read from it, and how actions, names and ratings are written there. Undefined where the file is none of Word's
 * or its facts stand in no table.
 */
export function ownLayout(file: File): OwnLayout | undefined {
  const { document, tables, draft, hasKey } = file;
  const [first] = tables;
  if (!document.page || !first || first.labelled) return undefined;
  const grain = grainOf(file, first);
  const places = grain === 'section' ? columnsOfSections(file) : columnsIn(file, first);
  const columns = columnsOf(file, grain, places);
  const rated = places.find(({ fields }) => fields.includes('action.rating'));
  const layout = ownLayoutSchema.safeParse({
    id: draft.newId(),
    title: titleOf(draft),
    page: { orientation: document.page, size: 'A4' },
    grain,
    columns: inShares(columns),
    indicatorLabel: labelOf(file),
    numbering: numberingOf(draft, columns),
    rating: { show: shownBy(draft.scale, rated?.cells ?? []), fill: filledBy(rated?.cells ?? []) },
    dates: datesOf(places.flatMap(({ cells }) => cells)),
    ...(grain === 'matrix' && { matrix: matrixOf(file, first, columns) }),
    key: hasKey,
    preface: true,
    closing: true,
  } satisfies Layout);
  return layout.success ? layout.data : undefined;
}

/** What a layout of this file's own is called. */
export function titleOf({ head }: Draft): string {
  return `${head.trust.shortName ?? head.trust.name}’s layout`.slice(0, 200);
}

/**
 * One row for each indicator, or each action? As the actions stand: several in one cell, or their indicator's cell
 * merged.
 */
function grainOf({ draft, tables }: File, { columns }: ActionTable): Layout['grain'] {
  if (columns.some(({ indicator }) => indicator !== undefined)) return 'matrix';
  const inBody = placesInBody(tables);
  const names = draft.facts.filter(isName);
  const isNamed = ({ at }: Fact) => at.some((place) => inBody.has(placeName([place])));
  if (!columns.some(({ role }) => role === 'indicator') || !names.some(isNamed))
    return names.length > 0 ? 'section' : 'action';
  const texts = draft.facts.filter(({ kind, field }) => kind === 'action' && field === 'text');
  if (new Set(texts.map(({ at }) => placeName(at))).size < texts.length) return 'indicator';
  const homes = draft.actions.map(({ indicator }) => indicator);
  return new Set(homes).size < homes.length ? 'action' : 'indicator';
}
