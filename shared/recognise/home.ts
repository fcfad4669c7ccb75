import { indicatorSet } from '../indicator-sets.ts';
import type { Indicator } from '../plan/model.ts';
import { about } from './choices.ts';
import type { WordParagraph } from './document.ts';
import { type Draft, shortened } from './draft.ts';
import { type IndicatorName, indicatorName, namesWholePlan } from './indicator-name.ts';
import { type Item, itemLine, itemsOf, plainWords, richText, without } from './text.ts';
import { roleOf } from './vocabulary.ts';

/** The indicator that a cell or heading names, made where it is new; null for the plan as a whole. */
export function homeIn(draft: Draft, paragraphs: readonly WordParagraph[]): Indicator | null {
  const [first, ...others] = itemsOf(paragraphs);
  if (!first || namesWholePlan(itemLine(first))) return null;
  const read = indicatorName(itemLine(first), draft.head.standard, first.mark);
  const known = indicatorNamed(draft, read);
  const take = numberFor(draft, read, known !== undefined);
  if (take === 'plan') {
    draft.leave('the name of a row', itemLine(first));
    return null;
  }
  const name = { ...read, number: take === 'own' ? null : take };
  if (name.term) draft.terms.push(name.term);
  const indicator = indicatorNamed(draft, name) ?? draft.newIndicator(name.number, name.wording.slice(0, 4_000));
  if (indicator.wording === '' && read.by === 'number') indicator.wording = name.wording.slice(0, 4_000);
  draft.note('indicator', indicator.id, 'wording');
  let open: Label | undefined;
  for (const item of others) open = besideName(draft, indicator, item, open);
  return indicator;
}

function indicatorNamed(draft: Draft, name: Pick<IndicatorName, 'number' | 'wording'>): Indicator | undefined {
  return draft.indicators.find((each) =>
    name.number === null
      ? each.number === null && plainWords(each.wording) === plainWords(name.wording)
      : each.number === name.number,
  );
}

/** The number of an indicator that is named here, `own` for a row of the Trust's, or `plan`: as read, or as chosen. */
function numberFor(draft: Draft, { number, wording, by }: IndicatorName, known: boolean): string {
  const name = about.indicator(draft.at);
  const read = number ?? 'own';
  if (by === 'number' || (known && !draft.choices.has(name))) return draft.choices.get(name) || read;
  const others = indicatorSet(draft.head.standard, draft.head.edition)?.indicators.map((each) => each.number) ?? [];
  const options = [...others, 'own', 'plan'].map((take) => ({ take, words: indicatorWords(take) }));
  const first = { take: read, words: `${indicatorWords(read)}${by === 'wording' ? ', by its wording' : ''}` };
  return draft.ask({
    about: name,
    where: `Indicator “${shortened(wording)}”`,
    found: by === 'wording' ? 'no number' : 'no number, and no wording of the standard',
    options: [first, ...options.filter(({ take }) => take !== read)],
  });
}

function indicatorWords(take: string): string {
  if (take === 'own') return 'a row beyond the standard’s own';
  return take === 'plan' ? 'no indicator: the plan as a whole' : `indicator ${take}`;
}

/**
 * Reads a line under the name of an indicator.
 * @param open the label that the lines before stand under
 * @returns the label that the next would stand under
 */
function besideName(draft: Draft, indicator: Indicator, item: Item, open: Label | undefined): Label | undefined {
  const label = labelOf(item, open);
  const said = label === open ? item : withoutLabel(item);
  if (label?.role === 'progress') {
    draft.addUpdates(indicator, itemLine(said) === '' ? [] : [said]);
  } else if (label) {
    draft.addText(indicator, label.role, itemLine(said) === '' ? undefined : richText([said]));
  } else if (indicator.wording === '') {
    indicator.wording = itemLine(item).slice(0, 4_000);
  } else {
    const take = draft.ask({
      about: about.beside(draft.at, itemLine(item)),
      where: `Indicator ${indicator.number ?? indicator.wording}`,
      found: itemLine(item),
      options: [
        { take: 'objective', words: 'its objective, since it stands under its name' },
        { take: 'notes', words: 'a remark, for its internal notes' },
      ],
    });
    draft.addText(indicator, take === 'notes' ? 'notes' : 'objective', richText([item]));
  }
  return label;
}

/** A label under the name of an indicator: "Objective: …". */
interface Label {
  role: (typeof labels)[number];
  bold: boolean;
}

const labels = ['objective', 'measure', 'outcome', 'narrative', 'gaps', 'progress'] as const;

/** The label that an item begins with, printed as the one before is; else the one that it still stands under. */
function labelOf(item: Item, open: Label | undefined): Label | undefined {
  const role = roleOf(/^([^:]{3,40}):/.exec(itemLine(item))?.[1] ?? '');
  const known = labels.find((label) => label === role);
  const bold = item.runs[0]?.bold === true;
  return known && (bold || !open?.bold) ? { role: known, bold } : open;
}

function withoutLabel({ level, runs }: Item): Item {
  const text = runs.map((run) => run.text).join('');
  return { level, runs: without(runs, /^[^:]*:\s*/.exec(text)?.[0].length ?? 0) };
}
