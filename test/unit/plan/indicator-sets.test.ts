import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { indicatorSetSchema, type StandardIndicator } from '../../../shared/indicator-sets/schema.ts';
import {
  editions,
  indicatorSet,
  indicatorSets,
  indicatorWording,
  officialWording,
  standardIndicator,
} from '../../../shared/indicator-sets.ts';
import { seedsFolder } from '../../support/seeds.ts';

/** What each source prints, as it was gathered. */
function gathered(): {
  standard: string;
  indicators: { number: string | number; wording: string | null; source: string }[];
}[] {
  return JSON.parse(readFileSync(path.join(seedsFolder ?? '', '../data/indicator-sets.json'), 'utf8'));
}

const wresOf = (edition: string, number: string): StandardIndicator | undefined =>
  standardIndicator({ standard: 'WRES', edition }, number);

describe('the indicator sets', () => {
  it('fit their schema', () => {
    expect(z.array(indicatorSetSchema).safeParse(indicatorSets).error?.message).toBeUndefined();
  });

  it('follow each other without gap or overlap, and only the newest is open', () => {
    for (const standard of ['WRES', 'WDES'] as const) {
      const sets = indicatorSets.filter((set) => set.standard === standard);
      sets.forEach((set, index) => {
        expect(set.edition).toBe(String(set.years.from));
        expect(set.years.to === null ? undefined : set.years.to + 1).toBe(sets[index + 1]?.years.from);
      });
    }
  });

  it('have nine indicators in the Race Standard and ten metrics, in parts, in the Disability Standard', () => {
    for (const set of indicatorSets) {
      const numbers = set.indicators.map((each) => each.number);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect([...new Set(numbers.map((each) => Number.parseInt(each, 10)))]).toEqual(
        Array.from({ length: set.standard === 'WRES' ? 9 : 10 }, (_, index) => index + 1),
      );
    }
  });

  it.skipIf(!seedsFolder)('print only wordings of the Race Standard that a source prints for that indicator', () => {
    const withoutQuestion = (text: string) => text.replace(/^(KF ?\d+|Q\d+)\. /, '');
    const wordings = indicatorSets
      .filter((set) => set.standard === 'WRES')
      .flatMap((set) => set.indicators.map((each) => [each.number, each.wording?.text] as const))
      .filter(([, text]) => text !== undefined);
    expect(wordings.length).toBe(3 + 6 * 9);
    for (const [number, text] of wordings) {
      const printed = gathered()
        .filter((set) => set.standard === 'WRES' || set.standard === 'MWRES')
        .flatMap((set) => set.indicators.filter((each) => String(each.number) === number))
        .map((each) => withoutQuestion(each.wording ?? ''));
      expect(printed).toContain(text);
    }
  });

  it.skipIf(!seedsFolder)(
    'print only wordings of the Disability Standard that their source prints for that metric',
    () => {
      const known = gathered().filter((set) => set.standard === 'WDES');
      const quoted = indicatorSets
        .flatMap((set) => (set.standard === 'WDES' ? set.indicators : []))
        .filter(
          ({ wording }) => wording?.source.url && known.some((set) => set.indicators[0]?.source === wording.source.url),
        );
      expect(quoted.map(({ number }) => number)).toEqual(['1', '4a(i)', '4a(ii)', '4a(iii)', '4b', '5']);
      for (const { number, wording } of quoted) {
        const printed = known.flatMap((set) => set.indicators.filter((each) => String(each.number) === number));
        expect(printed.map((each) => each.wording)).toContain(wording?.text);
      }
    },
  );

  it('leave unknown what is unknown, and mark what nobody has checked', () => {
    expect(wresOf('2015', '1')?.wording).toBeNull();
    expect(standardIndicator({ standard: 'WDES', edition: '2024' }, '9b')?.wording).toBeNull();
    for (const set of indicatorSets) {
      for (const { question } of set.indicators) {
        if (!question) continue;
        if (question.standing === 'unverified') expect(question).toMatchObject({ check: expect.any(String) });
        else expect(question.source).toBeDefined();
      }
    }
    expect(indicatorSet('WRES', '2025')?.check).toBeDefined();
  });

  it('print the national terms: BME, never BAME', () => {
    expect(JSON.stringify(indicatorSets)).not.toContain('BAME');
  });
});

