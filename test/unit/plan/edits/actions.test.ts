import { describe, expect, it } from 'vitest';
import type { DraftEdit } from '../../../../shared/log/edit.ts';
import { addAction, deleteActions, duplicateAction } from '../../../../shared/plan/edits/actions.ts';
import { joinActions } from '../../../../shared/plan/edits/join-actions.ts';
import { moveActionBy, moveActions } from '../../../../shared/plan/edits/move-actions.ts';
import { splitAction } from '../../../../shared/plan/edits/split-action.ts';
import type { Plan } from '../../../../shared/plan/model.ts';
import { fromPlainText, toPlainText } from '../../../../shared/plan/rich-text.ts';
import { Ledger } from './ledger.ts';
import { smallPlan } from './small-plan.ts';

const start = () => {
  const made = smallPlan();
  const ledger = new Ledger(made.plan, made.newId);
  return { ...made, ledger, done: (edit: DraftEdit | undefined) => ledger.apply(edit) };
};

/** The actions by home, each by the start of its text. */
const homes = (plan: Plan) =>
  [...plan.indicators.map(({ id }) => id), null].map((home) =>
    plan.actions.filter(({ indicator }) => indicator === home).map(({ text }) => toPlainText(text).slice(0, 6)),
  );

describe('adding actions', () => {
  it('puts one last, first or after another of its home, and says where', () => {
    const { plan, id, newId, done } = start();
    const add = (where: Parameters<typeof addAction>[2], text = '') =>
      addAction(plan, newId(), where, fromPlainText(text));
    expect(add({ indicator: id('one') }).label).toBe('Add an action to Indicator 1');
    expect(add({ indicator: null }, 'Meet').label).toBe('Add the action “Meet” to the whole plan');

    expect(homes(done(add({ indicator: id('one') }, 'last')))[0]).toEqual(['Publis', 'Mentor', 'last']);
    expect(homes(done(add({ indicator: id('one'), after: null }, 'first')))[0]).toEqual([
      'first',
      'Publis',
      'Mentor',
      'last',
    ]);
    expect(homes(done(add({ indicator: id('one'), after: id('a') }, 'second')))[0]?.[2]).toBe('second');
    expect(homes(done(add({ indicator: id('two'), after: null }, 'front')))[1]).toEqual(['front', 'Open u']);
    expect(homes(done(add({ indicator: null, after: null }, 'whole')))[3]).toEqual(['whole', 'Review']);
  });

  it('puts the first action of an indicator between those of its neighbours, for plans that are one list', () => {
    const { plan, id, newId, done } = start();
    const after = done(addAction(plan, newId(), { indicator: id('own') }, fromPlainText('new')));
    expect(after.actions.map(({ text }) => toPlainText(text).slice(0, 4))).toEqual([
      'Publ',
      'Ment',
      'Open',
      'new',
      'Revi',
    ]);
  });
});

describe('moving actions', () => {
  it('moves one up and down in its home, past those of other homes, and not beyond its ends', () => {
    const { plan, id, done } = start();
    expect(moveActionBy(plan, id('a'), -1)).toBeUndefined();
    expect(moveActionBy(plan, id('b'), 1)).toBeUndefined();
    expect(moveActionBy(plan, id('a'), 1)?.label).toBe('Move action 1 down');
    let now = done(moveActionBy(plan, id('a'), 1));
    expect(homes(now)[0]).toEqual(['Mentor', 'Publis']);
    now = done(moveActionBy(now, id('a'), -1));
    expect(homes(now)).toEqual(homes(plan));
  });

  it('takes one that is moved itself for the one before it', () => {
    const { plan, id, newId, done } = start();
    const three = done(addAction(plan, newId(), { indicator: id('one') }, fromPlainText('Third')));
    const third = three.actions[2]?.id ?? '';
    const after = done(moveActions(three, [id('b'), third], { indicator: id('one'), after: id('b') }));
    expect(homes(after)[0]).toEqual(['Publis', 'Mentor', 'Third']);
    expect(homes(done(moveActions(after, [id('a'), third], { indicator: id('one'), after: id('a') })))[0]).toEqual([
      'Publis',
      'Third',
      'Mentor',
    ]);
  });

  it('moves several to another home in their order, and drops what they now move by living there', () => {
    const { plan, id, done, ledger } = start();
    const edit = moveActions(plan, [id('c'), id('a')], { indicator: null, after: null });
    expect(edit?.label).toBe('Move 2 actions to the whole plan');
    expect(homes(done(edit))[3]).toEqual(['Publis', 'Open u', 'Review']);
    const home = done(moveActions(ledger.plan, [id('c')], { indicator: id('one') }));
    expect(home.actions.find((each) => each.id === id('c'))?.effects).toEqual({ [id('own')]: 'indirect' });
    expect(moveActions(ledger.plan, [id('c')], { indicator: id('one'), after: null })?.label).toBe('Move action 2');
    expect(moveActions(plan, [], { indicator: null })).toBeUndefined();
    expect(ledger.undoAll()).toEqual(plan);
  });
});

