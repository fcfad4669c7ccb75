import { describe, expect, it } from 'vitest';
import type { DraftEdit } from '../../../../shared/log/edit.ts';
import { addIndicator, deleteIndicator, moveIndicator } from '../../../../shared/plan/edits/indicators.ts';
import { setPeriod } from '../../../../shared/plan/edits/period.ts';
import { chooseRatingScale, sureRecoding } from '../../../../shared/plan/edits/rating-scale.ts';
import {
  addRating,
  deleteRating,
  moveRating,
  ratingsInUse,
  recodeRating,
} from '../../../../shared/plan/edits/ratings.ts';
import { addSection, deleteSection, moveSection } from '../../../../shared/plan/edits/sections.ts';
import { setField } from '../../../../shared/plan/edits/set-field.ts';
import { addUpdate, deleteUpdate } from '../../../../shared/plan/edits/updates.ts';
import { fromPlainText } from '../../../../shared/plan/rich-text.ts';
import { Ledger } from './ledger.ts';
import { smallPlan } from './small-plan.ts';

const start = () => {
  const made = smallPlan();
  const ledger = new Ledger(made.plan, made.newId);
  return { ...made, ledger, done: (edit: DraftEdit | undefined) => ledger.apply(edit) };
};

describe('the label of a changed field', () => {
  const { plan, id } = smallPlan();
  const text = fromPlainText('Some words');
  it.each<[string, DraftEdit]>([
    ['Set the date of action 1 to Q3', setField(plan, 'action', id('a'), 'due', { text: 'Q3', date: '2026-12-31' })],
    ['Clear the date of action 3', setField(plan, 'action', id('c'), 'due', null)],
    ['Set the rating of Indicator 2 to Amber', setField(plan, 'indicator', id('two'), 'rating', 'A')],
    [
      'Set the leads of action 1 to “Ann Okoro” and “Inclusion team”',
      setField(plan, 'action', id('a'), 'leads', [id('ann'), id('team')]),
    ],
    ['Clear the leads of action 2', setField(plan, 'action', id('b'), 'leads', [])],
    ['Change the text of action 1', setField(plan, 'action', id('a'), 'text', text)],
    ['Clear the text of action 1', setField(plan, 'action', id('a'), 'text', fromPlainText('\n'))],
    ['Set the number of action 1 to “1a”', setField(plan, 'action', id('a'), 'number', '1a')],
    ['Change which indicators action 1 moves', setField(plan, 'action', id('a'), 'effects', { [id('two')]: 'direct' })],
    [
      'Change the internal notes of “Our promise to be anti-racist”',
      setField(plan, 'indicator', id('own'), 'notes', text),
    ],
    ['Change the wording of Indicator 1', setField(plan, 'indicator', id('one'), 'wording', 'Ours')],
    [
      'Set the date of the update of 1 September 2026 on action 1 to 2 September 2026',
      setField(plan, 'update', id('a1'), 'date', '2026-09-02'),
    ],
    ['Change the text of the update on action 1', setField(plan, 'update', id('a0'), 'text', text)],
    ['Set the title to “Our plan”', setField(plan, 'plan', id('plan'), 'title', 'Our plan')],
    ['Set the name of the Trust to “Eastmere”', setField(plan, 'plan', id('plan'), 'trustName', 'Eastmere')],
    ['Set the status to approved', setField(plan, 'plan', id('plan'), 'status', 'approved')],
    [
      'Set the period to “2026” and read 1 date anew',
      setPeriod(plan, { from: '2026-01-01', to: '2026-12-31', label: '2026' }),
    ],
    ['Set the term for BME staff to “BAME”', setField(plan, 'plan', id('plan'), 'termBme', 'BAME')],
    ['Clear the layout', setField(plan, 'plan', id('plan'), 'layout', null)],
    ['Change the text of the section “Why we do this”', setField(plan, 'section', id('why'), 'body', text)],
    ['Set the label of the rating “Amber” to “At risk”', setField(plan, 'rating', id('amber'), 'label', 'At risk')],
    [
      'Set the e-mail address of “Ann Okoro” to “a@b.example”',
      setField(plan, 'person', id('ann'), 'email', 'a@b.example'),
    ],
    ['Set the title of the rating scale “RAG rating” to “Ratings”', setField(plan, 'scale', 'rag', 'title', 'Ratings')],
  ])('%s', (label, edit) => {
    expect(edit.label).toBe(label);
    const ledger = new Ledger(plan, smallPlan().newId);
    expect(ledger.apply(edit)).not.toEqual(plan);
    expect(ledger.undoAll()).toEqual(plan);
  });

  it('stays one short line, whatever was typed', () => {
    const long = `${'word '.repeat(10)}\n\t${'🙂'.repeat(500)}`;
    const { label } = setField(plan, 'action', id('a'), 'due', { text: long });
    expect(label).toBe('Set the date of action 1 to word word word word word word word word…');
    expect(setField(plan, 'person', id('ann'), 'name', '🙂'.repeat(80)).label).toBe(
      `Rename “Ann Okoro” to “${'🙂'.repeat(40)}…”`,
    );
    expect(() => setField(plan, 'action', 'gone', 'due', null)).toThrow('is not there any more');
  });
});

