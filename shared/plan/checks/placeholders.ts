import { quote } from '../names.ts';
import type { Check } from './check.ts';
import { placesIn, publishedTexts } from './homes.ts';

/** What was to be filled in later. */
export const placeholders: Check = {
  id: 'placeholder',
  title: 'Something still to be filled in',
  why: 'It was put there so as not to be forgotten.',
  weight: 'mend',
  find(plan) {
    return publishedTexts(plan)
      .flatMap((text) =>
        placesIn(
          text,
          /\[(?:insert|add|name|date|tbc|to be)\b[^\]]*\]|\bX{2,}\s?%|\b[Xx]{3,}\b|\?{3,}|\blorem ipsum\b/gi,
        ),
      )
      .map(({ match, place }) => ({ place, words: `${quote(match[0])} is still to be filled in.` }));
  },
};
