import { type Block, type RichText, type Run, richTextSchema, runSchema } from '../../shared/plan/rich-text.ts';
import { printable } from '../../shared/plan/text.ts';
import { normal } from './rich-text-mapping.ts';

/** What was pasted, as far as a plan can hold it. */
export interface Pasted {
  text: RichText;
  /** How many pictures were left out. */
  pictures: number;
}

/**
 * What another program put on the clipboard, cleaned: paragraphs, lists, bold, italic and links are kept, whatever
 * else there is of style and structure goes. A row of a table becomes a line. Lists of Word and Outlook, which are
 * paragraphs with a mark in front, become lists.
 */
export function fromHtml(html: string): Pasted {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const own = document.querySelector(`[${ownText}]`)?.getAttribute(ownText);
  const ours = richTextSchema.safeParse(readJson(own ?? ''));
  if (ours.success) return { text: ours.data, pictures: 0 };
  const reading = new Reading();
  reading.children(document.body, plainly);
  return { text: normal(reading.finished()), pictures: document.body.querySelectorAll('img').length };
}

/** Plain text: a line is a paragraph; one that begins with a bullet is an item of a list. */
export function fromPlain(text: string): RichText {
  const lines = printable(text).replace(/\n+$/, '').split('\n');
  return lines.map((line): Block => {
    const [, item] = /^\s*[•·●○▪◦]\s*(.*)$/.exec(line) ?? [];
    const words = item ?? line;
    return { kind: item === undefined ? 'paragraph' : 'bullet', runs: words === '' ? [] : [{ text: words }] };
  });
}

/** A text as other programs take it, with the text itself inside for our own fields. */
export function toHtml(text: RichText): HTMLElement {
  const whole = document.createElement('div');
  whole.setAttribute(ownText, JSON.stringify(text));
  let lists: HTMLElement[] = [];
  for (const { kind, level = 0, runs } of text) {
    const tag = kind === 'bullet' ? 'ul' : 'ol';
    if (kind === 'paragraph') lists = [];
    else {
      lists = lists.slice(0, level + 1);
      if (lists.at(level)?.localName !== tag) lists = lists.slice(0, level);
      while (lists.length <= level) lists.push(add(lists.at(-1)?.lastElementChild ?? lists.at(-1) ?? whole, tag));
    }
    const block = kind === 'paragraph' ? add(whole, 'p') : add(lists[level] ?? whole, 'li');
    block.append(...runs.map(element));
  }
  return whole;
}

const ownText = 'data-wres-text';

/** How words are styled where the reading has come to. */
interface Style {
  bold: boolean;
  italic: boolean;
  href: string | undefined;
  /** Of the list that it is in: its kind, and how deep. */
  list: { kind: 'bullet' | 'number'; level: number } | undefined;
}

const plainly: Style = { bold: false, italic: false, href: undefined, list: undefined };

