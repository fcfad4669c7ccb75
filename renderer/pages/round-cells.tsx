import { IconArrowMerge } from '@tabler/icons-react';
import { term } from '../../shared/layout/sheet.ts';
import { describeDue, longDate } from '../../shared/plan/due.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { listed } from '../../shared/plan/names.ts';
import { toPlainText } from '../../shared/plan/rich-text.ts';
import type { Column, Row } from '../../shared/plan/rows.ts';
import type { FieldPlace } from '../fields/edited.ts';
import { useConflict } from '../fields/use-conflict.ts';
import type { GridColumn } from '../ui/grid.tsx';
import { RatingChip } from '../ui/rating-chip.tsx';
import styles from './round.module.css';

export interface RoundColumn extends GridColumn<Row> {
  id: Column;
}

const columns: RoundColumn[] = [
  { id: 'number', heading: 'No.', width: 3, grows: 0, acts: true, cell: ({ number }) => <b>{number}</b> },
  {
    id: 'indicator',
    heading: 'Indicator',
    width: 6,
    grows: 0,
    acts: true,
    cell: ({ home }) => <span className={styles.lines}>{home}</span>,
  },
  { id: 'text', heading: 'Action', width: 13, grows: 3, acts: true, cell: (row) => <Text row={row} /> },
  { id: 'leads', heading: 'Leads', width: 8.5, grows: 1, acts: true, cell: (row) => <Leads row={row} /> },
  { id: 'due', heading: 'Due', width: 8.5, grows: 0, acts: true, cell: (row) => <Due row={row} /> },
  { id: 'rating', heading: 'Rating', width: 7.5, grows: 0, acts: true, cell: (row) => <Rated row={row} /> },
  { id: 'latest', heading: 'Latest update', width: 11, grows: 2, acts: true, cell: (row) => <Latest row={row} /> },
];
/** The columns of the round; without ratings where the plan does not rate. The same objects for plans that are alike. */
export function columnsOf(plan: Plan): readonly RoundColumn[] {
  const heading = term(plan);
  const rates = (lookUp(plan).scale?.ratings.length ?? 0) > 0;
  const key = `${rates} ${heading}`;
  const own =
    made.get(key) ??
    columns
      .filter(({ id }) => rates || id !== 'rating')
      .map((column) => (column.id === 'indicator' ? { ...column, heading } : column))
      .map((column) => ({ ...column, cell: (row: Row) => withUndecided(row, column) }));
  made.set(key, own);
  return own;
}

const made = new Map<string, readonly RoundColumn[]>();

function withUndecided(row: Row, { id, cell }: RoundColumn) {
  const update = id === 'latest' && row.latest;
  const place: FieldPlace = update
    ? { kind: 'update', id: update.id, field: 'text' }
    : { kind: 'action', id: row.id, field: id };
  return (
    <>
      <NotDecided place={place} />
      {cell(row)}
    </>
  );
}

/** In a cell that somebody else set otherwise in their copy. */
function NotDecided({ place }: { place: FieldPlace }) {
  const others = useConflict(place);
  if (!others) return null;
  return (
    <span className={styles.undecided} title={`${listed(others)} wrote something else: see Copies and conflicts`}>
      <IconArrowMerge size={14} aria-hidden /> Not decided
    </span>
  );
}

function Text({ row: { text } }: { row: Row }) {
  if (text.trim() === '') return <span className={styles.none}>No words yet</span>;
  return (
    <span className={styles.lines} title={text} dir="auto">
      {text}
    </span>
  );
}

function Leads({ row: { leads, inherited } }: { row: Row }) {
  if (leads.length === 0) return <span className={styles.none}>No lead</span>;
  return (
    <span className={inherited.leads ? styles.inherited : styles.lines} title={inherited.leads ? from : undefined}>
      {leads.map(({ name }) => name).join(', ')}
      {inherited.leads && <span className="unseen">, {from}</span>}
    </span>
  );
}

function Due({ row: { due, inherited, overdue } }: { row: Row }) {
  if (!due) return <span className={styles.none}>No date</span>;
  const day = describeDue(due);
  return (
    <span className={inherited.due ? styles.inherited : styles.lines} title={inherited.due ? from : undefined}>
      {due.text}
      {inherited.due && <span className="unseen">, {from}</span>}
      {overdue && (
        <span className={styles.second} title={`It was due by ${day}`}>
          <b className={styles.overdue}>Overdue</b>
        </span>
      )}
      {!overdue && day !== due.text && <span className={styles.second}>{day}</span>}
    </span>
  );
}

function Rated({ row: { rating, inherited } }: { row: Row }) {
  if (!rating) return <span className={styles.none}>Not rated</span>;
  return (
    <>
      <RatingChip rating={rating} />
      {inherited.rating && <span className={styles.second}>{from}</span>}
    </>
  );
}

function Latest({ row: { latest } }: { row: Row }) {
  if (!latest) return <span className={styles.none}>None yet</span>;
  const words = toPlainText(latest.text);
  return (
    <span className={styles.lines} title={words} dir="auto">
      <span className={styles.date}>{latest.date ? longDate(latest.date) : 'Not dated'}</span> {words}
    </span>
  );
}

const from = 'from the indicator';
