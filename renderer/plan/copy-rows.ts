import { rowsPage } from '../../shared/layout/rows-page.ts';
import { copyOfTable } from '../../shared/layout/table-copy.ts';
import { flushDrafts } from '../fields/draft.ts';
import { current } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { putOnClipboard } from '../ui/clipboard.ts';
import { count, today } from '../ui/words.ts';
import { undecidedNow } from './copies.ts';

/** Puts some actions on the clipboard, as a table for Word and as plain text. Gives false where there was nothing to. */
export async function copyRows(actions: string[]): Promise<boolean> {
  await flushDrafts();
  const undecided = await undecidedNow();
  const plan = current().open?.plan;
  const table = plan && copyOfTable(rowsPage(plan, actions, { asAt: today(), undecided }));
  const done = table !== undefined && putOnClipboard(table);
  announce(done ? `${count(actions.length, 'action')} copied as a table` : 'There is nothing to copy');
  return done;
}
