import type { OtherView } from '../../shared/ipc/contract.ts';
import type { Message } from '../../shared/messages.ts';
import { listed } from '../../shared/plan/names.ts';
import { dayAndTime, uncapitalised } from '../ui/words.ts';

/** "Also open: Sam"; "" where nobody else has it open. */
export function othersInWords(others: readonly OtherView[]): string {
  const [first, ...more] = others.map(nameOf);
  if (first === undefined) return '';
  return `Also open: ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`;
}

/** Since when each of them has, and that it is in nobody's way. */
export function othersMessage(others: readonly OtherView[], now = new Date()): Message {
  const each = others.map((other) => `${nameOf(other)} (since ${uncapitalised(dayAndTime(other.since, now))})`);
  return {
    happened: `This plan is also open elsewhere: ${listed(each)}.`,
    safe: 'You can all go on. What somebody else saves comes into your plan before yours is saved, and nothing is replaced.',
    next: 'Where two of you change the same thing, you are asked which it is to be.',
  };
}

function nameOf({ author }: OtherView): string {
  return author.trim() || 'Somebody';
}
