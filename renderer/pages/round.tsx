import { Button } from '@mantine/core';
import { IconCheck, IconCopy, IconFileTypeDocx, IconFileTypeXls } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { setField } from '../../shared/plan/edits/set-field.ts';
import { filterInWords } from '../../shared/plan/filter-in-words.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { type Column, type Filter, filtered, type Row, rowsOf, sorted } from '../../shared/plan/rows.ts';
import { editPlan } from '../commands.ts';
import { ratingChoices } from '../fields/rating-field.tsx';
import { copyRows } from '../plan/copy-rows.ts';
import { exportRows } from '../plan/exports.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { actionNumber } from '../plan/numbers.ts';
import { alike, type RoundView, ratingTyped, steady } from '../plan/round-view.ts';
import { change, current, useStore } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { CellEditor } from '../ui/cell-editor.tsx';
import { useMenu } from '../ui/context-menu.ts';
import { Grid, type GridHandle } from '../ui/grid.tsx';
import { moved } from '../ui/grid-keys.ts';
import { PopupMenu } from '../ui/popup-menu.tsx';
import { count, today } from '../ui/words.ts';
import { actionCommands, keysOf } from './action-commands.ts';
import { ActionMenu } from './action-menu.tsx';
import styles from './round.module.css';
import { columnsOf } from './round-cells.tsx';
import { CellField, written } from './round-editors.tsx';
import { Filters } from './round-filters.tsx';
import { Many } from './round-many.tsx';

