import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '../../electron/sheet/read-document.ts';
import { writeWord } from '../../electron/word/write.ts';
import { newId } from '../../shared/id.ts';
import { builtInLayouts } from '../../shared/layout/built-in.ts';
import { layOut } from '../../shared/layout/lay-out.ts';
import type { Layout } from '../../shared/layout/layout.ts';
import { parsePlanJson } from '../../shared/plan/json.ts';
import { recognise } from '../../shared/recognise/recognise.ts';
import { asExported, readBack } from '../support/held.ts';
import { savedByLibreOffice } from '../support/libreoffice.ts';
import { ownLayouts } from '../support/own-layouts.ts';
import { seeds } from '../support/seeds.ts';

// What we export comes back equal also after LibreOffice has opened it and saved it (npm run test:libreoffice).

const sample = fs.readFileSync(path.resolve(import.meta.dirname, '../../assets/sample-plan.json'), 'utf8');
const plans = [{ number: 'sample', planJson: sample }, ...seeds()].map(({ number, planJson }) => ({
  number,
  plan: parsePlanJson(planJson, newId),
}));
const ownLayout = fc.sample(ownLayouts(), { numRuns: plans.length, seed: 2026 });
const files = plans.flatMap(({ number, plan }, index) =>
  [...builtInLayouts, ownLayout[index] as Layout].flatMap((layout) =>
    [false, true].map((plain) => ({
      name: `${number} in ${layout.title}${plain ? ', plain' : ''}`,
      plan,
      layout,
      plain,
      page: layOut(plan, layout, { asAt: '2026-10-31', plain }),
    })),
  ),
);

const saved: Record<string, Uint8Array[]> = {};
beforeAll(async () => {
  const written = await Promise.all(files.map(({ page }) => writeWord(page)));
  saved['as docx'] = await savedByLibreOffice(written, 'docx', 'docx');
  saved['as odt, and that as docx'] = await savedByLibreOffice(
    await savedByLibreOffice(written, 'docx', 'odt'),
    'odt',
    'docx',
  );
}, 600_000);

describe.each(['as docx', 'as odt, and that as docx'])('saved %s', (way) => {
  test.each(files.map((file, index) => ({ ...file, index })))('$name', ({ plan, layout, plain, index }) => {
    const found = recognise(readDocument(saved[way]?.[index] as Uint8Array), newId);
    expect(readBack(found, plan, layout, plain)).toEqual(asExported(plan, layout, plain));
  });
});
