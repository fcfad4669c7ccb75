/** Where in a grid the keyboard is: a row by its place, -1 for the headings; a column by its place. */
export interface GridCell {
  row: number;
  column: number;
}

/** The keys of a grid, as WAI-ARIA's pattern has them; undefined for a key that moves nowhere. */
export function moved(
  { row, column }: GridCell,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  size: { rows: number; columns: number; page: number },
): GridCell | undefined {
  const within = (cell: GridCell): GridCell => ({
    row: Math.max(-1, Math.min(size.rows - 1, cell.row)),
    column: Math.max(0, Math.min(size.columns - 1, cell.column)),
  });
  switch (key) {
    case 'ArrowUp':
      return within({ row: ctrlKey ? Math.min(row, 0) : row - 1, column });
    case 'ArrowDown':
      return within({ row: ctrlKey ? size.rows - 1 : row + 1, column });
    case 'ArrowLeft':
      return within({ row, column: ctrlKey ? 0 : column - 1 });
    case 'ArrowRight':
      return within({ row, column: ctrlKey ? size.columns - 1 : column + 1 });
    case 'Home':
      return within({ row: ctrlKey ? 0 : row, column: 0 });
    case 'End':
      return within({ row: ctrlKey ? size.rows - 1 : row, column: size.columns - 1 });
    case 'PageUp':
      return within({ row: Math.max(Math.min(row, 0), row - size.page), column });
    case 'PageDown':
      return within({ row: row + size.page, column });
    default:
      return undefined;
  }
}

/** Whether a key writes something, and so begins an edit. */
export function writes({ key, ctrlKey, metaKey, altKey }: KeyLike): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

interface KeyLike {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}
