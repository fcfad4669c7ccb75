import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDue } from '../../../shared/plan/due.ts';
import { effective } from '../../../shared/plan/effective.ts';
import { parsePlanJson, printPlanJson } from '../../../shared/plan/json.ts';
import { planSchema } from '../../../shared/plan/model.ts';
import { type RichText, richTextSchema, toPlainText } from '../../../shared/plan/rich-text.ts';
import { counter } from '../../support/ids.ts';
import { seeds, seedsFolder } from '../../support/seeds.ts';

const file = readFileSync(path.resolve(import.meta.dirname, '../../../assets/sample-plan.json'), 'utf8');
const plan = parsePlanJson(file, counter(), 'sample-plan.json');

describe('the sample plan', () => {
  it('uses every field that a plan can have', () => {
    const used = new Set([...fieldsOf(plan)].map(kindOfField));
    const known = new Set([...fieldsOfSchema(z.toJSONSchema(planSchema) as JsonSchema)].map(kindOfField));
    expect(known.size).toBeGreaterThan(70);
    // It is published in a layout that comes with the app; layouts of a plan's own are tried in tests of their own.
    const needed = [...known].filter((field) => !field.startsWith('layouts'));
    expect(needed.filter((field) => !used.has(field))).toEqual([]);
  });

  it('uses every kind of text: paragraphs, bullets, numbers, two levels, bold, italics, web and e-mail links', () => {
    const blocks = richTexts(plan).flat();
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['paragraph', 'bullet', 'number']));
    expect(blocks.some(({ level }) => level === 1)).toBe(true);
    const links = blocks.flatMap(({ runs }) => runs.flatMap(({ href }) => href ?? []));
    expect(new Set(links.map((href) => new URL(href).protocol))).toEqual(new Set(['https:', 'mailto:']));
    for (const href of links) expect(href).toMatch(/^https:\/\/www\.england\.nhs\.uk\/|@northvale\.example$/);
  });

  it('has the nine indicators, a row beyond them and actions of the plan as a whole', () => {
    expect(plan.indicators.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', null]);
    expect(plan.actions.length).toBeGreaterThanOrEqual(45);
    for (const { id } of plan.indicators) {
      expect(plan.actions.filter(({ indicator }) => indicator === id).length).toBeGreaterThanOrEqual(4);
    }
    expect(plan.actions.some(({ indicator }) => indicator === null)).toBe(true);
  });

  it('inherits and overrides leads, dates and ratings, and leaves no action without a lead, a date or a rating', () => {
    const homes = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]));
    const all = plan.actions.map((action) => effective(action, homes.get(action.indicator ?? '')));
    for (const part of ['leads', 'due', 'rating'] as const) {
      expect(new Set(all.map(({ inherited }) => inherited[part]))).toEqual(new Set([true, false]));
    }
    expect(all.filter(({ leads, due, rating }) => leads.length === 0 || !due || !rating)).toEqual([]);
    expect(new Set(all.map(({ rating }) => rating))).toEqual(new Set(['B', 'R', 'A', 'G']));
  });

  it('means the days that its dates say', () => {
    const dues = [...plan.indicators, ...plan.actions].flatMap(({ due }) => due ?? []);
    expect(dues.length).toBeGreaterThan(40);
    for (const { text, date, fixed } of dues) {
      expect({ ...readDue(text, plan.period), ...(fixed && { fixed }) }).toEqual({
        text,
        ...(date && { date }),
        ...(fixed && { fixed }),
      });
    }
    expect(dues.filter(({ date }) => date === undefined).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['In place', 'Ongoing', 'tbc']),
    );
  });

  it('tells of nothing after the day that it was published', () => {
    const days = [...plan.indicators, ...plan.actions].flatMap(({ updates }) =>
      updates.flatMap(({ date }) => date ?? []),
    );
    expect(days.length).toBeGreaterThan(40);
    expect(days.filter((day) => day < plan.period.from || day > '2026-10-31')).toEqual([]);
  });

  it('names leads, ratings and people that are all there and all used', () => {
    const leads = new Set([...plan.indicators, ...plan.actions].flatMap((each) => each.leads));
    expect(plan.people.filter(({ id }) => !leads.has(id))).toEqual([]);
    for (const { email } of plan.people) if (email) expect(email).toMatch(/@northvale\.example$/);
  });

  it('comes out of plan JSON as it went in', () => {
    expect(parsePlanJson(printPlanJson(plan), counter())).toEqual(plan);
  });

  it.skipIf(!seedsFolder)('shares no run of eight words with the published plans', () => {
    const published = new Set(seeds().flatMap(({ planJson }) => runsOfEight(planJson)));
    expect(published.size).toBeGreaterThan(3_000);
    expect(runsOfEight(file).filter((run) => published.has(run))).toEqual([]);
  });
});

