import { describe, expect, it } from 'vitest';
import { ignoreWord, spellWordAgain } from '../../../shared/plan/edits/ignored-words.ts';
import type { Match } from '../../../shared/plan/find.ts';
import { firstFrom, inTheirSentences, namesIn, spelledIn, wordsIn } from '../../../shared/plan/spelling.ts';
import { Ledger } from './edits/ledger.ts';
import { smallPlan } from './edits/small-plan.ts';

const words = (text: string) => wordsIn(text).map(({ word }) => word);

describe('words', () => {
  it('are told with where they begin, in UTF-16 units', () => {
    expect(wordsIn('👍 co-produced\twith “staff’s” side')).toEqual([
      { word: 'co', start: 3 },
      { word: 'produced', start: 6 },
      { word: 'with', start: 15 },
      { word: 'staff’s', start: 21 },
      { word: 'side', start: 30 },
    ]);
  });

  it('are not addresses, what has a digit in it, single letters, and short abbreviations', () => {
    expect(words('a@b.nhs.uk https://x.org/page www.nhs.uk plan.docx Q3 q14a 8a e.g. UHNM KPIs UHL’s')).toEqual([]);
    expect(words('COMMITTEE McGregor naïve Łódź')).toEqual(['COMMITTEE', 'McGregor', 'naïve', 'Łódź']);
  });
});

describe('a plan', () => {
  const { plan } = smallPlan();
  const named = {
    ...plan,
    trust: { name: "Quorum & St Bede's NHS Trust", shortName: 'QSB' },
    people: [
      { id: plan.people[0]?.id ?? '', name: 'Xanthe O’Brian-Quill', role: 'Cheif Nurse', email: 'xanthe.obq@nhs.net' },
    ],
  };

  it('brings the words of its names with it, abbreviations too', () => {
    expect(namesIn(named)).toEqual(expect.arrayContaining(['Quorum', "Bede's", 'QSB', 'Xanthe', 'O’Brian', 'Quill']));
    expect(namesIn(named).join(' ')).not.toMatch(/Cheif|obq/);
  });

  it('is spelt in every text but its names, each block with its place', () => {
    const texts = spelledIn(named);
    expect(texts.find(({ text }) => text === 'Cheif Nurse')?.place).toEqual({
      kind: 'person',
      id: named.people[0]?.id,
      field: 'role',
    });
    const [action] = plan.actions;
    expect(
      texts.filter(({ place }) => place.id === action?.id && place.field === 'text').map(({ place }) => place.block),
    ).toEqual(action?.text.map((_, index) => index));
    expect(texts.map(({ text }) => text).join(' ')).not.toMatch(/Xanthe|Quorum|QSB/);
    const unworded = plan.indicators.filter(({ wording }) => wording === '').map(({ id }) => id);
    expect(unworded.length).toBeGreaterThan(0);
    expect(
      texts.filter(({ place }) => place.field === 'wording' && unworded.includes(place.id)),
      'set nationally',
    ).toEqual([]);
  });
});

describe('what is ignored in a plan', () => {
  it('is one of its own words until it is looked at again; its possessive is the same word', () => {
    const { plan, newId } = smallPlan();
    const edits = new Ledger(plan, newId);
    expect(namesIn(plan)).not.toContain('Quorumly');
    const ignored = edits.apply(ignoreWord(plan, 'Quorumly’s', newId));
    expect(namesIn(ignored)).toContain('Quorumly');
    expect(ignoreWord(ignored, 'Quorumly', newId)).toBeUndefined();
    expect(namesIn(edits.apply(spellWordAgain(ignored, 'Quorumly')))).not.toContain('Quorumly');
    expect(spellWordAgain(plan, 'Quorumly')).toBeUndefined();
  });
});

describe('a misspelling', () => {
  const place = { kind: 'section', id: 'one', field: 'body', block: 2 } as const;

  it('is shown in its sentence', () => {
    const text = 'We listen. Staff recieve a reply. All is well.';
    expect(inTheirSentences([{ place, text }], [{ text: 0, word: 'recieve', start: 17 }])).toEqual([
      {
        place: { ...place, start: 17, end: 24 },
        before: 'Staff ',
        text: 'recieve',
        after: ' a reply.',
        replaceable: true,
      },
    ]);
  });

  it('is shown with some of its sentence where that is long', () => {
    const text = `${'so '.repeat(100)}recieve${' so'.repeat(100)}`;
    const [found] = inTheirSentences([{ place, text }], [{ text: 0, word: 'recieve', start: 300 }]);
    expect(found?.before).toMatch(/^….{160}$/);
    expect(found?.after).toMatch(/^.{160}…$/);
  });
});

describe('where one goes on', () => {
  const { plan } = smallPlan();
  const [one, two] = spelledIn(plan).filter(({ place }) => place.kind === 'action');
  if (!one?.place.field || !two?.place.field) throw new Error('The plan has too few texts.');
  const at = ({ place, text }: typeof one, start: number) =>
    inTheirSentences([{ place, text }], [{ text: 0, word: text.slice(start, start + 2), start }])[0] as Match;
  const here = at(one, 2).place;

  it('is the first at that place or after it, else the first of all', () => {
    expect(firstFrom(plan, [at(one, 0), at(one, 2), at(two, 0)], here)).toBe(1);
    expect(firstFrom(plan, [at(one, 0), at(two, 0)], here)).toBe(1);
    expect(firstFrom(plan, [at(one, 0)], here)).toBe(0);
    expect(firstFrom(plan, [at(one, 0), at(two, 0)], { ...here, id: 'gone' })).toBe(0);
  });
});