describe('indicators', () => {
  it('beyond the standard’s own are added and moved', () => {
    const { plan, id, newId, done, ledger } = start();
    const edit = addIndicator(newId(), 'Our pledge', id('one'));
    expect(edit.label).toBe('Add the row “Our pledge”');
    expect(done(edit).indicators[1]).toMatchObject({ number: null, wording: 'Our pledge' });
    expect(done(moveIndicator(ledger.plan, id('two'), null)).indicators[0]?.id).toBe(id('two'));
    expect(ledger.undoAll()).toEqual(plan);
  });

  it('are deleted with their actions, or leave them what they inherited', () => {
    const { plan, id, done, ledger } = start();
    const kept = deleteIndicator(plan, id('one'), 'keep');
    expect(kept.label).toBe('Delete Indicator 1 and keep its 2 actions');
    const after = done(kept);
    expect(after.actions[0]).toMatchObject({ indicator: null, leads: [id('ann')], due: { text: 'Q4' }, rating: 'A' });
    expect(after.actions[1]).toMatchObject({ leads: [id('team')], rating: 'R' });
    expect(after.actions[2]?.effects).toEqual({ [id('own')]: 'indirect' });
    expect(ledger.undoAll()).toEqual(plan);

    const gone = deleteIndicator(plan, id('one'), 'delete');
    expect(gone.label).toBe('Delete Indicator 1 and its 2 actions');
    expect(done(gone).actions).toHaveLength(2);
    expect(ledger.undoAll()).toEqual(plan);
    expect(deleteIndicator(plan, id('own'), 'keep').label).toBe('Delete “Our promise to be anti-racist”');
  });
});

describe('updates', () => {
  it('go to one or to many in one edit, and may rate them', () => {
    const { plan, id, newId, done, ledger } = start();
    const [a, b] = [
      { kind: 'action' as const, id: id('a') },
      { kind: 'action' as const, id: id('b') },
    ];
    const progress = { date: '2026-10-01', text: fromPlainText('On course.'), rating: 'G' };
    expect(addUpdate(plan, [a], progress, newId)?.label).toBe('Add an update to action 1');
    const edit = addUpdate(plan, [a, b], progress, newId, { rate: true });
    expect(edit?.label).toBe('Add an update to 2 actions and rate them Green');
    const after = done(edit);
    expect(after.actions.slice(0, 2).map(({ rating, updates }) => [rating, updates.at(-1)?.date])).toEqual([
      ['G', '2026-10-01'],
      ['G', '2026-10-01'],
    ]);
    expect(
      done(addUpdate(after, [{ kind: 'indicator', id: id('own') }], { text: [] }, newId)).indicators[2]?.updates,
    ).toHaveLength(1);
    const gone = deleteUpdate(after, id('a1'));
    expect(gone.label).toBe('Delete the update of 1 September 2026 on action 1');
    expect(done(gone).actions[0]?.updates.map((update) => update.id)).not.toContain(id('a1'));
    expect(ledger.undoAll()).toEqual(plan);
    expect(addUpdate(plan, [], progress, newId)).toBeUndefined();
  });
});

