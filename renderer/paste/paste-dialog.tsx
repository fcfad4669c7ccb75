import { Button } from '@mantine/core';
import { type ClipboardEvent, useMemo, useState } from 'react';
import { newId } from '../../shared/id.ts';
import { shortName } from '../../shared/layout/sheet.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { homeName } from '../../shared/plan/names.ts';
import { about, choicesOf } from '../../shared/recognise/choices.ts';
import { lineOf, type WordTable } from '../../shared/recognise/document.ts';
import { type IntoPlan, intoPlan } from '../../shared/recognise/into-plan.ts';
import { mappingOf } from '../../shared/recognise/mapping.ts';
import { pastedDocument, seemsHeaded } from '../../shared/recognise/pasted.ts';
import { recognise } from '../../shared/recognise/recognise.ts';
import { editPlan } from '../commands.ts';
import { roleWords } from '../review/role-words.ts';
import { change, current, useStore } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { Ways } from '../ui/dialog.tsx';
import { LabelledSelect } from '../ui/form.tsx';
import { count } from '../ui/words.ts';
import styles from './paste-dialog.module.css';
import { pastedTable } from './pasted.ts';

/** A table of Word, Excel or an email becomes actions of the plan, once somebody has seen what it is taken for. */
export function PasteDialog() {
  const plan = useStore((state) => state.open?.plan);
  const table = useStore((state) => state.pasted);
  if (!plan) return null;
  return table ? <Look plan={plan} table={table} /> : <PasteHere />;
}

function PasteHere() {
  const [nothing, setNothing] = useState(false);
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    const table = pastedTable(event.clipboardData);
    setNothing(!table);
    if (table) change({ pasted: table });
  };
  return (
    <>
      <p>Copy the rows in Word, Excel or an email. Then press Ctrl+V here.</p>
      <textarea
        className={styles.zone}
        aria-label="Paste the table here"
        placeholder="Ctrl+V"
        value=""
        data-autofocus
        onChange={() => undefined}
        onPaste={paste}
      />
      {nothing && <p role="alert">There was no table and no text on the clipboard. Nothing was changed.</p>}
    </>
  );
}

function Look({ plan, table }: { plan: Plan; table: WordTable }) {
  const [headed, setHeaded] = useState(() => seemsHeaded(table));
  const [taken, setTaken] = useState<Record<string, string>>({});
  const [home, setHome] = useState(() => homeHere(plan));
  const document = useMemo(() => pastedDocument(table, headed), [table, headed]);
  const choices = useMemo(() => {
    const chosen = Object.entries(taken).map(([name, take]) => ({ about: name, take }));
    return choicesOf([{ about: about.leftOver, take: 'keep' }, ...chosen]);
  }, [taken]);
  const { columns } = useMemo(() => mappingOf(document, choices), [document, choices]);
  const came = useMemo(() => {
    if (!columns.some(({ role, indicator }) => role === 'action' || indicator !== undefined)) return undefined;
    const { plan: read } = recognise(document, newId, choices);
    return intoPlan(plan, read, { indicator: home }, newId);
  }, [plan, document, choices, columns, home]);

  const add = async () => {
    if (!came || !(await editPlan(() => came.edit))) return;
    announce(came.edit.label.replace(/^Add/, 'Added'));
    change({ dialog: null, pasted: null });
  };
  const actions = came?.homes.reduce((sum, each) => sum + each.actions, 0) ?? 0;
  return (
    <>
      <label className={styles.headed}>
        <input type="checkbox" checked={headed} onChange={({ target }) => setHeaded(target.checked)} />
        The first row says what the columns are
      </label>
      <Preview
        table={headed ? { ...table, rows: table.rows.slice(1) } : table}
        columns={columns}
        choose={(name, take) => setTaken((before) => ({ ...before, [name]: take }))}
      />
      <div className={styles.home}>
        <LabelledSelect
          label="Rows that name no indicator go to"
          value={home ?? ''}
          options={[
            ...plan.indicators.map((indicator) => [indicator.id, shortName(plan, indicator)] as const),
            ['', 'The plan as a whole'],
          ]}
          onChange={(id) => setHome(id || null)}
        />
      </div>
      <Outcome plan={plan} came={came} />
      <Ways>
        <Button disabled={actions === 0} onClick={() => void add()}>
          Add {count(actions, 'action')}
        </Button>
        <Button variant="default" onClick={() => change({ pasted: null })}>
          Paste something else
        </Button>
      </Ways>
    </>
  );
}

/** How many rows are shown to know the columns by. */
const shownRows = 6;

interface PreviewProps {
  table: WordTable;
  columns: ReturnType<typeof mappingOf>['columns'];
  choose(column: string, take: string): void;
}

/** The first rows, each column under what it is taken for. */
function Preview({ table, columns, choose }: PreviewProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.preview} tabIndex={0} aria-label="The first rows of the table">
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column.about} scope="col">
                <LabelledSelect
                  label={column.heading || `Column ${at + 1}`}
                  value={column.leftOut ? 'leave out' : (column.role ?? (column.indicator ? 'effects' : 'notes'))}
                  options={[...Object.entries(roleWords), ['leave out', 'Leave out']]}
                  onChange={(take) => choose(column.about, take)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, shownRows).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of what was pasted never move
            <tr key={at}>
              {columns.map((column, place) => (
                <td key={column.about}>
                  {lineOf(
                    row.cells.find((cell) => cell.column === (column.at[0]?.column ?? place)) ?? { paragraphs: [] },
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What will be added, and what will not, in words. */
function Outcome({ plan, came }: { plan: Plan; came: IntoPlan | undefined }) {
  if (!came)
    return <p role="status">No column is taken for that of the actions yet. Choose “Action” above the one that is.</p>;
  const people = came.edit.changes.filter(({ kind }) => kind === 'person').length;
  return (
    <div role="status" className={styles.outcome}>
      <p>
        {came.homes
          .map(({ indicator, actions }) => `${count(actions, 'action')} to ${homeName(plan, indicator)}`)
          .join(', ')}
        {people > 0 && `; ${people === 1 ? '1 new lead' : `${people} new leads`}`}.
      </p>
      {came.notTaken.length > 0 && (
        <>
          <p>Not taken over:</p>
          <ul>
            {came.notTaken.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** The indicator whose page one is on, or whose action one is at in the progress round. */
function homeHere(plan: Plan): string | null {
  const { place } = current();
  if (place.page === 'indicator') return place.id;
  return place.page === 'wholePlan' ? null : (plan.indicators[0]?.id ?? null);
}
