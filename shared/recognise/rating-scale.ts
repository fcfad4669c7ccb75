import type { Rating, RatingScale } from '../plan/model.ts';
import { capitalised } from '../plan/names.ts';
import { type Hue, hueOf } from './colour.ts';
import { lineOf, type WordParagraph, type WordTable, wordsOf } from './document.ts';
import { oneLine, plainWords } from './text.ts';

/** A rating as a cell shows it: its words, and the colour that it stands on. */
export interface Seen {
  line: string;
  colour?: string | undefined;
  bold?: boolean;
}

type Scale = Omit<RatingScale, 'id'>;

/**
 * Reads a table that explains the ratings: a code, a name and perhaps a meaning in each row, or a name in each cell of
 * one.
 */
export function keyOf(table: WordTable, newId: () => string): Scale | undefined {
  return keyInRows(table, newId) ?? keyInOneRow(table, newId);
}

/** Names side by side, each on a colour of its own. */
function keyInOneRow({ rows }: WordTable, newId: () => string): Scale | undefined {
  const [row, ...others] = rows;
  const names = (row?.cells ?? []).map(({ fill, ...cell }) => ({ name: lineOf(cell), fill }));
  const ratings = names.flatMap(({ name, fill }): Rating[] =>
    fill && name !== '' && name.length <= 40
      ? [{ id: newId(), code: latin(name), label: name, meaning: '', colour: fill }]
      : [],
  );
  const distinct = new Set(ratings.map(({ colour }) => hueOf(colour))).size > 1;
  if (others.length > 0 || ratings.length < Math.max(2, names.length - 1) || !distinct) return undefined;
  return new Set(ratings.map(({ code }) => code)).size === ratings.length ? { title: '', ratings } : undefined;
}

function keyInRows(table: WordTable, newId: () => string): Scale | undefined {
  const whole =
    table.rows[0]?.cells.length === 1 && table.columns > 1 ? lineOf(table.rows[0].cells[0] ?? { paragraphs: [] }) : '';
  const rows = (whole ? table.rows.slice(1) : table.rows).filter(({ cells }) => cells.length >= 2);
  const entries = rows.filter(
    ({ cells }) => !/^(?:rating|rag|code|colour|key|status)$/i.test(lineOf(cells[0] ?? { paragraphs: [] })),
  );
  const fills = entries.map(({ cells }) => cells[0]?.fill ?? cells.find(({ fill }) => fill)?.fill);
  const codes = entries.map(({ cells }) => lineOf(cells[0] ?? { paragraphs: [] }));
  // Ratings differ in colour; a first column that is filled all alike is only a look.
  const coloured = new Set(fills.filter(Boolean)).size >= 2 && fills.filter(Boolean).length >= entries.length / 2;
  const numbers = codes.some((code) => /^\d+\.?$/.test(code)) && !fills.every(Boolean);
  const short = codes.every((code) => code.length <= 40) && !numbers && table.columns <= 4 && entries.length <= 12;
  const signs = codes.every(isSign) && new Set(codes).size === codes.length;
  if (entries.length < 2 || !short || !(coloured || signs)) return undefined;
  const ratings = entries.flatMap(({ cells }): Rating[] => {
    const [code = '', label = '', ...meaning] = cells.map(lineInFull);
    const colour = cells.find(({ fill }) => fill)?.fill ?? grey;
    const codes = code
      .split('/')
      .map((each) => latin(each.trim()).slice(0, 40))
      .filter((each) => each !== '');
    const name = label || code;
    return (codes.length > 0 ? codes : name ? [name.slice(0, 40)] : []).map((each) => ({
      id: newId(),
      code: each,
      label: name.slice(0, 300),
      meaning: meaning.filter(Boolean).join(' ').slice(0, 2_000),
      colour,
    }));
  });
  const distinct = ratings.filter(({ code }, index) => ratings.findIndex((each) => each.code === code) === index);
  return distinct.length < 2 ? undefined : { title: whole.slice(0, 300), ratings: distinct };
}

