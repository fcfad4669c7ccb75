import path from 'node:path';
import { at, type Element, elements, readXml } from './xml.ts';
import type { Parts } from './zip.ts';

/** A relation of a part of an Office file to another (ECMA-376 part 2, 6.5). */
export interface Relation {
  id: string;
  /** The last word of the relation's type, which Strict and Transitional files share. */
  type: string;
  target: string;
  external: boolean;
}

/** What a part of an Office file refers to; none where it says nothing. @param name the part, by its path */
export function relationsOf(parts: Parts, name: string): Relation[] {
  return relationsIn(parts(`${path.posix.dirname(name)}/_rels/${path.posix.basename(name)}.rels`));
}

/** The relations that a part holds. */
export function relationsIn(bytes: Uint8Array | undefined): Relation[] {
  if (!bytes) return [];
  return elements(readXml(bytes).root, 'Relationship').map(({ attributes }: Element) => ({
    id: attributes.Id ?? '',
    type: (attributes.Type ?? '').split('/').at(-1) ?? '',
    target: attributes.Target ?? '',
    external: attributes.TargetMode === 'External',
  }));
}

/** The title and the subject among the properties of an Office file; "" where there is none. */
export function aboutOf(parts: Parts): { title: string; subject: string } {
  const core = parts('docProps/core.xml');
  const root = core && readXml(core).root;
  const said = (name: string) => (root && at(root, name)?.text.trim()) ?? '';
  return { title: said('title'), subject: said('subject') };
}

/** A property that a program gave an Office file, by its name; undefined where it has none of that name. */
export function propertyOf(parts: Parts, name: string): string | undefined {
  const custom = parts('docProps/custom.xml');
  const properties = custom ? elements(readXml(custom).root, 'property') : [];
  return properties.find(({ attributes }) => attributes.name === name)?.children[0]?.text;
}
