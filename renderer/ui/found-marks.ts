import { useEffect } from 'react';
import { type FindOptions, type Match, patternOf } from '../../shared/plan/find.ts';
import { fieldAt } from '../plan/go-to-place.ts';

/**
 * Marks what is looked for wherever it stands on the page and in the preview, and the match that one is at. It paints
 * over the text without touching it (CSS custom highlights), so an editor is marked as safely as plain words.
 */
export function useFoundMarks({ query, matchCase, wholeWord }: FindOptions & { query: string }, here?: Match): void {
  useEffect(() => {
    const pattern = patternOf(query, { matchCase, wholeWord });
    if (!pattern) return;
    let waiting = 0;
    const soon = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => mark(pattern, here));
    };
    soon();
    const observer = new MutationObserver(soon);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(waiting);
      CSS.highlights.clear();
      markField(null);
    };
  }, [query, matchCase, wholeWord, here]);
}

function mark(pattern: RegExp, here: Match | undefined): void {
  const blocks = [...document.querySelectorAll('#page, [data-paper]')].flatMap(textBlocks);
  CSS.highlights.set('found', new Highlight(...blocks.flatMap((block) => rangesIn(block, pattern))));
  const field = here ? fieldAt(here.place) : null;
  const range = field && here ? rangeOf(field, here) : undefined;
  CSS.highlights.set('found-here', range ? new Highlight(range) : new Highlight());
  // What stands in a field of one line cannot be painted: the field itself is marked.
  markField(range ? null : field);
}

function markField(field: HTMLElement | null): void {
  for (const marked of document.querySelectorAll('[data-found]')) {
    if (marked !== field) marked.removeAttribute('data-found');
  }
  field?.setAttribute('data-found', '');
}

/** The text nodes of each paragraph, heading or button. */
function textBlocks(root: Element): Text[][] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const blocks = new Map<Element | null, Text[]>();
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest('[data-find]')) continue;
    const block = node.parentElement?.closest('p, li, td, th, h1, h2, h3, h4, button, dd, [data-place]') ?? null;
    blocks.set(block, [...(blocks.get(block) ?? []), node]);
  }
  return [...blocks.values()];
}

function rangesIn(nodes: Text[], pattern: RegExp): Range[] {
  const text = nodes.map(({ data }) => data).join('');
  return [...text.matchAll(pattern)].flatMap(({ 0: words, index }) => {
    const range = between(nodes, index, index + words.length);
    return range ? [range] : [];
  });
}

/** Where a match stands in a field that shows its text in paragraphs, one for each block. */
function rangeOf(field: HTMLElement, { place }: Match): Range | undefined {
  const block = field.matches('p') ? field : field.querySelectorAll('p')[place.block ?? 0];
  return block && between(textBlocks(block).flat(), place.start, place.end);
}

function between(nodes: Text[], start: number, end: number): Range | undefined {
  const [from, to] = [at(nodes, start), at(nodes, end, true)];
  if (!from || !to) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

function at(nodes: Text[], offset: number, end = false): { node: Text; offset: number } | undefined {
  let before = 0;
  for (const node of nodes) {
    const within = offset - before;
    if (end ? within <= node.length : within < node.length) return { node, offset: within };
    before += node.length;
  }
  return undefined;
}
