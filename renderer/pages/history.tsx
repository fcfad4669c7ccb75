import { Button } from '@mantine/core';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { shortName } from '../../shared/layout/sheet.ts';
import type { HistoryRow, HistoryRows } from '../../shared/log/history-rows.ts';
import type { Told } from '../../shared/log/told.ts';
import { recordsOf } from '../../shared/plan/existing.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { actionTitle, capitalised } from '../../shared/plan/names.ts';
import { partOf } from '../../shared/plan/part.ts';
import type { Place } from '../../shared/plan/place.ts';
import { callApp } from '../api.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { attempt, change, updatePlan } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { ToldList } from '../ui/told-list.tsx';
import { useVisibleItems } from '../ui/visible-rows.ts';
import { count } from '../ui/words.ts';
import styles from './history.module.css';

interface Filter {
  text: string;
  author: string;
  subject: string;
}

/** Everything that ever happened to the plan, by day and person; each thing opens, and can be undone by itself. */
export function HistoryPage({ plan }: { plan: Plan }) {
  const [history, setHistory] = useState<HistoryRows | null>(null);
  const [filter, setFilter] = useState<Filter>({ text: '', author: '', subject: '' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each edit of the plan is one more
  useEffect(() => {
    let here = true;
    void attempt(async () => {
      const found = await callApp('history');
      if (here) setHistory(found);
    });
    return () => {
      here = false;
    };
  }, [plan]);
  const wanted = useDeferredValue(filter);
  const rows = useMemo(() => (history ? fitting(history, wanted) : []), [history, wanted]);
  return (
    <>
      <div className="heading-row">
        <h1 tabIndex={-1}>History</h1>
        <Button size="xs" variant="default" onClick={() => change({ place: { page: 'changes' }, notice: null })}>
          What changed since…
        </Button>
      </div>
      {history && <Filters plan={plan} history={history} filter={filter} onChange={setFilter} />}
      {history && (
        <p className={styles.many} role="status">
          {rows.length === history.rows.length
            ? count(rows.length, 'edit')
            : `${rows.length.toLocaleString('en-GB')} of ${count(history.rows.length, 'edit')}`}
        </p>
      )}
      {history && <Rows plan={plan} rows={rows} first={history.rows.at(-1)?.id} />}
    </>
  );
}

interface FiltersProps {
  plan: Plan;
  history: HistoryRows;
  filter: Filter;
  onChange(filter: Filter): void;
}

function Filters({ plan, history: { rows, subjects }, filter, onChange }: FiltersProps) {
  const authors = useMemo(() => [...new Set(rows.map(({ author }) => author))].sort(), [rows]);
  const known = useMemo(() => new Set(subjects), [subjects]);
  return (
    <search className={styles.filters}>
      <input
        className="box"
        aria-label="Find in the history"
        placeholder="Find in the history"
        spellCheck={false}
        value={filter.text}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
      />
      <label>
        Who
        <select
          className="box"
          value={filter.author}
          onChange={({ target }) => onChange({ ...filter, author: target.value })}
        >
          <option value="">Everybody</option>
          {authors.map((author) => (
            <option key={author}>{author}</option>
          ))}
        </select>
      </label>
      <label>
        What
        <select
          className="box"
          value={filter.subject}
          onChange={({ target }) => onChange({ ...filter, subject: target.value })}
        >
          <option value="">The whole plan</option>
          <optgroup label="Indicators">
            {plan.indicators
              .filter(({ id }) => known.has(id))
              .map((indicator) => (
                <option key={indicator.id} value={indicator.id}>
                  {shortName(plan, indicator)}
                </option>
              ))}
          </optgroup>
          <optgroup label="Actions">
            {plan.actions
              .filter(({ id }) => known.has(id))
              .map(({ id }) => (
                <option key={id} value={id}>
                  {capitalised(actionTitle(plan, id))}
                </option>
              ))}
          </optgroup>
        </select>
      </label>
    </search>
  );
}

function fitting({ rows, subjects }: HistoryRows, { text, author, subject }: Filter): HistoryRow[] {
  const typed = text.trim().toLowerCase();
  const about = subject === '' ? undefined : subjects.indexOf(subject);
  return rows.filter(
    (row) =>
      (author === '' || row.author === author) &&
      (about === undefined || row.about === null || row.about.includes(about)) &&
      (typed === '' || `${row.label} ${row.via ?? ''}`.toLowerCase().includes(typed)),
  );
}

/** A heading of a day and a person, or something that they did then. */
type Line = { heading: string; key: string } | { row: HistoryRow; key: string };

function linesOf(rows: readonly HistoryRow[]): Line[] {
  let last = '';
  return rows.flatMap((row): Line[] => {
    const heading = `${row.at === null ? 'Before it was shared' : dayFormat.format(new Date(row.at))} · ${row.author}`;
    const begins = heading !== last;
    last = heading;
    const line = { row, key: row.id };
    return begins ? [{ heading, key: `before ${row.id}` }, line] : [line];
  });
}

function Rows({ plan, rows, first }: { plan: Plan; rows: readonly HistoryRow[]; first: string | undefined }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<string | null>(null);
  const lines = useMemo(() => linesOf(rows), [rows]);
  const { items, height, measure } = useVisibleItems({
    scroller,
    count: lines.length,
    estimate: 33,
    keyOf: (index) => lines[index]?.key ?? String(index),
  });
  if (rows.length === 0) return <p className={styles.none}>Nothing in the history is like that.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too
    <section ref={scroller} className={styles.scroller} aria-label="History" tabIndex={0}>
      <div className={styles.lines} style={{ height }}>
        {items.map(({ index, key, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <div
              key={key}
              ref={measure}
              data-index={index}
              className={styles.line}
              style={{ transform: `translateY(${start}px)` }}
            >
              {'heading' in line ? (
                <h2 className={styles.day}>{line.heading}</h2>
              ) : (
                <Entry
                  plan={plan}
                  row={line.row}
                  isFirst={line.row.id === first}
                  open={open === line.row.id}
                  toggle={() => setOpen(open === line.row.id ? null : line.row.id)}
                />
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

function thereIn(plan: Plan, { kind, id }: Place): boolean {
  return recordsOf(plan, kind).some((record) => record.id === id);
}

interface EntryProps {
  plan: Plan;
  row: HistoryRow;
  /** Whether it is how the plan began, which cannot be undone. */
  isFirst: boolean;
  open: boolean;
  toggle(): void;
}

function Entry({ plan, row, isFirst, open, toggle }: EntryProps) {
  const { at, label, via, place } = row;
  // Actions are numbered within their indicators in some layouts: a label may not say which it is.
  const home =
    place && /^(?:action|update)$/.test(place.kind) && thereIn(plan, place) && partOf(plan, place.kind, place.id);
  return (
    <>
      <button type="button" className={styles.entry} aria-expanded={open} onClick={toggle}>
        <span className={styles.time}>{at === null ? '' : timeFormat.format(new Date(at))}</span>
        <span className={styles.label}>
          {label}
          {home && <span className="quiet"> · {home}</span>}
        </span>
        {via && <span className={styles.via}>came in with a copy</span>}
      </button>
      {open && <Details plan={plan} row={row} isFirst={isFirst} />}
    </>
  );
}

function Details({ plan, row, isFirst }: { plan: Plan; row: HistoryRow; isFirst: boolean }) {
  const { id, kind, place, via } = row;
  const [changes, setChanges] = useState<Told[] | null>(null);
  useEffect(
    () => void (!isFirst && attempt(async () => setChanges(await callApp('editInWords', { id })))),
    [id, isFirst],
  );
  const there = place && thereIn(plan, place) ? place : null;

  async function undo() {
    const done = await attempt(async () => updatePlan(await callApp('undoOne', { id })));
    if (done) announce(`Taken back: ${row.label}.`);
  }

  return (
    <div className={styles.details}>
      {isFirst && <p className="quiet">This is how the plan began.</p>}
      {via && <p className="quiet">{via}</p>}
      {kind === 'point' && <p className="quiet">It named the plan as it was then, and changed nothing.</p>}
      {changes && kind !== 'point' && changes.length === 0 && (
        <p className="quiet">It changed nothing that is kept here.</p>
      )}
      {changes && <ToldList changes={changes} />}
      <p className={styles.ways}>
        {changes !== null && changes.length > 0 && (
          <Button size="xs" variant="default" aria-label={`Undo this: ${row.label}`} onClick={() => void undo()}>
            Undo this
          </Button>
        )}
        {there && there.kind !== 'plan' && (
          <Button size="xs" variant="subtle" aria-label={`Go there: ${row.label}`} onClick={() => goToPlace(there)}>
            Go there
          </Button>
        )}
      </p>
    </div>
  );
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
