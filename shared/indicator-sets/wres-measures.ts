import type { Measure } from './schema.ts';
import { sources } from './sources.ts';

/** Short titles of the nine indicators, of our own. */
export const titles = [
  'Representation by pay band',
  'Appointment from shortlisting',
  'Formal disciplinary process',
  'Non-mandatory training and CPD',
  'Harassment from patients, relatives or the public',
  'Harassment from staff',
  'Equal opportunities for career progression',
  'Discrimination from manager or colleagues',
  'Board representation',
];

/**
 * What each of the nine is, in all editions. The formulas are those that the worked figures of the sources follow; NHS
 * England’s own text of them was not at hand.
 */
export const measures: Measure[] = [
  {
    kind: 'percentage',
    formula: 'BME staff in a pay band ÷ all staff in that band, clinical and non-clinical apart; headcount at 31 March',
    source: sources.rotherham2023,
  },
  {
    kind: 'ratio',
    over: 'white',
    under: 'BME',
    formula:
      '(white applicants appointed ÷ white applicants shortlisted) ÷ (BME applicants appointed ÷ BME applicants shortlisted)',
    aboveOne: 'White applicants are more likely to be appointed from shortlisting',
    range: { low: 0.8, high: 1.25, set: 'by Trusts', source: sources.northMidlands2023 },
    source: sources.christie2022,
  },
  {
    kind: 'ratio',
    over: 'BME',
    under: 'white',
    formula: '(BME staff entering the process ÷ all BME staff) ÷ (white staff entering the process ÷ all white staff)',
    aboveOne: 'BME staff are more likely to enter the formal disciplinary process',
    range: { low: 0.8, high: 1.25, set: 'nationally', source: sources.fairExperience2019 },
    source: sources.kentAndMedway2020,
  },
  {
    kind: 'ratio',
    over: 'white',
    under: 'BME',
    formula: '(white staff accessing ÷ all white staff) ÷ (BME staff accessing ÷ all BME staff)',
    aboveOne: 'White staff are more likely to access non-mandatory training and CPD',
    source: sources.leicester2019,
  },
  surveyed('lower'),
  surveyed('lower'),
  surveyed('higher'),
  surveyed('lower'),
  {
    kind: 'difference',
    formula: 'BME share of the board’s voting members − BME share of the workforce, in percentage points',
    aboveZero: 'The board is more diverse than the workforce',
    source: sources.leicester2019,
  },
];

function surveyed(better: 'higher' | 'lower'): Measure {
  return {
    kind: 'percentage',
    formula: 'Staff who answered so ÷ staff who answered, for BME and for white staff; the gap is the difference',
    better,
    source: sources.leicester2019,
  };
}
