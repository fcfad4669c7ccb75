import type { ReadingLimits } from '../untrusted.ts';
import { contentsOfBytes, readPlanBytes } from './exchange.ts';
import { checkHeader } from './header.ts';

/**
 * Checks a plan file from its header to its log.
 * @returns a line for each thing that holds, in words
 * @throws PlanError for the first thing that does not
 */
export async function verify(file: string, limits?: ReadingLimits): Promise<string[]> {
  const bytes = await readPlanBytes(file);
  const version = checkHeader(bytes);
  const { plan, records, edits, changes } = await contentsOfBytes(bytes, file, limits);
  const count = Object.values(records).reduce((sum, ofKind) => sum + ofKind.size, 0);
  return [
    `ok  identity   a WRES Planner plan of format ${version}: “${plan.title}”`,
    `ok  schema     the tables of format ${version}, and nothing else`,
    `ok  pages      ${(bytes.length / 1024).toLocaleString('en-GB', { maximumFractionDigits: 0 })} KB, whole`,
    'ok  content    the hash of what it holds is the one that was saved',
    `ok  records    ${inWords(count, 'record')}, each as it may be, and in keeping with the others`,
    `ok  log        ${inWords(edits.length, 'edit')} of ${inWords(changes.length, 'change')} lead to these very records`,
  ];
}

function inWords(count: number, what: string): string {
  return `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`;
}
