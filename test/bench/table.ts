/** One line of the table: what was measured, beside its floor, and the limit that it must keep. */
export interface Row {
  what: string;
  /** In the unit of the row. */
  figure: number;
  unit: 'ms' | 'MB' | 'times';
  /** What cannot be done better, measured in the same run and the same way. */
  floor?: { what: string; figure: number };
  /** The most that is allowed: of the figure itself, or of its ratio to the floor. None: told for comparison only. */
  limit?: { figure: number } | { ratio: number };
}

/** A comparison that could not be made, and why. */
export interface NotMeasured {
  what: string;
  why: string;
}

/** Prints the rows as a table. Gives how many are over their limit. */
export function printTable(rows: (Row | NotMeasured)[]): number {
  const lines = rows.map(cellsOf);
  const heads = ['what', 'figure', 'its floor', 'ratio', 'at most', ''];
  const widths = heads.map((head, column) =>
    Math.max(...[heads, ...lines].map((line) => (line[column] ?? head).length)),
  );
  for (const line of [heads, widths.map((width) => '─'.repeat(width)), ...lines]) {
    console.log(
      line
        .map((cell, column) => (isNumber(column) ? cell.padStart : cell.padEnd).call(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
  const over = rows.filter((row) => verdict(row) === 'over').length;
  const limited = rows.filter((row) => verdict(row) !== '').length;
  console.log(`\n${limited - over} of ${limited} ok, ${over} over`);
  return over;
}

const isNumber = (column: number) => column === 1 || column === 3 || column === 4;

function cellsOf(row: Row | NotMeasured): string[] {
  if ('why' in row) return [row.what, row.why, '', '', '', ''];
  const { what, figure, unit, floor, limit } = row;
  return [
    what,
    quantity(figure, unit),
    floor ? `${floor.what}: ${quantity(floor.figure, unit)}` : '',
    floor ? times(figure / floor.figure) : '',
    limit === undefined ? '' : 'ratio' in limit ? times(limit.ratio) : quantity(limit.figure, unit),
    verdict(row),
  ];
}

function verdict(row: Row | NotMeasured): 'ok' | 'over' | '' {
  if ('why' in row || row.limit === undefined) return '';
  const value = 'ratio' in row.limit ? row.figure / (row.floor?.figure ?? Number.NaN) : row.figure;
  return value <= ('ratio' in row.limit ? row.limit.ratio : row.limit.figure) ? 'ok' : 'over';
}

const quantity = (figure: number, unit: string) => `${round(figure)} ${unit}`;
const times = (ratio: number) => `${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)}×`;
const round = (figure: number) =>
  figure < 10 && !Number.isInteger(figure) ? figure.toFixed(1) : Math.round(figure).toLocaleString('en-GB');
