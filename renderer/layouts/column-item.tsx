import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { choiceTitles, fieldTitles } from '../../shared/layout/in-words.ts';
import { type Column, type FieldId, fieldIds } from '../../shared/layout/layout.ts';
import { addColumn, deleteColumn, moveColumn, setColumn } from '../../shared/plan/edits/layouts.ts';
import type { OwnLayout } from '../../shared/plan/model.ts';
import { editPlan } from '../commands.ts';
import { keysOf } from '../pages/action-commands.ts';
import { fieldAt } from '../plan/go-to-place.ts';
import { DragHandle } from '../ui/drag-handle.tsx';
import { LabelledSelect } from '../ui/form.tsx';
import { MoreMenu } from '../ui/more-menu.tsx';
import { LayoutLine } from './layout-line.tsx';
import styles from './layouts.module.css';

interface ColumnItemProps {
  layout: OwnLayout;
  column: Column;
  at: number;
}

/** One column: its heading and width, what it shows, and how several values or none stand in it. */
export function ColumnItem({ layout: { id, columns }, column, at }: ColumnItemProps) {
  const { heading, fields, style } = column;
  const name = `the column “${heading}”`;
  const choices = [
    { key: 'add', content: 'Add a column after it', choose: () => void add(id, at) },
    ...(at > 0
      ? [{ key: 'up', content: 'Move up', keys: 'Alt+Shift+Up', apart: true, choose: () => void move(id, at, at - 1) }]
      : []),
    ...(at < columns.length - 1
      ? [{ key: 'down', content: 'Move down', keys: 'Alt+Shift+Down', choose: () => void move(id, at, at + 1) }]
      : []),
    {
      key: 'delete',
      content: 'Delete',
      apart: true,
      choose: () => void editPlan((plan) => deleteColumn(plan, id, at)),
    },
  ];
  const change = (part: Partial<Column>) => void editPlan((plan) => setColumn(plan, id, at, part));
  const input = (field: string, label: string, value: string, partOf: (text: string) => Partial<Column>) => (
    <LayoutLine
      id={id}
      part={`columns.${at}.${field}`}
      label={label}
      of={name}
      value={value}
      className={styles[field]}
      edit={(text, plan) => setColumn(plan, id, at, partOf(text))}
    />
  );

  function press(event: KeyboardEvent) {
    const choice = choices.find((each) => 'keys' in each && each.keys === keysOf(event));
    if (!choice) return;
    event.preventDefault();
    event.stopPropagation();
    choice.choose();
  }

  return (
    <li className={styles.column} data-item={String(at)} onKeyDown={press}>
      <DragHandle
        className={styles.handle}
        drop={(after) => {
          const above = after === null ? -1 : Number(after);
          void move(id, at, above < at ? above + 1 : above);
        }}
      />
      <div className={styles.head}>
        {input('heading', 'Heading', heading, (text) => ({ heading: text }))}
        {input('width', 'Width', String(column.width), (text) => ({ width: Number(text) }))}
      </div>
      <MoreMenu label={`More for ${name}`} choices={choices} />
      <fieldset className={styles.shows} aria-label={`What ${name} shows`}>
        {fields.map(({ field, label = '' }, index) => (
          <div key={field} className={styles.shown}>
            <LabelledSelect
              label={index === 0 ? 'Shows' : 'and under it'}
              value={field}
              options={fieldIds.map((each) => [each, fieldTitles[each]] as const)}
              onChange={(next) => change({ fields: fields.with(index, { ...fields[index], field: next as FieldId }) })}
            />
            {(fields.length > 1 || label !== '') &&
              input(`label.${index}`, 'After the words', label, (text) => ({
                fields: fields.with(index, { field, ...(text !== '' && { label: text }) }),
              }))}
            {fields.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Show ${fieldTitles[field]} no more in ${name}`}
                onClick={() => change({ fields: fields.toSpliced(index, 1) })}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </div>
        ))}
        {fields.length < 8 && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={`Show more in ${name}`}
            onClick={() => change({ fields: [...fields, { field: nextField(fields) }] })}
          >
            Show more
          </Button>
        )}
      </fieldset>
      <div className={styles.head}>
        <LabelledSelect
          label="Several values"
          value={style}
          options={Object.entries(choiceTitles.style)}
          onChange={(next) => change({ style: next as Column['style'] })}
        />
        {style === 'joined' && input('separator', 'With', column.separator ?? ', ', (separator) => ({ separator }))}
        <LabelledSelect
          label="Aligned"
          value={column.align ?? 'left'}
          options={Object.entries(choiceTitles.align)}
          onChange={(next) => change({ align: next === 'centre' ? next : undefined })}
        />
        {input('empty', 'Where there is none', column.empty, (empty) => ({ empty }))}
      </div>
    </li>
  );
}

/** One that the column does not show yet. */
function nextField(fields: Column['fields']): FieldId {
  return fieldIds.find((each) => !fields.some(({ field }) => field === each)) ?? 'action.text';
}

async function add(id: string, after: number): Promise<void> {
  if (await editPlan((plan) => addColumn(plan, id, after))) focusHeading(id, after + 1);
}

async function move(id: string, from: number, to: number): Promise<void> {
  if (await editPlan((plan) => moveColumn(plan, id, from, to))) focusHeading(id, to);
}

/** The keyboard goes with the column. */
function focusHeading(id: string, at: number): void {
  requestAnimationFrame(() => fieldAt({ kind: 'layout', id, field: `columns.${at}.heading` })?.focus());
}
