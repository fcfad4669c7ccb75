import { at, type Element, elements, value } from './xml.ts';

/** The list that an item belongs to, and the style that says so, if it does not say it itself. */
interface ListPlace {
  id: string;
  level: number;
  ofStyle?: string;
}

/** What a paragraph has from its style and from those that this builds on. */
export class Styles {
  private readonly styles: Map<string, Element>;

  constructor(part: Element | undefined) {
    this.styles = new Map(elements(part, 'style').map((style) => [style.attributes.styleId ?? '', style]));
  }

  /** The list of a paragraph: its own, or that of its style. List 0 takes one out of its list. */
  list(style: string | undefined, own: Element | undefined): ListPlace | undefined {
    const ownId = value(own, 'numId');
    const level = Number(value(own, 'ilvl') ?? 0);
    if (ownId !== undefined) return ownId === '0' ? undefined : { id: ownId, level };
    for (const each of this.lineage(style)) {
      const found = at(each, 'pPr', 'numPr');
      const id = value(found, 'numId');
      if (id === undefined) continue;
      const ofStyle = each.attributes.styleId;
      return id === '0' ? undefined : { id, level: Number(value(found, 'ilvl') ?? level), ...(ofStyle && { ofStyle }) };
    }
    return undefined;
  }

  /** The level of a heading, 1 to 9; the style "Title" is one of level 1. */
  heading(style: string | undefined, ownLevel: string | undefined): number | undefined {
    const lineage = this.lineage(style);
    const named = lineage.map((each) => (value(each, 'name') ?? '').toLowerCase());
    if (named.includes('title')) return 1;
    const number = named.map((name) => /^heading ([1-9])$/.exec(name)?.[1]).find((found) => found !== undefined);
    const level =
      number ?? outline(ownLevel) ?? lineage.map((each) => outline(value(each, 'pPr', 'outlineLvl'))).find(Boolean);
    return level === undefined ? undefined : Number(level);
  }

  private lineage(id: string | undefined): Element[] {
    const found: Element[] = [];
    for (
      let style = this.styles.get(id ?? '');
      style && !found.includes(style);
      style = this.styles.get(value(style, 'basedOn') ?? '')
    ) {
      found.push(style);
    }
    return found;
  }
}

/** Outline level 0 is the first; 9 is body text. */
function outline(level: string | undefined): string | undefined {
  return level !== undefined && /^[0-8]$/.test(level) ? String(Number(level) + 1) : undefined;
}
