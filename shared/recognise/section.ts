import type { Indicator } from '../plan/model.ts';
import { type WordParagraph, wordsOf } from './document.ts';
import type { Draft } from './draft.ts';
import { isHeading, type Part } from './parts.ts';
import { ratingsIn } from './ratings.ts';
import { itemLine, itemsOf, oneLine, richText, without } from './text.ts';
import { type Role, roleOf } from './vocabulary.ts';

/**
 * Reads the paragraphs between the heading of an indicator and its table: each begins with a label ("Objective: …"), or
 * belongs to the one before.
 *
 * @param from the first of them
 * @returns the place of the last
 */
export function readSection(draft: Draft, parts: Part[], from: number, home: Indicator | null): number {
  let open: { label: string; role: Role | undefined; bold: boolean } | undefined;
  let at = from;
  for (; at < parts.length; at += 1) {
    const part = parts[at];
    if (part?.kind !== 'paragraph' || startsGroup(part.paragraph)) break;
    const bold = part.paragraph.runs[0]?.bold === true;
    // Words that look like a label, but are not printed as the labels before them.
    const { label, rest } = open?.bold && !bold ? { label: undefined, rest: part.paragraph } : labelOf(part.paragraph);
    draft.at = [{ block: part.at }];
    if (label !== undefined) open = { label, role: roleOf(label), bold };
    if (saysNoActions(rest)) return at;
    if (oneLine(wordsOf(rest)) !== '') addFact(draft, home, open, rest);
  }
  return at - 1;
}

export function addFact(
  draft: Draft,
  home: Indicator | null,
  open: { label: string; role: Role | undefined } | undefined,
  paragraph: WordParagraph,
): void {
  const items = itemsOf([paragraph]);
  const line = items.map(itemLine).join(' ');
  if (home === null) draft.leave(open?.label ?? 'a paragraph above a table', line);
  else {
    const where = `Indicator ${home.number ?? home.wording}, ${open?.label ?? 'above its table'}`;
    switch (open?.role) {
      case 'objective':
      case 'narrative':
      case 'gaps':
      case 'measure':
      case 'outcome':
        draft.addText(home, open.role, richText(items));
        break;
      case 'action':
        for (const item of items) draft.newAction(home, [item]);
        break;
      case 'progress':
        draft.addUpdates(home, items);
        break;
      case 'leads':
        draft.addLeads(home, items.map(itemLine), where);
        break;
      case 'due':
        draft.setDue(home, line, where);
        break;
      case 'rating': {
        const { codes, rest } = ratingsIn(draft, [paragraph], undefined, where);
        draft.setRating(home, codes[0], draft.addUpdates(home, rest));
        break;
      }
      case undefined:
        open ? draft.addNote(home, open.label, [paragraph]) : draft.addText(home, 'narrative', richText(items));
        break;
      default:
        draft.addNote(home, open?.label ?? '', [paragraph]);
        break;
    }
  }
}

/** A heading, but for a bold line with a label: that is what a rating looks like between a heading and its table. */
export function startsGroup(paragraph: WordParagraph): boolean {
  const role = paragraph.heading === undefined ? roleOf(labelOf(paragraph).label ?? '') : undefined;
  return isHeading(paragraph) && (role === undefined || role === 'indicator' || role === 'action');
}

/** Under the heading of an indicator, in place of a table. */
export function saysNoActions(paragraph: WordParagraph): boolean {
  return /^no actions\.?$/i.test(oneLine(wordsOf(paragraph)));
}

/** "Objective: …": the label is bold, or is a heading that is known. */
export function labelOf(paragraph: WordParagraph): { label?: string; rest: WordParagraph } {
  const text = wordsOf(paragraph);
  const found = /^\s*([^:]{2,60}):\s*/.exec(text);
  const bold = paragraph.runs[0]?.bold === true;
  if (!found || paragraph.label || !(bold || roleOf(found[1] ?? ''))) return { rest: paragraph };
  return { label: oneLine(found[1] ?? ''), rest: { ...paragraph, runs: without(paragraph.runs, found[0].length) } };
}
