import { editRows } from './edit.ts';
import { exportRows } from './export.ts';
import { importRows } from './import.ts';
import { keystrokeRows } from './keystroke.ts';
import { openRows } from './open.ts';
import { publishRows } from './publish.ts';
import { roundRows } from './round.ts';
import { startRows } from './start.ts';
import { type NotMeasured, printTable, type Row } from './table.ts';
import { togetherRows } from './together.ts';

/** What is measured, by the word that asks for it alone: npm run bench -- export publish */
const measures: Record<string, () => Promise<(Row | NotMeasured)[]>> = {
  start: startRows,
  open: openRows,
  edit: editRows,
  keystroke: keystrokeRows,
  round: roundRows,
  export: exportRows,
  import: importRows,
  publish: publishRows,
  together: togetherRows,
};

const asked = process.argv.slice(2);
const unknown = asked.find((word) => !(word in measures));
if (unknown !== undefined) {
  console.error(`There is no measure “${unknown}”. There are: ${Object.keys(measures).join(', ')}.`);
  process.exit(2);
}

const rows: (Row | NotMeasured)[] = [];
for (const [name, measure] of Object.entries(measures)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`Measuring ${name} …`);
  rows.push(...(await measure()));
}
console.log('');
printTable(rows);