/** The scale that ratings without a key belong to: red, amber and green, or the words that the file rates in. */
export function scaleFrom(seen: readonly Seen[], title: string, newId: () => string): Scale {
  const colourOf = (hue: Hue) =>
    seen.find(({ line, colour }) => hueOf(colour) === hue && (hueNamed(line) ?? hue) === hue)?.colour;
  const words = new Map<string, string | undefined>();
  const own = new Map<string, Rating>();
  const hues = new Set<Hue>();
  for (const { line, colour, bold } of seen) {
    const ofTrust = bold ? ownRating(line, colour ?? grey, newId) : undefined;
    if (ofTrust) {
      if (!own.has(ofTrust.code)) own.set(ofTrust.code, ofTrust);
      continue;
    }
    const word = progressWord(line);
    const hue = hueNamed(line) ?? (word ? undefined : (signOf(line) ?? hueOf(colour)));
    if (word && !hueNamed(line)) words.set(word, words.get(word) ?? colour);
    else if (hue) hues.add(hue);
  }
  const names = seen.map(({ line }) => oneLine(line).replace(/^[A-Z] – /, ''));
  const printed = (hue: Hue) => names.find((name) => name.toLowerCase() === hue);
  const upper = seen.some(({ line }) => /^(?:RED|AMBER|GREEN|BLUE)$/.test(oneLine(line)));
  const colours: Rating[] =
    hues.size === 0
      ? []
      : (['blue', 'red', 'amber', 'green'] as const)
          .filter((hue) => hue !== 'blue' || hues.has('blue'))
          .map((hue) => ({
            id: newId(),
            code: hue.charAt(0).toUpperCase(),
            label: printed(hue) ?? (upper ? hue.toUpperCase() : capitalised(hue)),
            meaning: '',
            colour: colourOf(hue) ?? usual[hue],
          }));
  const inWords = [...words].map(
    ([word, colour]): Rating => ({ id: newId(), code: word, label: word, meaning: '', colour: colour ?? grey }),
  );
  return { title: title.slice(0, 300), ratings: [...colours, ...inWords, ...own.values()] };
}

/** A rating by a word of the Trust's own in bold: "GA", "Some way to go", or "GA – On track" with its code. */
function ownRating(line: string, colour: string, newId: () => string): Rating | undefined {
  const [, code, name] = /^([\p{Lu}\d]{1,4}|.{1,40}(?= – \p{Lu})) – (.{1,60})$/u.exec(line) ?? [];
  if (code && name && hueNamed(code) && hueNamed(code) === hueNamed(name)) return undefined;
  if (code && name) return { id: newId(), code, label: name, meaning: '', colour };
  const known = hueNamed(line) ?? signOf(line) ?? progressWord(line);
  if (known || line === '' || line.length > 40 || /[.:;]$|\d\d/.test(line)) return undefined;
  return { id: newId(), code: line, label: line, meaning: '', colour };
}

/** The key that paragraphs begin with: "Red – its date is past", each in a colour of its own or with the name of one. */
export function keyOfParagraphs(paragraphs: readonly WordParagraph[], newId: () => string): Scale | undefined {
  const ratings: Rating[] = [];
  for (const paragraph of paragraphs) {
    const found = keyLine.exec(oneLine(wordsOf(paragraph)).slice(0, 2_100));
    const [, sign = '', name = '', meaning = ''] = found ?? [];
    const hue = hueNamed(name) ?? signOf(sign) ?? hueOf(paragraph.colour);
    const code = latin(name);
    if (!hue || name === '' || ratings.some((rating) => rating.code === code)) break;
    const colour = paragraph.colour ?? usual[hue];
    ratings.push({ id: newId(), code, label: name, meaning: meaning.slice(0, 2_000), colour });
  }
  return new Set(ratings.map(({ colour }) => hueOf(colour))).size > 1 ? { title: '', ratings } : undefined;
}

/** The key that stands in one line: "Key: 1 = complete, 2 = on track". */
export function keyInLine(paragraph: WordParagraph, newId: () => string): Scale | undefined {
  const [, title = '', list] =
    /^((?:key|rag|b?rag ratings?|ratings?|status)\b[^:=]{0,60}):(.+=.+=.+)$/i.exec(wordsOf(paragraph).trim()) ?? [];
  const pairs = list?.split(/[,;]/).map((pair) => pair.split('=').map(oneLine)) ?? [];
  if (pairs.length < 2 || pairs.some(([code = '', name = '', more]) => !code || code.length > 40 || !name || more))
    return undefined;
  const ratings = pairs.map(([code = '', name = '']): Rating => {
    const hue = hueNamed(code) ?? hueNamed(name);
    return { id: newId(), code: latin(code), label: name.slice(0, 300), meaning: '', colour: hue ? usual[hue] : grey };
  });
  return new Set(ratings.map(({ code }) => code)).size === ratings.length ? { title, ratings } : undefined;
}

const keyLine = /^((?:[■●▪⬛]|\p{Extended_Pictographic}\ufe0f?)*)\s*([^:=–—-]{1,40}?)\s*(?:[:=–—]|-(?= ))\s*(.+)$/u;

/** Whether a line is nothing but a rating: a colour, a letter of one, a word of progress or a coloured sign. */
export function isRating(line: string): boolean {
  return hueNamed(line) !== undefined || signOf(line) !== undefined || progressWord(line) !== undefined;
}