const unread = new Set([
  'style',
  'script',
  'head',
  'title',
  'meta',
  'link',
  'template',
  'noscript',
  'del',
  'img',
  'svg',
  'object',
]);
const breaksLine = new Set(
  'address article aside blockquote body caption dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

/** Reads a page from its beginning to its end, and puts down its blocks. */
class Reading {
  readonly #blocks: Block[] = [];
  #open: Block | undefined;
  /** Words of one row are one line, whatever stands in its cells. */
  #inRow = false;

  finished(): RichText {
    this.#close();
    return this.#blocks;
  }

  children(parent: Element, style: Style): void {
    for (const node of parent.childNodes) {
      if (node instanceof Text) this.#words(node.data, style);
      else if (node instanceof Element) this.#element(node, style);
    }
  }

  #element(element: Element, outer: Style): void {
    const name = element.localName;
    const css = element.getAttribute('style') ?? '';
    if (unread.has(name) || isHidden(css)) return;
    const style = styled(element, css, outer);
    if (name === 'br') this.#words('\n', outer, true);
    else if (name === 'tr') this.#row(element, style);
    else if (breaksLine.has(name) && !this.#inRow) this.#block(element, css, style);
    else this.#inline(element, style);
  }

  #inline(element: Element, style: Style): void {
    if (breaksLine.has(element.localName)) this.#words(' ', style);
    this.children(element, style);
  }

  #block(element: Element, css: string, style: Style): void {
    const item = element.localName === 'li' ? style.list : wordItem(element, css);
    // A paragraph at the beginning of an item is the item's own.
    if (item || !this.#isEmptyItem()) this.#close();
    if (item) this.#open = { kind: item.kind, level: item.level, runs: [] };
    this.children(element, style);
    this.#close();
  }

  #isEmptyItem(): boolean {
    return this.#open !== undefined && this.#open.runs.length === 0;
  }

  #row(row: Element, style: Style): void {
    this.#close();
    this.#inRow = true;
    let first = true;
    for (const cell of row.children) {
      if (!first && cell.textContent?.trim()) this.#words(' – ', plainly);
      if (cell.textContent?.trim()) first = false;
      this.children(cell, style);
    }
    this.#inRow = false;
    this.#close();
  }

  #words(given: string, { bold, italic, href }: Style, exactly = false): void {
    const words = exactly ? given : printable(given).replace(/[ \t\n\f\u00a0]+/g, ' ');
    if (words === '' || (words === ' ' && !this.#open)) return;
    this.#open ??= { kind: 'paragraph', runs: [] };
    const before = this.#open.runs.at(-1)?.text ?? '';
    const text = !exactly && (before === '' || /\s$/.test(before)) ? words.replace(/^ /, '') : words;
    if (text === '') return;
    this.#open.runs.push({
      text,
      ...(bold && { bold: true as const }),
      ...(italic && { italic: true as const }),
      ...(href !== undefined && { href }),
    } satisfies Run);
  }

  /** Ends a block. One without words is left out: other programs use it for space, or for the list within an item. */
  #close(): void {
    const block = this.#open;
    this.#open = undefined;
    if (!block) return;
    const last = block.runs.at(-1);
    if (last) last.text = last.text.replace(/\s+$/, '');
    if (block.runs.some(({ text }) => text.trim() !== '')) this.#blocks.push(block);
  }
}

function styled(element: Element, css: string, outer: Style): Style {
  const name = element.localName;
  const weight = /(?<![\w-])font-weight:\s*(bold|bolder|normal|lighter|\d+)/i.exec(css)?.[1]?.toLowerCase();
  const slant = /(?<![\w-])font-style:\s*(italic|oblique|normal)/i.exec(css)?.[1]?.toLowerCase();
  const href = name === 'a' ? element.getAttribute('href')?.trim() : undefined;
  const isList = name === 'ul' || name === 'ol';
  return {
    bold: weight
      ? weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
      : outer.bold || name === 'b' || name === 'strong',
    italic: slant ? slant === 'italic' || slant === 'oblique' : outer.italic || name === 'i' || name === 'em',
    href: href !== undefined && runSchema.shape.href.safeParse(href).success ? href : outer.href,
    list: isList
      ? { kind: name === 'ul' ? 'bullet' : 'number', level: outer.list ? Math.min(2, outer.list.level + 1) : 0 }
      : outer.list,
  };
}

/** Word's own lists: a paragraph that says which list and level it belongs to, with its mark written in front. */
function wordItem(element: Element, css: string): Style['list'] {
  const [, level] = /mso-list:\s*l\d+\s+level(\d)/i.exec(css) ?? [];
  if (level === undefined) return undefined;
  const mark = [...element.querySelectorAll('[style]')].find((each) => isMark(each.getAttribute('style') ?? ''));
  const number = /^[\s(]*(\d+|[a-z]|[ivx]+)[.)]/i.test(mark?.textContent ?? '');
  return { kind: number ? 'number' : 'bullet', level: Math.min(2, Number(level) - 1) };
}

function isHidden(css: string): boolean {
  return isMark(css) || /display:\s*none|mso-hide:\s*all/i.test(css);
}

/** The mark in front of an item of Word's: the list says it already. */
function isMark(css: string): boolean {
  return /mso-list:\s*ignore/i.test(css);
}

function element({ text, bold, italic, href }: Run): Node {
  let node: Node = document.createTextNode(text);
  if (italic) node = around('em', node);
  if (bold) node = around('b', node);
  if (href === undefined) return node;
  const link = around('a', node);
  link.setAttribute('href', href);
  return link;
}

function around(tag: string, node: Node): HTMLElement {
  const outside = document.createElement(tag);
  outside.append(node);
  return outside;
}

function add(parent: Element, tag: string): HTMLElement {
  const child = document.createElement(tag);
  parent.append(child);
  return child;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
