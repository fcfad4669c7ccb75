import actions from '../../assets/guide/actions.md?raw';
import boardPack from '../../assets/guide/board-pack.md?raw';
import bringing from '../../assets/guide/bringing-in.md?raw';
import checks from '../../assets/guide/checks.md?raw';
import copies from '../../assets/guide/copies.md?raw';
import details from '../../assets/guide/details.md?raw';
import exporting from '../../assets/guide/export.md?raw';
import finding from '../../assets/guide/finding.md?raw';
import firstHour from '../../assets/guide/first-hour.md?raw';
import history from '../../assets/guide/history.md?raw';
import indicator from '../../assets/guide/indicator.md?raw';
import layouts from '../../assets/guide/layouts.md?raw';
import overview from '../../assets/guide/overview.md?raw';
import people from '../../assets/guide/people.md?raw';
import points from '../../assets/guide/points.md?raw';
import quarter from '../../assets/guide/quarter.md?raw';
import round from '../../assets/guide/round.md?raw';
import saving from '../../assets/guide/saving.md?raw';
import sections from '../../assets/guide/sections.md?raw';
import sharing from '../../assets/guide/sharing.md?raw';
import start from '../../assets/guide/start.md?raw';
import together from '../../assets/guide/together.md?raw';
import versions from '../../assets/guide/versions.md?raw';
import type { Place, State } from '../store.ts';

/** The pages of the guide, by name, in the order in which they are listed. */
export const guidePages = {
  start,
  'first-hour': firstHour,
  'bringing-in': bringing,
  quarter,
  'board-pack': boardPack,
  together,
  details,
  overview,
  indicator,
  actions,
  sections,
  people,
  round,
  checks,
  layouts,
  points,
  versions,
  history,
  copies,
  export: exporting,
  saving,
  sharing,
  finding,
} as const;

/** Where each picture of the guide is, by the path that its pages name it by. */
export const guidePictures = import.meta.glob<string>('../../assets/screenshots/*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
});

export type GuidePage = keyof typeof guidePages;

export function isGuidePage(name: string): name is GuidePage {
  return Object.hasOwn(guidePages, name);
}

/** The page of the guide that belongs to what is on the screen. */
export function guideFor({ open, creating, reviewing, place, finding }: State): GuidePage {
  if (reviewing) return 'bringing-in';
  if (!open || creating) return 'start';
  return finding.open ? 'finding' : pageOf[place.page];
}

const pageOf: Record<Place['page'], GuidePage> = {
  overview: 'overview',
  introduction: 'sections',
  indicator: 'indicator',
  wholePlan: 'actions',
  closing: 'sections',
  details: 'details',
  people: 'people',
  round: 'round',
  checks: 'checks',
  layouts: 'layouts',
  points: 'points',
  versions: 'versions',
  history: 'history',
  changes: 'history',
  copies: 'copies',
  export: 'export',
  edited: 'copies',
};
