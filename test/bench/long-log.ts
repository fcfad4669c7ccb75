import type { Contents } from '../../electron/plan-file/contents.ts';
import { newContents } from '../../electron/plan-file/new-contents.ts';
import { newId } from '../../shared/id.ts';
import type { Change, Edit } from '../../shared/log/edit.ts';
import { fold } from '../../shared/log/fold.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { fromPlainText } from '../../shared/plan/rich-text.ts';

/** A plan as its file says it after so many edits by one person. */
export function newPlanEdited(plan: Plan, edits: number): Omit<Contents, 'plan'> {
  return editedOn(newContents(plan, { author: 'EDI officer', device: 'desk', now: () => new Date(start), newId }), {
    author: 'EDI officer',
    edits,
    first: 0,
  });
}

/** A copy of it that goes on: texts, notes and headings of its actions, one after another from the `first` on. */
export function editedOn(
  { edits, changes }: Pick<Contents, 'edits' | 'changes'>,
  more: { author: string; edits: number; first: number },
): Omit<Contents, 'plan'> {
  const heads = new Map(changes.map((change) => [`${change.record} ${change.field}`, change.id]));
  const actions = [...new Set(changes.filter(({ kind }) => kind === 'action').map(({ record }) => record))];
  const own = Array.from({ length: more.edits }, (_, index): [Edit, Change] => {
    const record = actions[(more.first + index) % actions.length] ?? '';
    const field = ['text', 'notes', 'measure'][index % 3] ?? '';
    const words = `${field} as ${more.author} had it after ${index} edits, with some more words so that it is a sentence.`;
    const edit: Edit = {
      id: newId(),
      at: new Date(start + index * 60_000).toISOString(),
      author: more.author,
      device: 'desk',
      label: `Set the ${field} of action ${(more.first + index) % actions.length}`,
      kind: 'change',
      target: null,
    };
    const change: Change = {
      id: newId(),
      edit: edit.id,
      kind: 'action',
      record,
      field,
      value: fromPlainText(words),
      replaces: [heads.get(`${record} ${field}`) ?? heads.get(`${record} *`) ?? ''],
    };
    heads.set(`${record} ${field}`, change.id);
    return [edit, change];
  });
  const all = [...changes, ...own.map(([, change]) => change)];
  return { records: fold(all), edits: [...edits, ...own.map(([edit]) => edit)], changes: all };
}

const start = Date.parse('2026-04-01T09:00:00.000Z');
