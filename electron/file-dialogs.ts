import path from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { isThere } from './is-there.ts';
import type { Settings, SettingsStore } from './settings.ts';

/** The native dialogs in which a person says which file, or where to. Each gives null where they chose nothing. */
export interface FileDialogs {
  choosePlan(title: string): Promise<string | null>;
  chooseWord(title: string): Promise<string | null>;
  /**
   * What kind of file it is follows from the end of the suggested name. Of a plan that has one of that name, a name that
   * is free is suggested: nobody means to replace a plan.
   */
  choosePlace(title: string, name: string, purpose: 'plans' | 'exports'): Promise<string | null>;
  chooseFolder(title: string): Promise<string | null>;
}

const planFiles = [{ name: 'WRES Planner plan', extensions: ['wresplan'] }];
/** Also old ones, which are declined in words rather than not shown. */
const foreignFiles = [
  { name: 'Word, Excel and CSV', extensions: ['docx', 'docm', 'dotx', 'dotm', 'doc', 'xlsx', 'xlsm', 'csv', 'tsv'] },
];
const filesOf: Record<string, FileFilter[]> = {
  '.wresplan': planFiles,
  '.docx': [{ name: 'Word document', extensions: ['docx'] }],
  '.xlsx': [{ name: 'Excel workbook', extensions: ['xlsx'] }],
  '.pdf': [{ name: 'PDF document', extensions: ['pdf'] }],
};

type Purpose = keyof Settings['folders'];

/** A dialog begins in the folder that the settings name, else where its purpose was last served, else in Documents. */
export function fileDialogs(window: BrowserWindow, settings: SettingsStore): FileDialogs {
  function folderFor(purpose: Purpose): string {
    const { folder, folders } = settings.value;
    const last = purpose === 'plans' ? (folder ?? folders.plans) : (folders[purpose] ?? folder ?? folders.plans);
    return last ?? app.getPath('documents');
  }

  function remember(purpose: Purpose, file: string): void {
    settings.change({ folders: { ...settings.value.folders, [purpose]: path.dirname(file) } });
  }

  async function chooseFile(title: string, purpose: Purpose, filters: FileFilter[]): Promise<string | null> {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title,
      defaultPath: folderFor(purpose),
      filters,
      properties: ['openFile'],
    });
    const [file] = filePaths;
    if (file === undefined) return null;
    remember(purpose, file);
    return file;
  }

  return {
    choosePlan: (title) => chooseFile(title, 'plans', planFiles),
    chooseWord: (title) => chooseFile(title, 'word', foreignFiles),
    async choosePlace(title, name, purpose) {
      const { filePath } = await dialog.showSaveDialog(window, {
        title,
        defaultPath: purpose === 'plans' ? await freeIn(folderFor(purpose), name) : path.join(folderFor(purpose), name),
        filters: filesOf[path.extname(name)] ?? [],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      if (!filePath) return null;
      remember(purpose, filePath);
      return withExtension(filePath, path.extname(name));
    },
    async chooseFolder(title) {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title,
        defaultPath: folderFor('plans'),
        properties: ['openDirectory', 'createDirectory'],
      });
      return filePaths[0] ?? null;
    },
  };
}

/** The place of a file of that name; where there is one, of the same with a number: "Plan (2).wresplan". */
async function freeIn(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  for (let number = 1; number < 100; number += 1) {
    const place = path.join(folder, number === 1 ? name : `${stem} (${number})${ext}`);
    if (!(await isThere(place))) return place;
  }
  return path.join(folder, name);
}

function withExtension(file: string, extension: string): string {
  return file.toLowerCase().endsWith(extension) ? file : file + extension;
}