/** Whether a line is a sign alone: a tick, a triangle. */
export function isSign(line: string): boolean {
  return /^[^\p{L}\p{N}\s]{1,3}$/u.test(line);
}

/** The rating that a line is, by its code, its name or both; undefined where the line says something else. */
export function ratingCalled({ ratings }: Scale, line: string): Rating | undefined {
  const words = latin(oneLine(line)).toLowerCase().replace(/[.:]$/, '');
  if (words === '') return undefined;
  const both = ({ code, label }: Rating) => plainWords(`${code} ${label}`) === plainWords(words);
  const hue = hueNamed(line);
  return (
    ratings.find(({ code }) => code.toLowerCase() === words) ??
    ratings.find(({ label }) => label.toLowerCase() === words) ??
    ratings.find(both) ??
    (hue
      ? ratings.find(({ code, label }) => code.toLowerCase() === hue.charAt(0) && label.toLowerCase() === hue)
      : undefined) ??
    (progressWord(line)
      ? ratings.find(({ label }) => label.toLowerCase() === progressWord(line)?.toLowerCase())
      : undefined)
  );
}

/** The ratings that a colour may stand for: those of exactly this colour, else those of its hue. */
export function ratingsColoured({ ratings }: Scale, line: string, colour: string | undefined): Rating[] {
  const sign = signOf(line);
  const exact = sign ? [] : ratings.filter((rating) => rating.colour === colour);
  if (exact.length > 0) return exact;
  const hue = sign ?? hueOf(colour);
  return hue === undefined ? [] : ratings.filter((rating) => hueOf(rating.colour) === hue);
}

/** Letters of other alphabets that look like Latin ones, as files have them after a scan or a foreign keyboard. */
export function latin(text: string): string {
  return text.replace(/[АВЕКМНОРСТХаеорсхΑΒΕΗΙΚΜΝΟΡΤΧΖ]/g, (letter) => lookAlikes[letter] ?? letter);
}

const lookAlikes: Record<string, string> = Object.fromEntries(
  [...'АВЕКМНОРСТХаеорсхΑΒΕΗΙΚΜΝΟΡΤΧΖ'].map((letter, index) => [
    letter,
    'ABEKMHOPCTXaeopcxABEHIKMNOPTXZ'.charAt(index),
  ]),
);

const grey = '#e8edee';
const usual: Record<Hue, string> = { blue: '#005eb8', red: '#ff0000', amber: '#ffc000', green: '#00b050' };

function hueNamed(line: string): Hue | undefined {
  const found = /^(red|amber|yellow|green|blue|r|a|g|b)(?: ?(?:[-–—:(].*|rated))?$/i.exec(
    latin(oneLine(line)).replace(/\.$/, ''),
  );
  const letter = found?.[1]?.charAt(0).toLowerCase();
  return letter === undefined
    ? undefined
    : ({ r: 'red', a: 'amber', y: 'amber', g: 'green', b: 'blue' } as const)[letter];
}

/** A coloured sign that stands for the word. */
function signOf(line: string): Hue | undefined {
  const sign = /^\s*(🔴|🟥|🟠|🟡|🟧|🟨|🟢|🟩|🔵|🟦)/u.exec(line)?.[1];
  if (sign === undefined) return undefined;
  if ('🔴🟥'.includes(sign)) return 'red';
  if ('🟢🟩'.includes(sign)) return 'green';
  return '🔵🟦'.includes(sign) ? 'blue' : 'amber';
}

/** A word for progress, as printed; undefined where the line is a sentence or another word. */
function progressWord(line: string): string | undefined {
  const words = oneLine(line).replace(/\.$/, '');
  const known =
    /^(?:(?:partially |partly )?(?:completed?|achieved|met|delivered)|closed|done|in progress|progressing(?: well)?|on-?going|under ?way|(?:on|ahead of) (?:track|target|plan|schedule)|not (?:yet )?(?:started|begun|due|met|achieved)|(?:slightly )?(?:delayed|behind)(?: (?:schedule|plan|target))?|(?:some|minor|major) (?:delays?|concerns?|issues?)|overdue|slipp(?:ing|ed)|stalled|at risk|off (?:track|target|plan)|on hold|paused|stopped|cancelled|withdrawn|superseded|planned|scheduled|carried (?:over|forward)|started)$/i;
  return known.test(words) ? words : undefined;
}

/** Two spaces within a meaning may be all that is left of a line break: they stay. */
function lineInFull(cell: { paragraphs: { runs: { text: string }[] }[] }): string {
  return cell.paragraphs
    .map(({ runs }) =>
      runs
        .map(({ text }) => text)
        .join('')
        .replace(/[\n\t]/g, ' '),
    )
    .join(' ')
    .trim();
}
