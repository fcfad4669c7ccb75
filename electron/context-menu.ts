import { type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron';

/** Gives every text field of a window its menu (right click, Shift+F10 or the Menu key), and text that is selected "Copy". */
export function showContextMenus(window: BrowserWindow, addWord: (word: string) => void): void {
  const { webContents } = window;
  webContents.on('context-menu', (_event, params) => {
    const items = params.isEditable ? fieldMenu(params) : selectionMenu(params);
    if (items.length === 0) return;
    // Where it was asked for: from the keyboard that is the caret, and not the mouse.
    const { x, y, menuSourceType: sourceType } = params;
    Menu.buildFromTemplate(items).popup({ window, x, y, sourceType });
  });

  function fieldMenu({
    misspelledWord,
    dictionarySuggestions,
    editFlags,
  }: ContextMenuParams): MenuItemConstructorOptions[] {
    return [
      ...(misspelledWord === '' ? [] : spelling(misspelledWord, dictionarySuggestions)),
      { label: 'Cu&t', role: 'cut', enabled: editFlags.canCut },
      { label: '&Copy', role: 'copy', enabled: editFlags.canCopy },
      { label: '&Paste', role: 'paste', enabled: editFlags.canPaste },
      { label: 'Paste &without formatting', role: 'pasteAndMatchStyle', enabled: editFlags.canPaste },
      { type: 'separator' },
      { label: 'Select &all', role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  }

  function spelling(word: string, suggestions: string[]): MenuItemConstructorOptions[] {
    const replacements = suggestions.map((each) => ({
      label: each,
      click: () => webContents.replaceMisspelling(each),
    }));
    return [
      ...(replacements.length > 0 ? replacements : [{ label: 'No suggestions', enabled: false }]),
      { type: 'separator' },
      { label: `&Add “${word}” to dictionary`, click: () => addWord(word) },
      { type: 'separator' },
    ];
  }

  function selectionMenu({ selectionText, editFlags }: ContextMenuParams): MenuItemConstructorOptions[] {
    return selectionText.trim() === '' ? [] : [{ label: '&Copy', role: 'copy', enabled: editFlags.canCopy }];
  }
}
