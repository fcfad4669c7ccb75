import { layOut } from '../../shared/layout/lay-out.ts';
import type { Column, FieldId, Layout } from '../../shared/layout/layout.ts';
import { layoutOf } from '../../shared/layout/layouts-of.ts';
import { plainTwin } from '../../shared/layout/plain-twin.ts';
import { fullName, groupsOf, sheetOf, term } from '../../shared/layout/sheet.ts';
import { belongsToIndicator, effectOn } from '../../shared/layout/values.ts';
import { effective, latestUpdate } from '../../shared/plan/effective.ts';
import {
  type Action,
  type Indicator,
  isOwnLayoutId,
  type Plan,
  type RichText,
  type Update,
} from '../../shared/plan/model.ts';
import { blockText } from '../../shared/plan/rich-text.ts';
import type { Recognised } from '../../shared/recognise/recognise.ts';

/** What a page cannot tell of a plan to anybody, by layout: it is left out of what the page holds, or put together there. */
export const untold: Record<string, string[]> = {
  'every layout': [
    'status, edition, internal notes, roles and addresses of people',
    'which bullets and numbers of a text are its own, and which the layout gives',
    'an undated update that begins with a day, or is nothing but a rating: it is read as what it looks like',
    'a day that somebody gave a date in words that mean another',
    'whether an action has its indicator’s leads, date and rating or the same of its own',
  ],
  'metric-kpi-rating': [
    'numbers of indicators, and the word for one',
    'whose of an indicator and its actions a measure is',
  ],
  'narrative-numbered': ['whether a text of the indicator is narrative or gap, or the gap of one of its actions'],
  'gaps-by-action': [
    'whether a text of the indicator is narrative or gap, or the gap of its first action',
    'updates before the latest',
  ],
  'indicator-matrix': ['the wordings of indicators, and the homes of actions: they are direct effects'],
  'progress-outcome': [
    'the word for an indicator',
    'whose of an indicator and its actions an update or outcome is, and so whether a rating of that day is still its own',
  ],
  'a layout of the plan’s own': [
    'whose of an indicator and its actions a text is that they share a column for, or that one of them alone has one for',
    'whether the plan or the layout gives numbers that count on',
    'what a column is about whose heading says something else, or the same as another',
    'where an action begins, and whose a lead is, that stands unmarked in a cell with others',
    'whether a lead or a date is one, where the layout says it of those that are none: “tbc”',
  ],
};

/**
 * What a page of a layout holds of a plan, as facts under names: those of two plans are equal where the page is. Of what
 * stands together in one cell it says all that stands there, in its order, and not whose it is.
 * @param read whether the plan was read from that page
 */
