import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSpellingCheck } from '../../../electron/check-spelling.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const dictionaries = path.join(root, 'assets/dictionaries');
const speller = path.join(root, 'electron/speller.ts');
const spelling = openSpellingCheck(dictionaries, { speller });
afterAll(() => spelling.close());

const wrong = async (text: string, extraWords: string[] = []) =>
  (await spelling.checkSpelling([text], { extraWords })).map(({ word }) => word);

test('says which word of which text is wrong, and where it begins', async () => {
  expect(await spelling.checkSpelling(['All is well', 'We recieve, and 👍 recieve'])).toEqual([
    { text: 1, word: 'recieve', start: 3 },
    { text: 1, word: 'recieve', start: 19 },
  ]);
});

test.each([
  ['recieve', 'receive'],
  ['teh', 'the'],
  ['color', 'colour'],
  ['organize', 'organise'],
  ['behavour', 'behaviour'],
  ['enviroment', 'environment'],
  ['disagregated', 'disaggregated'],
  ['Recieve', 'Receive'],
])('for %s suggests %s first', async (word, meant) => {
  expect((await spelling.suggest(word))[0]).toBe(meant);
});

test('knows the words of the NHS, in the forms that they take', async () => {
  expect(
    await wrong(
      'The WRES’s disaggregated Datix data, racialised and minoritised colleagues, microaggressions, allyship, ICBs, the ' +
        'ESR’s headcount, shortlisters, FTSU, NHSE, upskilling, anti-racist co-production, programme, organisation, Comms',
    ),
  ).toEqual([]);
});

test('knows the names that it is given, in capitals and as possessives too, and not in small letters', async () => {
  expect(await wrong("Xanthorby XANTHORBY Xanthorby's Xanthorby’s")).toHaveLength(4);
  expect(await wrong("Xanthorby XANTHORBY Xanthorby's Xanthorby’s", ['Xanthorby'])).toEqual([]);
  expect(await wrong('xanthorby', ['Xanthorby'])).toEqual(['xanthorby']);
  expect(await wrong('Quorumly QUORUMLY', ['quorumly'])).toEqual([]);
  expect(await wrong('Xanthorby'), 'forgotten again').toEqual(['Xanthorby']);
});

test('leaves out what no dictionary has', async () => {
  expect(
    await wrong(
      'Q3 q14a B7 UHNM KPIs https://www.englnd.nhs.uk/wrse edi.leed@trst.nhs.uk www.englnd.nhs.uk plann.docx e.g. a/b',
    ),
  ).toEqual([]);
});

test('gets through texts that no person wrote', async () => {
  const odd = ['a'.repeat(200_000), 'a@'.repeat(100_000), "a'".repeat(100_000), '\u0301'.repeat(1_000), '\ud800', ''];
  expect((await spelling.checkSpelling(odd)).map(({ text }) => text)).toEqual(expect.arrayContaining([0]));
  expect(await spelling.suggest('a'.repeat(200_000))).toEqual([]);
});

test('one that was ended starts again with the next question', async () => {
  const short = openSpellingCheck(dictionaries, { speller, idle: 0 });
  expect(await short.checkSpelling(['recieve'])).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await short.checkSpelling(['recieve'])).toHaveLength(1);
  const waiting = short.suggest('recieve');
  await Promise.resolve();
  await short.close();
  await expect(waiting).rejects.toThrow('was ended');
  expect(await short.checkSpelling(['recieve'])).toHaveLength(1);
  await short.close();
});

test('a dictionary that is not there is an error, not a plan without mistakes', async () => {
  const none = openSpellingCheck('/nowhere', { speller });
  await expect(none.checkSpelling(['recieve'])).rejects.toThrow('en-GB.aff');
});
