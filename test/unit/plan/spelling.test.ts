import { describe, expect, it } from 'vitest';
import { namesIn, spelledIn, wordsIn } from '../../../shared/plan/spelling.ts';
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
  });
});
