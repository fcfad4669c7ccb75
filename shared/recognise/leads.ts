import { oneLine } from './text.ts';

/**
 * The people, posts and teams of one line of a column of leads. A slash between spaces and a semicolon part them; a
 * comma only between names of people, since posts have commas of their own ("E, D and I Lead").
 */
export function leadsIn(line: string): string[] {
  return line
    .split(/\s+\/\s*|\s*\/\s+|;|\s+\+\s+/)
    .flatMap((part) => (areNames(part) ? part.split(/,| and | & /) : arePosts(part) ? part.split('/') : [part]))
    .map((part) => oneLine(part).replace(/[,;]$/, ''))
    .filter((part) => part !== '');
}

/** Whether a line may hold several leads that were kept as one. */
export function mayBeSeveral(name: string): boolean {
  if (/,|\band\b|&/.test(name) && name.split(' ').length > 6) return true;
  const parts = partsOf(name);
  return parts.length > 1 && (/\p{L}{2}\/\p{L}{2}/u.test(name) || parts.every((part) => holders.test(part)));
}

/** The leads that such a line would be. */
export function partsOf(name: string): string[] {
  return name
    .split(/,\s+(?:and\s+)?|\s+and\s+|\s+&\s+|(?<=\p{L}{2})\/(?=\p{L}{2})/u)
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

/** "HRBPs/EDI Lead": each side is a post by itself, which in "HR/OD Lead" the first is not. */
function arePosts(text: string): boolean {
  const parts = text.split('/');
  return parts.length > 1 && parts.every((part) => holders.test(part));
}

/** A word that says that somebody holds the post. */
const holders =
  /\b(?:Heads?|Leads?|Directors?|Managers?|Officers?|Chairs?|Nurses?|Partners?|Chief|Guardians?|Matrons?|Advisers?|Advisors?|Coordinators?|Secretary|HRBPs?|CEO|CPO|HRD|CNO|COO|CFO)\b/;