/** The progress round: every action in one grid, to be found, rated, dated and reported on, one by one or many at once. */
export function RoundPage({ plan }: { plan: Plan }) {
  const view = useStore((state) => state.round);
  const { sort, at } = view;
  // The letter that is typed is painted before the rows that it asks for.
  const filter = useDeferredValue(view.filter);
  const grid = useRef<GridHandle>(null);
  const [copied, setCopied] = useState(0);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [menuOf, setMenuOf] = useState('');
  const menu = useMenu();
  const all = rowsOf(plan, today());
  const { rows, moves, afresh } = useRows(plan, all, filter, sort);
  const selected = useMemo(() => rows.filter(({ id }) => view.selected.has(id)), [rows, view.selected]);
  const columns = columnsOf(plan);
  const shown = selected.length > 0 ? selected : rows;

  // Some that were chosen of them, or that an edit has changed since, are not what the filter says.
  const which = shown.length < rows.length || moves ? '' : filterInWords(plan, filter);

  const howMany =
    rows.length === all.length
      ? count(all.length, 'action')
      : `${rows.length.toLocaleString('en-GB')} of ${count(all.length, 'action')}`;
  useFilterAnnounced(filter, howMany);

  const select = useCallback((ids: ReadonlySet<string>) => {
    look({ selected: ids });
    announce(ids.size === 0 ? 'None selected' : `${count(ids.size, 'action')} selected`);
  }, []);

  function act(row: Row, id: string, cell: HTMLElement, typed: string | null): boolean {
    const column = id as Column;
    if (column === 'rating' && typed !== null) return rateByLetter(plan, row, typed);
    const opens = column === 'rating' || written.includes(column);
    // What is typed goes on into the field, which must therefore be there before this key is over.
    if (opens) flushSync(() => setEditing({ row: row.id, column, cell }));
    else if (typed === null) openOnItsPage(row);
    return false;
  }

  function leave(to: 'down' | 'right' | 'left' | 'here' | 'elsewhere'): void {
    setEditing(null);
    if (to === 'elsewhere') return;
    const key = { down: 'ArrowDown', right: 'ArrowRight', left: 'ArrowLeft', here: '' }[to];
    const size = { rows: rows.length, columns: columns.length + 1, page: 1 };
    grid.current?.focus();
    if (at) look({ at: moved(at, { key, ctrlKey: false }, size) ?? at });
  }

  function copy(some: readonly Row[]): void {
    void copyRows(idsOf(some)).then((done) => done && setCopied((times) => times + 1));
  }

  const inMenu = plan.actions.find(({ id }) => id === menuOf);
  const edited = editing && rows.find(({ id }) => id === editing.row);
  return (
    <div className={styles.page}>
      <div className="heading-row">
        <h1 tabIndex={-1}>Progress round</h1>
        <div className={styles.ways}>
          <CopyButton done={copied} copy={() => copy(shown)} />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileTypeDocx size={16} aria-hidden />}
            onClick={() => void exportRows(idsOf(shown), 'word', which)}
          >
            Export this table…
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileTypeXls size={16} aria-hidden />}
            onClick={() => void exportRows(idsOf(shown), 'excel', which)}
          >
            Excel…
          </Button>
        </div>
      </div>
      <Filters plan={plan} filter={view.filter} onChange={refilter} />
      {selected.length > 0 ? (
        <Many plan={plan} rows={selected} clear={() => select(new Set())} />
      ) : (
        <p className={styles.count}>
          {howMany}
          {moves && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                afresh();
                grid.current?.focus();
              }}
            >
              Some have changed since: sort and filter afresh
            </Button>
          )}
          <span className={styles.keys}>
            Enter edits{columns.some(({ id }) => id === 'rating') && ', a rating’s letter rates'}, Space selects
          </span>
        </p>
      )}
      {rows.length > 0 ? (
        <Grid
          ref={grid}
          label="Actions"
          rows={rows}
          columns={columns}
          nameOf={nameOf}
          sort={sort}
          onSort={(id) => look({ sort: nextSort(sort, id as Column) })}
          selected={view.selected}
          onSelect={select}
          at={at}
          onMove={(to) => look({ at: to })}
          onAct={act}
          onClear={(row, id) => clearCell(row, id as Column)}
          onCopy={() => copy(selected.length > 0 ? selected : rows.slice(at?.row ?? 0, (at?.row ?? 0) + 1))}
          onKey={(row, event) => actByKeys(plan, row, event)}
          onMenu={(row, where) => {
            setMenuOf(row.id);
            menu.openAt(where);
          }}
        />
      ) : (
        <Nothing all={all.length} />
      )}
      {menu.at && inMenu && (
        <ActionMenu
          plan={plan}
          action={inMenu}
          name={`action ${actionNumber(plan, inMenu)}`}
          anchor={menu.at}
          block={0}
          first={{ key: 'open', content: 'Open on its page', choose: () => openOnItsPage(inMenu) }}
          close={menu.close}
        />
      )}
      {editing && edited && editing.column !== 'rating' && (
        <CellEditor label={`Action ${edited.number}`} cell={editing.cell} leave={leave}>
          <CellField plan={plan} row={edited} column={editing.column} />
        </CellEditor>
      )}
      {editing && edited && editing.column === 'rating' && (
        <RatingMenu plan={plan} row={edited} cell={editing.cell} close={() => setEditing(null)} />
      )}
    </div>
  );
}

/** Says for a while that it was done: where the person looks, and without taking the keyboard away. */
function CopyButton({ done, copy }: { done: number; copy(): void }) {
  const [said, setSaid] = useState(done);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(done), 3_000);
    return () => clearTimeout(timer);
  }, [done]);
  const fresh = done > said;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={fresh ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
      onClick={copy}
      title="For Word, Outlook and Excel; of what is selected, or of all that is shown"
    >
      {fresh ? 'Copied' : 'Copy table'}
    </Button>
  );
}

interface Editing {
  row: string;
  column: Column;
  cell: HTMLElement;
}

