import { z } from 'zod';
import { type Part, parts } from './lay-out.ts';
import type { Page, Source } from './page.ts';

/**
 * Quiet marks in an exported Word file, by which an edited copy of it is compared with the plan: a bookmark around each
 * text that shows a field, and one property of the document. They hold ids of chance and no words.
 */

/** The name of the document's property. It survives Word, LibreOffice, and OpenDocument between them. */
export const propertyName = 'WRES Planner';

const propertySchema = z.strictObject({
  plan: z.uuid(),
  /** The newest edit of the plan when it was exported. */
  edit: z.uuid().optional(),
  layout: z.string().min(1).max(100),
  plain: z.boolean(),
  asAt: z.iso.date(),
  leaveOut: z.array(z.enum(parts)),
  posts: z.boolean(),
});

/** What a copy was exported from, and how. */
export type ExportedFrom = z.infer<typeof propertySchema>;

/** What the property says of a page; undefined where the page is not of a whole plan. */
export function exportedFrom({ of, layout, plain, properties }: Page): ExportedFrom | undefined {
  return of && { ...of, leaveOut: [...of.leaveOut] as Part[], layout, plain, asAt: properties.asAt };
}

/** Reads the property; undefined where it is none of ours. */
export function readExportedFrom(value: string | undefined): ExportedFrom | undefined {
  try {
    return propertySchema.safeParse(JSON.parse(value ?? '')).data;
  } catch {
    return undefined;
  }
}

/** What can be marked. Their places in this list are in files that are out in the world: new ones come last. */
const marked = [
  ...['plan title', 'section heading', 'section body'],
  ...['indicator wording', 'indicator objective', 'indicator narrative', 'indicator gaps', 'indicator measure'],
  ...['indicator outcome', 'indicator leads', 'indicator due', 'indicator rating'],
  ...['action number', 'action heading', 'action text', 'action gap', 'action measure', 'action outcome'],
  ...['action leads', 'action due', 'action rating', 'action effects', 'update text'],
];

/** The most that a base-36 number of three digits can count: a name has 40 letters at most (ECMA-376 17.13.6.2). */
const most = 36 ** 3;

/**
 * Gives each piece of a page the name of its bookmark, in their order; undefined where it can have none. Word hides
 * bookmarks whose names begin with a low line.
 */
export function markNames(): (source: Source | undefined) => string | undefined {
  const counts = new Map<string, number>();
  return (source) => {
    const place = source ? marked.indexOf(`${source.kind} ${source.field}`) : -1;
    const id = source?.id.replaceAll('-', '') ?? '';
    if (place === -1 || !/^[0-9a-f]{32}$/.test(id)) return undefined;
    const name = `_wp${place.toString(36).padStart(2, '0')}${id}`;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count < most ? `${name}${count.toString(36)}` : undefined;
  };
}

/** Whether the name of a bookmark may be one of ours. */
export function isMarkName(name: string): boolean {
  return markPattern.test(name);
}

/** The record that a bookmark names; undefined for a bookmark of others. */
export function recordOfMark(name: string): string | undefined {
  const id = markPattern.exec(name)?.[1]?.toLowerCase();
  return id && `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`;
}

const markPattern = /^_wp[0-9a-z]{2}([0-9a-f]{32})[0-9a-z]{1,3}$/i;
