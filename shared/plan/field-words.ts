import type { RecordKind } from '../log/edit.ts';

/** What a field is called in the middle of a sentence: "narrative", "name of the Trust". */
export function fieldWords(kind: RecordKind, field: string): string {
  return particular[`${kind} ${field}`] ?? common[field] ?? field;
}

const common: Record<string, string> = {
  body: 'text',
  due: 'date',
  email: 'e-mail address',
  notes: 'internal notes',
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
