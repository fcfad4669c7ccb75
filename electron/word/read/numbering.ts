import type { WordParagraph } from '../../../shared/recognise/document.ts';
import { at, type Element, elements, value } from './xml.ts';

/**
 * Counts list items as Word does (ECMA-376 part 1, 17.9): a definition (`abstractNum`) has one count for each level,
 * shared by the lists (`num`) that are made of it; a list that overrides a start sets the count back where it is first used.
 */
export class Numbering {
  private readonly definitions: Map<string, Element>;
  private readonly lists: Map<string, Element>;
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(numbering: Element | undefined) {
    const all = elements(numbering, 'abstractNum');
    const byStyle = new Map(
      all.flatMap((each) => (value(each, 'styleLink') ? [[value(each, 'styleLink'), each] as const] : [])),
    );
    this.definitions = new Map(
      all.map((each) => [each.attributes.abstractNumId ?? '', byStyle.get(value(each, 'numStyleLink')) ?? each]),
    );
    this.lists = new Map(elements(numbering, 'num').map((each) => [each.attributes.numId ?? '', each]));
  }

  /** What stands before the next item of a list; undefined where that is nothing. */
  label(listId: string, levelNumber: number, style?: string): WordParagraph['label'] {
    const list = this.lists.get(listId);
    const definitionId = value(list, 'abstractNumId') ?? '';
    const definition = this.definitions.get(definitionId);
    if (!list || !definition) return undefined;
    // A list has nine levels (17.9.6).
    const level = Math.min(8, this.levelOfStyle(definition, style) ?? levelNumber);
    const look = this.look(definition, list, level);
    const format = value(look, 'numFmt') ?? 'decimal';
    const count = this.count(definition, list, listId, level);
    if (format === 'bullet') return { kind: 'bullet', text: '•', level };
    const text = (value(look, 'lvlText') ?? '').replace(/%([1-9])/g, (_, place: string) => {
      const at = Number(place) - 1;
      const numbers = value(this.look(definition, list, at), 'numFmt') ?? 'decimal';
      return written(count[at] ?? this.start(definition, list, at), numbers);
    });
    return format === 'none' || text === '' ? undefined : { kind: 'number', text, level };
  }

  private count(definition: Element, list: Element, listId: string, level: number): (number | undefined)[] {
    const id = definition.attributes.abstractNumId ?? '';
    const count = this.counts.get(id) ?? [];
    this.counts.set(id, count);
    const override = elements(list, 'lvlOverride').find((each) => Number(each.attributes.ilvl) === level);
    const key = `${listId} ${level}`;
    if (at(override, 'startOverride') && !this.begun.has(key)) count[level] = undefined;
    this.begun.add(key);
    const before = count[level];
    count[level] = before === undefined ? this.start(definition, list, level) : before + 1;
    count.length = level + 1;
    return count;
  }

  private start(definition: Element, list: Element, level: number): number {
    const override = elements(list, 'lvlOverride').find((each) => Number(each.attributes.ilvl) === level);
    return Number(value(override, 'startOverride') ?? value(this.look(definition, list, level), 'start') ?? 1);
  }

  private look(definition: Element, list: Element, level: number): Element | undefined {
    const override = elements(list, 'lvlOverride').find((each) => Number(each.attributes.ilvl) === level);
    return at(override, 'lvl') ?? elements(definition, 'lvl').find((each) => Number(each.attributes.ilvl) === level);
  }

  /** A list style names the level of its list that it stands for. */
  private levelOfStyle(definition: Element, style: string | undefined): number | undefined {
    const found = style && elements(definition, 'lvl').find((each) => value(each, 'pStyle') === style);
    return found ? Number(found.attributes.ilvl) : undefined;
  }
}

function written(count: number, format: string): string {
  if (format === 'lowerLetter') return letters(count).toLowerCase();
  if (format === 'upperLetter') return letters(count);
  if (format === 'lowerRoman') return roman(count).toLowerCase();
  if (format === 'upperRoman') return roman(count);
  return format === 'decimalZero' ? String(count).padStart(2, '0') : String(count);
}

/** A to Z, then AA to ZZ, as Word writes them. */
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count);
  return String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

const romans: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let rest = count;
  let text = '';
  for (const [amount, sign] of romans) {
    while (rest >= amount) {
      text += sign;
      rest -= amount;
    }
  }
  return text;
}
