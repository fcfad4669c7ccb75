import { indicatorSet } from '../../indicator-sets.ts';
import { PlanError } from '../../messages.ts';
import { longDate } from '../due.ts';
import { effective } from '../effective.ts';
import { lookUp } from '../look-up.ts';
import { type Action, type Due, type Indicator, isOwnLayoutId, type Plan, type Update } from '../model.ts';
import { actionName, capitalised, indicatorName, quote } from '../names.ts';
import { blockText, fromPlainText, isBlank } from '../rich-text.ts';
import { overLimit } from '../rules.ts';
import { spellingCheck } from '../spelling.ts';
import { type Standing, standingOf } from '../standing.ts';
import { carriedException, carriedOver, carriedWords } from './carried-from.ts';
import { rolledDue } from './dates.ts';
import { oldYears, type YearFound } from './old-years.ts';
import type { RollOnOptions } from './options.ts';
import { whatWeDid } from './what-we-did.ts';
import { editionFor, type RolledWording, rolledIndicators } from './wordings.ts';
import { laterYears, yearOf } from './years.ts';

/** All that is told of a plan that was rolled on. What is not among what was carried is named here. */
export interface RollOnReport {
  /** `suggested`: the old one with the new year in it. */
  title: { from: string; to: string; suggested: string };
  period: { from: string; to: string };
  edition: { from: string; to: string };
  wordings: RolledWording[];
  carried: CarriedAction[];
  finished: FinishedAction[];
  /** Dates that are not what they were; `after` null: cleared. */
  dates: { of: string; before: Due; after: Due | null }[];
  /** How many ratings were taken off or set to not begun; each is kept as dated progress. */
  ratings: number;
  /** Whose internal notes were left behind. */
  notes: string[];
  /** Decisions to leave what a check found: they are taken anew for the new year. */
  decisions: number;
  /** Years in the title and the introduction that may be the old plan's. Nothing of them was changed. */
  years: YearFound[];
}

export interface CarriedAction {
  name: string;
  /** Its ids in the old plan and in the new one. */
  from: string;
  to: string;
}

export interface FinishedAction {
  name: string;
  from: string;
  standing: Exclude<Standing, 'open'>;
  fate: 'summed up' | 'left behind' | 'carried';
}

/**
 * The plan of a later year, made from this one, which stays as it is. Every record has a new id; an action knows which
 * one it was (`carriedFrom`). How an action was rated and when it was due is kept as an update of the day.
 *
 * @param today YYYY-MM-DD
 * @throws PlanError `not-a-later-year`, or `too-much-to-roll-on` where the new plan would hold more than a plan can
 */
export function rollOn(
  plan: Plan,
  options: RollOnOptions,
  today: string,
  newId: () => string,
): { plan: Plan; report: RollOnReport } {
  const { period, notes: withNotes } = options;
  if (period.from <= plan.period.from) {
    throw new PlanError('not-a-later-year', { found: plan.period.label, where: period.label });
  }
  const find = lookUp(plan);
  const edition = editionFor(plan, period.from, options.edition);
  const [person, home, act, own] = [newIds(newId), newIds(newId), newIds(newId), newIds(newId)];
  const dates: RollOnReport['dates'] = [];
  const notes: string[] = [];
  let ratings = 0;

  const finished = finishedIn(plan, options.finished);
  const stays = plan.actions.filter((action) => (finished.get(action)?.fate ?? 'carried') === 'carried');
  const summedUp = (standing: Standing) =>
    new Set(plan.actions.filter((action) => isSummedUp(finished.get(action), standing)));
  const reworded = rolledIndicators(plan.indicators, plan, { ...plan, edition }, newId);

  const id = newId();
  const spelling = (plan.exceptions ?? []).filter(({ check, kind }) => check === spellingCheck && kind === 'plan');
  const exceptions = [
    ...spelling.map((each) => ({ ...each, id: newId(), record: id })),
    ...stays.map((each) => carriedException(newId(), act(each.id), { action: each.id, period: plan.period.label })),
  ];
  const layouts = plan.layouts?.map((each) => ({ ...each, id: own(each.id) }));
  const { exceptions: _, ...head } = plan;
  const next: Plan = {
    ...head,
    id,
    title: options.title ?? plan.title,
    edition,
    period,
    status: 'draft',
    preface: [...plan.preface.map(anew), ...whatWeDid(plan, summedUp('complete'), summedUp('closed'), newId)],
    closing: plan.closing.map(anew),
    ratingScales: plan.ratingScales.map((scale) => ({ ...scale, ratings: scale.ratings.map(anew) })),
    people: plan.people.map((each) => ({ ...each, id: person(each.id) })),
    indicators: reworded.indicators.map(rolledIndicator),
    actions: stays.map(rolledAction),
    ...(exceptions.length > 0 && { exceptions }),
    ...(layouts && { layouts }),
    ...(plan.layout && isOwnLayoutId(plan.layout) && { layout: own(plan.layout) }),
  };
  const over = overLimit(next);
  if (over) throw new PlanError('too-much-to-roll-on', { ...over });
  return {
    plan: next,
    report: {
      title: { from: plan.title, to: next.title, suggested: suggestedTitle(plan, period) },
      period: { from: plan.period.label, to: period.label },
      edition: { from: plan.edition, to: edition },
      wordings: reworded.wordings,
      carried: stays.map((each) => ({ name: titleOf(plan, each), from: each.id, to: act(each.id) })),
      finished: [...finished.values()],
      dates,
      ratings,
      notes,
      decisions: (plan.exceptions ?? []).filter((each) => !spelling.includes(each) && each.check !== carriedOver)
        .length,
      years: oldYears(next, plan.preface, plan.period, period),
    },
  };

  function anew<Item extends { id: string }>(item: Item): Item {
    return { ...item, id: newId() };
  }

  function rolledIndicator({ due, rating, notes, ...indicator }: Indicator): Indicator {
    const name = capitalised(indicatorName(plan, indicator));
    return {
      ...indicator,
      id: home(indicator.id),
      leads: indicator.leads.map(person),
      ...rolledProgress(name, due, rating),
      updates: [...indicator.updates.map(anew), ...(rating === undefined ? [] : [standing(due, rating)])],
      ...notesOf(name, notes),
    };
  }

  function rolledAction(old: Action): Action {
    const { due, rating, notes, effects, ...action } = old;
    const name = titleOf(plan, old);
    const now = effective(old, find.indicator(old.indicator));
    // What is finished stays so, also where its indicator said it and begins anew.
    const asItWas = finished.has(old);
    return {
      ...action,
      id: act(old.id),
      indicator: old.indicator === null ? null : home(old.indicator),
      leads: old.leads.map(person),
      ...(asItWas ? present({ due: now.due, rating: now.rating }) : rolledProgress(name, due, rating)),
      updates: [...old.updates.map(anew), ...(asItWas ? [] : [standing(now.due, now.rating)])],
      ...notesOf(name, notes),
      ...(effects && {
        effects: Object.fromEntries(Object.entries(effects).map(([id, effect]) => [home(id), effect])),
      }),
    };
  }

  function rolledProgress(
    of: string,
    due: Due | undefined,
    rating: string | undefined,
  ): { due?: Due; rating?: string } {
    const moved = due && rolledDue(due, plan.period, period, options.dates);
    if (due && (moved?.text !== due.text || moved.date !== due.date))
      dates.push({ of, before: due, after: moved ?? null });
    const begun = rating === undefined || options.ratings === 'none' ? undefined : notBegun(plan);
    if (rating !== begun) ratings += 1;
    return present({ due: moved, rating: begun });
  }

  function notesOf(of: string, own: Action['notes']): Pick<Action, 'notes'> {
    if (own && !withNotes) notes.push(of);
    return withNotes ? present({ notes: own }) : {};
  }

  /** How it stood when it was carried over: the history of its ratings goes on, and a late one is seen to be late. */
  function standing(due: Due | undefined, code: string | undefined): Update {
    const rating = find.rating(code);
    const rated = rating ? [`rated ${rating.label}`] : [];
    const dated = due ? [due.date === undefined ? `with the date “${due.text}”` : `due ${longDate(due.date)}`] : [];
    const late = due?.date !== undefined && due.date < today ? ', and late' : '';
    const facts = [...rated, ...dated];
    const words = facts.length > 0 ? `, where it was ${facts.join(' and ')}${late}` : '';
    const text = fromPlainText(`${carriedWords} ${plan.period.label}${words}.`);
    return { id: newId(), date: today, text, ...present({ rating: code }) };
  }
}