function held(plan: Plan, published: Layout, plain: boolean, read = false): Map<string, string> {
  const layout = plain ? plainTwin(published) : published;
  const sheet = sheetOf(plan, layout, plain);
  const facts = new Map<string, string>();
  const add = (name: string, value: string) => value !== '' && facts.set(name, value);
  const { find, numbers } = sheet;
  const columns = read ? withAlike(layout.columns) : layout.columns;
  const shown = layout.columns.flatMap(({ fields }) => fields.map(({ field }) => field));
  const rating = (code: string | undefined) => {
    const found = find.rating(code);
    if (!found) return '';
    const show = plain && layout.rating.show === 'code' ? 'both' : layout.rating.show;
    const words = { code: found.code, label: found.label, both: `${found.code} ${found.label}` }[show];
    return layout.rating.fill === 'none' ? words : `${words} ${found.colour}`;
  };
  const names = (ids: string[]) => ids.map((id) => find.person(id)?.name).join(' | ');

  add('title', plan.title);
  add('trust', plan.trust.name);
  add('standard', plan.standard);
  add('period', plan.period.label);
  for (const place of ['preface', 'closing'] as const) {
    if (layout[place])
      add(
        place,
        plan[place]
          .flatMap(({ heading, body }) => [heading ? `# ${heading}` : '', lines(body)])
          .filter(Boolean)
          .join('\n'),
      );
  }
  if (layout.key) {
    for (const each of find.scale?.ratings ?? [])
      add(`key ${each.code}`, `${each.label}: ${each.meaning} ${each.colour}`);
    if ((find.scale?.ratings ?? []).length > 0) add('key', find.scale?.title ?? '');
  }

  const section = layout.grain === 'section';
  const named = layout.indicatorLabel.includes('{label}') || (section && !layout.indicatorLabel.includes('{number}'));
  const matrix = layout.grain === 'matrix';
  const effects = matrix || shown.includes('action.effects');
  // Where neither the layout nor its heading says the number, only the wording is on the page.
  const numberless = !section && !matrix && !layout.indicatorLabel.includes('{number}');
  const called = (indicator: Indicator | undefined) =>
    indicator ? ((numberless ? undefined : indicator.number) ?? fullName(sheet, indicator)) : 'plan';
  const ofHolder = (name: string, has: Pick<Action, 'leads'> & { due: Action['due']; rating: Action['rating'] }) => {
    if (shown.includes('action.leads')) add(`${name}, leads`, names(has.leads));
    if (shown.includes('action.due')) add(`${name}, due`, has.due ? `${has.due.text} ${has.due.date ?? ''}` : '');
    if (shown.includes('action.rating')) add(`${name}, rating`, rating(has.rating));
  };
  const ofAction = (name: string, action: Action, alone: boolean) => {
    const number = numbers.get(action.id)?.text;
    add(
      `${name}, text`,
      [number && `${number}. `, action.heading && `${action.heading.replace(/:$/, '')}\n`, lines(action.text)]
        .filter(Boolean)
        .join('')
        // A number that a text begins with is the number of its action, printed as those are.
        .replace(/^(\d+)\) /, '$1. '),
    );
    ofHolder(name, effective(action, find.indicator(action.indicator)));
    if (effects) {
      const moved = plan.indicators.flatMap((each) => {
        const effect = effectOn(action, each);
        return effect ? [`${called(each)} ${effect}`] : [];
      });
      add(`${name}, effects`, moved.sort().join(', '));
    }
    if (alone) for (const column of columns) add(`${name}, ${column.heading}`, ofColumn(column, undefined, [action]));
  };
  const ofColumn = (column: Column, indicator: Indicator | undefined, actions: Action[]): string => {
    const mixed = !columns.some((other) => other !== column && other.fields.some(({ field }) => isUpdates(field)));
    return (
      column.fields
        .flatMap(({ field }) => {
          const current = (each: Indicator | Action) =>
            'text' in each ? effective(each, find.indicator(each.indicator)).rating : each.rating;
          const said = (update: Update, holder: Indicator | Action) => {
            const [then, now] = [find.rating(update.rating)?.label, find.rating(current(holder))?.label];
            const told = then === undefined || then === now ? '' : `(${then})`;
            return [update.date ?? '', lines(update.text), told].filter(Boolean).join(' ');
          };
          const holders: (Indicator | Action)[] = belongsToIndicator(field) ? (indicator ? [indicator] : []) : actions;
          return holders.flatMap((holder) => {
            const name = fieldName(field);
            if (name === 'updates') return holder.updates.map((update) => said(update, holder));
            if (name === 'latestUpdate')
              return [latestUpdate(holder.updates)].flatMap((update) => (update ? said(update, holder) : []));
            if (!isText(name)) return [];
            return lines((holder as Fields)[name]);
          });
        })
        .filter(Boolean)
        .join('\n')
        // The rating of an earlier day is told by its name alone, which a scale without a key may have in other letters.
        .replace(/(?: \([^()]+\))+$/gm, (names) => (mixed ? '' : names.toLowerCase()))
    );
  };

  if (matrix) {
    add('order', plan.indicators.map((each) => each.number ?? each.wording).join(' | '));
    for (const [at, action] of plan.actions.entries()) ofAction(`action ${at + 1}`, action, false);
    return facts;
  }
  const groups = groupsOf(plan).filter(
    ({ actions }) => layout.grain !== 'section' || actions.length > 0 || shown.some(belongsToIndicator),
  );
  if (named && groups.some(({ indicator }) => indicator?.number)) add('term', term(plan));
  add('order', groups.map(({ indicator }) => called(indicator)).join(' | '));
  for (const { indicator, actions } of groups) {
    const name = called(indicator);
    if (indicator) add(`${name}: wording`, fullName(sheet, indicator));
    if (indicator && actions.length === 0) ofHolder(name, { due: undefined, rating: undefined, ...indicator });
    const each = layout.grain !== 'indicator';
    for (const column of columns) {
      // What belongs to the first action alone cannot be told from what belongs to the indicator where they share a column.
      const first = each ? actions.slice(0, 1) : actions;
      add(`${name}: ${column.heading}`, ofColumn(column, indicator, first));
    }
    for (const [at, action] of actions.entries()) ofAction(`${name} action ${at + 1}`, action, each && at > 0);
  }
  return facts;
}

