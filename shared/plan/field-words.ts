import type { RecordKind } from '../log/edit.ts';

/** A field of something in the middle of a sentence: "the date of action 12", "what the data says on Indicator 3". */
export function fieldOf(kind: RecordKind, field: string, name: string): string {
  if (field === 'narrative') return `${fieldWords(kind, field)} on ${name}`;
  return field === 'effects' ? `what ${name} also moves` : `the ${fieldWords(kind, field)} of ${name}`;
}

/** What a field is called in the window, in the middle of a sentence: "what the data says", "name of the Trust". */
export function fieldWords(kind: RecordKind, field: string): string {
  return particular[`${kind} ${field}`] ?? common[field] ?? field;
}

const common: Record<string, string> = {
  body: 'text',
  due: 'date',
  effects: 'also moves',
  email: 'e-mail address',
  narrative: 'what the data says',
  notes: 'internal notes',
  order: 'place',
};

const particular: Record<string, string> = {
  'layout page': 'orientation',
  'layout grain': 'rows',
  'layout indicatorLabel': 'name of an indicator',
  'layout numbering': 'numbering of actions',
  'layout rating': 'look of ratings',
  'layout dates': 'look of dates',
  'layout matrix': 'columns of indicators',
  'layout key': 'key to the ratings',
  'layout preface': 'introduction',
  'layout closing': 'closing pages',
  'plan trustName': 'name of the Trust',
  'plan trustShortName': 'short name of the Trust',
  'plan ratingScale': 'rating scale',
  'plan termBme': 'term for BME staff',
  'plan termIndicator': 'term for an indicator',
};
