/**
 * What the app can be told to do, in one list: it feeds the menu, the keys, the buttons' tooltips and the list of
 * shortcuts. An `&` in a label stands before the letter that the menu underlines.
 */
export const commands = [
  { id: 'newPlan', menu: 'file', label: '&New plan…', shortcut: 'CmdOrCtrl+N', when: 'always' },
  { id: 'rollOn', menu: 'file', label: 'Roll on to next &year…', when: 'plan' },
  { id: 'open', menu: 'file', label: '&Open…', shortcut: 'CmdOrCtrl+O', when: 'always' },
  { id: 'bringInWord', menu: 'file', label: 'Bring in a &Word plan…', when: 'always' },
  { id: 'bringIn', menu: 'file', label: 'Brin&g in a colleague’s copy…', when: 'plan' },
  { id: 'bringInEdited', menu: 'file', label: 'Bring in an e&dited Word copy…', when: 'plan' },
  { id: 'openSample', menu: 'file', label: 'Open the sa&mple plan', when: 'always' },
  { id: 'publish', menu: 'file', label: '&Save to the file now', shortcut: 'CmdOrCtrl+S', when: 'plan', group: true },
  { id: 'saveCopy', menu: 'file', label: 'Save a &copy…', shortcut: 'CmdOrCtrl+Shift+S', when: 'plan' },
  { id: 'share', menu: 'file', label: 'Sha&re…', when: 'plan' },
  { id: 'showPlan', menu: 'file', label: 'Show in &folder', when: 'plan' },
  { id: 'copyPath', menu: 'file', label: 'Copy pat&h', when: 'plan' },
  { id: 'export', menu: 'file', label: '&Export to Word…', shortcut: 'CmdOrCtrl+E', when: 'plan', group: true },
  { id: 'exportSheet', menu: 'file', label: 'Export all actions to E&xcel…', when: 'plan' },
  { id: 'print', menu: 'file', label: '&Print…', shortcut: 'CmdOrCtrl+P', when: 'plan' },
  { id: 'points', menu: 'file', label: 'N&amed points', when: 'plan' },
  { id: 'versions', menu: 'file', label: 'Earlier &versions…', when: 'plan' },
  { id: 'settings', menu: 'file', label: 'Se&ttings…', shortcut: 'CmdOrCtrl+,', when: 'always', group: true },
  { id: 'closePlan', menu: 'file', label: 'C&lose plan', shortcut: 'CmdOrCtrl+W', when: 'plan', group: true },
  { id: 'undo', menu: 'edit', label: '&Undo', shortcut: 'CmdOrCtrl+Z', when: 'undo' },
  { id: 'redo', menu: 'edit', label: '&Redo', shortcut: 'CmdOrCtrl+Y', when: 'redo' },
  { id: 'pasteTable', menu: 'edit', label: 'P&aste a table as actions…', when: 'plan', group: true },
  { id: 'find', menu: 'edit', label: '&Find…', shortcut: 'CmdOrCtrl+F', when: 'plan', group: true },
  { id: 'findNext', menu: 'edit', label: 'Find &next', shortcut: 'F3', when: 'plan' },
  { id: 'findPrevious', menu: 'edit', label: 'Find pre&vious', shortcut: 'Shift+F3', when: 'plan' },
  { id: 'replace', menu: 'edit', label: 'R&eplace…', shortcut: 'CmdOrCtrl+H', when: 'plan' },
  { id: 'spelling', menu: 'edit', label: '&Spelling…', shortcut: 'F7', when: 'plan' },
  { id: 'goTo', menu: 'edit', label: '&Go to…', shortcut: 'CmdOrCtrl+Shift+P', when: 'always' },
  { id: 'round', menu: 'view', label: 'Progress &round', shortcut: 'CmdOrCtrl+Shift+R', when: 'plan' },
  { id: 'checks', menu: 'view', label: 'Chec&ks', shortcut: 'CmdOrCtrl+Shift+K', when: 'plan' },
  { id: 'history', menu: 'view', label: '&History', shortcut: 'CmdOrCtrl+Shift+H', when: 'plan' },
  { id: 'copies', menu: 'view', label: '&Copies and conflicts', when: 'plan' },
  { id: 'layouts', menu: 'view', label: '&Layouts', when: 'plan' },
  { id: 'togglePreview', menu: 'view', label: 'Word &preview', shortcut: 'CmdOrCtrl+Shift+E', when: 'plan' },
  { id: 'nextPage', menu: 'view', label: 'Next pa&ge', shortcut: 'CmdOrCtrl+PageDown', when: 'plan', group: true },
  { id: 'previousPage', menu: 'view', label: 'Previo&us page', shortcut: 'CmdOrCtrl+PageUp', when: 'plan' },
  { id: 'nextPane', menu: 'view', label: '&Next pane', shortcut: 'F6', when: 'plan' },
  { id: 'previousPane', menu: 'view', label: 'Pre&vious pane', shortcut: 'Shift+F6', when: 'plan' },
  { id: 'zoomIn', menu: 'view', label: 'Zoom &in', shortcut: 'CmdOrCtrl+Plus', when: 'always', group: true },
  { id: 'zoomOut', menu: 'view', label: 'Zoom &out', shortcut: 'CmdOrCtrl+-', when: 'always' },
  { id: 'zoomReset', menu: 'view', label: '&Actual size', shortcut: 'CmdOrCtrl+0', when: 'always' },
  { id: 'guide', menu: 'help', label: '&Help with this page', shortcut: 'F1', when: 'always' },
  { id: 'shortcuts', menu: 'help', label: '&Keyboard shortcuts', shortcut: 'CmdOrCtrl+/', when: 'always' },
  { id: 'copyDetails', menu: 'help', label: '&Copy details for IT', when: 'always' },
  { id: 'about', menu: 'help', label: '&About WRES Planner', when: 'always', group: true },
] as const satisfies readonly Command[];

/** One command. `when` says what must be there for it; `group` draws a line above it in the menu. */
export interface Command {
  id: string;
  menu: 'file' | 'edit' | 'view' | 'help';
  label: string;
  /** As Electron writes accelerators. */
  shortcut?: string;
  when: 'always' | 'plan' | 'undo' | 'redo';
  group?: true;
}

export type CommandId = (typeof commands)[number]['id'];

const byId = new Map<string, Command>(commands.map((command) => [command.id, command]));

/** What commands hang on: whether a plan is open, and the labels of what could be undone and redone. */
export interface Ground {
  hasPlan: boolean;
  undo: string | null;
  redo: string | null;
}

/** Whether a command can be done now. */
export function isAvailable(id: CommandId, ground: Ground): boolean {
  const when = byId.get(id)?.when ?? 'always';
  if (when === 'always') return true;
  return when === 'plan' ? ground.hasPlan : ground[when] !== null;
}

/** The words of a command, without the mark of its underlined letter. */
export function commandLabel(id: CommandId): string {
  return (byId.get(id)?.label ?? id).replace('&', '');
}

/** A command's keys as a person reads them on Windows ("Ctrl+Shift+S"), or undefined where it has none. */
export function commandKeys(id: CommandId): string | undefined {
  return byId.get(id)?.shortcut?.replace('CmdOrCtrl', 'Ctrl').replace('Plus', '+').replace('Page', 'Page ');
}