/** What becomes of each finished action. Of one without words there is nothing to sum up. */
function finishedIn(plan: Plan, choice: RollOnOptions['finished']): Map<Action, FinishedAction> {
  const fateOf = ({ text, heading }: Action): FinishedAction['fate'] => {
    if (choice === 'carry') return 'carried';
    return choice === 'summary' && (heading || !isBlank(text)) ? 'summed up' : 'left behind';
  };
  return new Map(
    plan.actions.flatMap((action): [Action, FinishedAction][] => {
      const standing = standingIn(plan, action);
      if (standing === 'open') return [];
      return [[action, { name: titleOf(plan, action), from: action.id, standing, fate: fateOf(action) }]];
    }),
  );
}

function isSummedUp(finished: FinishedAction | undefined, standing: Standing): boolean {
  return finished?.fate === 'summed up' && finished.standing === standing;
}

/** Gives every old id of one kind a new one, always the same. */
function newIds(newId: () => string): (old: string) => string {
  const known = new Map<string, string>();
  return (old) => {
    const id = known.get(old) ?? newId();
    known.set(old, id);
    return id;
  };
}

/** Without what is undefined. */
function present<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof present<T>
  >;
}

/** The title with the years of the new period in it. */
export function suggestedTitle({ title, period }: Pick<Plan, 'title' | 'period'>, to: Plan['period']): string {
  const named = title.replaceAll(period.label, to.label);
  return named === title ? laterYears(title, yearOf(to.from) - yearOf(period.from)) : named;
}

/** The code by which the plan's scale says that nothing has been done yet; undefined where it has none. */
export function notBegun(plan: Plan): string | undefined {
  const words = /\b(?:not (?:yet )?(?:begun|started|commenced)|yet to (?:begin|start|commence))\b/i;
  return lookUp(plan).scale?.ratings.find(({ label, meaning }) => words.test(label) || words.test(meaning))?.code;
}

/** Whether nothing is known of the edition that was wished for, so that another is used. */
export function isUnknownEdition(plan: Pick<Plan, 'standard'>, edition: string): boolean {
  return indicatorSet(plan.standard, edition) === undefined;
}

/** What is carried over is to go on, whatever else its rating says. */
function standingIn(plan: Plan, action: Action): Standing {
  const find = lookUp(plan);
  const rating = find.rating(effective(action, find.indicator(action.indicator)).rating);
  return rating && /\bcarried (?:over|forward)\b/i.test(rating.label) ? 'open' : standingOf(rating);
}

/** "Action 12 (“Review every case …”)" */
function titleOf(plan: Plan, action: Action): string {
  const words = [action.heading ?? '', ...action.text.map(blockText)].filter((each) => each.trim() !== '').join(' – ');
  return capitalised(`${actionName(plan, action)} (${words ? quote(words, 90) : 'empty'})`);
}
