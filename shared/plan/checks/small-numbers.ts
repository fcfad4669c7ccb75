import { quote } from '../names.ts';
import type { Check } from './check.ts';
import { placesIn, publishedTexts } from './homes.ts';

/** Fewer than ten people of a described group, in figures or words: "9 BME staff". */
export const smallNumbers: Check = {
  id: 'small-numbers',
  title: 'Fewer than ten people',
  why: 'Colleagues may recognise who is meant. The Welsh standard leaves out counts below ten; say “fewer than ten”, or give a rate.',
  source: {
    publisher: 'NHS Wales',
    title: 'Workforce Race Equality Standard: frequently asked questions',
    url: 'https://www.nhs.wales/sa/workforce-race-equality-standard/frequently-asked-questions/',
  },
  weight: 'look',
  find(plan) {
    return publishedTexts(plan)
      .flatMap((text) => placesIn(text, few))
      .map(({ match, place }) => ({ place, words: `${quote(match[0])} may be few enough to be recognised.` }));
  },
};

const groups =
  'BME|BAME|white|Black|Asian|mixed|minority ethnic|ethnic minority|Disabled|non-Disabled|Muslim|LGBTQ?\\+?';
const people =
  'staff|people|colleagues?|employees?|applicants?|candidates?|nurses?|midwives|doctors?|consultants?|managers?|members?|men|women';
const few = new RegExp(
  `(?<![\\d.,/-])(?:[1-9]|one|two|three|four|five|six|seven|eight|nine) (?:${groups}) (?:(?:board|female|male|senior|clinical) )?(?:${people})\\b(?! (?:networks?|groups?|stories|story|forums?|sessions?|events?|members of))`,
  'gi',
);
