import { writeFileSync } from 'node:fs';

/**
 * The reader of plan files, which tells what the file has cost it before it answers: in the file that `READER_COST`
 * names.
 */
export interface ReaderCost {
  /** Of the processor, in milliseconds, from the first byte to the answer. */
  took: number;
  /** The most memory that the process ever had, in MB. */
  peak: number;
}

let begun = process.cpuUsage();
process.on('message', () => {
  begun = process.cpuUsage();
});
const send = process.send?.bind(process);
process.send = (answer: unknown) => {
  const { user, system } = process.cpuUsage(begun);
  const cost: ReaderCost = { took: (user + system) / 1_000, peak: process.resourceUsage().maxRSS / 1_024 };
  if (process.env.READER_COST) writeFileSync(process.env.READER_COST, JSON.stringify(cost));
  return send?.(answer) ?? false;
};
await import('../../electron/plan-file/reader.ts');
