import type { Layout } from '../../layout/layout.ts';
import { effectOn } from '../../layout/values.ts';
import { set } from '../../plan/edits/changes.ts';
import { recordOf } from '../../plan/existing.ts';
import type { Action, Effect, Indicator } from '../../plan/model.ts';
import { actionTitle, homeName } from '../../plan/names.ts';
import { lineOf } from '../document.ts';
import type { CellPair } from './cell-pairs.ts';
import { printedText } from './printed.ts';
import type { Proposal } from './proposal.ts';
import { arrow, isIn, nameIn, type Sides } from './sides.ts';

/** A cell of a matrix. */
export type EffectCell = CellPair & { shown: { effectOn: Indicator } };
type ChangedEffect = { indicator: Indicator; before: string; now: string; value: Effect | null | undefined };
type Matrix = NonNullable<Layout['matrix']>;

/**
 * What an action does in a matrix, where it does something else. An action that does not move its home directly any
 * more, and one other indicator instead, is at home there.
 */
export function effectProposals(sides: Sides, cells: readonly EffectCell[]): Proposal[] {
  const matrix = sides.layout.matrix as Matrix;
  const changed = cells.flatMap((cell) => changedEffect(matrix, cell) ?? []);
  const [action] = cells[0]?.group.actions ?? [];
  if (!action) return [];
  const effects = (some: ChangedEffect[]) => some.flatMap((each) => effectProposal(sides, matrix, action, each) ?? []);
  const left = changed.find(({ indicator, value }) => indicator.id === action.indicator && value !== undefined);
  const [home, ...others] = changed.filter(({ value }) => value === 'direct');
  if (!left || !home || others.length > 0) return effects(changed);
  const moved = newHome(sides, action, home.indicator, left.value ?? null);
  return [...effects(changed.filter((each) => each !== left && each !== home)), ...(moved ? [moved] : [])];
}

/** @param left what it does to its old home now */
function newHome(
  { plan }: Sides,
  { id, indicator: was }: Action,
  { id: home }: Indicator,
  left: Effect | null,
): Proposal | undefined {
  const own = recordOf(plan, 'action', id);
  if (!own || own.indicator === home || was === null || !isIn(plan, 'indicator', home)) return undefined;
  return {
    id: `action/${id}/indicator`,
    kind: 'changed',
    label: `Move ${actionTitle(plan, id)} from ${homeName(plan, was)} to ${homeName(plan, home)}`,
    place: { kind: 'action', id },
    before: '',
    now: '',
    ...(own.indicator !== was && { changedSince: homeName(plan, own.indicator) }),
    changes: [set('action', id, 'indicator', home)],
    effects: [
      { action: id, indicator: home, value: null },
      { action: id, indicator: was, value: left },
    ],
  };
}

function effectProposal(
  sides: Sides,
  matrix: Matrix,
  action: Action,
  { indicator, before, now, value }: ChangedEffect,
): Proposal | undefined {
  const name = nameIn(sides, 'indicator', indicator.id);
  const label = `The effect of ${nameIn(sides, 'action', action.id)} on ${name}${arrow(before, value ? matrix[value].word : now)}`;
  const told = {
    id: `action/${action.id}/effects/${indicator.id}`,
    label,
    before,
    now: value ? matrix[value].word : now,
    place: { kind: 'action' as const, id: action.id, field: 'effects' },
    changes: [],
  };
  const own = recordOf(sides.plan, 'action', action.id);
  const why = !own
    ? 'It is not in the plan any more.'
    : action.indicator === indicator.id
      ? 'The action is at home there, and moves it directly.'
      : value === undefined
        ? `“${now}” is neither ${matrix.direct.word} nor ${matrix.indirect.word}.`
        : undefined;
  if (why !== undefined) return { ...told, kind: 'told', why };
  const since = own ? effectOn(own, indicator) : undefined;
  if ((since ?? null) === (value ?? null)) return undefined;
  return {
    ...told,
    kind: 'changed',
    ...(since !== effectOn(action, indicator) && { changedSince: since ? matrix[since].word : '' }),
    effects: [{ action: action.id, indicator: indicator.id, value: value ?? null }],
  };
}

/** What a cell of a matrix says that it did not say; a value of undefined: words that are no effect. */
function changedEffect(
  matrix: Matrix,
  { shown: { effectOn: indicator }, was, is }: EffectCell,
): ChangedEffect | undefined {
  const before = was?.paragraphs.map(printedText).join(' ') ?? '';
  const now = lineOf(is);
  const words = (['direct', 'indirect'] as const).map((each) => ({ each, ...matrix[each] }));
  const ofWords = words.find(({ word }) => word.toLowerCase() === now.toLowerCase());
  const recoloured = is.fill !== undefined && is.fill !== was?.fill?.colour;
  const ofColour = recoloured ? words.find(({ colour }) => colour === is.fill) : undefined;
  if (before === now && !(ofColour && ofColour.word !== before)) return undefined;
  const value = before === now || (now === '' && ofColour) ? ofColour?.each : now === '' ? null : ofWords?.each;
  return { indicator, before, now, value };
}
