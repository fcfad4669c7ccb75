import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CheckResult, checks, runChecks } from '../../../../shared/plan/checks/all.ts';
import { leaveSo, leftSo, takeUpAgain } from '../../../../shared/plan/checks/leave-so.ts';
import { existing } from '../../../../shared/plan/existing.ts';
import { parsePlanJson } from '../../../../shared/plan/json.ts';
import type { Action, Indicator, Person, Plan, Rating } from '../../../../shared/plan/model.ts';
import { fromPlainText } from '../../../../shared/plan/rich-text.ts';
import { blocksOf, textsOf } from '../../../../shared/plan/texts.ts';
import { counter } from '../../../support/ids.ts';
import { seeds, seedsFolder } from '../../../support/seeds.ts';
import { Ledger } from '../edits/ledger.ts';
import { smallPlan } from '../edits/small-plan.ts';

const sample = path.resolve(import.meta.dirname, '../../../../assets/sample-plan.json');
const { plan, id } = smallPlan();
const today = '2026-10-31';

/** What one check says of a plan. */
function said(check: string, of: Plan, on = today): string[] {
  return found(check, of, on).findings.map(({ words }) => words);
}
function found(check: string, of: Plan, on = today): CheckResult {
  const result = runChecks(of, { today: on }).find((each) => each.check.id === check);
  if (!result) throw new RangeError(`no check ${check}`);
  return result;
}
const action = (name: string, changed: Partial<Action>): Plan => ({
  ...plan,
  actions: plan.actions.map((each) => (each.id === id(name) ? { ...each, ...changed } : each)),
});
const indicator = (name: string, changed: Partial<Indicator>, of = plan): Plan => ({
  ...of,
  indicators: of.indicators.map((each) => (each.id === id(name) ? { ...each, ...changed } : each)),
});
const people = (...names: (string | Partial<Person>)[]): Plan => {
  const made = names.map((name, index) => ({
    id: [id('ann'), id('anne'), id('team')][index] ?? `${index}`,
    name: '',
    ...(typeof name === 'string' ? { name } : name),
  }));
  return { ...plan, people: made };
};
const ratings = (...made: Partial<Rating>[]): Plan => ({
  ...plan,
  ratingScales: [
    {
      id: 'rag',
      title: '',
      ratings: made.map((each, index) => ({
        id: id(`r${index}`),
        code: 'X',
        label: 'X',
        meaning: '',
        colour: '#ffffff',
        ...each,
      })),
    },
  ],
});
const text = fromPlainText;

describe('leads and dates', () => {
  it('finds actions that nobody leads, and says once that nobody leads any', () => {
    const unled = action('d', { leads: [] });
    expect(said('no-lead', plan)).toEqual([]);
    expect(said('no-lead', unled)).toEqual(['Action 4 (“Review this plan each quarter”) has no lead.']);
    expect(found('no-lead', unled).findings[0]?.place).toEqual({ kind: 'action', id: id('d'), field: 'leads' });
    const nobody = {
      ...plan,
      indicators: plan.indicators.map((each) => ({ ...each, leads: [] })),
      actions: plan.actions.map((each) => ({ ...each, leads: [] })),
    };
    expect(said('no-lead', nobody)).toEqual(['None of the 4 actions has a lead.']);
    expect(said('no-lead', { ...plan, actions: [] })).toEqual([]);
  });

  it('finds leads that are still to be found', () => {
    expect(said('lead-to-be-confirmed', people('new B7 tbc', 'Head of HR', 'Vacant'))).toEqual([
      '“new B7 tbc” leads 2 actions, and does not say who that is.',
      '“Vacant” leads 2 actions, and does not say who that is.',
    ]);
  });

  it('finds actions without a date, but not those in place', () => {
    expect(said('no-date', plan)).toEqual(['Action 4 (“Review this plan each quarter”) has no date.']);
    expect(said('no-date', action('d', { due: { text: 'Ongoing' } }))).toEqual([]);
    expect(said('no-date', action('d', { due: { text: 'tbc' } }))).toEqual([
      'Action 4 (“Review this plan each quarter”) is due “tbc”, which says no date.',
    ]);
  });

  it('finds dates past the day after, unless the rating says complete', () => {
    expect(said('overdue', plan, '2026-12-31')).toEqual([]);
    expect(said('overdue', plan, '2027-01-01')).toEqual([
      'Action 3 (“Open up interview panels”) was due by 31 December 2026 and is not rated.',
    ]);
    const done = {
      ...ratings({ code: 'B', label: 'Complete' }),
      actions: plan.actions.map((each) => ({ ...each, rating: 'B' })),
    };
    expect(said('overdue', done, '2030-01-01')).toEqual([]);
  });
});

