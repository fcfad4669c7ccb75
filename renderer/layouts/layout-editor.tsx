import { choiceTitles } from '../../shared/layout/in-words.ts';
import { type FieldOf, setField } from '../../shared/plan/edits/set-field.ts';
import type { OwnLayout } from '../../shared/plan/model.ts';
import type { Fields } from '../../shared/plan/records.ts';
import { editPlan } from '../commands.ts';
import { ConflictMark } from '../fields/conflict-mark.tsx';
import { type Edited, placeKey } from '../fields/edited.ts';
import { TextField } from '../fields/text-field.tsx';
import formStyles from '../ui/form.module.css';
import { FormRow, LabelledSelect, Note } from '../ui/form.tsx';
import { ColumnItem } from './column-item.tsx';
import styles from './layouts.module.css';
import { MatrixPart } from './matrix-part.tsx';

/** A layout of the plan's own, to be changed. */
export function LayoutEditor({ layout }: { layout: OwnLayout }) {
  const { id, page, grain, columns, matrix, numbering, rating, dates } = layout;
  const edited: Edited<'layout'> = { kind: 'layout', id, name: `the layout “${layout.title}”` };
  const placeOf = (field: FieldOf<'layout'> | 'columns') => ({ kind: 'layout', id, field }) as const;
  const marks = (...fields: FieldOf<'layout'>[]) =>
    fields.map((field) => <ConflictMark key={field} place={placeOf(field)} />);

  function set<Field extends FieldOf<'layout'>>(field: Field, value: Fields<'layout'>[Field]) {
    void editPlan((plan) => setField(plan, 'layout', id, field, value));
  }

  return (
    <>
      <FormRow title="Name">
        <TextField edited={edited} field="title" label="Name" value={layout.title} />
      </FormRow>
      <FormRow title="Page">
        <div className={styles.choices}>
          <Select
            label="Orientation"
            titles={choiceTitles.orientation}
            value={page.orientation}
            onChange={(orientation) => set('page', { ...page, orientation })}
          />
          <Select label="Rows" titles={choiceTitles.grain} value={grain} onChange={(next) => set('grain', next)} />
        </div>
        {marks('page', 'grain')}
      </FormRow>
      <div className={styles.columnsPart} data-place={placeKey(placeOf('columns'))}>
        <h3>
          Columns <ConflictMark place={placeOf('columns')} />
        </h3>
        <ul className={styles.columns} aria-label="Columns">
          {columns.map((column, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place alone
            <ColumnItem key={at} layout={layout} column={column} at={at} />
          ))}
        </ul>
      </div>
      {grain === 'matrix' && matrix && <MatrixPart id={id} matrix={matrix} />}
      <FormRow title="Indicators">
        <TextField edited={edited} field="indicatorLabel" label="Name of an indicator" value={layout.indicatorLabel} />
        <Note>
          {'{label}'} stands for the plan’s word (“Indicator”), {'{number}'} and {'{wording}'} for its own.
        </Note>
      </FormRow>
      <FormRow title="Actions">
        <div className={styles.choices}>
          <Select
            label="Numbers"
            titles={choiceTitles.numbering}
            value={numbering}
            onChange={(next) => set('numbering', next)}
          />
          <Select
            label="Dates of updates"
            titles={choiceTitles.dates}
            value={dates}
            onChange={(next) => set('dates', next)}
          />
        </div>
        {marks('numbering', 'dates')}
      </FormRow>
      <FormRow title="Ratings">
        <div className={styles.choices}>
          <Select
            label="Said by"
            titles={choiceTitles.show}
            value={rating.show}
            onChange={(show) => set('rating', { ...rating, show })}
          />
          <Select
            label="Coloured"
            titles={choiceTitles.fill}
            value={rating.fill}
            onChange={(fill) => set('rating', { ...rating, fill })}
          />
        </div>
        {marks('rating')}
      </FormRow>
      <FormRow title="Besides the table">
        {(['preface', 'key', 'closing'] as const).map((part) => (
          <label key={part} className={formStyles.choice}>
            <input type="checkbox" checked={layout[part]} onChange={(event) => set(part, event.target.checked)} />
            <span>{partTitles[part]}</span>
          </label>
        ))}
        {marks('preface', 'key', 'closing')}
      </FormRow>
    </>
  );
}

const partTitles = { preface: 'The introduction', key: 'A key to the ratings', closing: 'The closing pages' };

interface SelectProps<Value extends string> {
  label: string;
  titles: Record<Value, string>;
  value: Value;
  onChange(value: Value): void;
}

function Select<Value extends string>({ label, titles, value, onChange }: SelectProps<Value>) {
  return (
    <LabelledSelect
      label={label}
      value={value}
      options={Object.entries<string>(titles)}
      onChange={(next) => onChange(next as Value)}
    />
  );
}
