import { oneLine } from './text.ts';

/**
 * The people, posts and teams of one line of a column of leads. A slash between spaces and a semicolon part them; a comma only between
 * names of people, since posts have commas of their own ("E, D and I Lead").
 */
export function leadsIn(line: string): string[] {
  return line
    .split(/\s+\/\s*|\s*\/\s+|;|\s+\+\s+/)
    .flatMap((part) => (areNames(part) ? part.split(/,| and | & /) : [part]))
    .map((part) => oneLine(part).replace(/[,;]$/, ''))
    .filter((part) => part !== '');
}

/** Whether a line may hold several leads that were kept as one. */
export function mayBeSeveral(name: string): boolean {
  return /,|\band\b|&/.test(name) && name.split(' ').length > 6;
}

/** The leads that such a line would be. */
export function partsOf(name: string): string[] {
  return name
    .split(/,\s+(?:and\s+)?|\s+and\s+|\s+&\s+/)
    .map(oneLine)
    .filter((part) => part !== '');
}

function areNames(text: string): boolean {
  const parts = text.split(/,| and | & /).map((part) => part.trim());
  return (
    parts.length > 1 &&
    parts.every(
      (part) => /^(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?\p{Lu}\p{Ll}+ \p{Lu}[\p{L}’'-]+$/u.test(part) && !posts.test(part),
    )
  );
}

/** Words that a post or a team has in its name, and a person has not. */
const posts =
  /\b(?:Team|Head|Lead|Director|Manager|Officer|Network|Group|Board|Committee|Chair|Services?|Workforce|Resources|Staff|Divisions?|Development|Equality|Executive|Nurse|Trust|Partners?|Chief|Union|Side|Steering)\b/;