describe('indicators', () => {
  it('finds those that nothing is done about', () => {
    expect(said('indicator-without-action', plan)).toEqual([]);
    const alone = { ...plan, actions: plan.actions.filter((each) => each.id !== id('c')) };
    expect(said('indicator-without-action', alone)).toEqual([
      '“Our promise to be anti-racist” has no action, and no other action moves it.',
    ]);
  });

  it('finds those that say nothing of their data, but not rows of the Trust’s own', () => {
    expect(said('indicator-without-gap', plan)).toEqual([]);
    const bare = { ...indicator('one', { gaps: text('\n') }) };
    expect(said('indicator-without-gap', bare)).toEqual([
      'Indicator 1 says neither what its data shows nor what gap there is.',
    ]);
  });

  it('finds those without words', () => {
    expect(said('indicator-without-wording', plan)).toEqual([]);
    expect(said('indicator-without-wording', { ...plan, edition: 'ours' })).toHaveLength(2);
  });
});

describe('ratings', () => {
  it('finds colours and codes without a meaning', () => {
    expect(said('colour-without-word', plan)).toHaveLength(3);
    expect(
      said(
        'colour-without-word',
        ratings(
          { label: 'Dark green' },
          { label: 'GA', code: 'GA' },
          { label: 'Green', meaning: 'To plan' },
          { label: 'Not begun', code: 'Not begun' },
        ),
      ),
    ).toEqual(['The rating “Dark green” has no meaning in words.', 'The rating “GA” has no meaning in words.']);
  });

  it('finds a rating that its latest update contradicts, and can follow the update', () => {
    const { findings } = found('rating-out-of-step', plan);
    expect(findings.map(({ words }) => words)).toEqual([
      'Action 1 (“Publish the figures.”) is rated “Amber”, and its latest update says “Green”.',
    ]);
    expect(findings[0]?.fix?.label).toBe('Set the rating of action 1 to Green');
    expect(said('rating-out-of-step', action('a', { rating: 'G' }))).toEqual([]);
  });
});

describe('ratios', () => {
  it.each([
    [
      'The relative likelihood is 1.54%.',
      ['“1.54%” stands in a sentence about a ratio: if it is the ratio, it has no percent sign.'],
    ],
    [
      'White applicants are 17.16 % more likely to be appointed',
      ['“17.16 %” stands in a sentence about a ratio: if it is the ratio, it has no percent sign.'],
    ],
    ['12% of BME applicants were appointed, so the ratio is 1.4.', []],
    ['We will bring the ratio down by 10% each year.', []],
    ['The ratio is 1.4. Response rate: 46%.', []],
    ['Staff numbers rose to 12%.', []],
  ])('a percent sign: “%s”', (words, expected) => {
    expect(said('ratio-as-percentage', indicator('two', { narrative: text(words) }))).toEqual(expected);
    expect(said('ratio-as-percentage', indicator('one', { narrative: text(words) }))).toEqual([]);
  });

  it.each([
    ['BME staff are 0.84 more likely', 1],
    ['BME staff are 0.84 times more likely', 1],
    ['1.2 times more likely', 0],
    ['0.84 times as likely', 0],
    ['10.84 more likely', 0],
  ])('below one: “%s”', (words, count) => {
    expect(said('ratio-below-one', action('a', { outcome: text(words) }))).toHaveLength(count);
  });

  it('worded the other way round, for each way that the standard divides', () => {
    const two = (wording: string) => said('reversed-ratio', indicator('two', { wording }));
    expect(two('Likelihood of BAME staff being appointed compared to white staff')).toEqual([
      'Indicator 2 is worded as BME compared with white. The standard’s figure is white divided by BME.',
    ]);
    expect(two('Likelihood of white applicants being appointed compared to BME applicants')).toEqual([]);
    const three = (wording: string) => said('reversed-ratio', indicator('two', { number: '3', wording }));
    expect(three('Likelihood of white staff entering the process compared with BME staff')).toHaveLength(1);
    expect(three('Likelihood of BME staff entering the process compared with white staff')).toEqual([]);
    const disabled = {
      ...indicator('two', { wording: 'Disabled staff compared to non-disabled staff' }),
      standard: 'WDES' as const,
    };
    expect(said('reversed-ratio', disabled)).toHaveLength(1);
    expect(
      said('reversed-ratio', indicator('two', { wording: 'Non-disabled staff compared to Disabled staff' }, disabled)),
    ).toEqual([]);
  });

  it('the range misprinted, which is put right', () => {
    const wrong = action('a', { text: text('Stay within 0.8 - 0.25, or 0.80 to 1.25.') });
    const { findings } = found('misprinted-range', wrong);
    expect(findings.map(({ words }) => words)).toEqual(['“0.8 - 0.25” should end with 1.25.']);
    const after = new Ledger(wrong, smallPlan().newId).apply(findings[0]?.fix);
    expect(after.actions[0]?.text).toEqual(text('Stay within 0.8 - 1.25, or 0.80 to 1.25.'));
  });
});

