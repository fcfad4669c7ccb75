// biome-ignore-all lint/a11y/useSemanticElements: a table of thousands of rows, of which only some are in the page
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard goes from cell to cell
import { IconArrowDown, IconArrowUp, IconCheck } from '@tabler/icons-react';
import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { asksForMenu, type MenuAt, takeRightClick } from './context-menu.ts';
import styles from './grid.module.css';
import { type GridCell, moved, writes } from './grid-keys.ts';
import { useVisibleRows } from './visible-rows.ts';

export interface GridColumn<Row> {
  id: string;
  heading: string;
  /** How wide it is at least, in rem. */
  width: number;
  /** Its share of the room that is left over; 0: it stays as it is. */
  grows: number;
  cell(row: Row): ReactNode;
  /** Whether Enter does something in its cells. */
  acts: boolean;
}

export interface GridHandle {
  /** Gives the keyboard to the cell that had it last. */
  focus(): void;
}

export interface GridProps<Row extends { id: string }> {
  ref?: Ref<GridHandle>;
  label: string;
  rows: readonly Row[];
  /** Must stay the same objects, or all rows are drawn anew. */
  columns: readonly GridColumn<Row>[];
  /** What a row is called when it is read out. */
  nameOf(row: Row): string;
  sort: { by: string; descending: boolean } | null;
  onSort(column: string): void;
  selected: ReadonlySet<string>;
  onSelect(rows: ReadonlySet<string>): void;
  /** Where the keyboard is, or was last; null before it came. Column 0 is the one to select rows by. */
  at: GridCell | null;
  onMove(at: GridCell): void;
  /** Enter, F2, a second click, or a letter (`typed`) in a cell. Gives true where a letter was taken as it stands. */
  onAct(row: Row, column: string, cell: HTMLElement, typed: string | null): boolean;
  /** Delete in a cell. */
  onClear(row: Row, column: string): void;
  /** Ctrl+C. */
  onCopy(): void;
  /** Any other key in a row. Gives true where it did something. */
  onKey(row: Row, event: KeyboardEvent): boolean;
  /** A right click, Shift+F10 or the Menu key in a row. */
  onMenu(row: Row, at: MenuAt): void;
}

const rowRem = 3.5;

/**
 * A table to work in, of any length: one stop for the Tab key, arrows and the rest of WAI-ARIA's grid pattern from
 * there. Space, Shift with arrows or clicks, and Ctrl+A select rows. What a cell does is its owner's business.
 */
