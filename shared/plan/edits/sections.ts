import type { DraftEdit } from '../../log/edit.ts';
import { existing } from '../existing.ts';
import type { Plan, Section } from '../model.ts';
import { quote, recordName } from '../names.ts';
import type { Fields } from '../records.ts';
import { create, put, remove, set } from './changes.ts';

/** The introduction or the closing pages. */
export type Part = Fields<'section'>['place'];

const partNames = { preface: 'the introduction', closing: 'the closing pages' } satisfies Record<Part, string>;

/** Adds a section, after another of its part; null: first; left out: last. */
export function addSection(part: Part, section: Section, after?: string | null): DraftEdit {
  const { id, heading, body } = section;
  return {
    label: `Add ${heading ? `the section ${quote(heading)}` : 'a section'} to ${partNames[part]}`,
    changes: [create('section', id, { place: part, heading: heading ?? null, body }, after)],
  };
}

/** Moves a section within its part or to the other, after another section there; null: first. */
export function moveSection(plan: Plan, id: string, part: Part, after: string | null): DraftEdit {
  const name = recordName(plan, 'section', id);
  const stays = plan[part].some((section) => section.id === id);
  return {
    label: stays ? `Move ${name}` : `Move ${name} to ${partNames[part]}`,
    changes: [...(stays ? [] : [set('section', id, 'place', part)]), put('section', id, after)],
  };
}

/** Deletes a section. */
export function deleteSection(plan: Plan, id: string): DraftEdit {
  existing(plan, 'section', id);
  return { label: `Delete ${recordName(plan, 'section', id)}`, changes: [remove('section', id)] };
}
