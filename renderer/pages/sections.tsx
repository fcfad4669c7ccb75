import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { newId } from '../../shared/id.ts';
import { addSection, deleteSection, moveSection, type Part } from '../../shared/plan/edits/sections.ts';
import type { Plan, Section } from '../../shared/plan/model.ts';
import { editPlan } from '../commands.ts';
import { RichTextField } from '../fields/rich-text-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { goToPlace, useArrival } from '../plan/go-to-place.ts';
import { DragHandle } from '../ui/drag-handle.tsx';
import { keepingFocus } from '../ui/keeping-focus.ts';
import { MoreMenu } from '../ui/more-menu.tsx';
import type { Choice } from '../ui/popup-menu.tsx';
import { holdingLetters } from '../ui/typed-ahead.ts';
import { keysOf } from './action-commands.ts';
import { usePageKey } from './page-key.ts';
import styles from './sections.module.css';

interface SectionsPageProps {
  plan: Plan;
  part: Part;
  title: string;
}

/** The introduction, or the closing pages: headed texts, one after another, to be written and put in order. */
export function SectionsPage({ plan, part, title }: SectionsPageProps) {
  const sections = plan[part];
  usePageKey('Ctrl+Enter', () => void add(part));

  return (
    <>
      <div className="heading-row">
        <h1 tabIndex={-1}>{title}</h1>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          title="Ctrl+Enter"
          onClick={() => void add(part)}
        >
          Add a section
        </Button>
      </div>
      {sections.length === 0 && <p className={styles.empty}>{teaching[part]}</p>}
      <div>
        {sections.map((section, index) => (
          <SectionItem key={section.id} plan={plan} part={part} section={section} index={index} />
        ))}
      </div>
    </>
  );
}

const teaching: Record<Part, string> = {
  preface:
    'What stands before the plan’s table: who the Trust is, what the data shows overall, how the plan was made. A plan can do without; layouts that have no place for it leave it out.',
  closing:
    'What stands after the plan’s table: how progress is watched, who signed it off, whom to ask. A plan can do without; layouts that have no place for it leave it out.',
};

/** Adds an empty section, last or after another, to be written at once. */
async function add(part: Part, after?: string): Promise<void> {
  const id = newId();
  await holdingLetters(async () => {
    const done = await editPlan(() => addSection(part, { id, body: [] }, after));
    if (done) goToPlace({ kind: 'section', id, field: 'heading' });
  });
}

interface SectionItemProps {
  plan: Plan;
  part: Part;
  section: Section;
  index: number;
}

function SectionItem({ plan, part, section, index }: SectionItemProps) {
  const name = section.heading ? `“${section.heading}”` : `section ${index + 1}`;
  const edited = { kind: 'section', id: section.id, name } as const;
  useArrival({ kind: 'section', id: section.id }, () =>
    goToPlace({ kind: 'section', id: section.id, field: 'heading' }),
  );
  const others = plan[part].filter(({ id }) => id !== section.id);
  const choices = choicesFor(part, section, index, others);

  function press(event: KeyboardEvent) {
    const keys = keysOf(event);
    const choice = choices.find((each) => each.keys === keys);
    if (!choice) return;
    event.preventDefault();
    event.stopPropagation();
    choice.choose();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears keys for the fields in it
    <div className={styles.section} data-item={section.id} onKeyDown={press}>
      <div className={styles.head}>
        <DragHandle className={styles.handle} drop={(after) => void move(section.id, part, after)} />
        <h2 className={styles.heading} aria-label={section.heading ?? 'Without a heading'}>
          <TextField edited={edited} field="heading" label="Heading" value={section.heading} placeholder="Heading" />
        </h2>
        <MoreMenu label={`More for ${name}`} choices={choices} />
      </div>
      <RichTextField edited={edited} field="body" label="Text" value={section.body} placeholder="Write here" />
    </div>
  );
}

/** What can be done with a section, with the keys for it. */
function choicesFor(part: Part, section: Section, index: number, others: Section[]): Choice[] {
  const choice = (label: string, keys: string | undefined, choose: () => void, apart = false): Choice => ({
    key: label,
    keys,
    apart,
    content: label,
    choose,
  });
  const other: Part = part === 'preface' ? 'closing' : 'preface';
  return [
    choice('Add a section after it', 'Ctrl+Enter', () => void add(part, section.id)),
    ...(index > 0
      ? [choice('Move up', 'Alt+Shift+Up', () => void move(section.id, part, others[index - 2]?.id ?? null), true)]
      : []),
    ...(index < others.length
      ? [choice('Move down', 'Alt+Shift+Down', () => void move(section.id, part, others[index]?.id ?? null))]
      : []),
    choice(
      other === 'closing' ? 'Move to the closing pages' : 'Move to the introduction',
      undefined,
      () => void editPlan((plan) => moveSection(plan, section.id, other, plan[other].at(-1)?.id ?? null)),
    ),
    choice('Delete', 'Ctrl+Shift+Delete', () => void remove(section, others[index] ?? others[index - 1]), true),
  ];
}

function move(id: string, part: Part, after: string | null): Promise<void> {
  return keepingFocus(() => editPlan((plan) => moveSection(plan, id, part, after)));
}

async function remove({ id }: Section, next: Section | undefined): Promise<void> {
  const done = await editPlan((plan) => deleteSection(plan, id));
  if (done && next) goToPlace({ kind: 'section', id: next.id, field: 'heading' });
}
