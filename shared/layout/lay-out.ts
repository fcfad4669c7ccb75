import { longDate } from '../plan/due.ts';
import type { Plan, Section } from '../plan/model.ts';
import { postInPlaceOf } from '../plan/posts.ts';
import { byAction } from './grains/action.ts';
import { byIndicator } from './grains/indicator.ts';
import { asMatrix } from './grains/matrix.ts';
import { bySection } from './grains/section.ts';
import { keyOf } from './key.ts';
import type { Layout } from './layout.ts';
import { omissionsOf } from './omissions.ts';
import type { Page, PageBlock } from './page.ts';
import { plainTwin } from './plain-twin.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { paragraphsOf } from './values.ts';

export interface LayOutOptions {
  /** The day that the plan is shown as at, YYYY-MM-DD. */
  asAt: string;
  /** The layout's plain twin instead of the published look. */
  plain?: boolean;
  /** Parts that the person chose to leave out. They are no omissions: nobody need be told. */
  leaveOut?: readonly Part[];
  /** Whether people who have a post stand under it and not under their name. Posts and teams stay as they are. */
  posts?: boolean;
}

export const parts = ['introduction', 'key', 'closing'] as const;
export type Part = (typeof parts)[number];

const grains = { indicator: byIndicator, action: byAction, matrix: asMatrix, section: bySection };

/** Lays a plan out. Pure: the same plan, layout and options give the same page. */
export function layOut(whole: Plan, layout: Layout, options: LayOutOptions): Page {
  const { asAt, plain = false, leaveOut = [], posts = false } = options;
  const plan = chosenOf(whole, options);
  const sheet = sheetOf(plan, plain ? plainTwin(layout) : layout, plain);
  const preface = layout.preface ? sections(plan.preface) : [];
  const table = grains[sheet.layout.grain](sheet);
  // With an introduction before it, the table of actions needs a heading to be found by.
  const tableHeading: PageBlock[] =
    preface.length > 0 && sheet.layout.grain !== 'section' ? [{ kind: 'heading', level: 2, text: 'Actions' }] : [];

  return {
    layout: layout.id,
    plain,
    title: plan.title,
    orientation: layout.page.orientation,
    footer: footerOf(sheet, asAt),
    properties: {
      title: plan.title,
      subject: `${standardNames[plan.standard]} action plan, ${plan.period.label}`,
      creator: plan.trust.name,
      asAt,
    },
    of: { plan: plan.id, leaveOut, posts },
    blocks: [
      { kind: 'heading', level: 1, text: plan.title, source: { kind: 'plan', id: plan.id, field: 'title' } },
      ...preface,
      ...tableHeading,
      ...table,
      ...(layout.key && !leaveOut.includes('key') ? keyOf(sheet) : []),
      ...(layout.closing ? sections(plan.closing) : []),
    ],
    omitted: omissionsOf(sheet),
  };
}

/** The plan as it is to be shown: without the parts left out, and with posts for names where they are asked for. */
function chosenOf(plan: Plan, { leaveOut = [], posts = false }: LayOutOptions): Plan {
  if (leaveOut.length === 0 && !posts) return plan;
  return {
    ...plan,
    preface: leaveOut.includes('introduction') ? [] : plan.preface,
    closing: leaveOut.includes('closing') ? [] : plan.closing,
    people: posts
      ? plan.people.map((person) => ({ ...person, name: postInPlaceOf(person) ?? person.name }))
      : plan.people,
  };
}

const standardNames = { WRES: 'Workforce Race Equality Standard', WDES: 'Workforce Disability Equality Standard' };

function footerOf({ plan }: Sheet, asAt: string): string {
  const draft = plan.status === 'draft' ? ['Draft'] : [];
  return [plan.trust.name, plan.title, ...draft, `As at ${longDate(asAt)}`].join(' · ');
}

function sections(parts: Section[]): PageBlock[] {
  return parts.flatMap(({ id, heading, body }): PageBlock[] => [
    ...(heading
      ? [
          {
            kind: 'heading' as const,
            level: 2 as const,
            text: heading,
            source: { kind: 'section' as const, id, field: 'heading' },
          },
        ]
      : []),
    ...paragraphsOf(body, { kind: 'section', id, field: 'body' })
      .filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''))
      .map((paragraph): PageBlock => ({ kind: 'paragraph', paragraph })),
  ]);
}
