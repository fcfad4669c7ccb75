import type { Action } from '../plan/model.ts';
import { about } from './choices.ts';
import { hueOf } from './colour.ts';
import { lineOf, type WordCell } from './document.ts';
import type { Draft } from './draft.ts';
import { readCell } from './read-cell.ts';
import type { ActionTable } from './table.ts';
import { type Item, itemLine, itemsOf, oneLine } from './text.ts';

/** Red moves an indicator directly, amber indirectly; a word in the cell counts before its colour. */
export function readMatrix(draft: Draft, { columns, rows }: ActionTable): void {
  // A matrix that goes over several tables has the same indicators in each.
  const indicators = columns.map(({ indicator: mark, at }) => {
    if (mark === undefined) return undefined;
    draft.at = at;
    const [number, wording] = /^[A-Z]$/.test(mark) ? [null, mark] : [mark, ''];
    const known = draft.indicators.find((each) => each.number === number && (number !== null || each.wording === mark));
    return known ?? draft.newIndicator(number, wording);
  });
  for (const row of rows) {
    const named = row.cells[columns.findIndex(({ role }) => role === 'action')]?.cell;
    const items = itemsOf(named?.paragraphs ?? []);
    if (items.length === 0) continue;
    draft.at = named?.at ?? [];
    const action = draft.newAction(null, items);
    const effects: NonNullable<Action['effects']> = {};
    for (const [index, column] of columns.entries()) {
      const cell = row.cells[index]?.cell;
      const indicator = indicators[index];
      if (!cell || column.role === 'action' || column.leftOut) continue;
      draft.at = cell.at;
      const where = `Action “${oneLine(itemLine(items[0] as Item)).slice(0, 60)}”, ${column.heading}`;
      if (!indicator) readCell(draft, column, cell, action, where);
      else {
        const effect = effectIn(draft, cell, where);
        if (effect) {
          effects[indicator.id] = effect;
          draft.setEffects(action, effects);
        }
      }
    }
  }
}

function effectIn(draft: Draft, cell: WordCell, where: string): 'direct' | 'indirect' | undefined {
  const text = lineOf(cell).toLowerCase();
  if (/^(?:indirect(?:ly)?|i|amber|a)$/.test(text)) return 'indirect';
  if (/^(?:direct(?:ly)?|d|red|r|x|y|yes|✓|✔|●|•)$/.test(text)) return 'direct';
  const colour = cell.fill ?? cell.paragraphs.find((paragraph) => paragraph.colour)?.colour;
  const hue = hueOf(colour);
  if (hue === 'red') return 'direct';
  if (hue === 'amber') return 'indirect';
  if (hue === undefined && text === '') return undefined;
  const none = { take: 'none', words: 'no effect' };
  const direct = { take: 'direct', words: 'a direct effect' };
  const indirect = { take: 'indirect', words: 'an indirect effect' };
  const take = draft.ask({
    about: about.effect(draft.at),
    where,
    found: hue === undefined ? text : `a ${hue} cell`,
    options: hue === undefined ? [none, direct, indirect] : [direct, indirect, none],
  });
  return take === 'direct' || take === 'indirect' ? take : undefined;
}