describe('duplicating, splitting and joining', () => {
  it('duplicates what is to be done, not what was done', () => {
    const { plan, id, newId, done, ledger } = start();
    const copy = newId();
    const after = done(duplicateAction(plan, id('b'), copy));
    const [of, made] = [plan, after].map(({ actions }, index) =>
      actions.find((each) => each.id === (index ? copy : id('b'))),
    );
    const { rating: _, updates: __, ...alike } = of as Plan['actions'][number];
    expect(made).toEqual({ ...alike, id: copy, updates: [] });
    expect(homes(after)[0]).toEqual(['Publis', 'Mentor', 'Mentor']);
    expect(ledger.undoAll()).toEqual(plan);
  });

  it('splits at a paragraph, the second part led, due and rated like the first', () => {
    const { plan, id, newId, done, ledger } = start();
    const second = newId();
    const edit = splitAction(plan, id('a'), 1, second);
    expect(edit.label).toBe('Split action 1 in two');
    const after = done(edit);
    expect(homes(after)[0]).toEqual(['Publis', 'Tell e', 'Mentor']);
    expect(after.actions.find((each) => each.id === id('a'))).toMatchObject({ number: '1', updates: [{}, {}] });
    expect(after.actions.find((each) => each.id === second)).toEqual({
      id: second,
      indicator: id('one'),
      text: fromPlainText('Tell every team.'),
      leads: [],
      updates: [],
    });
    expect(() => splitAction(plan, id('b'), 1, newId())).toThrow('has no paragraph there');
    expect(() => splitAction(plan, id('a'), 0, newId())).toThrow('has no paragraph there');
    expect(ledger.undoAll()).toEqual(plan);
  });

  it('joins without losing a text, lead, date, rating, update or effect', () => {
    const { plan, id, done, ledger } = start();
    const edit = joinActions(plan, [id('c'), id('b'), id('a')]);
    expect(edit?.label).toBe('Join actions 1, 2 and 3');
    const after = done(edit);
    expect(homes(after)).toEqual([['Publis'], [], [], ['Review']]);
    const [joined] = after.actions as [Plan['actions'][number]];
    expect(toPlainText(joined.text)).toBe(
      'Publish the figures.\nTell every team.\nMentor future leaders\nOpen up interview panels',
    );
    expect(joined.updates.map((update) => update.id)).toEqual([id('a0'), id('b1'), id('a1')]);
    expect(joined).toMatchObject({
      number: '1',
      leads: [id('ann'), id('team'), id('anne')],
      gap: fromPlainText('Panels are alike.'),
      effects: { [id('two')]: 'direct', [id('own')]: 'indirect' },
    });
    // Its date and rating are its indicator's still.
    expect(joined).not.toHaveProperty('due');
    expect(joined).not.toHaveProperty('rating');
    expect(ledger.undoAll()).toEqual(plan);
  });

  it('takes the date and leads that another action had from its own indicator', () => {
    const { plan, id, newId, done } = start();
    const blank = newId();
    const withBlank = done(addAction(plan, blank, { indicator: id('own') }, fromPlainText('First')));
    const moved = done(moveActions(withBlank, [blank], { indicator: null, after: null }));
    const front = done({
      label: 'To the front',
      changes: [{ kind: 'action', record: blank, field: 'order', value: { after: null } }],
    });
    expect(front.actions[0]?.id).toBe(blank);
    expect(moved.actions).toHaveLength(5);
    const joined = done(joinActions(front, [blank, id('a')])).actions[0];
    expect(joined).toMatchObject({
      number: '1',
      leads: [id('ann')],
      due: { text: 'Q4', date: '2027-03-31' },
      rating: 'A',
      effects: { [id('one')]: 'direct' },
    });
    expect(joinActions(front, [blank])).toBeUndefined();
  });
});

describe('deleting actions', () => {
  it('deletes them with their updates, and says how many', () => {
    const { plan, id, done, ledger } = start();
    expect(deleteActions(plan, [id('a')])?.label).toBe('Delete action 1');
    const edit = deleteActions(plan, [id('a'), id('d')]);
    expect(edit?.label).toBe('Delete 2 actions');
    expect(homes(done(edit))).toEqual([['Mentor'], ['Open u'], [], []]);
    expect(ledger.undoAll()).toEqual(plan);
    expect(deleteActions(plan, [])).toBeUndefined();
    expect(() => deleteActions(plan, ['gone'])).toThrow('is not there any more');
  });
});