export function Grid<Row extends { id: string }>(props: GridProps<Row>) {
  const { ref, label, rows, columns, nameOf, sort, onSort, selected, onSelect, at, onMove } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const here: GridCell = {
    row: Math.min(at?.row ?? 0, rows.length - 1),
    column: Math.min(at?.column ?? firstColumn, columns.length),
  };
  const {
    rows: visible,
    height,
    rowHeight,
    scrollTo,
  } = useVisibleRows({
    scroller,
    count: rows.length,
    rem: rowRem,
    always: here.row,
  });
  /** Whether the keyboard is in the grid, also where the cell that had it is not there any more. */
  const inside = useRef(at !== null);
  /** Whether the cell that is being clicked had the keyboard already: then the click is to act. */
  const again = useRef(false);
  /** From where Shift selects. */
  const anchor = useRef(here.row);
  const shape = useMemo(() => shapeOf(columns), [columns]);

  const focusCell = () => {
    inside.current = true;
    scroller.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  useImperativeHandle(ref, () => ({ focus: focusCell }));

  // Someone who comes back finds the row and the keyboard where they left them.
  const backAt = useRef(inside.current ? here.row : -1);
  const scroll = useRef(scrollTo);
  useLayoutEffect(() => {
    if (backAt.current >= 0) scroll.current(backAt.current);
  }, []);
  const activeId = rows[here.row]?.id;
  const drawn = visible.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard follows the cell, as soon as it is there
  useEffect(() => {
    if (inside.current && drawn) focusCell();
  }, [here.row, here.column, activeId, drawn]);

  function go(to: GridCell, selecting: boolean): void {
    if (selecting) selectRange(anchor.current, to.row);
    else anchor.current = to.row;
    onMove(to);
  }

  function selectRange(from: number, to: number): void {
    const [first, last] = from < to ? [from, to] : [to, from];
    onSelect(new Set(rows.slice(Math.max(0, first), last + 1).map(({ id }) => id)));
  }

  function toggle(row: Row): void {
    const others = new Set(selected);
    if (!others.delete(row.id)) others.add(row.id);
    onSelect(others);
  }

  function toggleAll(): void {
    onSelect(selected.size === 0 ? new Set(rows.map(({ id }) => id)) : new Set());
  }

  function press(event: KeyboardEvent<HTMLDivElement>): void {
    const row = rows[here.row];
    const taken = row !== undefined && props.onKey(row, event);
    if (taken) event.preventDefault();
    if (taken || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const to = moved(here, event, { rows: rows.length, columns: columns.length + 1, page });
    if (to) {
      event.preventDefault();
      go(to, event.shiftKey && to.row !== here.row);
    } else if (pressIn(event)) event.preventDefault();
  }

  /** What a key does that does not move. */
  function pressIn(event: KeyboardEvent<HTMLDivElement>): boolean {
    const row = rows[here.row];
    const column = columns[here.column - 1];
    const letter = event.key.toLowerCase();
    if (event.ctrlKey && letter === 'a') onSelect(new Set(rows.map(({ id }) => id)));
    else if (event.ctrlKey && letter === 'c') props.onCopy();
    else if (event.key === 'Escape' && selected.size > 0) onSelect(new Set());
    else if (here.row < 0 && (event.key === 'Enter' || event.key === ' ')) column ? onSort(column.id) : toggleAll();
    else if (!row || event.ctrlKey) return false;
    else if (asksForMenu(event)) props.onMenu(row, { current: event.target as HTMLElement });
    else if (event.key === ' ' || (event.key === 'Enter' && !column)) {
      toggle(row);
      anchor.current = here.row;
    } else if (!column) return false;
    else if (event.key === 'Enter' || event.key === 'F2')
      props.onAct(row, column.id, event.target as HTMLElement, null);
    else if (event.key === 'Delete') props.onClear(row, column.id);
    else if (writes(event)) return props.onAct(row, column.id, event.target as HTMLElement, event.key);
    else return false;
    return true;
  }

  function askForMenu(event: MouseEvent<HTMLDivElement>): void {
    const to = cellOf(event.target);
    const row = to && rows[to.row];
    if (!row) return;
    inside.current = true;
    onMove(to);
    takeRightClick(event, (at) => props.onMenu(row, at));
  }

  function click(event: MouseEvent<HTMLDivElement>): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    const to = cellOf(cell);
    if (!cell || !to) return;
    const row = rows[to.row];
    const column = columns[to.column - 1];
    inside.current = true;
    onMove(to);
    if (!row) column ? onSort(column.id) : toggleAll();
    else if (event.shiftKey) selectRange(anchor.current, to.row);
    else if (!column || event.ctrlKey) toggle(row);
    else if (again.current) props.onAct(row, column.id, cell, null);
    if (!event.shiftKey) anchor.current = to.row;
  }

  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      onKeyDown={press}
      onMouseDown={({ target }) => {
        again.current = (target as HTMLElement).closest('[data-row]') === document.activeElement;
      }}
      onClick={click}
      onContextMenu={askForMenu}
      onFocus={() => {
        inside.current = true;
      }}
      onBlur={({ relatedTarget }) => {
        // Without a target the cell went away, or the window did: the keyboard is still here.
        if (relatedTarget && !scroller.current?.contains(relatedTarget)) inside.current = false;
      }}
    >
      <div role="row" aria-rowindex={1} className={styles.head} style={shape}>
        <HeadCell column={0} active={here.row === -1 && here.column === 0}>
          <Mark checked={selected.size > 0 && selected.size >= rows.length} partly={selected.size > 0} />
          <span className="unseen">Select all</span>
        </HeadCell>
        {columns.map(({ id, heading }, index) => {
          const sorted = sort?.by === id ? (sort.descending ? 'descending' : 'ascending') : 'none';
          return (
            <HeadCell key={id} column={index + 1} active={here.row === -1 && here.column === index + 1} sorted={sorted}>
              {heading}
              {sorted === 'ascending' && <IconArrowUp size={14} aria-hidden />}
              {sorted === 'descending' && <IconArrowDown size={14} aria-hidden />}
            </HeadCell>
          );
        })}
      </div>
      <div role="presentation" className={styles.body} style={{ height, minWidth: shape.minWidth }}>
        {visible.map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <GridRow
                key={row.id}
                row={row}
                name={nameOf(row)}
                index={index}
                start={start}
                height={rowHeight}
                shape={shape}
                columns={columns as readonly GridColumn<{ id: string }>[]}
                active={index === here.row ? here.column : -1}
                selected={selected.has(row.id)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function cellOf(target: EventTarget | null): GridCell | undefined {
  const cell = (target as HTMLElement | null)?.closest<HTMLElement>('[data-row]');
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}

/** The number column: there one begins. */
const firstColumn = 1;
const selectRem = 2.5;

interface Shape {
  gridTemplateColumns: string;
  minWidth: string;
}

/** All rows have the same columns, and go on to the side together where there is no room. */
function shapeOf(columns: readonly { width: number; grows: number }[]): Shape {
  const tracks = columns.map(({ width, grows }) => (grows > 0 ? `minmax(${width}rem, ${grows}fr)` : `${width}rem`));
  const least = columns.reduce((sum, { width }) => sum + width, selectRem);
  return { gridTemplateColumns: `${selectRem}rem ${tracks.join(' ')}`, minWidth: `${least}rem` };
}

interface HeadCellProps {
  column: number;
  active: boolean;
  sorted?: 'ascending' | 'descending' | 'none';
  children: ReactNode;
}

function HeadCell({ column, active, sorted, children }: HeadCellProps) {
  return (
    <div
      role="columnheader"
      className={styles.heading}
      aria-colindex={column + 1}
      aria-sort={sorted}
      tabIndex={active ? 0 : -1}
      data-row={-1}
      data-column={column}
    >
      {children}
    </div>
  );
}

interface GridRowProps {
  row: { id: string };
  name: string;
  index: number;
  start: number;
  height: number;
  shape: Shape;
  columns: readonly GridColumn<{ id: string }>[];
  /** The column that the keyboard is in, -1 for none. */
  active: number;
  selected: boolean;
}

const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, name, index, start, height, shape, columns, active, selected } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={styles.row}
      style={{ ...shape, height, transform: `translateY(${start}px)` }}
    >
      <div
        role="gridcell"
        className={styles.select}
        aria-colindex={1}
        tabIndex={active === 0 ? 0 : -1}
        data-row={index}
        data-column={0}
      >
        <Mark checked={selected} />
        <span className="unseen">
          {name}, {selected ? 'selected' : 'not selected'}
        </span>
      </div>
      {columns.map(({ id, acts, cell }, at) => (
        <div
          key={id}
          role="gridcell"
          className={styles.cell}
          data-acts={acts}
          aria-colindex={at + 2}
          aria-readonly={!acts}
          tabIndex={active === at + 1 ? 0 : -1}
          data-row={index}
          data-column={at + 1}
        >
          {cell(row)}
        </div>
      ))}
    </div>
  );
});

function Mark({ checked, partly = false }: { checked: boolean; partly?: boolean }) {
  return (
    <span className={styles.mark} data-checked={checked} data-partly={partly && !checked} aria-hidden>
      {checked && <IconCheck size={14} stroke={3} />}
    </span>
  );
}
