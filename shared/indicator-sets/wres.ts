import type { IndicatorSet, Measure, Source, StandardIndicator } from './schema.ts';
import { sources } from './sources.ts';
import { measures, titles } from './wres-measures.ts';

/** The Workforce Race Equality Standard, oldest edition first. */
export const wres: IndicatorSet[] = [
  {
    standard: 'WRES',
    edition: '2015',
    years: { from: 2015, to: 2015 },
    note: 'The first collection, of July 2015, with the staff survey of 2014. Only the wordings of 5 to 7 are known.',
    indicators: indicators(
      {
        5: 'Percentage of staff who report experiencing harassment, bullying or abuse from patients, relatives or the public in the last 12 months.',
        6: 'percentage of staff experiencing harassment, bullying or abuse from staff in the last 12 months',
        7: 'Percentage believing Trust provides equal opportunities for career progression or promotion.',
      },
      sources.edc2015,
      {
        5: { number: 'KF18', standing: 'printed', source: sources.edc2015 },
        6: { number: 'KF19', standing: 'printed', source: sources.edc2015 },
        7: { number: 'KF27', standing: 'printed', source: sources.edc2015 },
        8: { number: 'Q23b', standing: 'unverified', check: 'The questionnaire of the NHS Staff Survey 2014' },
      },
    ),
  },
  {
    standard: 'WRES',
    edition: '2016',
    years: { from: 2016, to: 2018 },
    note: 'Leicester’s reproduction is the fullest that is known. It prints the survey question before the wording of 5 to 8; here that stands apart. The years of the questions are inferred.',
    indicators: indicators(
      neutral(),
      sources.leicester2019,
      questions('KF25', 'KF26', 'KF21', 'Q17b', 'inferred', sources.leicester2019),
    ),
  },
  {
    standard: 'WRES',
    edition: '2019',
    years: { from: 2019, to: 2019 },
    note: 'Worded as before, with new numbers in the staff survey. The sentence on the two year rolling average is not printed by any Trust after this year.',
    indicators: indicators(
      neutral(),
      sources.leicester2019,
      questions(
        'Q13a',
        'Q13b&c',
        'Q14',
        'Q15b',
        'unverified',
        undefined,
        'The questionnaire of the NHS Staff Survey 2018',
      ),
    ),
  },
  {
    standard: 'WRES',
    edition: '2020',
    years: { from: 2020, to: 2021 },
    note: 'From here on 2 to 4 say which way they point. Some Trusts go on printing the earlier wording.',
    indicators: directional(
      questions(
        'Q13a',
        'Q13b&c',
        'Q14',
        'Q15b',
        'unverified',
        undefined,
        'The questionnaires of the NHS Staff Survey 2019 and 2020',
      ),
    ),
  },
  {
    standard: 'WRES',
    edition: '2022',
    years: { from: 2022, to: 2022 },
    note: 'Worded as before, with new numbers in the staff survey of 2021; that they begin in that year is inferred.',
    indicators: directional(questions('q14a', 'q14b&c', 'q15', 'q16b', 'inferred', sources.northMidlands2023)),
  },
  {
    standard: 'WRES',
    edition: '2023',
    years: { from: 2023, to: 2024 },
    note: 'Bank staff are no longer counted, and “very senior manager” is defined as in the Disability Standard. Several Trusts add “or medical and dental subgroups” to 1.',
    indicators: directional(questions('q14a', 'q14b&c', 'q15', 'q16b', 'printed', sources.northMidlands2023)),
  },
  {
    standard: 'WRES',
    edition: '2025',
    years: { from: 2025, to: null },
    note: 'The newest complete list that is known, as one Trust prints it.',
    check: 'Whether this is NHS England’s own wording of 2025: compare it with the technical guidance of the year',
    indicators: indicators(
      {
        1: 'Percentage and number of staff in NHS Trusts by ethnicity',
        2: 'The relative likelihood of white applicants being appointed from shortlisting compared to Black and Minority Ethnic (BME) applicants',
        3: 'The relative likelihood of BME staff entering the formal disciplinary process compared to white staff',
        4: 'The relative likelihood of white staff accessing non-mandatory training and CPD compared to BME staff',
        5: 'Percentage of staff experiencing harassment, bullying or abuse from patients, relatives, or the public in last 12 months',
        6: 'Percentage of staff experiencing harassment, bullying or abuse from staff in last 12 months',
        7: 'Percentage of staff believing that their Trust provides equal opportunities for career progression or promotion',
        8: 'Percentage of staff experiencing discrimination at work from staff in the last 12 months',
        9: 'The representation of BME people among board members',
      },
      sources.northCumbria2025,
      questions('q14a', 'q14b&c', 'q15', 'q16b', 'printed', sources.northMidlands2023),
    ),
  },
];

