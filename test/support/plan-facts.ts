import { effective } from '../../shared/plan/effective.ts';
import type { Plan, RichText } from '../../shared/plan/model.ts';
import { toPlainText } from '../../shared/plan/rich-text.ts';

/** A plan as facts that two plans can be compared by, each under a name of its own; without ids. */
export function factsOf(plan: Plan): Map<string, string> {
  const facts = new Map<string, string>();
  const add = (name: string, value: string | null | undefined) => {
    if (value !== undefined && value !== null && value !== '') facts.set(name, value.replace(/[^\S\n]+/g, ' ').trim());
  };
  const words = (text: RichText | undefined) => text && toPlainText(text);
  const names = (ids: string[]) => ids.map((id) => plan.people.find((person) => person.id === id)?.name).join(' | ');
  const home = (id: string | null) => plan.indicators.find((each) => each.id === id);
  const called = (indicator: Plan['indicators'][number] | undefined) =>
    indicator?.number ?? indicator?.wording ?? 'plan';

  add('title', plan.title);
  add('trust', plan.trust.name);
  add('standard', plan.standard);
  add('edition', plan.edition);
  add('period', `${plan.period.from} ${plan.period.to} ${plan.period.label}`);
  add('terms', `${plan.terms?.bme} ${plan.terms?.indicator}`);
  add('layout', plan.layout);
  add('people', plan.people.map(({ name }) => name).join(' | '));
  const scale = plan.ratingScales.find(({ id }) => id === plan.ratingScale);
  add('scale', scale?.title);
  for (const { code, label, meaning, colour } of scale?.ratings ?? [])
    add(`scale ${code}`, `${label}: ${meaning} ${colour}`);
  for (const place of ['preface', 'closing'] as const) {
    for (const [index, { heading, body }] of plan[place].entries())
      add(`${place} ${index}`, `${heading ?? ''}: ${words(body)}`);
  }
  for (const indicator of plan.indicators) {
    const name = `indicator ${called(indicator)}`;
    add(name, `#${plan.indicators.indexOf(indicator)}`);
    add(`${name} wording`, indicator.wording);
    for (const field of ['objective', 'narrative', 'gaps', 'measure', 'outcome', 'notes'] as const)
      add(`${name} ${field}`, words(indicator[field]));
    for (const [index, update] of indicator.updates.entries())
      add(`${name} update ${index}`, `${update.date ?? ''} ${words(update.text)} ${update.rating ?? ''}`);
  }
  for (const [index, action] of plan.actions.entries()) {
    const name = `action ${index + 1}`;
    const { leads, due, rating } = effective(action, home(action.indicator));
    add(`${name} home`, called(home(action.indicator)));
    add(`${name} number`, action.number);
    add(`${name} heading`, action.heading);
    for (const field of ['text', 'gap', 'measure', 'outcome', 'notes'] as const)
      add(`${name} ${field}`, words(action[field]));
    add(`${name} leads`, names(leads));
    add(`${name} due`, due && `${due.text} ${due.date ?? ''}${due.fixed ? ' fixed' : ''}`);
    add(`${name} rating`, rating);
    for (const [at, update] of action.updates.entries())
      add(`${name} update ${at}`, `${update.date ?? ''} ${words(update.text)} ${update.rating ?? ''}`);
    const effects = Object.entries(action.effects ?? {}).map(([id, effect]) => `${called(home(id))} ${effect}`);
    add(`${name} effects`, effects.sort().join(', '));
  }
  return facts;
}

/** The names of the facts in which two plans differ, with both. */
export function differences(
  found: Plan,
  wanted: Plan,
): Record<string, [found: string | undefined, wanted: string | undefined]> {
  const [a, b] = [factsOf(found), factsOf(wanted)];
  const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
  return Object.fromEntries(names.map((name) => [name, [a.get(name), b.get(name)]]));
}