describe('the figures of the sample plan', () => {
  const words = (key: string) => {
    const indicator = plan.indicators.find(({ number }) => number === key);
    return ['objective', 'narrative', 'gaps', 'measure']
      .map((name) => toPlainText(indicator?.[name as 'gaps'] ?? []))
      .join('\n');
  };
  const whole = plan.preface.map(({ body }) => toPlainText(body)).join('\n');
  const number = (text: string, pattern: RegExp) =>
    (pattern.exec(text)?.slice(1) ?? []).map((digits) => Number(digits.replaceAll(',', '').replace('−', '-')));
  const percent = (part: number, all: number) => Math.round((1_000 * part) / all) / 10;

  it('add up to the workforce', () => {
    const [bme = 0, all = 0, share] = number(words('1'), /([\d,]+) of our ([\d,]+) staff \(([\d.]+)%\) were BME/);
    const [white = 0, whiteShare, unknown = 0] = number(words('1'), /([\d,]+) \(([\d.]+)%\) were white, and for (\d+)/);
    expect([bme + white + unknown, percent(bme, all), percent(white, all)]).toEqual([all, share, whiteShare]);
  });

  it('give each ratio the right way round: 2 and 4 white over BME, 3 BME over white', () => {
    const [whiteShortlisted = 0, white = 0, whiteShare, bmeShortlisted = 0, bme = 0, bmeShare, shortlisting] = number(
      words('2'),
      /([\d,]+) white applicants on our shortlists ([\d,]+) were appointed \(([\d.]+)%\), and of ([\d,]+) BME applicants ([\d,]+) \(([\d.]+)%\).*white over BME, is ([\d.]+)/,
    );
    expect([percent(white, whiteShortlisted), percent(bme, bmeShortlisted)]).toEqual([whiteShare, bmeShare]);
    expect((white / whiteShortlisted / (bme / bmeShortlisted)).toFixed(2)).toBe(String(shortlisting));

    const [bmeCases = 0, bmeStaff = 0, whiteCases = 0, whiteStaff = 0, discipline] = number(
      words('3'),
      /(\d+) of ([\d,]+) BME staff .*? and (\d+) of ([\d,]+) white staff .*BME over white, is ([\d.]+)/,
    );
    expect((bmeCases / bmeStaff / (whiteCases / whiteStaff)).toFixed(2)).toBe(String(discipline));

    const [whiteTrained = 0, , bmeTrained = 0, , training] = number(
      words('4'),
      /([\d,]+) of ([\d,]+) white staff .*? and ([\d,]+) of ([\d,]+) BME staff .*white over BME, is ([\d.]+)/,
    );
    expect((whiteTrained / whiteStaff / (bmeTrained / bmeStaff)).toFixed(2)).toBe(String(training));
    for (const ratio of [shortlisting, discipline, training]) expect(whole).toMatch(new RegExp(`\\b${ratio}\\b`));
  });

  it.each(['5', '6', '7', '8'])('give indicator %s a gap that is the difference of its two percentages', (key) => {
    const [bme = 0, white = 0] = number(
      words(key),
      /In the Staff Survey of 2025, ([\d.]+)% of BME staff.*?([\d.]+)% of white staff/,
    );
    const [gap, before] = number(words(key), /gap of ([\d.]+) points.*?([\d.]+)/);
    const [older = 0, olderWhite = 0] = number(words(key), /\(([\d.]+)% and ([\d.]+)%\)/);
    const hasOlder = number(words(key), /(?:it was|after) ([\d.]+)/)[0];
    expect(Math.abs(bme - white)).toBeCloseTo(gap ?? Number.NaN, 5);
    expect(before).toBeDefined();
    expect(Math.abs(older - olderWhite)).toBeCloseTo(hasOlder ?? Number.NaN, 5);
  });

  it('give the board’s difference from the workforce, and from the workforce of the year before', () => {
    const [votingBme = 0, share, workforce = 0, difference] = [
      2,
      ...number(words('9'), /\(([\d.]+)%\), against ([\d.]+)% of the workforce: a difference of (−[\d.]+)/),
    ];
    expect([percent(votingBme, 14), (percent(votingBme, 14) - workforce).toFixed(1)]).toEqual([
      share,
      difference?.toFixed(1),
    ]);
    const [lastYear = 0] = number(words('1'), /up from ([\d.]+)%/);
    expect(words('9')).toContain((percent(2, 14) - lastYear).toFixed(1).replace('-', '−'));
    expect(words('9')).toContain((percent(3, 17) - workforce).toFixed(1).replace('-', '−'));
  });

  it('count the plan’s actions and its ratings', () => {
    const homes = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]));
    const rated = (code: string) =>
      plan.actions.filter((action) => effective(action, homes.get(action.indicator ?? '')).rating === code).length;
    expect(plan.actions.length).toBe(52);
    expect(whole).toContain('Fifty-two actions');
    expect(file).toContain(`${rated('B')} blue, ${rated('G')} green, ${rated('A')} amber, ${rated('R')} red.`);
  });
});

