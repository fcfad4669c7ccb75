import { Button } from '@mantine/core';
import { useState } from 'react';
import { describeDue, longDate } from '../../shared/plan/due.ts';
import { brief, capitalised, listed } from '../../shared/plan/names.ts';
import { addDays, type Item, type Overview } from '../../shared/plan/overview.ts';
import type { Filter, Row } from '../../shared/plan/rows.ts';
import { showRound } from '../commands.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { today } from '../ui/words.ts';
import styles from './overview.module.css';

interface List {
  title: string;
  /** What it is called among those that have nothing: "overdue". */
  none: string;
  items: Item[];
  /** What is worth knowing of each beside its words. */
  detail(row: Row): string;
  filter?: Filter;
}

/** What needs someone: late, soon due, or without something that it should have. */
export function Attention({ overview }: { overview: Overview }) {
  const since = addDays(today(), -90);
  const all: List[] = [
    { title: 'Overdue', none: 'overdue', items: overview.overdue, detail: due, filter: { overdue: true } },
    { title: 'Due within 30 days', none: 'due within 30 days', items: overview.dueIn30, detail: due },
    { title: 'Due within 31 to 90 days', none: 'due within 31 to 90 days', items: overview.dueIn90, detail: due },
    {
      title: 'Without a lead',
      none: 'without a lead',
      items: overview.withoutLead,
      detail: due,
      filter: { lead: null },
    },
    { title: 'Without a date', none: 'without a date', items: overview.withoutDate, detail: leads },
    { title: 'Not rated', none: 'not rated', items: overview.withoutRating, detail: leads, filter: { rating: null } },
    {
      title: `No update since ${longDate(since)}`,
      none: 'without an update in the last 90 days',
      items: overview.stale,
      detail: ({ latest }) => (latest?.date ? longDate(latest.date) : 'never'),
      filter: { noUpdateSince: since },
    },
  ];
  const carriedOver: List = {
    title: 'Carried over, still open',
    none: '',
    items: overview.carriedOver,
    detail: ({ carriedFrom }) => `from ${carriedFrom}`,
    filter: { carriedOver: true },
  };
  // Of a plan that was made from no other, it goes without saying that nothing was carried over.
  const some = [...all, carriedOver].filter(({ items }) => items.length > 0);
  const none = all.filter(({ items }) => items.length === 0).map(({ none: words }) => words);
  return (
    <section aria-labelledby="attention">
      <h2 id="attention" className={styles.heading}>
        What needs someone
      </h2>
      {some.map((list) => (
        <Some key={list.title} list={list} />
      ))}
      {none.length > 0 && (
        <p className={styles.teach}>
          {capitalised(`no action is ${listed(none, 9).replace(/ and ([^,]*)$/, ' or $1')}.`)}
        </p>
      )}
    </section>
  );
}

/** How many are shown before one asks for more. */
const few = 10;

function Some({ list: { title, items, detail, filter } }: { list: List }) {
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, few);
  return (
    <details className={styles.some} open={title === 'Overdue'}>
      <summary>
        {title} <b className={styles.count}>{items.length}</b>
      </summary>
      <ul className={styles.items}>
        {shown.map(({ row, place }) => (
          <li key={row.id}>
            <span className={styles.number}>{row.number}</span>
            <button type="button" className={styles.item} onClick={() => goToPlace(place)}>
              {brief(row.text, 140) || 'No words yet'}
            </button>
            <span className={styles.detail}>{detail(row)}</span>
          </li>
        ))}
      </ul>
      <div className={styles.more}>
        {shown.length < items.length && (
          <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
            Show all {items.length}
          </Button>
        )}
        {filter && (
          <Button size="compact-sm" variant="subtle" onClick={() => showRound(filter)}>
            Show them in the progress round
          </Button>
        )}
      </div>
    </details>
  );
}

function due({ due: when }: Row): string {
  return when ? describeDue(when) : 'No date';
}

function leads({ leads: people }: Row): string {
  return people.length > 0 ? listed(people.map(({ name }) => name)) : 'No lead';
}
