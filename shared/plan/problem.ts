import type { z } from 'zod';

/** What is wrong with a value that a schema refused, in words: the place, and what is the matter there. */
export interface Problem {
  /** "actions, item 4, due, date" */
  where: string;
  /** "is not a day (YYYY-MM-DD)" */
  found: string;
}

/** The first problem of a schema's refusal. One at a time is what a person can mend. */
export function firstProblem(error: z.ZodError, root = 'the whole'): Problem {
  const issue = deepest(error.issues[0] as z.core.$ZodIssue);
  return { where: place(issue.path, root), found: matter(issue) };
}

/** Of a value that fits none of several forms, the form that it came closest to. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0];
  return inner ? deepest({ ...inner, path: [...issue.path, ...inner.path] }) : issue;
}

function place(path: PropertyKey[], root: string): string {
  if (path.length === 0) return root;
  return path.map((part) => (typeof part === 'number' ? `item ${part + 1}` : String(part))).join(', ');
}

function matter(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `should be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `should be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'unrecognized_keys':
      return `has something that a plan does not know: ${issue.keys.map((key) => `“${key.slice(0, 60)}”`).join(', ')}`;
    case 'invalid_key':
      return 'has a name in it that is not allowed';
    case 'too_big':
      return issue.message.startsWith('is ') ? issue.message : `is more than ${issue.maximum}`;
    case 'too_small':
      return issue.message.startsWith('is ') ? issue.message : `is less than ${issue.minimum}`;
    case 'invalid_format':
      return issue.message.startsWith('is ') ? issue.message : `is not ${formats[issue.format] ?? 'in the right form'}`;
    case 'invalid_union':
      return 'is in none of the forms that it may have';
    default:
      return issue.message;
  }
}

const kinds: Partial<Record<string, string>> = {
  string: 'text, in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, in square brackets',
  object: 'an object, in curly brackets',
  record: 'an object, in curly brackets',
};

const formats: Partial<Record<string, string>> = {
  uuid: 'a UUID',
  date: 'a day (YYYY-MM-DD)',
  datetime: 'a moment (ISO 8601)',
};
