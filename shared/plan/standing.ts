import type { Rating } from './model.ts';

/** What a rating says of the work: done, given up or taken elsewhere, or still to be done. */
export type Standing = 'complete' | 'closed' | 'open';

/**
 * Reads it from the words of the rating, since scales are the plan's own and codes differ from Trust to Trust ("B" is
 * complete in one, "G" in another). The label decides; where that is a colour alone, the beginning of its meaning does;
 * where there is no meaning either, blue is complete, as in every BRAG scale. Green is not: in a RAG scale it says that
 * things go to plan. What cannot be told is open.
 */
export function standingOf(rating: Pick<Rating, 'label' | 'meaning'> | undefined): Standing {
  if (!rating) return 'open';
  const label = rating.label.toLowerCase();
  if (!colours.test(label)) return told(label);
  // Of a meaning, only how it begins: "Going to plan. We expect to finish by …" is not finished.
  const opening = rating.meaning.toLowerCase().split(/[.,;:(/]| and | with /)[0] ?? '';
  if (opening.trim() !== '') return told(opening);
  return label.trim() === 'blue' ? 'complete' : 'open';
}

/** Whether a label is a colour and no more: "RED", "Dark green". */
export function isColourAlone(label: string): boolean {
  return colours.test(label.toLowerCase());
}

const colours =
  /^\s*(?:(?:dark|light|pale)[ -])?(?:red|amber|orange|yellow|green|blue|grey|gray|purple|white|black)\s*$/;
const negated = /\b(?:not|never|no|yet|nearly|almost|partly|partially|to be|due to|expected|on track)\b/;
const complete =
  /\b(?:completed?|completion|done|finished|delivered|achieved|implemented|embedded|business as usual|bau)\b/;
const closed =
  /\b(?:closed|carried (?:over|forward)|cancelled|withdrawn|superseded|abandoned|discontinued|no longer)\b/;

function told(words: string): Standing {
  if (closed.test(words)) return 'closed';
  return complete.test(words) && !negated.test(words) ? 'complete' : 'open';
}