describe('survey questions', () => {
  const under = (number: string, words: string, edition = '2023') =>
    said('survey-question', { ...indicator('two', { number, measure: text(words) }), edition });
  it('finds those of another indicator, and of another year', () => {
    expect(under('4', 'Better than average on q15')).toEqual([
      '“q15” is the question behind Indicator 7, and stands under Indicator 4.',
    ]);
    expect(under('5', 'KF 25 and q14a')).toEqual([
      '“KF 25” was the question behind Indicator 5 in the edition of 2016; for 2023 it is q14a.',
    ]);
    expect(under('8', 'Q17b', '2020')[0]).toContain(
      'To be sure, see: The questionnaires of the NHS Staff Survey 2019 and 2020.',
    );
  });
  it.each([
    ['6', 'q14b&c'],
    ['6', 'Q14b and c'],
    ['6', 'Question 14c'],
    ['8', 'q16b or Q16'],
    ['5', 'Due in Q3 and Q4'],
    ['5', 'q25c is about speaking up'],
    ['7', 'q15 a good year'],
  ])('is content under Indicator %s with “%s”', (number, words) => {
    expect(under(number, words)).toEqual([]);
  });
});

describe('terms', () => {
  const settled = (changed: Partial<Action>) => ({ ...action('a', changed), terms: { bme: 'BME' } });
  it('finds the other term in the plan’s own words, and puts it right', () => {
    const mixed = settled({ text: text('BAME staff and BME staff; BAME leaders') });
    const { findings } = found('mixed-terms', mixed);
    expect(findings.map(({ words }) => words)).toEqual(['“BAME” stands here 2 times; this plan’s term is “BME”.']);
    const after = new Ledger(mixed, smallPlan().newId).apply(findings[0]?.fix);
    expect(after.actions[0]?.text).toEqual(text('BME staff and BME staff; BME leaders'));
  });

  it('goes by what is said most where nothing is settled, and then offers no fix', () => {
    const { findings } = found('mixed-terms', action('a', { text: text('BAME and BAME'), gap: text('BME') }));
    expect(findings).toMatchObject([
      { place: { field: 'gap' }, words: '“BME” stands here; most of the plan says “BAME”.' },
    ]);
    expect(findings[0]).not.toHaveProperty('fix');
    expect(said('mixed-terms', action('a', { text: text('BAME and BAME') }))).toEqual([]);
  });

  it.each([
    'The BAME Network',
    'our BAME staff network',
    'BAME Staff Council',
    'as one said: “BAME is not my word”',
    'called "BAME" by some',
    'BAMES',
  ])('leaves names and quotations: %s', (words) => {
    expect(said('mixed-terms', settled({ text: text(words) }))).toEqual([]);
  });

  it('leaves the standard’s own wording, people and notes', () => {
    const wording =
      'Relative likelihood of white applicants being appointed from shortlisting compared to BME applicants';
    expect(said('mixed-terms', { ...indicator('two', { wording }), terms: { bme: 'BAME' } })).toEqual([]);
    expect(said('mixed-terms', { ...people('BAME lead'), terms: { bme: 'BME' } })).toEqual([]);
    expect(said('mixed-terms', settled({ notes: text('BAME') }))).toEqual([]);
    for (const words of ['a BAME staff group of ours', 'BAME staff want a strategy']) {
      expect(said('mixed-terms', settled({ text: text(words) }))).toHaveLength(1);
    }
  });
});