describe('an edition', () => {
  it.each([
    ['2016', '2016'],
    ['2018', '2016'],
    ['2019', '2019'],
    ['2021', '2020'],
    ['2022', '2022'],
    ['2023', '2023'],
    ['2024-25', '2023'],
    ['2020-2022 (as printed)', '2020'],
    ['2026', '2025'],
  ])('of the Race Standard, “%s”, uses the set of %s', (edition, used) => {
    expect(indicatorSet('WRES', edition)?.edition).toBe(used);
  });

  it('has no set before the first, or without a year', () => {
    expect(indicatorSet('WRES', '2014')).toBeUndefined();
    expect(indicatorSet('WDES', '2019')).toBeUndefined();
    expect(indicatorSet('WRES', 'local')).toBeUndefined();
    expect(indicatorSet('WRES', '120235')).toBeUndefined();
  });

  it('can be chosen, newest first', () => {
    expect(editions('WRES')).toEqual(['2025', '2023', '2022', '2020', '2019', '2016', '2015']);
    expect(editions('WDES')).toEqual(['2023']);
  });
});

describe('direction', () => {
  it.each([
    ['2', 'white', 'BME'],
    ['3', 'BME', 'white'],
    ['4', 'white', 'BME'],
  ])('of indicator %s is %s over %s in every edition', (number, over, under) => {
    for (const edition of editions('WRES')) {
      expect(wresOf(edition, number)?.measure).toMatchObject({ kind: 'ratio', over, under });
    }
  });

  it('agrees with the wording wherever the wording has one', () => {
    for (const edition of editions('WRES')) {
      for (const number of ['2', '3', '4']) {
        const { wording, measure } = wresOf(edition, number) as StandardIndicator;
        const [, over, under] =
          /of (white|BME) .*compared to (?:Black and Minority Ethnic \()?(white|BME)/.exec(wording?.text ?? '') ?? [];
        if (over !== undefined) expect(measure).toMatchObject({ over, under });
        else expect(Number(edition)).toBeLessThan(2020);
      }
    }
  });

  it('puts the range of 0.80 to 1.25 on the disciplinary ratio nationally, on shortlisting by Trusts only', () => {
    expect(wresOf('2025', '3')?.measure).toMatchObject({ range: { low: 0.8, high: 1.25, set: 'nationally' } });
    expect(wresOf('2025', '2')?.measure).toMatchObject({ range: { low: 0.8, high: 1.25, set: 'by Trusts' } });
    expect(wresOf('2025', '4')?.measure).not.toHaveProperty('range');
  });

  it('of the staff survey: lower is better but for equal opportunities', () => {
    for (const number of ['5', '6', '7', '8']) {
      expect(wresOf('2023', number)?.measure).toMatchObject({ better: number === '7' ? 'higher' : 'lower' });
    }
  });
});

describe('a staff survey question', () => {
  it.each([
    ['2015', ['KF18', 'KF19', 'KF27', 'Q23b']],
    ['2017', ['KF25', 'KF26', 'KF21', 'Q17b']],
    ['2021', ['Q13a', 'Q13b&c', 'Q14', 'Q15b']],
    ['2023', ['q14a', 'q14b&c', 'q15', 'q16b']],
  ])('of %s is %s', (edition, questions) => {
    expect(['5', '6', '7', '8'].map((number) => wresOf(edition, number)?.question?.number)).toEqual(questions);
    expect(wresOf(edition, '1')?.question).toBeUndefined();
  });
});

describe('the wording that a reader sees', () => {
  const plan = { standard: 'WRES', edition: '2023' } as const;

  it('is the plan’s own, else the edition’s, else the short title', () => {
    expect(indicatorWording(plan, { number: '9', wording: 'Who sits on the board' })).toBe('Who sits on the board');
    expect(indicatorWording(plan, { number: '9', wording: '' })).toBe(officialWording(plan, '9'));
    expect(indicatorWording({ ...plan, edition: '2015' }, { number: '9', wording: '' })).toBe('Board representation');
    expect(indicatorWording(plan, { number: null, wording: '' })).toBe('');
    expect(officialWording(plan, '12')).toBeUndefined();
  });
});
