import { fileName } from '../../shared/file-name.ts';
import type { EditView, ExportView } from '../../shared/ipc/contract.ts';
import type { Change, Edit } from '../../shared/log/edit.ts';
import { whole } from '../../shared/log/whole.ts';
import type { Desk } from '../desk.ts';
import type { FileDialogs } from '../file-dialogs.ts';
import { undecidedIn } from './copies-handlers.ts';
import type { Handlers } from './dispatch.ts';

/**
 * What the progress round and the overview ask for.
 * @param written takes note of a file that was written, so that the page can have it opened
 */
export function progressHandlers(
  desk: Desk,
  { choosePlace }: FileDialogs,
  written: (file: string) => ExportView,
): Pick<Handlers, 'exportRows' | 'editsSince'> {
  return {
    exportRows: async ({ actions, asAt, as, shown }) => {
      const plan = desk.view?.plan;
      if (plan === undefined) throw new Error('There is no plan open.');
      const file = await (as === 'word'
        ? choosePlace('Export to Word', `${fileName(plan.title)} (progress).docx`, 'exports')
        : choosePlace('Export to Excel', `${fileName(plan.title)} (actions).xlsx`, 'exports'));
      if (file === null) return null;
      const { exportRows } = await import('../export.ts');
      await exportRows(plan, actions, { asAt, shown, undecided: undecidedIn(desk) }, file);
      return written(file);
    },
    editsSince: ({ since }) => desk.file.editsSince(since).map(viewOf),
  };
}

function viewOf({ edit, first }: { edit: Edit; first: Change | undefined }): EditView {
  const { id, at, author, label, kind } = edit;
  const field = first && first.field !== whole ? { field: first.field } : {};
  return { id, at, author, label, kind, place: first ? { kind: first.kind, id: first.record, ...field } : null };
}
