import { SaxesParser } from 'saxes';

/** An element of an XML file, with names as the file writes them ("w:p"). */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

/** Reads an XML file as a tree. Throws where it is not well-formed. */
export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.write(xml).close();
  return elements(root)[0] as Element;
}

export function elements(parent: Element | undefined, name?: string): Element[] {
  return (parent?.children ?? []).filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element along a path of names. */
export function at(parent: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((element, name) => elements(element, name)[0], parent);
}

/** The `w:val` of the element at a path; of an element without one, "". */
export function value(parent: Element | undefined, ...path: string[]): string | undefined {
  const element = at(parent, ...path);
  return element && (element.attributes['w:val'] ?? '');
}

/** Whether a switch like `w:b` is on: there, and not said to be off. */
export function isOn(parent: Element | undefined, ...path: string[]): boolean {
  return !['0', 'false', 'off', undefined].includes(value(parent, ...path));
}

/** All elements of a name, at any depth, in the order of the file. */
export function* all(parent: Element | undefined, name: string): Generator<Element> {
  for (const child of elements(parent)) {
    if (child.name === name) yield child;
    yield* all(child, name);
  }
}

export function textOf(element: Element | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
