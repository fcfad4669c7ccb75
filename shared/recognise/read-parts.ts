import type { Indicator, Section } from '../plan/model.ts';
import { lineOf, type WordParagraph, wordsOf } from './document.ts';
import type { Draft } from './draft.ts';
import { homeIn } from './home.ts';
import { namesIndicator } from './indicator-name.ts';
import { knownLayout } from './known-layout.ts';
import { isHeading, leadsTo, type Part } from './parts.ts';
import { readRows } from './rows.ts';
import { readSection, saysNoActions, startsGroup } from './section.ts';
import { headingText, itemsOf, oneLine, plainWords, richText } from './text.ts';

/**
 * Reads everything in order: what stands before the tables of actions is the introduction, what stands after them the
 * close.
 */
export function readParts(draft: Draft, parts: Part[], titleAt: number): { preface: Section[]; closing: Section[] } {
  const preface: Section[] = [];
  const closing: Section[] = [];
  const firstTable = parts.findIndex(({ kind }) => kind === 'actions');
  let home: Indicator | null | undefined;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] as Part;
    if (part.kind === 'actions') {
      readRows(draft, part.table, home ?? null);
    } else if (part.kind === 'other') {
      for (const [row, { cells }] of part.table.rows.entries()) {
        draft.at = [{ block: part.at, row, column: cells[0]?.column ?? 0 }];
        draft.leave('a table that is none of actions', cells.map(lineOf).join(' | '));
      }
    } else if (part.kind === 'key') {
      draft.at = [{ block: part.at }];
      draft.note('scale', draft.scale.id, 'ratings');
    } else if (part.kind === 'paragraph' && part.at !== titleAt && oneLine(wordsOf(part.paragraph)) !== '') {
      const { paragraph } = part;
      draft.at = [{ block: part.at }];
      const heading = home === undefined ? isHeading(paragraph) : startsGroup(paragraph);
      if (heading && leadsTo(parts, index) === 'key') continue;
      if (heading && leadsTo(parts, index) === 'actions' && plainWords(headingText(paragraph)) === 'actions') continue;
      if (heading && (namesIndicator(headingText(paragraph)) || namesGroup(draft, parts, index))) {
        home = homeIn(draft, [paragraph]);
      } else if (home !== undefined && !heading && (home === null || followedByActions(parts, index))) {
        index = readSection(draft, parts, index, home);
      } else if (!legend(draft, paragraph)) {
        if (heading) home = undefined;
        addParagraph(draft, index < firstTable ? preface : closing, paragraph, heading);
      }
    }
  }
  return { preface, closing };
}

/**
 * Whether a heading is that of a table of actions that names no indicators itself, where there are several of those, a
 * layout of ours has it so or the app made the file, or of words that say that there are none.
 */
function namesGroup({ head }: Draft, parts: Part[], index: number): boolean {
  const nameless = (part: Part | undefined) =>
    part?.kind === 'actions' &&
    !part.table.columns.some(
      ({ role, indicator }, at) =>
        indicator !== undefined ||
        (role === 'indicator' && part.table.rows.some(({ cells }) => cells[at] && lineOf(cells[at].cell) !== '')),
    );
  const next = nextGroup(parts, index + 1);
  if (next?.kind === 'paragraph') return saysNoActions(next.paragraph);
  return (
    nameless(next) &&
    (head.ours ||
      parts.filter(nameless).length > 1 ||
      (next?.kind === 'actions' && knownLayout(next.table) !== undefined))
  );
}

function followedByActions(parts: Part[], index: number): boolean {
  const next = nextGroup(parts, index);
  if (next?.kind !== 'paragraph') return next?.kind === 'actions';
  return saysNoActions(next.paragraph) || namesIndicator(headingText(next.paragraph));
}

/** What the paragraphs from a place on lead to: a table, the heading of a group, or words that there are no actions. */
function nextGroup(parts: Part[], from: number): Part | undefined {
  return parts
    .slice(from)
    .find((part) => part.kind !== 'paragraph' || startsGroup(part.paragraph) || saysNoActions(part.paragraph));
}

/** "A: Our own commitment" under a matrix says what a column goes by. */
function legend(draft: Draft, paragraph: WordParagraph): boolean {
  const found = /^([A-Z]):\s+(.+)$/s.exec(oneLine(wordsOf(paragraph)));
  const indicator = found && draft.indicators.find(({ number, wording }) => number === null && wording === found[1]);
  if (indicator) {
    indicator.wording = (found[2] ?? '').slice(0, 4_000);
    draft.note('indicator', indicator.id, 'wording');
  }
  return indicator !== undefined && indicator !== null;
}

function addParagraph(draft: Draft, sections: Section[], paragraph: WordParagraph, heading: boolean): void {
  if (heading) sections.push({ id: draft.newId(), heading: headingText(paragraph).slice(0, 500), body: [] });
  else if (sections.length === 0) sections.push({ id: draft.newId(), body: [] });
  const section = sections.at(-1) as Section;
  if (!heading) section.body.push(...richText(itemsOf([paragraph])));
  draft.note('section', section.id, heading ? 'heading' : 'body');
}
