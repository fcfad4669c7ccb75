import type { DraftEdit } from '../../log/edit.ts';
import { set } from '../edits/changes.ts';
import { existing, ownerOf } from '../existing.ts';
import type { Plan } from '../model.ts';
import { recordName } from '../names.ts';
import { blockText, type RichText } from '../rich-text.ts';
import type { Check, Finding } from './check.ts';

/**
 * A finding that someone decided to leave so is kept in the internal notes of its action or indicator, as a line of
 * plain words: "Left as it is (no lead): the post is advertised." So it needs no place of its own in the file, travels
 * with the plan, is never published, can be read and taken back by anyone, and is an edit like others.
 *
 * @returns undefined where there are no notes to keep it in: of the plan, its sections, people and ratings
 */
export function leaveSo(plan: Plan, check: Check, finding: Finding, reason: string): DraftEdit | undefined {
  const owner = notesOwner(plan, finding);
  if (!owner) return undefined;
  const words = reason.replace(/\s+/g, ' ').trim();
  const line: RichText[number] = { kind: 'paragraph', runs: [{ text: `${opening(check)}${words}` }] };
  const notes = existing(plan, owner.kind, owner.id).notes ?? [];
  return {
    label: `Leave ${recordName(plan, owner.kind, owner.id)} as it is (${named(check)})`,
    changes: [set(owner.kind, owner.id, 'notes', [...notes.filter((block) => !isLine(block, check)), line])],
  };
}

/** Takes that decision back; undefined where there is none. */
export function takeUpAgain(plan: Plan, check: Check, finding: Finding): DraftEdit | undefined {
  const owner = notesOwner(plan, finding);
  if (!owner || leftSo(plan, check, finding) === undefined) return undefined;
  const left = (existing(plan, owner.kind, owner.id).notes ?? []).filter((block) => !isLine(block, check));
  return {
    label: `Take ${named(check)} of ${recordName(plan, owner.kind, owner.id)} up again`,
    changes: [set(owner.kind, owner.id, 'notes', left.length > 0 ? left : null)],
  };
}

/** The reason for which a finding was left so, "" where none was given; undefined where it was not. */
export function leftSo(plan: Plan, check: Check, finding: Finding): string | undefined {
  const owner = notesOwner(plan, finding);
  const line = owner && existing(plan, owner.kind, owner.id).notes?.find((block) => isLine(block, check));
  return line && blockText(line).trim().slice(opening(check).length).trim();
}

function notesOwner(plan: Plan, { place: { kind, id } }: Finding) {
  if (kind === 'indicator' || kind === 'action') return { kind, id };
  return kind === 'update' ? ownerOf(plan, id) : undefined;
}

function isLine(block: RichText[number], check: Check): boolean {
  return blockText(block).trim().startsWith(opening(check).trim());
}

function opening(check: Check): string {
  return `Left as it is (${named(check)}): `;
}

/** The check by its id, in words: "no lead". */
function named({ id }: Check): string {
  return id.replaceAll('-', ' ');
}
