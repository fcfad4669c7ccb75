import { longDate, shortDate } from '../plan/due.ts';
import { effective, latestUpdate } from '../plan/effective.ts';
import type { Action, Effect, Indicator, Update } from '../plan/model.ts';
import { isBlank, numbered, type RichText, type Run } from '../plan/rich-text.ts';
import { fillOf } from './colour.ts';
import type { FieldId } from './layout.ts';
import type { ActionNumber } from './numbering.ts';
import type { Fill, Paragraph, Source } from './page.ts';
import { fullName, type Group, type Sheet, saysNumbers } from './sheet.ts';

/** One value of a field, ready to stand in a cell: its paragraphs, before the column's style marks them. */
export interface Value {
  paragraphs: Paragraph[];
  /** Of an action's text: the number that its column may print before it. */
  number?: ActionNumber;
  /** Of a rating: what the whole cell is filled with, where the layout fills cells. */
  fill?: Fill;
}

/** Whether a field belongs to the indicator, so that its cell covers all the actions of it. */
export function belongsToIndicator(field: FieldId): boolean {
  return field.startsWith('indicator.');
}

/** The values of a field for an indicator and some of its actions (all, or the one of the row), in the plan's order. */
export function valuesOf(sheet: Sheet, field: FieldId, group: Group): Value[] {
  const { indicator, actions } = group;
  switch (field) {
    case 'indicator.name':
      return [named(sheet, indicator)];
    case 'indicator.objective':
    case 'indicator.narrative':
    case 'indicator.gaps':
    case 'indicator.measure':
    case 'indicator.outcome': {
      const name = field.slice('indicator.'.length) as 'objective' | 'narrative' | 'gaps' | 'measure' | 'outcome';
      return indicator ? eachParagraph(indicator[name], { kind: 'indicator', id: indicator.id, field: name }) : [];
    }
    case 'indicator.updates':
      return (indicator?.updates ?? [])
        .map((update) => updateValue(sheet, update, indicator?.rating))
        .filter(saysSomething);
    case 'action.number':
      return actions.flatMap((action) => oneLine(sheet.numbers.get(action.id)?.text, source(action, 'number')));
    case 'action.heading':
      return actions.flatMap((action) => headingValue(action));
    case 'action.text':
      return actions.map((action) => textValue(sheet, action));
    case 'action.gap':
    case 'action.measure':
    case 'action.outcome': {
      const name = field.slice('action.'.length) as 'gap' | 'measure' | 'outcome';
      return actions.flatMap((action) => asOne(action[name], source(action, name)));
    }
    case 'action.updates':
      return actions
        .flatMap((action) => action.updates.map((update) => ofAction(sheet, action, update)))
        .filter(saysSomething);
    case 'action.latestUpdate':
      return actions.flatMap((action) => {
        const latest = latestUpdate(action.updates);
        return latest ? [ofAction(sheet, action, latest)].filter(saysSomething) : [];
      });
    case 'action.leads':
      return stacked(sheet, group, 'leads', (holder) => holder.leads.map((id) => sheet.find.person(id)?.name ?? ''));
    case 'action.due':
      return stacked(sheet, group, 'due', (holder) => (holder.due ? [holder.due.text] : []));
    case 'action.rating':
      return stacked(sheet, group, 'rating', (holder) => (holder.rating ? [holder.rating] : [])).map((value) =>
        rated(sheet, value),
      );
    case 'action.effects':
      return actions.flatMap((action) => oneLine(effectsInWords(sheet, action), source(action, 'effects')));
  }
}

/** What an action does to an indicator: an action moves its home directly. */
export function effectOn(action: Action, indicator: Indicator): Effect | undefined {
  return action.indicator === indicator.id ? 'direct' : action.effects?.[indicator.id];
}

