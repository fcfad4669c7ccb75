import { placeName, type WordPlace } from './document.ts';
import { plainWords } from './text.ts';

/**
 * What a person decided about a reading: what it is about, under a name that holds for the next reading too, and what
 * they took; what is nothing to take ("", say) leaves it as read.
 */
export interface Choice {
  about: string;
  take: string;
}

/** What holds now: of several choices about one thing, the last. */
export type Choices = ReadonlyMap<string, string>;

export function choicesOf(choices: readonly Choice[]): Choices {
  return new Map(choices.map(({ about, take }) => [about, take]));
}

/** The names of all that can be decided, and what can be taken. */
export const about = {
  /** The words themselves. */
  title: 'title',
  trust: 'trust',
  /** `WRES` or `WDES`, of a file that has both. */
  standard: 'standard',
  /** A year, or a span of them: "2026-27". */
  period: 'period',
  /** What is guessed where the file says nothing of it: a year, a name. */
  usualPeriod: 'usual period',
  usualTrust: 'usual trust',
  /** The id of the layout to publish in. */
  layout: 'layout',
  /** What stands above a matrix: the layout's `usual` words, or the file's `own`. */
  banner: 'banner',
  /** `keep`: what found no place goes into the internal notes. */
  leftOver: 'left over',
  /** A role, or `leave out`; for all columns of that heading, or of that place where it has none. */
  column: (heading: string, at: number) => `column ${plainWords(heading).slice(0, 200) || `number ${at}`}`,
  /** Which indicator a cell or a heading names, or a table is about: its number, `own` for a row of the Trust's, `plan`. */
  indicator: (at: readonly WordPlace[]) => `indicator ${placeName(at)}`,
  /** Where an action belongs: the number of an indicator, or `plan`. */
  home: (action: string) => `home ${action}`,
  /** What a cell of actions holds: `one`, `each` paragraph one, or more of the action `above`. */
  actions: (at: readonly WordPlace[]) => `actions ${placeName(at)}`,
  /** How the lines of a cell go to the actions beside it: `in order` or `together`. */
  share: (at: readonly WordPlace[]) => `share ${placeName(at)}`,
  /** The day that a text means, or `none`. */
  day: (text: string) => `day ${plainWords(text)}`,
  /** Of one indicator or action: a day, or `none`. */
  due: (holder: string) => `due ${holder}`,
  /** A code, or `none`: what a cell says, or one indicator or action has. */
  ratingIn: (at: readonly WordPlace[]) => `rating in ${placeName(at)}`,
  rating: (holder: string) => `rating ${holder}`,
  /** Whether a line is `one` lead or `several`. */
  lead: (line: string) => `lead ${plainWords(line)}`,
  /** `direct`, `indirect` or `none`. */
  effect: (at: readonly WordPlace[]) => `effect ${placeName(at)}`,
  /** `yes`: there is nothing to choose but to agree. */
  agree: (at: readonly WordPlace[], found: string) => `agree ${placeName(at)} ${plainWords(found)}`,
  /** What a line under the name of an indicator is: `objective` or `notes`. */
  beside: (at: readonly WordPlace[], line: string) => `beside ${placeName(at)} ${plainWords(line)}`,
} as const;
