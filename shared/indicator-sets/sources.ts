import type { Source } from './schema.ts';

/** The documents that the indicator sets quote. */
export const sources = {
  edc2015: {
    publisher: 'Kent and Medway NHS and Social Care Partnership Trust',
    title: 'Paper on the NHS Equality and Diversity Council’s analysis of the 2015 WRES data',
    url: 'https://paperzz.com/doc/6923581/1.-introduction-in-may-2016--the-nhs-equality-and-diversi...',
  },
  leicester2019: {
    publisher: 'University Hospitals of Leicester NHS Trust',
    title: 'WRES action plan, data of 2018 and 2019',
  },
  kentAndMedway2020: {
    publisher: 'Kent and Medway NHS and Social Care Partnership Trust',
    title: 'Workforce Race Equality Standard 2020-2022, indicator 3',
    url: 'https://www.kmpt.nhs.uk/pdf-documents/about-us-documents/publications/workforce-reports/workforce-race-equality-standard-2020-2022/indicator-3/',
  },
  bloodAndTransplant2020: {
    publisher: 'NHS Blood and Transplant',
    title: 'Workforce Race Equality Standard, the nine indicators, with the report of 2020',
    url: 'https://peoplefirst.nhsbt.nhs.uk/Diversity-and-Inclusion/workforce-race-equality-standard.htm',
  },
  medical2020: {
    publisher: 'NHS England and NHS Improvement',
    title: 'Medical Workforce Race Equality Standard 2020 (July 2021), headings of the contents page',
    url: 'https://fdocuments.net/document/medical-workforce-race-equality-standard-mwres.html',
  },
  northMidlands2023: {
    publisher: 'University Hospitals of North Midlands NHS Trust',
    title: 'WRES action plan 2023-24',
  },
  northCumbria2025: {
    publisher: 'North Cumbria Integrated Care NHS Foundation Trust',
    title: 'Workforce Race Equality Standard report 2025',
    url: 'https://www.ncic.nhs.uk/trust/equality-diversity-and-inclusion/workforce-race-equality-standard-wres-report-2025',
  },
  christie2022: {
    publisher: 'The Christie NHS Foundation Trust',
    title: 'WRES action plan 2022-2023',
    url: 'https://thechristie.cld.bz/Workforce-Race-Equality-Standard-Action-Plan-2022-2023/3/',
  },
  fairExperience2019: {
    publisher: 'Health Service Journal, on NHS England’s “A fair experience for all” (July 2019)',
    title: 'NHSE sets first targets to cut BME disciplinary cases',
    url: 'https://www.hsj.co.uk/workforce/nhse-sets-first-targets-to-cut-bme-disciplinary-cases/7025477.article',
  },
  rotherham2023: {
    publisher: 'Rotherham Doncaster and South Humber NHS Foundation Trust',
    title: 'WRES annual report 2023',
    url: 'https://www.rdash.nhs.uk/documents/wres-annual-report-2023/',
  },
  disabilityMetrics2023: {
    publisher: 'NHS England',
    title: 'NHS Workforce Disability Equality Standard (WDES) 2023: Metrics',
    url: 'https://www.england.nhs.uk/long-read/nhs-wdes-2023-metrics/',
  },
  disabilitySouthEast: {
    publisher: 'NHS England South East',
    title: 'Advancing Disability Equality',
    url: 'https://www.england.nhs.uk/south-east/health-equalities/workforce-equality-and-diversity/advancing-race-disability-and-lgbtq-equality/advancing-disability-equality/',
  },
  disabilityWhittington2024: {
    publisher: 'Whittington Health NHS Trust',
    title: 'Workforce Disability Equality Standard (WDES), page of 6 March 2024',
    url: 'https://whittington.nhs.uk/default.asp?c=41237',
  },
  disabilityNorthCumbria2025: {
    publisher: 'North Cumbria Integrated Care NHS Foundation Trust',
    title: 'Workforce Disability Equality Standard report 2025',
    url: 'https://www.ncic.nhs.uk/trust/equality-diversity-and-inclusion/workforce-disability-equality-standard-wdes-report-2025',
  },
} satisfies Record<string, Source>;
