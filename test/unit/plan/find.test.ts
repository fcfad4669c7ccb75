import { describe, expect, it } from 'vitest';
import { find, type Match, replaceMatches } from '../../../shared/plan/find.ts';
import { destinations, ranked } from '../../../shared/plan/go-to.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import type { Plan } from '../../../shared/plan/model.ts';
import type { RichText } from '../../../shared/plan/rich-text.ts';
import { counter } from '../../support/ids.ts';
import { seeds } from '../../support/seeds.ts';
import { Ledger } from './edits/ledger.ts';
import { smallPlan } from './edits/small-plan.ts';

const shown = (matches: Match[]) =>
  matches.map(({ place, before, text, after }) => `${place.kind} ${place.field}: ${before}[${text}]${after}`);
const withText = (text: RichText): { plan: Plan; newId: () => string } => {
  const { plan, newId } = smallPlan();
  const [first, ...others] = plan.actions as [Plan['actions'][number]];
  return { plan: { ...plan, actions: [{ ...first, text }, ...others] }, newId };
};
const paragraph = (...runs: RichText[number]['runs']): RichText => [{ kind: 'paragraph', runs }];

describe('finding', () => {
  it('looks through everything, in reading order, and shows what stands around', () => {
    const { plan } = smallPlan();
    expect(shown(find(plan, 'TEAM'))).toEqual([
      'action text: Tell every [team].',
      'section body: Questions go to the inclusion [team].',
      'person name: Inclusion [team]',
    ]);
    expect(find(plan, 'q3').map(({ place }) => place)).toEqual([
      { kind: 'action', id: plan.actions[2]?.id, field: 'due', start: 0, end: 2 },
    ]);
    expect(find(plan, '  ')).toEqual([]);
    expect(find(plan, 'no such words')).toEqual([]);
  });

  it('finds the standard’s wording where the page shows it, and does not replace it', () => {
    const { plan } = smallPlan();
    const [match] = find(plan, 'appointed from shortlisting');
    expect(match).toMatchObject({
      place: { kind: 'indicator', id: plan.indicators[1]?.id, field: 'wording' },
      replaceable: false,
    });
    expect(replaceMatches(plan, [match as Match], 'hired')).toBeUndefined();
  });

  it('can mind capitals and whole words, also after letters with accents', () => {
    const { plan } = withText(paragraph({ text: 'BME, BMEs and bme; éBME' }));
    const texts = (options: object) =>
      find(plan, 'BME', options)
        .filter(({ place }) => place.kind === 'action')
        .map(({ text, place }) => `${text} ${place.start}`);
    expect(texts({})).toEqual(['BME 0', 'BME 5', 'bme 14', 'BME 20']);
    expect(texts({ matchCase: true })).toEqual(['BME 0', 'BME 5', 'BME 20']);
    expect(texts({ matchCase: true, wholeWord: true })).toEqual(['BME 0']);
  });

  it('takes what Word makes of a key for the key, and signs of patterns for themselves', () => {
    const { plan } = withText(paragraph({ text: 'the Trust’s “non‑mandatory” training\u00a0(CPD) *today' }));
    for (const query of ["trust's", '"non-mandatory"', 'training (cpd)', '*today'])
      expect(find(plan, query).filter(({ place }) => place.kind === 'action')).toHaveLength(1);
    expect(find(plan, '.*')).toHaveLength(0);
  });

  it('finds words that change style half way', () => {
    const { plan } = withText(
      paragraph({ text: 'white and ' }, { text: 'BA', bold: true }, { text: 'ME staff', italic: true }),
    );
    expect(shown(find(plan, 'bame staff'))).toEqual(['action text: white and [BAME staff]']);
  });
});