/** Every field that is there: "actions[].due.date". Whatever is named by an id counts as one. */
function fieldsOf(value: unknown, at = '', found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) fieldsOf(each, `${at}[]`, found);
  else if (value !== null && typeof value === 'object') {
    for (const [name, each] of Object.entries(value)) {
      const field = at.endsWith('effects') ? `${at}{}` : at === '' ? name : `${at}.${name}`;
      found.add(field);
      fieldsOf(each, field, found);
    }
  }
  return found;
}

/** A text is made alike wherever it stands, and so is a due date: its parts count once. */
function kindOfField(field: string): string {
  return field.replace(/^.*\[\]\.(kind|level|runs.*)$/, 'text: $1').replace(/^.*\.(due\..*)$/, '$1');
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
}

/** Every field that there could be, in the same words. */
function fieldsOfSchema(schema: JsonSchema, at = '', found = new Set<string>()): Set<string> {
  for (const [name, each] of Object.entries(schema.properties ?? {})) {
    const field = at === '' ? name : `${at}.${name}`;
    found.add(field);
    fieldsOfSchema(each, field, found);
  }
  if (schema.items) fieldsOfSchema(schema.items, `${at}[]`, found);
  if (typeof schema.additionalProperties === 'object') found.add(`${at}{}`);
  for (const each of schema.anyOf ?? []) fieldsOfSchema(each, at, found);
  return found;
}

function richTexts(value: unknown): RichText[] {
  if (value === null || typeof value !== 'object') return [];
  const text = richTextSchema.safeParse(value);
  if (text.success && text.data.length > 0) return [text.data];
  return Object.values(value as Record<string, unknown>).flatMap((each) => richTexts(each));
}

/** Each run of eight words of the texts of a plan, in small letters and without marks. */
function runsOfEight(json: string): string[] {
  const texts: string[] = [];
  JSON.parse(json, (_, value) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.flatMap((text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? [];
    return words.slice(7).map((_, index) => words.slice(index, index + 8).join(' '));
  });
}
