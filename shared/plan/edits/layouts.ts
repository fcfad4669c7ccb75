import type { Layout } from '../../layout/layout.ts';
import { findLayout, layoutsOf } from '../../layout/layouts-of.ts';
import type { DraftEdit } from '../../log/edit.ts';
import { existing } from '../existing.ts';
import type { Plan } from '../model.ts';
import { quote, recordName } from '../names.ts';
import { create, remove, set } from './changes.ts';

/** Adds a layout of the plan's own, made like another: one that comes with the app, or one that was read from a file. */
export function addLayout(id: string, { id: _, matrix, ...layout }: Layout): DraftEdit {
  return {
    label: `Add the layout ${quote(layout.title)}`,
    changes: [create('layout', id, { ...layout, matrix: matrix ?? null })],
  };
}

/** Adds a copy of a layout, under a title that none has. */
export function copyLayout(plan: Plan, layout: Layout, id: string): DraftEdit {
  const taken = new Set(layoutsOf(plan).map(({ title }) => title));
  const own = plan.trust.shortName ?? 'Our';
  const titles = [
    `${own}: ${layout.title}`,
    ...Array.from({ length: taken.size }, (_, at) => `${layout.title} (${at + 2})`),
  ];
  const title = titles.find((each) => !taken.has(each)) ?? layout.title;
  return addLayout(id, { ...layout, title: title.slice(0, 200) });
}

/** Deletes a layout of the plan's own. A plan that was published in it is from now on in none of its own. */
export function deleteLayout(plan: Plan, id: string): DraftEdit {
  existing(plan, 'layout', id);
  return {
    label: `Delete ${recordName(plan, 'layout', id)}`,
    changes: [...(plan.layout === id ? [set('plan', plan.id, 'layout', null)] : []), remove('layout', id)],
  };
}

/** The plan goes on in this layout: its preview, its numbers, the next export. Undefined where it is in it already. */
export function publishIn(plan: Plan, id: string): DraftEdit | undefined {
  const layout = findLayout(plan, id);
  if (plan.layout === id || !layout) return undefined;
  return { label: `Publish in the layout ${quote(layout.title)}`, changes: [set('plan', plan.id, 'layout', id)] };
}
