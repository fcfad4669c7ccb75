import { describe, expect, it } from 'vitest';
import { blocksOfText, cleanLine, cleanText } from '../../../../shared/plan/clean-paste.ts';
import { addPastedActions } from '../../../../shared/plan/edits/pasted-actions.ts';
import { readPastedTable } from '../../../../shared/plan/pasted-table.ts';
import { richTextSchema, toPlainText } from '../../../../shared/plan/rich-text.ts';
import { text } from '../../../../shared/plan/text.ts';
import { Ledger } from './ledger.ts';
import { smallPlan } from './small-plan.ts';

describe('pasted text', () => {
  it('becomes storable, whatever was in it', () => {
    const wild = 'a\r\nb\u000bc\u2028d\u0000\u0007\ufeff\u00ad e\u00a0f \ud83d 👩‍👩‍👧 می‌خواهم';
    expect(cleanText(wild)).toBe('a\nb\nc\nd e f \ufffd 👩‍👩‍👧 می‌خواهم');
    const every = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('');
    expect(text(100_000).safeParse(cleanText(every)).success).toBe(true);
    expect(cleanLine(' WRES\tplan\r\n2026 ')).toBe('WRES plan 2026');
  });

  it('keeps paragraphs, bullets, numbers and how deep they stand', () => {
    const pasted =
      'We will:\r\n\r\n•\tTrain panels\r\n\to\tin every division\r\n\uf0b7 Publish\r\n1.\tFirst\r\n2) Second\r\n– dash\r\n24.08.21 is a date\r\n';
    const blocks = blocksOfText(pasted);
    expect(richTextSchema.parse(blocks)).toEqual(blocks);
    expect(blocks.map(({ kind, level = 0 }) => `${kind} ${level}`)).toEqual([
      'paragraph 0',
      'bullet 0',
      'bullet 1',
      'bullet 0',
      'number 0',
      'number 0',
      'bullet 0',
      'paragraph 0',
    ]);
    expect(toPlainText(blocks)).toBe(
      'We will:\n• Train panels\n• in every division\n• Publish\n1. First\n2. Second\n• dash\n24.08.21 is a date',
    );
    expect(blocksOfText(' \n')).toEqual([]);
  });
});

describe('a pasted table', () => {
  const table =
    'No.\tAction\tResponsible officer\tDeadline\tRAG\tProgress\n1.\t"Train panels\n• all ""new"" chairs"\tAnn Okoro / New Lead\tQ3\tgreen\tBegun\n2\tPublish\tnew lead\ttbc\tPurple\t\n\n\t\tNobody\t\t\t\n';

  it('is read with its headings, and cells of several lines', () => {
    const read = readPastedTable(table);
    expect(read.columns).toEqual(['number', 'text', 'leads', 'due', 'rating', 'update']);
    expect(read.rows).toEqual([
      ['1.', 'Train panels\n• all "new" chairs', 'Ann Okoro / New Lead', 'Q3', 'green', 'Begun'],
      ['2', 'Publish', 'new lead', 'tbc', 'Purple', ''],
      ['', '', 'Nobody', '', '', ''],
    ]);
  });

  it('gives an action a row, in one edit, and makes the people that are new once', () => {
    const { plan, id, newId } = smallPlan();
    const ledger = new Ledger(plan, newId);
    const edit = addPastedActions(plan, readPastedTable(table), { indicator: id('one'), after: id('a') }, newId);
    expect(edit?.label).toBe('Add 2 actions to Indicator 1');
    const after = ledger.apply(edit);
    expect(after.people.map(({ name }) => name)).toEqual(['Ann Okoro', 'ann okoro', 'Inclusion team', 'New Lead']);
    const lead = after.people[3]?.id;
    expect(after.actions.slice(1, 3)).toMatchObject([
      {
        number: '1',
        leads: [id('ann'), lead],
        due: { text: 'Q3', date: '2026-12-31' },
        rating: 'G',
        updates: [{ text: [{ runs: [{ text: 'Begun' }] }] }],
      },
      {
        number: '2',
        leads: [lead],
        due: { text: 'tbc' },
        notes: [{ runs: [{ text: 'Pasted rating: Purple' }] }],
        updates: [],
      },
    ]);
    expect(toPlainText(after.actions[1]?.text ?? [])).toBe('Train panels\n• all "new" chairs');
    expect(ledger.undoAll()).toEqual(plan);
  });

  it('keeps in the notes what cannot stand in its field', () => {
    const { plan, id, newId } = smallPlan();
    const pasted = {
      columns: ['number' as const, 'text' as const, 'due' as const, 'leads' as const],
      rows: [['x'.repeat(21), 'Publish', 'soon '.repeat(50), 'y'.repeat(301)]],
    };
    const after = new Ledger(plan, newId).apply(addPastedActions(plan, pasted, { indicator: id('own') }, newId));
    const made = after.actions.find(({ indicator }) => indicator === id('own'));
    expect(
      toPlainText(made?.notes ?? [])
        .split('\n')
        .map((line) => line.slice(0, 16)),
    ).toEqual(['Pasted number: x', 'Pasted leads: yy', 'Pasted due: soon']);
    expect(made).toMatchObject({ leads: [] });
    expect(made).not.toHaveProperty('due');
  });

  it('without headings takes the longest column for the action', () => {
    expect(readPastedTable('1\tTrain every panel in the Trust\n2\tPublish')).toEqual({
      columns: [null, 'text'],
      rows: [
        ['1', 'Train every panel in the Trust'],
        ['2', 'Publish'],
      ],
    });
  });

  it('of lines alone has one column, without bullets and list numbers', () => {
    expect(readPastedTable('• Train panels\r\n\r\n  2. Publish results\n- Ask staff\n24.08.21 is a date\n')).toEqual({
      columns: ['text'],
      rows: [['Train panels'], ['Publish results'], ['Ask staff'], ['24.08.21 is a date']],
    });
    const { plan, newId } = smallPlan();
    expect(readPastedTable('\n')).toEqual({ columns: [], rows: [] });
    expect(addPastedActions(plan, readPastedTable(' '), { indicator: null }, newId)).toBeUndefined();
  });
});
