import { indicatorSets } from '../../indicator-sets.ts';
import { type Match, replaceMatches } from '../find.ts';
import type { Plan } from '../model.ts';
import { counted, quote } from '../names.ts';
import type { Check, Finding } from './check.ts';
import { type HomeText, placesIn, publishedTexts } from './homes.ts';

/**
 * BME and BAME side by side in the plan's own words. The standard's wording, quotations, and names such as "BAME
 * Network" stay as they are. Where the plan has settled on a term, it can be put right; else the one that is used more
 * often is taken to be meant.
 */
export const mixedTerms: Check = {
  id: 'mixed-terms',
  title: 'BME and BAME mixed',
  why: 'Two terms for the same people make a reader ask whether two groups are meant. Choose one for the plan; names and quotations keep theirs.',
  weight: 'mend',
  find(plan) {
    const found = publishedTexts(plan).filter(isOwnWords).flatMap(occurrences);
    const settled = plan.terms?.bme;
    const meant = settled ?? usual(found);
    const others = found.filter(({ match }) => match.text.toUpperCase() !== meant.toUpperCase());
    const byField = Map.groupBy(others, ({ match: { place } }) => `${place.kind} ${place.id} ${place.field}`);
    return [...byField.values()].map((here) =>
      finding(
        plan,
        here.map(({ match }) => match),
        meant,
        settled !== undefined,
      ),
    );
  },
};

interface Occurrence {
  match: Match;
}

function occurrences(text: HomeText): Occurrence[] {
  return placesIn(text, /(?<![\p{L}\p{N}])(?:BME|BAME)(?![\p{L}\p{N}])/gu)
    .filter(({ block, match }) => !isQuoted(block, match.index) && !isName(block.slice(match.index + match[0].length)))
    .map(({ match, place }) => ({ match: { place, before: '', text: match[0], after: '', replaceable: true } }));
}

function finding(plan: Plan, matches: Match[], meant: string, settled: boolean): Finding {
  const [first] = matches as [Match];
  const fix = settled ? replaceMatches(plan, matches, meant) : undefined;
  const times = matches.length === 1 ? '' : ` ${counted(matches.length, 'time')}`;
  return {
    place: first.place,
    words: `${quote(first.text)} stands here${times}; ${settled ? 'this plan’s term is' : 'most of the plan says'} ${quote(meant)}.`,
    ...(fix && { fix }),
  };
}

function usual(found: Occurrence[]): string {
  const bame = found.filter(({ match }) => match.text === 'BAME').length;
  return bame > found.length - bame ? 'BAME' : 'BME';
}

/** Not what people, the Trust and ratings are called, and not the standard's own wording. */
function isOwnWords({ kind, field, value }: HomeText): boolean {
  if (kind === 'indicator' && field === 'wording') return !isOfficial(value as string);
  return kind === 'section' || kind === 'indicator' || kind === 'action' || kind === 'update';
}

function isOfficial(wording: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const known = plain(wording);
  return indicatorSets.some((set) =>
    set.indicators.some((indicator) => indicator.wording && known.includes(plain(indicator.wording.text))),
  );
}

function isQuoted(block: string, index: number): boolean {
  const before = block.slice(0, index);
  const [opened, closed] = [before.lastIndexOf('“'), before.lastIndexOf('”')];
  return opened > closed || (before.split('"').length - 1) % 2 === 1;
}

/** "BAME Staff Network", "BME Leadership Programme": the term belongs to the name. */
function isName(after: string): boolean {
  return name.test(after);
}

const name =
  /^(?:[ -](?:[A-Z][\w’'-]*|&|and|of|staff)){0,3} (?:[Nn]etwork|[Ff]orum|[Cc]ouncil|[Cc]ommittee|[Cc]hampion|Group|Award|Strategy|Programme|Scheme)/;
