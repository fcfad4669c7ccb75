import type { BrowserWindow } from 'electron';
import { fileName } from '../../shared/file-name.ts';
import type { ExportView } from '../../shared/ipc/contract.ts';
import type { FileDialogs } from '../file-dialogs.ts';
import type { Handlers } from './dispatch.ts';

/**
 * Paper and PDF. The page has put what is to be printed in its place, and waits.
 * @param written takes note of a file that was written, so that the page can have it opened
 */
export function printHandlers(
  window: BrowserWindow,
  { choosePlace }: FileDialogs,
  written: (file: string) => ExportView,
): Pick<Handlers, 'print' | 'savePdf'> {
  return {
    print: async ({ orientation }) => {
      const { printPage } = await import('../print.ts');
      await printPage(window.webContents, orientation);
      return null;
    },
    savePdf: async ({ title, orientation, footer }) => {
      const file = await choosePlace('Save as PDF', `${fileName(title)}.pdf`, 'exports');
      if (file === null) return null;
      const { pdfOf } = await import('../print.ts');
      const { writeAtomically } = await import('../files.ts');
      await writeAtomically(file, await pdfOf(window.webContents, orientation, footer));
      return written(file);
    },
  };
}
