import type { Action, Indicator } from '../plan/model.ts';
import { lineOf } from './document.ts';
import type { Draft, Holder } from './draft.ts';
import { askRating, ratingsIn } from './ratings.ts';
import type { Column, PlacedCell } from './table.ts';
import { itemsOf, shortLines, textOf } from './text.ts';

/** What one cell says of an action or, where it covers all the rows of an indicator, of the indicator. */
export function readCell(
  draft: Draft,
  { heading, role }: Column,
  cell: PlacedCell,
  holder: Holder,
  where: string,
): void {
  const { paragraphs, fill, at } = cell;
  draft.at = at;
  const ofAction = 'effects' in holder || 'text' in holder;
  switch (role) {
    case 'number':
      setNumber(draft, holder, lineOf(cell), heading);
      break;
    case 'leads':
      draft.addLeads(
        holder,
        shortLines(paragraphs).map(({ line }) => line),
        where,
      );
      break;
    case 'due':
      draft.setDue(
        holder,
        shortLines(paragraphs)
          .map(({ line }) => line)
          .join('; '),
        where,
      );
      break;
    case 'rating': {
      const { codes, rest } = ratingsIn(draft, paragraphs, fill, where);
      const called = draft.scale.ratings.filter(({ code }) => codes.includes(code));
      const inOrder = called.sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
      const [code] = codes.length > 1 ? askRating(draft, where, codes.join(', '), inOrder) : codes;
      draft.setRating(holder, code, draft.addUpdates(holder, rest));
      break;
    }
    case 'progress':
      draft.addUpdates(holder, itemsOf(paragraphs));
      break;
    case 'measure':
    case 'outcome':
      draft.addText(holder, role, textOf(paragraphs));
      break;
    case 'gaps':
      draft.addText(holder, ofAction ? 'gap' : role, textOf(paragraphs));
      break;
    case 'narrative': {
      // Beside a column of gaps it is of the indicator, whose gaps those are.
      const home = draft.gapsApart ? homeOf(draft, holder) : holder;
      draft.addText(home ?? holder, home && !('text' in home) ? 'narrative' : 'gap', textOf(paragraphs));
      break;
    }
    case 'objective': {
      const home = homeOf(draft, holder);
      home ? draft.addText(home, 'objective', textOf(paragraphs)) : draft.addNote(holder, heading, paragraphs);
      break;
    }
    case 'effects':
      if (ofAction) draft.addEffects(holder as Action, lineOf(cell));
      else draft.addNote(holder, heading, paragraphs);
      break;
    default:
      draft.addNote(holder, heading, paragraphs);
      break;
  }
}

function homeOf(draft: Draft, holder: Holder): Indicator | undefined {
  return 'text' in holder ? draft.indicators.find(({ id }) => id === holder.indicator) : holder;
}

function setNumber(draft: Draft, holder: Holder, text: string, heading: string): void {
  const number = text.replace(/[.):]$/, '');
  if (number === '') return;
  if ('text' in holder && number.length <= 20) draft.setNumber(holder, number);
  else draft.addNote(holder, heading, [{ runs: [{ text }] }]);
}

/** What a person is told of where something stands: "Indicator 4, By when". */
export function whereIs(draft: Draft, holder: Holder | null, column: Column | undefined): string {
  const indicator = holder && homeOf(draft, holder);
  const name = indicator
    ? indicator.number === null
      ? indicator.wording.slice(0, 40)
      : `Indicator ${indicator.number}`
    : 'Across all indicators';
  return column?.heading ? `${name}, ${column.heading}` : name;
}