type Wordings = Partial<Record<number, string>>;
type Questions = Partial<Record<number, StandardIndicator['question']>>;

/** The nine indicators of an edition: what changes with it, beside what does not. */
function indicators(wordings: Wordings, source: Source, asked: Questions): StandardIndicator[] {
  return titles.map((title, index): StandardIndicator => {
    const [text, question] = [wordings[index + 1], asked[index + 1]];
    return {
      number: String(index + 1),
      title,
      wording: text === undefined ? null : { text, by: 'a Trust', source },
      ...(question && { question }),
      measure: measures[index] as Measure,
    };
  });
}

function questions(
  five: string,
  six: string,
  seven: string,
  eight: string,
  standing: 'printed' | 'inferred' | 'unverified',
  source?: Source,
  check?: string,
): Questions {
  const asked = (number: string) => ({ number, standing, ...(source && { source }), ...(check && { check }) });
  return { 5: asked(five), 6: asked(six), 7: asked(seven), 8: asked(eight) };
}

/** The wording of 2016 to 2019: it names nobody, and does not say which way a ratio points. */
function neutral(): Wordings {
  return {
    1: 'Percentage of staff in each of the AfC Bands 1-9 and VSM (including executive Board members) compared with the percentage of staff in the overall workforce. Organisations should undertake this calculation separately for non-clinical and for clinical staff',
    2: 'Relative likelihood of staff being appointed from shortlisting across all posts.',
    3: 'Relative likelihood of staff entering the formal disciplinary process, as measured by entry into a formal disciplinary investigation. This indicator will be based on data from a two year rolling average of the current year and the previous year.',
    4: 'Relative likelihood of staff accessing non-mandatory training and CPD.',
    5: 'Percentage of staff experiencing harassment, bullying or abuse from patients, relatives or the public in last 12 months.',
    6: 'Percentage of staff experiencing harassment, bullying or abuse from staff in last 12 months.',
    7: 'Percentage believing that trust provides equal opportunities for career progression or promotion.',
    8: 'In the last 12 months have you personally experienced discrimination at work from any of the following? b) Manager/team leader or other colleagues',
    9: "Percentage difference between the organisations' Board voting membership and its overall workforce",
  };
}

/**
 * The wording from 2020 on. NHS Blood and Transplant’s list agrees word for word with the headings of NHS England’s
 * medical report of that year, which stand in for its own in 2 and 6, where it has slips ("short listing", "12 month").
 */
function directional(asked: Questions): StandardIndicator[] {
  const listed = indicators(
    {
      1: 'Percentage of staff in each of the Agenda for Change (AfC) bands 1 - 9 and VSM (including executive board members) compared with the percentage of staff in the overall workforce.',
      2: 'Relative likelihood of white applicants being appointed from shortlisting compared to BME applicants',
      3: 'Relative likelihood of BME staff entering the formal disciplinary process compared to white staff',
      4: 'Relative likelihood of white staff accessing non–mandatory training and continuous professional development (CPD) compared to BME staff',
      5: 'Percentage of BME staff experiencing harassment, bullying or abuse from patients, relatives or the public in the last 12 months',
      6: 'Percentage of staff experiencing harassment, bullying or abuse from staff in the last 12 months',
      7: 'Percentage of staff believing that their trust provides equal opportunities for career progression or promotion',
      8: 'In the last 12 months have you personally experienced discrimination at work from a manager, team leader or other colleagues?',
      9: 'Percentage difference between the organisations’ board voting membership and its overall workforce',
    },
    sources.bloodAndTransplant2020,
    asked,
  );
  return listed.map((each) =>
    each.wording && (each.number === '2' || each.number === '6')
      ? { ...each, wording: { ...each.wording, by: 'NHS England', source: sources.medical2020 } }
      : each,
  );
}
