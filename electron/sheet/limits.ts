import { PlanError } from '../../shared/messages.ts';

/** What is more than a plan can be. */
export const most = { rows: 10_000, columns: 200, cells: 500_000 };

/** @throws PlanError `word-too-large` where a sheet is larger than a plan can be */
export function withinLimits(rows: number, columns: number): void {
  if (rows > most.rows) throw new PlanError('word-too-large', { found: 'a sheet of it has more than 10,000 rows' });
  if (columns > most.columns)
    throw new PlanError('word-too-large', { found: 'a sheet of it has more than 200 columns' });
}
