import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/id.ts';
import { actionsSheet } from '../../../shared/layout/actions-sheet.ts';
import type { PageTable } from '../../../shared/layout/page.ts';
import { rowsPage } from '../../../shared/layout/rows-page.ts';
import { copyOfTable } from '../../../shared/layout/table-copy.ts';
import { setField } from '../../../shared/plan/edits/set-field.ts';
import { filterInWords } from '../../../shared/plan/filter-in-words.ts';
import { Ledger } from '../plan/edits/ledger.ts';
import { smallPlan } from '../plan/edits/small-plan.ts';

const { plan, id } = smallPlan();
const ids = ['d', 'a'].map(id);
const tableOf = (page: ReturnType<typeof rowsPage>) =>
  page.blocks.find((block) => block.kind === 'table')?.table as PageTable;
const words = (table: PageTable) =>
  table.rows.map(({ cells }) =>
    cells.map((cell) => cell?.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')),
  );

describe('some actions as a page', () => {
  const page = rowsPage(plan, ids, { asAt: '2027-04-02' });

  it('has a row for each, in the order that was asked for, with what holds for it that day', () => {
    const [head, whole, first, ...others] = words(tableOf(page));
    expect(head).toEqual(['No.', 'Indicator', 'Action', 'Leads', 'Due', 'Rating', 'Latest update']);
    expect(whole?.slice(0, 2)).toEqual(['4', 'Whole plan']);
    expect(first?.slice(0, 6)).toEqual([
      '1',
      'Indicator 1',
      'Publish the figures.\nTell every team.',
      'Ann Okoro',
      expect.stringContaining('Overdue'),
      'Amber',
    ]);
    expect(others).toEqual([]);
    expect(page.footer).toContain('As at 2 April 2027');
    expect(page.blocks[1]).toMatchObject({ paragraph: { runs: [{ text: '2 of 4 actions, as at 2 April 2027.' }] } });
  });

  it('says which they are where a filter chose them', () => {
    const shown = filterInWords(plan, { lead: id('ann'), rating: null, noUpdateSince: '2026-11-01', text: 'pay' });
    expect(shown).toBe(
      'led by Ann Okoro; not rated; open, and without an update since 1 November 2026; with the words “pay”',
    );
    expect(filterInWords(plan, { indicator: id('one'), overdue: true })).toBe('Indicator 1; overdue');
    expect(filterInWords(plan, {})).toBe('');
    expect(rowsPage(plan, ids, { asAt: '2027-04-02', shown }).blocks[1]).toMatchObject({
      paragraph: { runs: [{ text: `2 of 4 actions, as at 2 April 2027: ${shown}.` }] },
    });
    expect(actionsSheet(plan, ids, { asAt: '2027-04-02', shown }).subtitle).toContain(`as at 2 April 2027: ${shown}`);
  });

  it('leaves out what is not in the plan any more, and the ratings of a plan that does not rate', () => {
    expect(tableOf(rowsPage(plan, [newId(), id('b')], { asAt: '2026-12-15' })).rows).toHaveLength(2);
    const unrated = { ...plan, ratingScales: [{ id: 'none', title: '', ratings: [] }], ratingScale: 'none' };
    expect(words(tableOf(rowsPage(unrated, ids, { asAt: '2026-12-15' })))[0]).not.toContain('Rating');
    expect(rowsPage(plan, [], { asAt: '2026-12-15' }).blocks).toHaveLength(3);
  });
});

describe('a table on the clipboard', () => {
  it('is a table for Word, with colours, and a line for each row in plain text', () => {
    const copy = copyOfTable(rowsPage(plan, ids, { asAt: '2026-12-15' }));
    const lines = copy?.text.split('\r\n') ?? [];
    expect(lines).toHaveLength(3);
    expect(lines.every((line) => line.split('\t').length === 7)).toBe(true);
    expect(lines[2]).toContain('Publish the figures. Tell every team.');
    expect(copy?.html.match(/<tr>/g)).toHaveLength(3);
    expect(copy?.html).toContain('background:#ffb81c;color:#000000');
    expect(copyOfTable(rowsPage(plan, [], { asAt: '2026-12-15' }))).toBeUndefined();
  });

  it('says below it what is not decided of its actions, as Word does, and a sheet in a column', () => {
    const [at, elsewhere] = [
      { kind: 'action' as const, id: id('a'), words: 'The date of action 1: “Q3”, or “Q4” (Sam).' },
      { kind: 'action' as const, id: id('c'), words: 'The text of action 3: “A”, or “B” (Sam).' },
    ];
    const copy = copyOfTable(rowsPage(plan, [id('a')], { asAt: '2026-12-15', undecided: [at, elsewhere] }));
    expect(copy?.text.split('\r\n').slice(2)).toEqual(['Not decided yet', at.words]);
    expect(copy?.html).toMatch(/<\/table>.*<p[^>]*>The date of action 1: “Q3”/);
    const sheet = actionsSheet(plan, [id('b'), id('a')], { asAt: '2026-12-15', undecided: [at, elsewhere] });
    expect(sheet.columns.at(-1)?.heading).toBe('Not decided yet');
    expect(sheet.rows.map((row) => row.at(-1))).toEqual([null, at.words]);
    expect(sheet.subtitle).toContain('2 things in this plan are not decided yet');
    expect(actionsSheet(plan, ids, { asAt: '2026-12-15' }).columns.at(-1)?.heading).not.toBe('Not decided yet');
  });

  it('holds what was typed as words, whatever it is', () => {
    const ledger = new Ledger(plan, smallPlan().newId);
    const text = [
      { kind: 'bullet' as const, runs: [{ text: '<b>&"tab\there' }, { text: 'site', href: 'https://a.uk/?a=1&b=2' }] },
    ];
    const after = ledger.apply(setField(plan, 'action', id('a'), 'text', text));
    const copy = copyOfTable(rowsPage(after, [id('a')], { asAt: '2026-12-15' }));
    expect(copy?.html).toContain('• &lt;b&gt;&amp;&quot;tab');
    expect(copy?.html).toContain('<a href="https://a.uk/?a=1&amp;b=2">site</a>');
    expect(copy?.text.split('\r\n')[1]?.split('\t')).toHaveLength(7);
    expect(copy?.text).toContain('• <b>&"tab here');
  });
});
