import { lookUp } from '../look-up.ts';
import type { Action, Plan, Section } from '../model.ts';
import { capitalised, indicatorName } from '../names.ts';
import { type Block, blockText } from '../rich-text.ts';

/** How many blocks a section can have (`richTextSchema`). */
const most = 5_000;

/**
 * Finished actions in plain words, for the introduction of the new plan: under the name of each indicator what was done,
 * and after that what was not gone on with. More than a section can hold goes on in another.
 */
export function whatWeDid(plan: Plan, done: ReadonlySet<Action>, ended: ReadonlySet<Action>, newId: () => string) {
  const period = plan.period.label;
  return [
    ...sectionsOf(`What we did in ${period}`, listed(plan, done), newId),
    ...sectionsOf(`What we did not go on with in ${period}`, listed(plan, ended), newId),
  ];
}

function sectionsOf(heading: string, blocks: Block[], newId: () => string): Section[] {
  const parts = Math.ceil(blocks.length / most);
  return Array.from({ length: parts }, (_, index) => ({
    id: newId(),
    heading: index === 0 ? heading : `${heading} (continued)`,
    body: blocks.slice(index * most, (index + 1) * most),
  }));
}

function listed(plan: Plan, actions: ReadonlySet<Action>): Block[] {
  const find = lookUp(plan);
  const homes = [...plan.indicators.map(({ id }) => id), null];
  return homes.flatMap((home): Block[] => {
    const own = find.actionsOf(home).filter((action) => actions.has(action));
    if (own.length === 0) return [];
    const indicator = find.indicator(home);
    const name = indicator ? capitalised(indicatorName(plan, indicator)) : 'The plan as a whole';
    return [{ kind: 'paragraph', runs: [{ text: name, bold: true }] }, ...own.map(inOneItem)];
  });
}

/** Its heading and all of its text; bold, italics and links stay. */
function inOneItem({ heading, text }: Action): Block {
  const words = text.filter((block) => blockText(block).trim() !== '');
  const runs = words.flatMap((block, index) => (index === 0 ? block.runs : [{ text: ' ' }, ...block.runs]));
  const before = heading ? [{ text: heading, bold: true as const }, ...(runs.length > 0 ? [{ text: ' – ' }] : [])] : [];
  return { kind: 'bullet', runs: [...before, ...runs] };
}
