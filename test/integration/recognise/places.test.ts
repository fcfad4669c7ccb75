import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../electron/sheet/read-document.ts';
import { newId } from '../../../shared/id.ts';
import type { Plan } from '../../../shared/plan/model.ts';
import { toPlainText } from '../../../shared/plan/rich-text.ts';
import { type WordDocument, type WordPlace, wordsOf } from '../../../shared/recognise/document.ts';
import type { Fact } from '../../../shared/recognise/draft.ts';
import { recognise } from '../../../shared/recognise/recognise.ts';
import { seeds, seedsFolder } from '../../support/seeds.ts';

/** What stands at a place, as letters and digits. */
function textAt({ blocks }: WordDocument, { block, row, column }: WordPlace): string {
  const found = blocks[block];
  if (!found) throw new Error(`There is no block ${block}`);
  if (found.kind === 'paragraph') return plain(wordsOf(found));
  const cells = row === undefined ? found.rows.flatMap((each) => each.cells) : (found.rows[row]?.cells ?? []);
  const here = cells.filter((cell) => row === undefined || cell.column === column);
  expect(here.length, `a cell begins at ${block}.${row}.${column}`).toBeGreaterThan(0);
  return plain(
    here.flatMap(({ paragraphs }) => paragraphs.map((each) => `${each.label?.text ?? ''}${wordsOf(each)}`)).join(''),
  );
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The words of a fact, each of which must stand where it was read; none where it stands there as a colour alone. */
function wordsOfFact(plan: Plan, { kind, id, field }: Fact): string[] {
  if (kind === 'plan') return [plan.title];
  if (kind === 'scale') return (plan.ratingScales[0]?.ratings ?? []).map(({ code }) => code);
  if (kind === 'section') {
    const section = [...plan.preface, ...plan.closing].find((each) => each.id === id);
    return field === 'heading' ? [section?.heading ?? ''] : [];
  }
  const record = [...plan.indicators, ...plan.actions].find((each) => each.id === id);
  if (!record) throw new Error(`There is no ${kind} ${id}`);
  const value = record[field as 'due'] as unknown;
  if (field === 'leads') return record.leads.map((lead) => plan.people.find((each) => each.id === lead)?.name ?? '');
  if (field === 'due') return [record.due?.text ?? ''];
  if (field === 'rating' || field === 'effects') return [];
  if (field === 'updates') return [];
  if (Array.isArray(value)) return toPlainText(value).split('\n');
  return typeof value === 'string' ? [value] : [];
}

describe.skipIf(!seedsFolder)('a published plan', () => {
  test.each(seeds().map(({ number }) => number))('%s: every fact points to where its words stand', (number) => {
    const file = path.join(seedsFolder ?? '', '..', 'published', `${number}.docx`);
    const document = readDocument(fs.readFileSync(file));
    const { plan, facts, keys } = recognise(document, newId);
    const several = new Map<string, string>();
    for (const fact of facts) {
      expect(fact.at.length, JSON.stringify(fact)).toBeGreaterThan(0);
      const name = `${fact.id} ${fact.field}`;
      several.set(name, (several.get(name) ?? '') + fact.at.map((place) => textAt(document, place)).join(''));
    }
    for (const fact of facts) {
      const there = several.get(`${fact.id} ${fact.field}`) ?? '';
      for (const words of wordsOfFact(plan, fact)) expect(there, `${fact.kind} ${fact.field}`).toContain(plain(words));
    }
    const read = new Set(facts.map(({ id, field }) => `${id} ${field}`));
    for (const action of plan.actions) {
      for (const field of [
        'text',
        'due',
        'rating',
        'gap',
        'measure',
        'outcome',
        'notes',
        'effects',
        'number',
      ] as const) {
        if (action[field] !== undefined && !(field === 'number' && !read.has(`${action.id} number`)))
          expect(read, `${field} of an action`).toContain(`${action.id} ${field}`);
      }
      if (action.leads.length > 0) expect(read).toContain(`${action.id} leads`);
      if (action.updates.length > 0) expect(read).toContain(`${action.id} updates`);
    }
    const names = Object.values(keys);
    expect(new Set(names).size).toBe(plan.actions.length + plan.indicators.length);
    expect(Object.values(recognise(document, newId).keys)).toEqual(names);
  });
});
