import type { ExportView, Input } from '../../shared/ipc/contract.ts';
import { rowsOf } from '../../shared/plan/rows.ts';
import { callApp } from '../api.ts';
import { flushDrafts } from '../fields/draft.ts';
import { attempt, change, current } from '../store.ts';
import { count, today } from '../ui/words.ts';

/**
 * Exports the plan to where the person chooses. Gives null where they chose nothing, or where it failed, which is then
 * told with `again` as a way on.
 */
export async function exportToWord(options: Input<'exportPlan'>, again: () => void): Promise<ExportView | null> {
  let done: ExportView | null = null;
  change({ notice: null });
  await attempt(
    async () => {
      await flushDrafts();
      done = await callApp('exportPlan', options);
    },
    () => [{ label: 'Choose another name…', go: again }],
  );
  return done;
}

/** Exports all actions to an Excel sheet. */
export async function exportSheet(): Promise<void> {
  const plan = current().open?.plan;
  if (!plan) return;
  const ids = rowsOf(plan, today()).map(({ id }) => id);
  await exportRows(ids, 'excel');
}

/** Exports some actions to a Word file or an Excel sheet, to where the person chooses. @param shown which, in words */
export async function exportRows(actions: string[], as: 'word' | 'excel', shown = ''): Promise<void> {
  await flushDrafts();
  await attempt(
    async () => {
      const done = await callApp('exportRows', { actions, asAt: today(), as, shown: shown.slice(0, 1_000) });
      if (done !== null) tellExported(`${count(actions.length, 'action')} exported to ${done.file}.`, done);
    },
    () => [{ label: 'Choose another name…', go: () => void exportRows(actions, as, shown) }],
  );
}

/** Says that a file was written, with what can be done with it. */
export function tellExported(happened: string, { token, folder }: ExportView): void {
  const ways = [
    { label: 'Open', go: () => openExport(token) },
    { label: 'Show in folder', go: () => showExport(token) },
  ];
  change({ notice: { tone: 'good', message: { happened, safe: `It is in ${folder}.`, next: '' }, ways } });
}

/** Leaves off the export that is under way; there is no file of it. */
export function cancelExport(): void {
  void callApp('cancelExport');
}

export function openExport(token: string): void {
  void attempt(async () => void (await callApp('openExport', { token })));
}

export function showExport(token: string): void {
  void attempt(async () => void (await callApp('showExport', { token })));
}
