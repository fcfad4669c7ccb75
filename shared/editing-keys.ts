/** Keys that do something where the keyboard is, beside those of the menu (`commands.ts`): what each does, and where. */
export interface KeyGroup {
  where: string;
  keys: readonly { id: string; label: string; keys?: string }[];
}

/** On an action, open or closed. */
export const actionKeys = [
  { id: 'add', label: 'Add an action after it', keys: 'Ctrl+Enter' },
  { id: 'up', label: 'Move up', keys: 'Alt+Shift+Up' },
  { id: 'down', label: 'Move down', keys: 'Alt+Shift+Down' },
  { id: 'duplicate', label: 'Duplicate', keys: 'Ctrl+Shift+D' },
  { id: 'split', label: 'Split in two at the caret', keys: 'Ctrl+Shift+Enter' },
  { id: 'join', label: 'Join with the next', keys: 'Ctrl+Shift+J' },
  { id: 'delete', label: 'Delete', keys: 'Ctrl+Shift+Delete' },
] as const;

export type ActionKeyId = (typeof actionKeys)[number]['id'];

/** In a long text: what its toolbar has. */
export const textTools = [
  { id: 'bold', label: 'Bold', keys: 'Ctrl+B' },
  { id: 'italic', label: 'Italic', keys: 'Ctrl+I' },
  { id: 'link', label: 'Link', keys: 'Ctrl+K' },
  { id: 'bullet', label: 'Bullets', keys: 'Ctrl+Shift+8' },
  { id: 'number', label: 'Numbers', keys: 'Ctrl+Shift+7' },
] as const;

/** All of them, for whoever wants to read them. */
export const editingKeys: readonly KeyGroup[] = [
  {
    where: 'On an action',
    keys: [
      { id: 'open', label: 'Open it, or close it', keys: 'Enter' },
      { id: 'close', label: 'Close it; nothing is lost', keys: 'Esc' },
      { id: 'step', label: 'To the one before, or after', keys: 'Up, Down' },
      ...actionKeys,
      { id: 'menu', label: 'Everything that can be done with it', keys: 'Shift+F10' },
    ],
  },
  {
    where: 'In a long text',
    keys: [
      ...textTools,
      { id: 'deeper', label: 'One level deeper', keys: 'Alt+Shift+Right, or Tab at the beginning of a later item' },
      { id: 'higher', label: 'One level higher', keys: 'Alt+Shift+Left, or Shift+Tab there' },
      { id: 'begin', label: 'Begin a list', keys: '- or 1. and a space' },
      { id: 'break', label: 'New line in the same paragraph', keys: 'Shift+Enter' },
      { id: 'plain', label: 'Paste without formatting', keys: 'Ctrl+Shift+V' },
      { id: 'toolbar', label: 'To the toolbar', keys: 'Alt+F10' },
    ],
  },
  {
    where: 'In the leads',
    keys: [
      { id: 'choose', label: 'Through the names that fit', keys: 'Up, Down' },
      { id: 'add', label: 'Add the name', keys: 'Enter, or a comma' },
      { id: 'remove', label: 'Take the last one away', keys: 'Backspace' },
      { id: 'chips', label: 'To the names that are there', keys: 'Left; Delete takes one away' },
    ],
  },
  {
    where: 'In the progress round',
    keys: [
      { id: 'go', label: 'From cell to cell', keys: 'Up, Down, Left, Right' },
      { id: 'first', label: 'To the first, or the last, of the row', keys: 'Home, End' },
      { id: 'ends', label: 'To the first, or the last, of all', keys: 'Ctrl+Home, Ctrl+End' },
      { id: 'edit', label: 'Edit the cell', keys: 'Enter, or F2' },
      { id: 'leave', label: 'Leave the cell', keys: 'Esc' },
      { id: 'rate', label: 'Rate, in the column of ratings', keys: 'The first letter of the rating' },
      { id: 'clear', label: 'Clear the cell', keys: 'Delete' },
      { id: 'copy', label: 'Copy the row, or those that are selected, as a table', keys: 'Ctrl+C' },
      { id: 'paste', label: 'Make actions of a table that was copied', keys: 'Ctrl+V' },
      { id: 'sort', label: 'Sort by a column, at its heading', keys: 'Enter' },
      { id: 'select', label: 'Select the row', keys: 'Space' },
      { id: 'more', label: 'Select the next one too', keys: 'Shift+Up, Shift+Down' },
      { id: 'all', label: 'Select all', keys: 'Ctrl+A' },
      { id: 'menu', label: 'Everything that can be done with the action; its keys work here too', keys: 'Shift+F10' },
    ],
  },
  {
    where: 'When a Word plan is brought in',
    keys: [
      { id: 'doubt', label: 'The next doubt, or the one before', keys: 'F8, Shift+F8' },
      { id: 'go', label: 'From cell to cell of the Word file', keys: 'Up, Down, Left, Right' },
      { id: 'made', label: 'What was made of the cell', keys: 'Enter' },
      { id: 'undo', label: 'Take a choice back, or put it back', keys: 'Ctrl+Z, Ctrl+Y' },
      { id: 'leave', label: 'Leave it as it is, for later', keys: 'Esc' },
    ],
  },
  {
    where: 'Where two people said different things',
    keys: [
      { id: 'mine', label: 'Keep mine', keys: '1' },
      { id: 'theirs', label: 'Take theirs', keys: '2' },
      { id: 'both', label: 'Both, where that can be', keys: '3' },
      { id: 'own', label: 'Write it oneself', keys: '4' },
      { id: 'next', label: 'To the next, or the one before, and decide later', keys: 'Down, Up' },
    ],
  },
  {
    where: 'In find, and at a named point',
    keys: [
      { id: 'next', label: 'The next match', keys: 'Enter' },
      { id: 'previous', label: 'The one before', keys: 'Shift+Enter' },
      { id: 'list', label: 'Through the list', keys: 'Down, Up' },
      { id: 'close', label: 'Close, and stay at what was found', keys: 'Esc' },
      { id: 'rename', label: 'Rename the point', keys: 'F2' },
      { id: 'delete', label: 'Delete the point', keys: 'Delete' },
    ],
  },
];