describe('the title', () => {
  it.each([
    ['WRES action plan 2026-27', 0],
    ['WRES action plan 2026 to 2027', 0],
    ['Plan of March 2027', 0],
    ['Our plan', 0],
    ['WRES action plan 2025-26', 1],
    ['WRES action plan 2026-2033', 1],
    ['WRES action plan 2027 - 2026', 1],
    ['WRES action plan 2023', 1],
  ])('says the year of the period: “%s”', (title, count) => {
    expect(said('wrong-year', { ...plan, title })).toHaveLength(count);
  });

  it('says the standard of the plan', () => {
    expect(said('other-standard', { ...plan, title: 'WDES plan' })).toEqual([
      'The title says WDES, and this is a WRES plan.',
    ]);
    expect(said('other-standard', { ...plan, title: 'WRES and WDES plan' })).toEqual([]);
  });
});

describe('people', () => {
  it.each([
    ['Nadia Farrow', true],
    ['Dr Valerie Almira-Smith (ICS)', true],
    ['J. O’Brien', true],
    ['Head of HR', false],
    ['Comms Team', false],
    ['Improvement Agents', false],
    ['Freedom to Speak Up Guardian', false],
    ['Chief People Officer', false],
    ['REACH Network', false],
    ['OD', false],
    ['Workforce Intelligence', false],
  ])('“%s” seems a person: %s', (name, seems) => {
    expect(said('names-of-persons', people(name, 'Team'))).toHaveLength(seems ? 1 : 0);
  });

  it('of one name may be one, and are merged where nothing tells them apart', () => {
    const { findings } = found('same-name', plan);
    expect(findings.map(({ words }) => words)).toEqual(['“ann okoro” and “Ann Okoro” may be one and the same.']);
    expect(findings[0]?.fix?.label).toBe('Merge “ann okoro” into “Ann Okoro”');
    expect(
      found('same-name', people({ name: 'A B', role: 'Head' }, { name: 'a b', role: 'Deputy' })).findings[0],
    ).not.toHaveProperty('fix');
  });
});

describe('words', () => {
  it.each([
    ['17 white staff and 9 BME staff entered', ['“9 BME staff” may be few enough to be recognised.']],
    ['Three Black nurses left', ['“Three Black nurses” may be few enough to be recognised.']],
    ['2 BAME networks, 1 Disabled staff network', []],
    ['19 BME staff; 1.5 BME staff; bands 8-9 white staff', []],
    ['two staff stories', []],
  ])('few people: “%s”', (words, expected) => {
    expect(said('small-numbers', action('a', { text: text(words) }))).toEqual(expected);
  });

  it('finds actions and updates that say the same', () => {
    const twice = action('d', { text: text('open up  Interview panels!') });
    expect(said('repeated-text', plan)).toEqual([]);
    expect(said('repeated-text', twice)).toEqual(['Action 4 (“open up Interview panels!”) says the same as action 3.']);
    const near = 'Give each interview panel a member from the staff network by March';
    const nearly = {
      ...plan,
      actions: plan.actions.map((each, index) => ({
        ...each,
        text: text(index === 0 ? near : index === 3 ? `${near} 2028` : `${index}`),
      })),
    };
    expect(said('nearly-repeated-text', nearly)).toEqual([
      'Action 4 (“Give each interview panel a member from…”) says nearly the same as action 1.',
    ]);
    expect(said('nearly-repeated-text', action('d', { text: plan.actions[2]?.text ?? [] }))).toEqual([]);
    expect(said('nearly-repeated-text', plan)).toEqual([]);
    const update = (id: string) => ({ id, text: text('The panels have met for the first time.') });
    const updated = (...ids: string[]) => ({
      ...plan,
      actions: plan.actions.map((each, at) => ({ ...each, updates: ids.slice(at, at + 1).map(update) })),
    });
    const [atOnce, later] = ['01998a2c-0000-7000-8000-00000000000', '01998a2c-2000-7000-8000-00000000000'];
    // Read with the actions from one file; or written under one after the other.
    for (const pasted of [updated(id('u0'), id('u1')), updated(`${atOnce}1`, `${later}2`)]) {
      expect(said('repeated-update', pasted)).toEqual([
        '“The panels have met for the first time.” stands under 2 actions.',
      ]);
    }
    expect(said('repeated-update', updated(`${atOnce}1`, `${atOnce}2`))).toEqual([]);
    expect(said('repeated-update', action('a', { updates: [update(id('u1')), update(id('u2'))] }))).toEqual([]);
    expect(said('repeated-number', action('b', { number: '1' }))).toEqual(['There are two of the number “1”.']);
    expect(said('repeated-number', action('c', { number: '1' }))).toEqual([]);
  });

  it.each([
    ['Reach XX% by March [insert date]', 2],
    ['Stage XII of the Xbox project: really??', 0],
    ['???', 1],
  ])('finds what is to be filled in: “%s”', (words, count) => {
    expect(said('placeholder', action('a', { text: text(words) }))).toHaveLength(count);
  });
});

