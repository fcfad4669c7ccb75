import { expect, test } from 'vitest';
import { postsAmong, standInsFor, textsNaming } from '../../../shared/log/without-names.ts';
import { fromPlainText } from '../../../shared/plan/rich-text.ts';
import { smallPlan } from '../plan/edits/small-plan.ts';

const people = [
  ['Head of EDI', undefined],
  ['OD & Workforce Team', undefined],
  ['Freedom to Speak Up Guardian', 'Confidential'],
  ['Amina Yusuf', 'Head of Inclusion'],
  ['Head of EDI (Amina Yusuf)', undefined],
  ['Chair Li Wu', 'Deputy of Li'],
  ['JM', undefined],
].map(([name = '', role], index) => ({ id: String(index), name, ...(role && { role }) }));

test('a post stays; a person is called by theirs, unless it tells the name', () => {
  const stay = postsAmong(people);
  expect(stay).toEqual(['0', '1', '2']);
  expect([...standInsFor(people, new Set(stay)).values()].map(({ words }) => words)).toEqual([
    'Head of EDI',
    'OD & Workforce Team',
    'Freedom to Speak Up Guardian',
    'Head of Inclusion',
    'Colleague 1',
    'Colleague 2',
    'Colleague 3',
  ]);
});

test('texts with a name in them that is left out are counted', () => {
  const { plan, id } = smallPlan();
  const stay = new Set(postsAmong(plan.people));
  expect(textsNaming(plan, stay)).toEqual([]);
  const [action, ...others] = plan.actions;
  const named = { ...plan, actions: [{ ...action, text: fromPlainText('Ask Ann’s team.') }, ...others] } as typeof plan;
  expect(textsNaming(named, stay)).toHaveLength(1);
  const reason = {
    id: id('left'),
    check: 'names-of-persons',
    kind: 'person' as const,
    record: id('ann'),
    reason: 'Ann agreed.',
  };
  expect(textsNaming({ ...named, exceptions: [reason] }, stay)).toHaveLength(2);
  expect(textsNaming(named, new Set([...stay, id('ann'), id('anne')]))).toEqual([]);
});
