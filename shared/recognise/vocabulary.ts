/**
 * What a column of a plan's table is about; `notes` are the Trust's remarks, `effects` the indicators that an action
 * moves.
 */
export const roles = [
  'number',
  'rating',
  'due',
  'leads',
  'indicator',
  'narrative',
  'measure',
  'gaps',
  'objective',
  'progress',
  'outcome',
  'notes',
  'action',
  'effects',
] as const;
export type Role = (typeof roles)[number];

export function isRole(word: string | undefined): word is Role {
  return (roles as readonly (string | undefined)[]).includes(word);
}

/**
 * What a column is about, by the words of its heading; undefined where the words are none that are known. A heading of
 * several words goes by the one that says most: "Action owner" is about leads, "Status update (RAG)" about ratings.
 */
export function roleOf(heading: string): Role | undefined {
  const words = heading.replace(/\s+/g, ' ').trim().toLowerCase();
  if (words === '' || words.length > 80) return undefined;
  return vocabulary.find(([, pattern]) => pattern.test(words))?.[0];
}

/** The first that fits decides. */
const vocabulary: [Role, RegExp][] = [
  ['number', /^(?:(?:action|item|row) )?(?:no\.?|number|ref(?:erence)?\.?|#|id)$/],
  [
    'indicator',
    /^(?:wres|wdes)$|\b(?:wres|wdes) (?:indicator|metric|link|no|number|ref)|^(?:(?:linked|related|relevant) )?(?:indicators?|metrics?|standard)\b(?! of)/,
  ],
  ['rating', /\b(?:b?rag|ratings?|status)\b/],
  [
    'due',
    /^(?!.*\bto date\b)(?!(?:start|begin|commence|review)(?!.*\b(?:end|finish))).*\b(?:dates?|deadlines?|due|time ?[-–]? ?(?:scales?|frames?|lines?)|when|completion|target (?:month|quarter))\b|^(?:by|month|quarter)$/,
  ],
  ['measure', /\bhow (?:will|do|would) we (?:know|measure|tell)\b/],
  ['leads', /\b(?:leads?|owners?|officers?|responsib\w+|accountab\w+|who|led by|sro|(?:executive|board) sponsor)\b/],
  [
    'narrative',
    /\bdata\b.*\b(?:tell|says?|shows?)|\bnarrative\b|\banalysis\b|\bwhat (?:is|does|do) the data\b|^rationale\b|^where (?:are we|we are)(?: now)?\b(?! \w)/,
  ],
  ['measure', /\b(?:measures?|kpis?|success|evidence|indicators? of)\b/],
  ['gaps', /\b(?:gaps?|issues?|findings?|concerns?|challenges?|areas? (?:for|of) improvement)\b/],
  ['progress', /\b(?:progress|updates?|achieved|position)\b/],
  ['outcome', /\b(?:outcomes?|impact|results?|benefits?)\b/],
  ['objective', /\b(?:objectives?|aims?|goals?|ambitions?)\b|^where (?:do )?we want to be\b/],
  ['notes', /\b(?:notes?|comments?|remarks?)\b/],
  [
    'action',
    /\b(?:actions?|activit(?:y|ies)|tasks?|interventions?|deliverables?|initiatives?|commitments?|pledges?)\b|^what(?:$| (?:we|will|are we|needs? to)\b)|^how (?:we will|will we|do we|are we going to) (?:get|do|achieve|deliver|improve)\b|^steps? (?:to|we)\b/,
  ],
];