/** The rows as they were last asked for, and whether an edit since would show others, or otherwise. */
function useRows(plan: Plan, all: readonly Row[], filter: Filter, sort: RoundView['sort']) {
  const [asked, setAsked] = useState(0);
  const fresh = useMemo(() => {
    const some = filtered(all, filter);
    return sort ? sorted(plan, some, sort.by, sort.descending) : some;
  }, [plan, all, filter, sort]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: not when the plan changes, but when others are asked for
  const order = useMemo(() => idsOf(fresh), [filter, sort, asked]);
  const rows = useMemo(() => steady(order, fresh, all), [order, fresh, all]);
  return { rows, moves: !alike(rows, fresh), afresh: () => setAsked(asked + 1) };
}

/** Says how many there are when another filter was set, to those who do not see it. */
function useFilterAnnounced(filter: Filter, howMany: string): void {
  const said = useRef(filter);
  useEffect(() => {
    if (said.current === filter) return;
    said.current = filter;
    announce(howMany);
  }, [filter, howMany]);
}

function RatingMenu({ plan, row, cell, close }: { plan: Plan; row: Row; cell: HTMLElement; close(): void }) {
  const anchor = useRef<HTMLElement>(cell);
  const find = lookUp(plan);
  const own = find.actionsOf(row.indicator).find(({ id }) => id === row.id)?.rating;
  const choices = ratingChoices({
    plan,
    edited: { kind: 'action', id: row.id, name: nameOf(row) },
    own,
    inherited: find.indicator(row.indicator)?.rating,
  });
  return <PopupMenu label={`Rating of ${nameOf(row)}`} anchor={anchor} choices={choices} close={close} />;
}

function Nothing({ all }: { all: number }) {
  if (all === 0) {
    return (
      <p className={styles.nothing}>
        Every action of the plan stands here, to be rated and reported on in one go. There is none yet: add the first on
        the page of its indicator.
      </p>
    );
  }
  return <p className={styles.nothing}>No action is like that. Change what is asked for above, or show all.</p>;
}

function openOnItsPage({ id }: { id: string }): void {
  goToPlace({ kind: 'action', id, field: 'text' });
}

/** What an action does by keys wherever it stands. Gives true where it was one of those. */
function actByKeys(plan: Plan, { id }: Row, event: KeyboardEvent): boolean {
  const keys = keysOf(event);
  const command = actionCommands.find((each) => each.keys === keys);
  const action = command && plan.actions.find((each) => each.id === id);
  if (action && !command.unable?.(plan, action)) void command.perform(action, 0);
  return command !== undefined;
}

function look(some: Partial<RoundView>): void {
  change({ round: { ...current().round, ...some } });
}

function refilter(filter: Filter): void {
  look({ filter, selected: new Set(), at: null });
}

/** A letter in the column of ratings. Gives true: it is not to be typed anywhere. */
function rateByLetter(plan: Plan, row: Row, letter: string): boolean {
  const rating = ratingTyped(lookUp(plan).scale?.ratings ?? [], letter, row.rating);
  if (rating) void editPlan((now) => setField(now, 'action', row.id, 'rating', rating.code));
  else announce(`No rating begins with ${letter}`);
  return true;
}

function clearCell(row: Row, column: Column): void {
  if (column === 'rating' && row.rating && !row.inherited.rating) {
    void editPlan((now) => setField(now, 'action', row.id, 'rating', null));
  } else if (column === 'due' && row.due && !row.inherited.due && !row.due.fixed) {
    void editPlan((now) => setField(now, 'action', row.id, 'due', null));
  } else if (column === 'leads' && row.leads.length > 0 && !row.inherited.leads) {
    void editPlan((now) => setField(now, 'action', row.id, 'leads', []));
  } else announce('There is nothing of its own here to clear');
}

/** Up, down, and back to the plan's order. */
function nextSort(sort: RoundView['sort'], by: Column): RoundView['sort'] {
  if (sort?.by !== by) return { by, descending: false };
  return sort.descending ? null : { by, descending: true };
}

function nameOf({ number }: Row): string {
  return `action ${number}`;
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.map(({ id }) => id);
}
