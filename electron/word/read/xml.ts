import { SaxesParser } from 'saxes';
import { PlanError } from '../../../shared/messages.ts';

/** An element by its local name, so that Strict and Transitional files are alike. Prefixes of attributes are dropped too. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  /** The text that stands directly in it. */
  text: string;
}

/** Most elements have no attributes, and many hold no others: they share these. */
const none: Record<string, string> = Object.freeze({});
const leaf: Element[] = [];

export interface ReadXml {
  root: Element;
  /** How many elements of those names were passed over, with all that they hold. */
  skipped: Map<string, number>;
}

/** What a part may hold at most: far more than a plan of 5,000 rows has. */
const most = { depth: 200, elements: 500_000, attributes: 1_000 } as const;

/**
 * Reads XML into elements.
 *
 * @param skip local names of elements that are left out with all that they hold
 * @throws PlanError `damaged-file` where it is not well-formed, nests more than 200 deep or has a document type;
 *   `word-too-large` where it has more than 500,000 elements
 */
export function readXml(bytes: Uint8Array, skip: ReadonlySet<string> = new Set()): ReadXml {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [top];
  const skipped = new Map<string, number>();
  let depth = 0;
  let pieces = 0;
  let attributesOfOne = 0;
  let skippedAt = 0;

  const parser = new SaxesParser({ position: false });
  parser.on('error', (error) => {
    throw damaged('a part of it is not well-formed', error);
  });
  parser.on('doctype', () => {
    throw damaged('it declares a document type, which no such file has');
  });
  parser.on('attribute', () => {
    attributesOfOne += 1;
    if (attributesOfOne > most.attributes) throw damaged('a piece of it has more than 1,000 attributes');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    pieces += 1;
    attributesOfOne = 0;
    if (depth > most.depth) throw damaged('it nests more than 200 levels deep');
    if (pieces > most.elements)
      throw new PlanError('word-too-large', { found: 'a part of it has more than 500,000 pieces' });
    if (skippedAt > 0) return;
    const name = local(tag.name);
    if (skip.has(name)) {
      skipped.set(name, (skipped.get(name) ?? 0) + 1);
      skippedAt = depth;
      return;
    }
    let attributes = none;
    for (const key in tag.attributes) {
      if (key.startsWith('w:rsid')) continue;
      if (attributes === none) attributes = {};
      attributes[local(key)] = String(tag.attributes[key]);
    }
    const element: Element = { name, attributes, children: leaf, text: '' };
    const parent = open.at(-1) ?? top;
    if (parent.children === leaf) parent.children = [element];
    else parent.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (skippedAt === 0 && element) element.text += text;
  });
  parser.on('closetag', () => {
    if (skippedAt === 0) open.pop();
    else if (skippedAt === depth) skippedAt = 0;
    depth -= 1;
  });
  parser.write(decoded(bytes)).close();
  return { root: top.children[0] ?? top, skipped };
}

/** The elements of that name right below one. */
export function elements(parent: Element | undefined, name: string): Element[] {
  return parent?.children.filter((child) => child.name === name) ?? [];
}

/** Goes down by names, each time to the first. */
export function at(from: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>(
    (parent, name) => parent?.children.find((child) => child.name === name),
    from,
  );
}

/** The `val` of the element that the path leads to. */
export function value(from: Element | undefined, ...path: string[]): string | undefined {
  return at(from, ...path)?.attributes.val;
}

/** Whether a property is on: there, and not switched off (ECMA-376 part 1, 17.17.4). */
export function isOn(from: Element | undefined, name: string): boolean {
  const found = at(from, name);
  return found !== undefined && !['0', 'false', 'off'].includes(found.attributes.val ?? '');
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decoded(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    return new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(
      bytes,
    );
  } catch (error) {
    throw damaged('its text is not Unicode', error);
  }
}

function damaged(found: string, cause?: unknown): PlanError {
  return new PlanError('damaged-file', { found }, { cause });
}
