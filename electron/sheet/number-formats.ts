import { longDate } from '../../shared/plan/due.ts';

/** Number formats that a workbook need not write down and that show a day or a month (ECMA-376 part 1, 18.8.30). */
const builtIn: Record<number, string> = {
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'dd/mm/yyyy hh:mm',
};

/** The code of a number format by its id. */
export function formatCode(id: number, own: ReadonlyMap<number, string>): string {
  return own.get(id) ?? builtIn[id] ?? 'General';
}

/**
 * A number as its cell shows it: a date as "31 March 2027", or as "March 2027" where no day is shown; a share in per
 * cent; else the number with the decimals of its format.
 *
 * @param serial the number, for dates in days from the workbook's first
 * @param from1904 whether days are counted from 1 January 1904, as old workbooks of the Mac do
 */
export function shown(serial: number, code: string, from1904: boolean): string {
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase();
  if (/[yd]/.test(bare) || /mmm/.test(bare)) return dateIn(serial, bare, from1904);
  const decimals = /\.(0+)/.exec(bare)?.[1]?.length;
  if (bare.includes('%')) return `${plainNumber(serial * 100, decimals ?? 0)}%`;
  return plainNumber(serial, decimals);
}

function dateIn(serial: number, code: string, from1904: boolean): string {
  // Day 60 is a 29 February 1900 that never was (18.17.4.1): from there on the count is one ahead.
  const days = Math.floor(serial) - (from1904 ? -1_462 : 0);
  const date = new Date(Date.UTC(1899, 11, 30 + days));
  const year = date.getUTCFullYear();
  if (!(year >= 1900 && year <= 9999)) return plainNumber(serial);
  const day = longDate(date.toISOString().slice(0, 10));
  if (!code.includes('m')) return code.includes('d') ? day : String(year);
  if (!code.includes('d')) return day.replace(/^\d+ /, '');
  return code.includes('y') ? day : day.replace(/ \d+$/, '');
}

/** Without the last digits in which binary and decimal part. */
function plainNumber(value: number, decimals?: number): string {
  return decimals === undefined ? String(Number(value.toPrecision(15))) : value.toFixed(decimals);
}