describe('leaving a finding so', () => {
  it('keeps the reason in the plan, for that check and record alone, and can be taken back', () => {
    const without = action('d', { leads: [] });
    const ledger = new Ledger(without, smallPlan().newId);
    const { newId } = smallPlan();
    const { check, findings } = found('no-lead', without);
    const [finding] = findings as [(typeof findings)[number]];
    const edit = leaveSo(without, check, finding, ' The post is\nadvertised. ', newId);
    expect(edit.label).toBe('Leave action 4 as it is (no lead)');
    const left = ledger.apply(edit);
    expect(left.exceptions).toMatchObject([{ check: 'no-lead', kind: 'action', record: id('d') }]);
    expect(found('no-lead', left)).toMatchObject({ findings: [], left: [{ reason: 'The post is advertised.' }] });
    expect(said('no-date', left)).toHaveLength(1);
    // A second reason takes the place of the first.
    expect(leftSo(ledger.apply(leaveSo(left, check, finding, 'Filled in May', newId)), check, finding)).toBe(
      'Filled in May',
    );
    expect(ledger.apply(takeUpAgain(ledger.plan, check, finding))).toEqual(without);
    expect(takeUpAgain(without, check, finding)).toBeUndefined();
  });

  it('does so for the plan itself too', () => {
    const wrong = { ...plan, title: 'Plan 2020' };
    const ledger = new Ledger(wrong, smallPlan().newId);
    const { check, findings } = found('wrong-year', wrong);
    const left = ledger.apply(
      leaveSo(wrong, check, findings[0] as (typeof findings)[number], 'It is right', smallPlan().newId),
    );
    expect(found('wrong-year', left)).toMatchObject({ findings: [], left: [{ reason: 'It is right' }] });
  });
});

describe('all checks', () => {
  const plans = [...seeds().map(({ planJson }) => planJson), fs.readFileSync(sample, 'utf8')].map((json) =>
    parsePlanJson(json, counter()),
  );

  it('have ids and titles of their own', () => {
    for (const key of ['id', 'title', 'why'] as const)
      expect(new Set(checks.map((check) => check[key])).size).toBe(checks.length);
    for (const { id: name } of checks) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('lead to places that are there, and mend what they say they mend', () => {
    let fixes = 0;
    for (const each of plans) {
      for (const { check, findings } of runChecks(each, { today: '2027-06-01' })) {
        for (const { place, words, fix } of findings) {
          existing(each, place.kind, place.id);
          expect(words).toMatch(/^[“A-Z].*\.$/);
          if (place.start !== undefined) {
            const value = textsOf(each).find((one) => one.id === place.id && one.field === place.field)?.value ?? '';
            expect(blocksOf(value)[place.block ?? 0]?.slice(place.start, place.end)).not.toBe('');
          }
          if (!fix) continue;
          fixes += 1;
          const newId = counter();
          const after = new Ledger(each, () => newId().replace(/^0/, 'f')).apply(fix);
          const again = check.find(after, { today: '2027-06-01' }).map((one) => JSON.stringify(one.place));
          expect(again).not.toContain(JSON.stringify(place));
        }
      }
    }
    expect(fixes).toBeGreaterThan(5);
  });
});

describe.skipIf(!seedsFolder)('the checks of the published plans', () => {
  it.each([
    ['000', 'survey-question', 1],
    ['001', 'survey-question', 4],
    ['001', 'nearly-repeated-text', 3],
    ['002', 'reversed-ratio', 1],
    ['002', 'lead-to-be-confirmed', 2],
    ['002', 'repeated-update', 2],
    ['002', 'colour-without-word', 3],
    ['004', 'no-date', 2],
  ])('find in plan %s what is known of it: %s, %i', (number, check, count) => {
    const seed = seeds().find((each) => each.number === number);
    expect(said(check, parsePlanJson(seed?.planJson ?? '', counter()))).toHaveLength(count);
  });
});
