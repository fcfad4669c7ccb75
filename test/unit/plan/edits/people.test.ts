import { describe, expect, it } from 'vitest';
import type { DraftEdit } from '../../../../shared/log/edit.ts';
import { addLead, personNamed, removeLead } from '../../../../shared/plan/edits/leads.ts';
import { setMany } from '../../../../shared/plan/edits/many.ts';
import { addPerson, mergePeople, movePerson, removePeople } from '../../../../shared/plan/edits/people.ts';
import { setField } from '../../../../shared/plan/edits/set-field.ts';
import type { Plan } from '../../../../shared/plan/model.ts';
import { Ledger } from './ledger.ts';
import { smallPlan } from './small-plan.ts';

const start = () => {
  const made = smallPlan();
  const ledger = new Ledger(made.plan, made.newId);
  const action = (name: string) => ({ kind: 'action' as const, id: made.id(name) });
  const indicator = (name: string) => ({ kind: 'indicator' as const, id: made.id(name) });
  return { ...made, ledger, action, indicator, done: (edit: DraftEdit | undefined) => ledger.apply(edit) };
};

const leadsOf = (plan: Plan, id: string) =>
  [...plan.actions, ...plan.indicators]
    .find((each) => each.id === id)
    ?.leads.map((lead) => plan.people.find((each) => each.id === lead)?.name);

describe('leads', () => {
  it('finds a typed name whatever its capitals and spaces, and makes one that is new', () => {
    const { plan, id, newId, action, done } = start();
    expect(personNamed(plan, '  INCLUSION   team ')?.id).toBe(id('team'));
    const known = addLead(plan, [action('c')], 'inclusion team', newId);
    expect(known?.label).toBe('Add “Inclusion team” as a lead of action 3');
    expect(done(known).people).toHaveLength(3);
    const after = done(addLead(plan, [action('b')], ' Director  of People ', newId));
    expect(after.people.map(({ name }) => name)).toEqual([
      'Ann Okoro',
      'ann okoro',
      'Inclusion team',
      'Director of People',
    ]);
    expect(leadsOf(after, id('b'))).toEqual(['Inclusion team', 'Director of People']);
  });

  it('keeps the inherited leads beside a new one or not, as is asked, and adds to many at once', () => {
    const { plan, id, newId, action, indicator, done } = start();
    const edit = addLead(plan, [action('a'), action('b'), indicator('two')], 'Inclusion team', newId);
    expect(edit?.label).toBe('Add “Inclusion team” as a lead of 1 indicator and 2 actions');
    const after = done(edit);
    expect(leadsOf(after, id('a'))).toEqual(['Ann Okoro', 'Inclusion team']);
    expect(leadsOf(after, id('b'))).toEqual(['Inclusion team']);
    expect(leadsOf(after, id('two'))).toEqual(['Inclusion team']);
    expect(addLead(after, [action('a')], 'Inclusion team', newId)).toBeUndefined();
    const own = addLead(plan, [action('a'), action('b')], 'Director of People', newId, { own: true });
    expect(leadsOf(done(own), id('a'))).toEqual(['Director of People']);
    expect(leadsOf(done(own), id('b'))).toEqual(['Inclusion team', 'Director of People']);
    expect(() => done(addLead(plan, [action('a')], ' ', newId))).toThrow('is empty');
  });

  it('takes one away, but does not leave an action seemingly without the lead that it inherits', () => {
    const { plan, id, action, done } = start();
    expect(leadsOf(done(removeLead(plan, [action('d'), action('b')], id('team'))), id('d'))).toEqual(['Ann Okoro']);
    expect(removeLead(plan, [action('a')], id('ann'))).toBeUndefined();
    expect(removeLead(plan, [action('c')], id('team'))).toBeUndefined();
  });

  it('sets leads, date and rating of many in one edit, and clears them', () => {
    const { plan, id, action, done, ledger } = start();
    const edit = setMany(plan, [action('a'), action('b')], {
      leads: [id('team')],
      due: { text: 'Q3', date: '2026-12-31' },
      rating: 'G',
    });
    expect(edit?.label).toBe('Change the leads, date and rating of 2 actions');
    const after = done(edit);
    expect(after.actions.slice(0, 2).map(({ leads, due, rating }) => [leads.length, due?.date, rating])).toEqual([
      [1, '2026-12-31', 'G'],
      [1, '2026-12-31', 'G'],
    ]);
    const cleared = setMany(after, [action('a')], { leads: [], due: null, rating: null });
    expect(cleared?.label).toBe('Change the leads, date and rating of action 1');
    expect(done(cleared).actions[0]).toEqual(plan.actions[0]);
    expect(setMany(plan, [action('a'), action('b')], { rating: 'A' })?.label).toBe(
      'Set the rating of 2 actions to Amber',
    );
    expect(setMany(plan, [action('a')], { leads: [] })?.label).toBe('Clear the leads of action 1');
    expect(setMany(plan, [], { rating: null })).toBeUndefined();
    expect(ledger.undoAll()).toEqual(plan);
  });
});

describe('people', () => {
  it('are added, renamed everywhere and put in order', () => {
    const { plan, id, newId, done } = start();
    const added = done(addPerson(newId(), { name: ' New   lead ', role: 'Deputy' }));
    expect(added.people.at(-1)).toMatchObject({ name: 'New lead', role: 'Deputy' });
    const rename = setField(plan, 'person', id('team'), 'name', 'People team');
    expect(rename.label).toBe('Rename “Inclusion team” to “People team”');
    expect(leadsOf(done(rename), id('b'))).toEqual(['People team']);
    expect(done(movePerson(plan, id('team'), null)).people[0]?.name).toBe('People team');
  });

  it('become one, who leads what the others led, once', () => {
    const { plan, id, done, ledger } = start();
    const edit = mergePeople(plan, id('ann'), [id('anne'), id('ann'), id('team')]);
    expect(edit.label).toBe('Merge “ann okoro” and “Inclusion team” into “Ann Okoro”');
    const after = done(edit);
    expect(after.people).toEqual([
      { id: id('ann'), name: 'Ann Okoro', role: 'Head of HR', email: 'ann@westmere.example' },
    ]);
    expect(after.actions.map(({ leads }) => leads.length)).toEqual([0, 1, 1, 1]);
    expect(ledger.undoAll()).toEqual(plan);
    expect(() => mergePeople(plan, id('ann'), [id('ann')])).toThrow('nobody chosen');
  });

  it('are taken out, and what is left without a lead is told', () => {
    const { plan, id, done, ledger } = start();
    const out = removePeople(plan, [id('ann')]);
    expect(out?.edit.label).toBe('Take “Ann Okoro” out of the plan');
    expect(out?.withoutLead).toEqual([
      { kind: 'indicator', id: id('one') },
      { kind: 'action', id: id('a') },
    ]);
    const after = done(out?.edit);
    expect(leadsOf(after, id('d'))).toEqual(['Inclusion team']);
    expect(leadsOf(after, id('one'))).toEqual([]);
    expect(removePeople(plan, [id('ann'), id('team'), id('anne')])?.withoutLead).toHaveLength(5);
    expect(ledger.undoAll()).toEqual(plan);
    expect(removePeople(plan, [])).toBeUndefined();
  });
});