describe('the period', () => {
  it('takes the dates that it gave a day along, and no others', () => {
    const { plan, id, newId, ledger, done } = start();
    expect(newId()).not.toBe('');
    const set = (name: string, due: { text: string; date?: string; fixed?: true }) =>
      done(setField(ledger.plan, 'action', id(name), 'due', due));
    set('a', { text: 'Q3', date: '2026-11-30' });
    set('b', { text: 'Mar 2027', date: '2027-03-31' });
    set('d', { text: 'Q3', date: '2026-12-31', fixed: true });
    const edit = setPeriod(ledger.plan, { from: '2027-04-01', to: '2028-03-31', label: '2027-28' });
    expect(edit.label).toBe('Set the period to “2027-28” and read 2 dates anew');
    const after = done(edit);
    expect(after.indicators[0]?.due).toEqual({ text: 'Q4', date: '2028-03-31' });
    expect(after.actions.map(({ due }) => due?.date)).toEqual(['2026-11-30', '2027-03-31', '2027-12-31', '2026-12-31']);
    expect(ledger.undoAll()).toEqual(plan);
  });
});

describe('sections', () => {
  it('are added, moved within and between the parts, and deleted', () => {
    const { plan, id, newId, done, ledger } = start();
    const section = { id: newId(), heading: 'Sources', body: [] };
    expect(addSection('closing', section).label).toBe('Add the section “Sources” to the closing pages');
    expect(done(addSection('closing', section, null)).closing.map((each) => each.id)).toEqual([section.id, id('end')]);
    const move = moveSection(ledger.plan, id('how'), 'closing', section.id);
    expect(move.label).toBe('Move the section “How it was written” to the closing pages');
    expect(done(move).closing.map((each) => each.id)).toEqual([section.id, id('how'), id('end')]);
    expect(done(moveSection(ledger.plan, id('end'), 'closing', null)).closing[0]?.id).toBe(id('end'));
    expect(done(deleteSection(ledger.plan, id('why'))).preface).toEqual([]);
    expect(ledger.undoAll()).toEqual(plan);
  });
});

describe('ratings', () => {
  it('counts what is rated, also in updates', () => {
    expect(Object.fromEntries(ratingsInUse(smallPlan().plan))).toEqual({ A: 2, R: 1, G: 1 });
  });

  it('keep all that is rated by them when their code changes', () => {
    const { plan, id, done, ledger } = start();
    const after = done(recodeRating(plan, id('amber'), 'AM'));
    expect([after.indicators[0]?.rating, after.indicators[1]?.updates[0]?.rating]).toEqual(['AM', 'AM']);
    expect(() => recodeRating(plan, id('amber'), 'R')).toThrow('“Red” already');
    expect(ledger.undoAll()).toEqual(plan);
  });

  it('are added, moved and deleted, what they rated going to another or to none', () => {
    const { plan, id, newId, done, ledger } = start();
    const rating = { id: newId(), code: 'B', label: 'Blue', meaning: 'Done', colour: '#005eb8' };
    expect(done(addRating('rag', rating, null)).ratingScales[0]?.ratings[0]).toEqual(rating);
    expect(
      done(moveRating(ledger.plan, rating.id, id('green')))
        .ratingScales[0]?.ratings.map(({ code }) => code)
        .join(''),
    ).toBe('RAGB');
    expect(done(deleteRating(ledger.plan, id('red'), 'A')).actions[1]?.rating).toBe('A');
    expect(done(deleteRating(ledger.plan, id('green'), null)).actions[0]?.updates[0]).not.toHaveProperty('rating');
    expect(ledger.undoAll()).toEqual(plan);
  });

  it('of another scale take over only what is said of each in use', () => {
    const { plan, newId, done, ledger } = start();
    expect(sureRecoding(plan, 'brag')).toEqual({ R: 'R', A: 'A', G: 'G' });
    expect(done(chooseRatingScale(plan, 'brag', {}, newId))).toMatchObject({
      ratingScale: 'brag',
      ratingScales: [{ id: 'brag' }],
    });
    expect(ledger.undoAll()).toEqual(plan);

    expect(() => chooseRatingScale(plan, 'words', { A: 'In progress' }, newId)).toThrow('“Red” and “Green”');
    expect(() => chooseRatingScale(plan, 'words', { A: 'Nowhere', R: null, G: null }, newId)).toThrow('“Amber”');
    const after = done(chooseRatingScale(plan, 'words', { A: 'In progress', R: 'Not begun', G: null }, newId));
    expect(after.actions[1]?.rating).toBe('Not begun');
    expect(after.actions[0]?.updates[0]).not.toHaveProperty('rating');
    expect(done(chooseRatingScale(after, 'words', {}, newId)).ratingScale).toBe('words-2');
    expect(ledger.undoAll()).toEqual(plan);
  });
});
