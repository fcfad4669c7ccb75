import type { IndicatorSet, Measure } from './schema.ts';
import { sources } from './sources.ts';

const { disabilityMetrics2023, disabilitySouthEast, disabilityWhittington2024, disabilityNorthCumbria2025 } = sources;

/** The Workforce Disability Equality Standard. It began in 2019; wordings are known from 2023 on. */
export const wdes: IndicatorSet[] = [
  {
    standard: 'WDES',
    edition: '2023',
    years: { from: 2023, to: null },
    note: 'Put together from NHS England’s pages, and from Trusts where those are not known. Bank staff are not counted. North Cumbria prints 2 the other way round and “disciplinary” for “capability” in 3; NHS England’s wording stands here.',
    check: 'The wording of 4 to 10 and 9b in the technical guidance of the year',
    indicators: [
      {
        number: '1',
        title: 'Representation by pay band',
        wording: {
          text: 'Percentage of staff in Agenda for Change (AfC) pay-bands or medical and dental subgroups and very senior managers (including Executive Board members) compared with the percentage of staff in the overall workforce.',
          by: 'NHS England',
          source: disabilityMetrics2023,
        },
        measure: {
          kind: 'percentage',
          formula: 'Disabled staff in a pay band or group ÷ all staff in it',
          source: disabilityMetrics2023,
        },
      },
      {
        number: '2',
        title: 'Appointment from shortlisting',
        wording: {
          text: 'Relative likelihood of non-Disabled staff compared to Disabled staff being appointed from shortlisting across all posts',
          by: 'NHS England',
          source: disabilitySouthEast,
        },
        measure: {
          kind: 'ratio',
          over: 'non-disabled',
          under: 'Disabled',
          formula: '(non-disabled applicants appointed ÷ shortlisted) ÷ (Disabled applicants appointed ÷ shortlisted)',
          aboveOne: 'Non-disabled applicants are more likely to be appointed from shortlisting',
          source: disabilitySouthEast,
        },
      },
      {
        number: '3',
        title: 'Formal capability process',
        wording: {
          text: 'Relative likelihood of Disabled staff entering the formal capability process, as measured by entry into the formal capability procedure',
          by: 'NHS England',
          source: disabilitySouthEast,
        },
        measure: {
          kind: 'ratio',
          over: 'Disabled',
          under: 'non-disabled',
          formula:
            '(Disabled staff entering the process ÷ all Disabled staff) ÷ (non-disabled staff entering ÷ all non-disabled staff)',
          aboveOne: 'Disabled staff are more likely to enter the formal capability process',
          source: disabilityWhittington2024,
        },
      },
      {
        number: '4a(i)',
        title: 'Harassment from patients, relatives or the public',
        wording: {
          text: 'Percentage of Disabled staff compared to non-Disabled staff experiencing harassment, bullying or abuse from patient/service users, their relatives, or other members of the public',
          by: 'a Trust',
          source: disabilityNorthCumbria2025,
        },
        measure: surveyed('lower'),
      },
      {
        number: '4a(ii)',
        title: 'Harassment from managers',
        wording: {
          text: 'Percentage of Disabled staff compared to non-Disabled staff experiencing harassment, bullying or abuse from managers',
          by: 'a Trust',
          source: disabilityNorthCumbria2025,
        },
        measure: surveyed('lower'),
      },
      {
        number: '4a(iii)',
        title: 'Harassment from colleagues',
        wording: {
          text: 'Percentage of Disabled staff compared to non-Disabled staff experiencing harassment, bullying or abuse from other colleagues',
          by: 'a Trust',
          source: disabilityNorthCumbria2025,
        },
        measure: surveyed('lower'),
      },
      {
        number: '4b',
        title: 'Reporting of harassment',
        wording: {
          text: 'Percentage of Disabled staff compared to non-Disabled staff saying the last time they experienced harassment, bullying or abuse at work, they or a colleague reported it',
          by: 'a Trust',
          source: disabilityNorthCumbria2025,
        },
        measure: surveyed('higher'),
      },
      {
        number: '5',
        title: 'Equal opportunities for career progression',
        wording: {
          text: 'Percentage of Disabled staff compared to non-Disabled staff believing that the Trust provides equal opportunities for career progression or promotion',
          by: 'a Trust',
          source: disabilityNorthCumbria2025,
        },
        measure: surveyed('higher'),
      },
      {
        number: '6',
        title: 'Pressure to come to work when unwell',
        wording: {
          text: 'Percentage of Disabled staff compared to non-Disabled staff saying that they have felt pressure from their manager to come to work, despite not feeling well enough to perform their duties.',
          by: 'NHS England',
          source: disabilitySouthEast,
        },
        measure: surveyed('lower'),
      },
      {
        number: '7',
        title: 'Work valued by the organisation',
        wording: {
          text: 'Percentage of Disabled staff compared to non-disabled staff saying that they are satisfied with how much their organisation values their work.',
          by: 'a Trust, shortened',
          source: disabilityWhittington2024,
        },
        measure: surveyed('higher'),
      },
      {
        number: '8',
        title: 'Adjustments at work',
        wording: {
          text: 'Percentage of Disabled staff saying that their employer has made adequate adjustment(s) to enable them to carry out their work.',
          by: 'NHS England',
          source: disabilitySouthEast,
        },
        measure: surveyed('higher'),
      },
      {
        number: '9a',
        title: 'Staff engagement',
        wording: {
          text: 'Staff engagement score for Disabled staff, compared to non-disabled staff.',
          by: 'a Trust, shortened',
          source: disabilityWhittington2024,
        },
        measure: {
          kind: 'score',
          formula: 'Engagement score of the NHS Staff Survey, for Disabled and for non-disabled staff',
          better: 'higher',
          source: disabilityWhittington2024,
        },
      },
      {
        number: '9b',
        title: 'Voices of Disabled staff',
        wording: null,
        measure: { kind: 'narrative', source: disabilityMetrics2023 },
      },
      {
        number: '10',
        title: 'Board representation',
        wording: {
          text: 'Board representation of disabled and non-disabled members.',
          by: 'a Trust, shortened',
          source: disabilityWhittington2024,
        },
        measure: {
          kind: 'difference',
          formula: 'Disabled share of the board − Disabled share of the workforce, in percentage points',
          aboveZero: 'The board has a larger share of Disabled members than the workforce',
          source: disabilityWhittington2024,
        },
      },
    ],
  },
];

function surveyed(better: 'higher' | 'lower'): Measure {
  return {
    kind: 'percentage',
    formula: 'Staff who answered so ÷ staff who answered, for Disabled and for non-disabled staff',
    better,
    source: disabilityMetrics2023,
  };
}
