import { lookUp } from '../look-up.ts';
import type { Indicator, Plan } from '../model.ts';
import { blocksOf, type PlanText, textsOf } from '../texts.ts';

/** A text of the plan's own that is published, with the indicator under which it stands, if it does under one. */
export interface HomeText extends PlanText {
  home: Indicator | undefined;
}

/** The texts that the plan publishes as its own, each with its indicator: that of an update is its action's. */
export function publishedTexts(plan: Plan): HomeText[] {
  const known = made.get(plan) ?? read(plan);
  made.set(plan, known);
  return known;
}

const made = new WeakMap<Plan, HomeText[]>();

function read(plan: Plan): HomeText[] {
  const find = lookUp(plan);
  const homes = new Map<string, Indicator | undefined>();
  for (const indicator of plan.indicators) {
    for (const { id } of [indicator, ...indicator.updates]) homes.set(id, indicator);
  }
  for (const action of plan.actions) {
    for (const { id } of [action, ...action.updates]) homes.set(id, find.indicator(action.indicator));
  }
  return textsOf(plan)
    .filter(({ internal, official }) => !internal && !official)
    .map((text) => ({ ...text, home: homes.get(text.id) }));
}

/** Where a pattern matches in a text, block by block. */
export function placesIn(
  text: PlanText,
  pattern: RegExp,
): { block: string; match: RegExpExecArray; place: TextPlace }[] {
  const { kind, id, field, value } = text;
  return blocksOf(value).flatMap((block, index) =>
    [...block.matchAll(pattern)].map((match) => ({
      block,
      match,
      place: {
        kind,
        id,
        field,
        start: match.index,
        end: match.index + match[0].length,
        ...(typeof value !== 'string' && { block: index }),
      },
    })),
  );
}

type TextPlace = Pick<PlanText, 'kind' | 'id' | 'field'> & { block?: number; start: number; end: number };

/** The sentence of a text in which a place stands. */
export function sentenceAt(text: string, start: number): string {
  const before = Math.max(...['. ', '; ', '! ', '? '].map((stop) => text.lastIndexOf(stop, start - 1)));
  const end = /[.;!?](?:\s|$)/.exec(text.slice(start));
  return text.slice(before + 1, end ? start + end.index : undefined).trim();
}
