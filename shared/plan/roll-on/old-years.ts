import type { Period } from '../financial-year.ts';
import type { Plan, Section } from '../model.ts';
import { brief } from '../names.ts';
import { blocksOf } from '../texts.ts';
import { yearOf, yearsIn } from './years.ts';

/** A year of the old plan's that stands in a text of the new one. */
export interface YearFound {
  /** What it stands in: "The title", "Introduction, “Who we are”". */
  where: string;
  years: string;
  sentence: string;
}

/** Where the title and the introduction name the old year. It may be right there: only a person can tell. */
export function oldYears(
  { title }: Pick<Plan, 'title'>,
  preface: readonly Section[],
  old: Period,
  to: Period,
): YearFound[] {
  const [from, next] = [yearOf(old.from), yearOf(to.from)];
  const isOld = (words: string) => {
    const first = Number(/\d+/.exec(words)?.[0]);
    const begins = first < 100 ? 2000 + first : first;
    return begins >= from && begins < next;
  };
  const found = (where: string, texts: string[]) =>
    texts.flatMap((text) =>
      yearsIn(text)
        .filter(({ words }) => isOld(words))
        .map(({ words, start }) => ({ where, years: words, sentence: around(text, start) })),
    );
  return [
    ...found('The title', [title]),
    ...preface.flatMap(({ heading, body }) =>
      found(heading ? `The introduction, “${brief(heading, 60)}”` : 'The introduction', [
        heading ?? '',
        ...blocksOf(body),
      ]),
    ),
  ];
}

function around(text: string, start: number): string {
  const from = text.slice(0, start).lastIndexOf('. ') + 1;
  return brief(text.slice(from).trim(), 120);
}