/** With each text of an indicator in the column of its actions', and the other way round, where only one of them is shown. */
function withAlike(columns: Column[]): Column[] {
  const shown = columns.flatMap(({ fields }) => fields.map(({ field }) => field));
  return columns.map((column) => ({
    ...column,
    fields: column.fields.flatMap((each) => {
      const [other, ...others] = alike[each.field] ?? [];
      // All that was read of the latest updates is what the page says.
      const field = each.field === 'action.latestUpdate' ? 'action.updates' : each.field;
      return !other || [other, ...others].some((id) => shown.includes(id)) ? { field } : [{ field }, { field: other }];
    }),
  }));
}

/** What each may be taken for, and what else says by its column that it is not. */
const alike: Partial<Record<FieldId, FieldId[]>> = {
  'indicator.measure': ['action.measure'],
  'action.measure': ['indicator.measure'],
  'indicator.outcome': ['action.outcome'],
  'action.outcome': ['indicator.outcome'],
  'indicator.updates': ['action.updates', 'action.latestUpdate'],
  'action.updates': ['indicator.updates'],
  'action.latestUpdate': ['indicator.updates'],
  'indicator.narrative': ['action.gap', 'indicator.gaps'],
  'indicator.gaps': ['action.gap'],
  'action.gap': ['indicator.gaps', 'indicator.narrative'],
};

type Fields = Partial<Record<'objective' | 'narrative' | 'gaps' | 'gap' | 'measure' | 'outcome', RichText>>;

function fieldName(field: FieldId): string {
  return field.slice(field.indexOf('.') + 1);
}

function isUpdates(field: FieldId): boolean {
  return ['indicator.updates', 'action.updates', 'action.latestUpdate'].includes(field);
}

function isText(name: string): name is keyof Fields {
  return ['objective', 'narrative', 'gaps', 'gap', 'measure', 'outcome'].includes(name);
}

/** The words, a line for a block, without bullets and numbers: those may be the layout's. */
function lines(text: RichText | undefined): string {
  return (text ?? [])
    .map((block) => blockText(block).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

/** What was read otherwise than the page says it, what found no place, and the layout: one of a plan's own by its headings. */
export function readBack(found: Recognised, plan: Plan, layout: Layout, plain: boolean) {
  return {
    differences: differencesOnPage(found.plan, plan, layout, plain),
    leftOver: found.leftOver,
    layout: found.layout?.own ? headingsOn(found.plan, layoutOf(found.plan), plain) : found.layout?.id,
  };
}

/** What is read back where nothing is lost. */
export function asExported(plan: Plan, layout: Layout, plain: boolean): ReturnType<typeof readBack> {
  const { id } = layout;
  return { differences: {}, leftOver: [], layout: isOwnLayoutId(id) ? headingsOn(plan, layout, plain) : id };
}

/** The rows of headings and the labels on the page of a plan, in their order, and which way up it is. */
function headingsOn(plan: Plan, layout: Layout, plain: boolean): string[] {
  const { orientation, blocks } = layOut(plan, layout, { asAt: '2026-10-31', plain });
  const headings = blocks.flatMap((block): string[] => {
    if (block.kind === 'paragraph') return block.paragraph.label?.endsWith(':') ? [block.paragraph.label] : [];
    if (block.kind === 'heading' || block.table.kind !== 'actions') return [];
    const rows = block.table.rows.slice(0, block.table.headerRows);
    return rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => cell?.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')) ?? []),
    );
  });
  return [orientation, ...headings];
}

/** The facts on a page in which two plans differ, with both. */
function differencesOnPage(
  found: Plan,
  wanted: Plan,
  layout: Layout,
  plain: boolean,
): Record<string, [found: string | undefined, wanted: string | undefined]> {
  const [a, b] = [
    held(found, { ...layout, numbering: layoutOf(found).numbering }, plain, true),
    held(wanted, layout, plain),
  ];
  const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
  return Object.fromEntries(names.map((name) => [name, [a.get(name), b.get(name)]]));
}
