import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../../shared/plan/rich-text.ts';
import { lineOf } from '../../../shared/recognise/document.ts';
import { intoPlan } from '../../../shared/recognise/into-plan.ts';
import { pastedDocument, seemsHeaded, tableOfText } from '../../../shared/recognise/pasted.ts';
import { recognise } from '../../../shared/recognise/recognise.ts';
import { Ledger } from '../plan/edits/ledger.ts';
import { smallPlan } from '../plan/edits/small-plan.ts';

const tracker =
  'No.\tAction\tResponsible officer\tDeadline\tRAG\tProgress\n1.\t"Train panels\n• all ""new"" chairs"\tAnn Okoro / New Lead\tQ3\tgreen\tBegun\n2\tPublish\tnew lead\ttbc\tOn hold\t\n';

describe('a table on the clipboard', () => {
  it('is read with its headings, and cells of several lines', () => {
    const table = tableOfText(tracker);
    expect(table && seemsHeaded(table)).toBe(true);
    expect(table?.rows.map(({ cells }) => cells.map(lineOf))).toEqual([
      ['No.', 'Action', 'Responsible officer', 'Deadline', 'RAG', 'Progress'],
      ['1.', 'Train panels • all "new" chairs', 'Ann Okoro / New Lead', 'Q3', 'green', 'Begun'],
      ['2', 'Publish', 'new lead', 'tbc', 'On hold', ''],
    ]);
    expect(tableOfText(' \n\t\n')).toBeUndefined();
  });

  it('copied without its headings is given some by what stands in its columns', () => {
    const rows = [
      '3\tIndicator 3\tReview each case with the staff side before it is formal\tHead of HR\t31/03/2027\tAmber',
      '4\tIndicator 7\tPublish vacancies where networks see them first\tResourcing\tQ3\tGreen',
    ];
    const table = tableOfText(rows.join('\n'));
    expect(table && seemsHeaded(table)).toBe(false);
    const [block] = table ? pastedDocument(table, false).blocks : [];
    expect(block?.kind === 'table' && block.rows[0]?.cells.map(lineOf)).toEqual([
      'No.',
      'Indicator',
      'Action',
      'Lead',
      'Due',
      'Rating',
    ]);
  });
});

describe('what was read, brought into a plan', () => {
  it('gives an action a row, in one edit, and makes the people that are new once', () => {
    const { plan, id, newId } = smallPlan();
    const ledger = new Ledger(plan, newId);
    const came = intoPlan(plan, readOf(tracker, newId), { indicator: id('one'), after: id('a') }, newId);
    expect(came?.edit.label).toBe('Add 2 actions to Indicator 1');
    const after = ledger.apply(came?.edit);
    expect(after.people.map(({ name }) => name)).toEqual(['Ann Okoro', 'ann okoro', 'Inclusion team', 'New Lead']);
    const lead = after.people[3]?.id;
    expect(after.actions.slice(1, 3)).toMatchObject([
      {
        leads: [id('ann'), lead],
        due: { text: 'Q3', date: '2026-12-31' },
        rating: 'G',
        updates: [{ text: [{ runs: [{ text: 'Begun' }] }] }],
      },
      { leads: [lead], due: { text: 'tbc' }, notes: [{ runs: [{ text: 'Rating: On hold' }] }], updates: [] },
    ]);
    expect(toPlainText(after.actions[1]?.text ?? [])).toBe('Train panels\n• all "new" chairs');
    expect(ledger.undoAll()).toEqual(plan);
  });

  it('takes each action to the indicator that its row names, and overwrites nothing there', () => {
    const { plan, id, newId } = smallPlan();
    const rows = [
      'Indicator\tObjective\tAction\tLead',
      '1\tFairer panels\tTrain panels\tHR',
      'Metric 12\tOther\tPublish\tHR',
    ];
    const came = intoPlan(plan, readOf(rows.join('\n'), newId), { indicator: id('own') }, newId);
    expect(came?.homes).toEqual([
      { indicator: id('one'), actions: 1 },
      { indicator: id('own'), actions: 1 },
    ]);
    const before = plan.indicators.find((each) => each.id === id('one'))?.objective;
    const after = new Ledger(plan, newId).apply(came?.edit);
    const now = after.indicators.find((each) => each.id === id('one'))?.objective;
    if (before) expect(now).toEqual(before);
    else expect(toPlainText(now ?? [])).toBe('Fairer panels');
    expect(came?.notTaken).toContain('The objective of Indicator 12: the plan has no such indicator');
    expect(came?.notTaken).toHaveLength(before ? 2 : 1);
  });
});

function readOf(text: string, newId: () => string) {
  const table = tableOfText(text);
  if (!table) throw new Error('nothing was pasted');
  return recognise(pastedDocument(table, true), newId).plan;
}
