import type { Person } from './model.ts';

/**
 * Whether a name is that of a post, a team or a network for sure: of words that belong to these, small words and
 * capitals (“Head of EDI”, “OD and Workforce Team”). Whatever else is in it may be somebody's name.
 */
export function isPost(name: string): boolean {
  const words = name.split(/[\s,&/()-]+/).filter((word) => word !== '');
  return words.some(isPostWord) && words.every((word) => isWordOfPosts(word) || /^\p{Lu}{1,5}$/u.test(word));
}

/**
 * The post that may stand in place of a name; undefined of one without a post, and of a name that is itself that of a
 * post or a team.
 */
export function postInPlaceOf({ name, role }: Person): string | undefined {
  return role && !isPost(name) ? role : undefined;
}

/** Whether a word belongs to the names of posts, teams and places. */
export function isPostWord(word: string): boolean {
  return posts.test(word);
}

/** Whether a word may stand in one, and tells nobody's name. */
export function isWordOfPosts(word: string): boolean {
  return isPostWord(word) || /^(?:and|at|for|in|of|on|the|to|up)$/i.test(word);
}

const posts = new RegExp(
  `^(?:${[
    'advis[eo]rs?|agents?|all(?:y|ies)|ambassadors?|analysts?|apprentices?|assistants?|associates?|board|business|cent(?:re|er)',
    'chairs?|champions?|chiefs?|clinical|clinicians?|colleagues?|company|comm(?:ittee|ittees|s)|communications?|community|consultants?|co-?chairs?',
    'co-?ordinators?|corporate|council|culture|data|department|deputy|digital|directorates?|directors?|disability|diversity|divisions?|divisional',
    'doctors?|education|employee|employees|engagement|equality|estates|ethnicity|exec(?:utives?)?|experience|facilitators?|faculty|finance',
    'forum|freedom|governance|groups?|guardians?|heads?|health|hospital|human|improvement|inclusion|inclusive|informatics|information|intelligence',
    'interim|joint|leaders?|leadership|leads?|learning|line|managers?|management|matrons?|medical|members?|midwifery|networks?|non-executive',
    'nurses?|nursing|occupational|officers?|operations?|organisational|partners?|partnership|patients?|people|performance|practitioners?|professional',
    'programmes?|projects?|quality|race|recruitment|region|regional|relations|representatives?|research|resources?|resourcing|safety|secretary|senior|services?|side|speak',
    'specialists?|staff|steering|strategy|supervisors?|support|talent|teams?|training|trust|unions?|units?|vice|violence|prevention|wellbeing|workforce',
  ].join('|')})$`,
  'i',
);