function saysSomething({ paragraphs }: Value): boolean {
  return paragraphs.some(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
}

/** A rich text as paragraphs, with lists as Word has them. Empty paragraphs, there for spacing, are left out. */
export function paragraphsOf(text: RichText | undefined, from: Source): Paragraph[] {
  let list = 0;
  return numbered(text ?? []).flatMap(({ block, number }): Paragraph[] => {
    if (block.kind === 'paragraph' && isBlank([block])) return [];
    const level = block.level ?? 0;
    if (number === 1 && level === 0) list += 1;
    const item: Paragraph['list'] =
      number !== undefined
        ? { kind: 'number', level, list: `${from.id}.${from.field}.${list}`, value: number }
        : block.kind === 'bullet'
          ? { kind: 'bullet', level }
          : undefined;
    return [{ runs: block.runs, ...(item && { list: item }), source: from }];
  });
}

function named(sheet: Sheet, indicator: Indicator | undefined): Value {
  const text = fullName(sheet, indicator);
  return { paragraphs: [{ runs: [{ text }], ...(indicator && { source: source(indicator, 'wording') }) }] };
}

/** The heading stands above the text as a line of its own, closed by a colon where it has no stop of its own. */
function headingValue(action: Action): Value[] {
  if (!action.heading) return [];
  const text = /[.:;!?–-]$/.test(action.heading) ? action.heading : `${action.heading}:`;
  return [{ paragraphs: [{ runs: [{ text, bold: true }], source: source(action, 'heading') }] }];
}

function textValue({ numbers }: Sheet, action: Action): Value {
  const heading = headingValue(action)[0]?.paragraphs ?? [];
  const number = numbers.get(action.id);
  return {
    paragraphs: [...heading, ...paragraphsOf(action.text, source(action, 'text'))],
    ...(number && { number }),
  };
}

function updateValue({ layout, find }: Sheet, update: Update, current: string | undefined): Value {
  const from: Source = { kind: 'update', id: update.id, field: 'text' };
  const paragraphs = paragraphsOf(update.text, from);
  const date = update.date && (layout.dates === 'short' ? shortDate(update.date) : longDate(update.date));
  const label = find.rating(update.rating)?.label;
  const [first = { runs: [], source: from }, ...others] = paragraphs;
  const opening: Run[] = date ? [{ text: first.runs.length > 0 ? `${date} – ` : date }] : [];
  const lines = [{ ...first, runs: [...opening, ...first.runs] }, ...others];
  const last = lines.at(-1) as Paragraph;
  // The rating of that day, where the page does not say the same already.
  if (label !== undefined && label !== find.rating(current)?.label)
    lines[lines.length - 1] = { ...last, runs: [...last.runs, { text: ` (${label})` }] };
  return { paragraphs: lines };
}

function ofAction(sheet: Sheet, action: Action, update: Update): Value {
  return updateValue(sheet, update, effective(action, sheet.find.indicator(action.indicator)).rating);
}

/**
 * The values of several actions in one cell: once where all actions agree, else one under the other in the actions'
 * order, each with its action's number where they are numbered. Where they are not, an action without a value has a blank
 * line, so that each value stands in its action's place. An indicator without actions shows its own.
 */
function stacked(
  { find, numbers }: Sheet,
  { indicator, actions }: Group,
  field: 'leads' | 'due' | 'rating',
  read: (holder: Pick<Action, 'leads' | 'due' | 'rating'>) => string[],
): Value[] {
  const shared = (words: string[], from: Source): Value[] =>
    words.map((text) => ({ paragraphs: [{ runs: [{ text }], source: from }] }));
  if (actions.length === 0) return indicator ? shared(read(indicator), source(indicator, field)) : [];

  const all = actions.map((action) => ({ action, words: read(effective(action, find.indicator(action.indicator))) }));
  const [first] = all as [(typeof all)[number]];
  if (all.every(({ words }) => words.join('\n') === first.words.join('\n'))) {
    const inherited = actions.length > 1 && indicator !== undefined && read(first.action).length === 0;
    // As many lines as actions would seem to be a line for each of them.
    const seemsOfEach = actions.length > 1 && first.words.length === actions.length;
    const words = seemsOfEach ? [first.words.join(between)] : first.words;
    return shared(words, source(inherited ? indicator : first.action, field));
  }
  const counted = (action: Action) => numbers.get(action.id)?.value !== undefined;
  return all
    .filter(({ action, words }) => words.length > 0 || !counted(action))
    .map(({ action, words }) => ({
      paragraphs: [
        words.length === 0
          ? { runs: [{ text: '\u00a0' }] }
          : {
              ...(counted(action) && { label: `${numbers.get(action.id)?.text}.` }),
              runs: [{ text: words.join(between) }],
              source: source(action, field),
            },
      ],
    }));
}

/** Between leads on one line. A comma may be part of a post. */
const between = ' / ';

/** A rating in words or by its code, with its fill. */
function rated({ layout, find, plain }: Sheet, { paragraphs }: Value): Value {
  const [paragraph] = paragraphs as [Paragraph];
  const code = paragraph.runs[0]?.text ?? '';
  const rating = find.rating(code);
  if (!rating) return { paragraphs };
  // On a plain page the words stand for the colour, so the code alone is not enough.
  const show = plain && layout.rating.show === 'code' ? 'both' : layout.rating.show;
  const text = { code, label: rating.label, both: code === rating.label ? code : `${code} – ${rating.label}` }[show];
  const fill = layout.rating.fill === 'none' ? undefined : fillOf(rating.colour, rating.code);
  return { paragraphs: [{ ...paragraph, runs: [{ text, bold: true }] }], ...(fill && { fill }) };
}

/** By the numbers of the indicators or, where the page says none, by their names. */
function effectsInWords(sheet: Sheet, action: Action): string | undefined {
  const { plan, layout } = sheet;
  const moved = (effect: Effect) => plan.indicators.filter((indicator) => effectOn(action, indicator) === effect);
  const list = (effect: Effect, word: string) => {
    const names = moved(effect).map((each) => (saysNumbers(layout) && each.number) || fullName(sheet, each));
    return names.length > 0 ? [`${word}: ${names.join(', ')}`] : [];
  };
  return [...list('direct', 'Directly'), ...list('indirect', 'Indirectly')].join('. ') || undefined;
}

/** A text of the indicator: each of its paragraphs is a value, with the list items that follow it. */
function eachParagraph(text: RichText | undefined, from: Source): Value[] {
  if (isBlank(text)) return [];
  const values: Value[] = [];
  for (const paragraph of paragraphsOf(text, from)) {
    const open = values.at(-1);
    if (paragraph.list && open && !open.paragraphs[0]?.list) open.paragraphs.push(paragraph);
    else values.push({ paragraphs: [paragraph] });
  }
  return values;
}

/** A text of an action: one value, however many paragraphs it has. */
function asOne(text: RichText | undefined, from: Source): Value[] {
  return isBlank(text) ? [] : [{ paragraphs: paragraphsOf(text, from) }];
}

function oneLine(text: string | undefined, from: Source): Value[] {
  return text ? [{ paragraphs: [{ runs: [{ text }], source: from }] }] : [];
}

function source(record: Action | Indicator, field: string): Source {
  return { kind: 'indicator' in record ? 'action' : 'indicator', id: record.id, field };
}