describe('replacing', () => {
  it('changes all in one edit, which can be undone', () => {
    const { plan, newId } = smallPlan();
    const edit = replaceMatches(plan, find(plan, 'team'), 'group');
    expect(edit?.label).toBe('Replace “team” with “group” (3 times)');
    const ledger = new Ledger(plan, newId);
    const after = ledger.apply(edit);
    expect(find(after, 'team')).toEqual([]);
    expect(shown(find(after, 'group'))).toHaveLength(3);
    expect(ledger.undoAll()).toEqual(plan);
  });

  it('keeps the style of what it replaces, and of what stands around', () => {
    const runs = [
      { text: 'a BA', bold: true as const },
      { text: 'ME' },
      { text: ' and BAME link', href: 'https://nhs.example' },
    ];
    const { plan, newId } = withText(paragraph(...runs));
    const after = new Ledger(plan, newId).apply(replaceMatches(plan, find(plan, 'BAME'), '$& BME'));
    expect(after.actions[0]?.text[0]?.runs).toEqual([
      { text: 'a $& BME', bold: true },
      { text: ' and $& BME link', href: 'https://nhs.example' },
    ]);
    const gone = replaceMatches(plan, find(plan, 'a BAME and BAME link'), '');
    expect(new Ledger(plan, newId).apply(gone).actions[0]?.text).toEqual([{ kind: 'paragraph', runs: [] }]);
  });

  it('reads a date anew, leaves a national one, and what has changed since', () => {
    const { plan, newId } = smallPlan();
    const matches = find(plan, 'Q3');
    const after = new Ledger(plan, newId).apply(replaceMatches(plan, matches, 'Q4'));
    expect(after.actions[2]?.due).toEqual({ text: 'Q4', date: '2027-03-31' });
    expect(replaceMatches(after, matches, 'Q1')).toBeUndefined();

    const national = {
      ...plan,
      actions: plan.actions.map((action) => ({ ...action, due: { text: 'March', fixed: true as const } })),
    };
    expect(find(national, 'march').map(({ replaceable }) => replaceable)).toEqual([false, false, false, false]);
    expect(replaceMatches(national, find(national, 'march'), 'April')).toBeUndefined();
  });

  it('changes only the matches that were chosen', () => {
    const { plan, newId } = withText([...paragraph({ text: 'one one' }), ...paragraph({ text: 'one' })]);
    const [, second, third] = find(plan, 'one');
    const after = new Ledger(plan, newId).apply(replaceMatches(plan, [second, third] as Match[], 'two'));
    expect(after.actions[0]?.text.map(({ runs }) => runs[0]?.text)).toEqual(['one two', 'two']);
  });

  it.each(seeds().map(({ number, planJson }) => [number, planJson] as const))(
    'of every “e” in plan %s leaves none',
    (_, json) => {
      const plan = parsePlanJson(json, counter());
      const edit = replaceMatches(plan, find(plan, 'e'), '_');
      const changed = new Set(edit?.changes.map(({ kind, record, field }) => `${kind} ${record} ${field}`));
      expect(changed.size).toBe(edit?.changes.length);
      const next = (() => {
        const newId = counter();
        return new Ledger(plan, () => newId().replace(/^0/, '1')).apply(edit);
      })();
      expect(find(next, 'e').filter(({ replaceable }) => replaceable)).toEqual([]);
    },
  );
});

describe('going to', () => {
  const titles = (typed: string) => ranked(destinations(smallPlan().plan), typed).map(({ title }) => title);

  it('puts the best first: the whole name, its beginning, its words, then words within', () => {
    expect(titles('indicator 2')[0]).toBe('Indicator 2');
    expect(titles('okoro')).toEqual(['Ann Okoro', 'ann okoro']);
    expect(titles('pan')).toEqual(['3. Open up interview panels']);
    expect(titles('leaders mentor')).toEqual(['2. Mentor future leaders']);
    expect(titles('shortlisting')).toEqual(['Indicator 2']);
    expect(titles('head of hr')).toEqual(['Ann Okoro']);
    expect(titles('1.')[0]).toBe('1. Publish the figures.');
    expect(titles('zzz')).toEqual([]);
    expect(titles('')).toHaveLength(13);
  });

  it('does not mind accents, and ranks commands too', () => {
    const commands = [{ title: 'Save a copy…' }, { title: 'Zoë’s page' }, { title: 'Copy details for IT' }];
    expect(ranked(commands, 'zoe')).toEqual([{ title: 'Zoë’s page' }]);
    expect(ranked(commands, 'copy').map(({ title }) => title)).toEqual(['Copy details for IT', 'Save a copy…']);
  });
});
