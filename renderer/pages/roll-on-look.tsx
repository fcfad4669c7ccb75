import { type ReactNode, useState } from 'react';
import { describeDue } from '../../shared/plan/due.ts';
import type { RollOnReport } from '../../shared/plan/roll-on/roll-on.ts';
import { editionInWords } from '../../shared/plan/roll-on/told.ts';
import { FormRow, Note } from '../ui/form.tsx';
import { count } from '../ui/words.ts';
import styles from './roll-on-look.module.css';

/** The look before a plan is rolled on: what goes on, what stays behind, what is to be read again. */
export function RollOnLook({ report }: { report: RollOnReport }) {
  const { carried, finished, dates, wordings, years, ratings, notes, decisions } = report;
  const summedUp = finished.filter(({ fate }) => fate === 'summed up');
  const behind = finished.filter(({ fate }) => fate === 'left behind');
  const words = [
    ...(ratings > 0 ? [`${count(ratings, 'rating')} begun anew.`] : []),
    ...(notes.length > 0 ? [`${count(notes.length, 'internal note')} left behind.`] : []),
    ...(decisions > 0 ? [`${count(decisions, 'decision')} about checks left behind, to be taken anew.`] : []),
    ...(wordings.length === 0 ? [editionInWords(report.edition, wordings)] : []),
  ];
  return (
    <FormRow title="What comes of it">
      <div className={styles.lists}>
        <List title="Actions carried over" items={carried.map(({ name }) => name)} />
        <List
          title="Finished actions summed up"
          items={summedUp.map(({ name, standing }) => (standing === 'closed' ? `${name}: not gone on with` : name))}
        />
        <List title="Finished actions left behind" items={behind.map(({ name }) => name)} />
        <List
          title="Dates changed"
          items={dates.map(({ of, before, after }) => (
            <Change
              key={of}
              of={of}
              before={describeDue(before)}
              after={after === null ? 'no date' : describeDue(after)}
            />
          ))}
        />
        <List
          title="Indicators worded otherwise"
          items={wordings.map(({ number, before, after, takes }) => (
            <Wording key={number} number={number} before={before} after={after} takes={takes} />
          ))}
        />
        <List title="Old years, to be read again" items={years.map(({ where, sentence }) => `${where}: ${sentence}`)} />
      </div>
      <Note>{words.join(' ')}</Note>
    </FormRow>
  );
}

function List({ title, items }: { title: string; items: ReactNode[] }) {
  const [open, setOpen] = useState(false);
  if (items.length === 0) return null;
  return (
    <details className={styles.list} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {title} <b>{items.length.toLocaleString('en-GB')}</b>
      </summary>
      {open && (
        <ul>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is only ever drawn as a whole
            <li key={index}>{item}</li>
          ))}
        </ul>
      )}
    </details>
  );
}

function Change({ of, before, after }: { of: string; before: string; after: string }) {
  return (
    <>
      {of}: {before} <span aria-hidden>→</span> <span className="unseen">becomes</span> {after}
    </>
  );
}

function Wording({ number, before, after, takes }: RollOnReport['wordings'][number]) {
  return (
    <>
      <b>{number}</b> {kept[takes]}
      <dl className={styles.wording}>
        <dt>Before</dt>
        <dd>{before ?? 'Not known'}</dd>
        <dt>Now</dt>
        <dd>{after ?? 'Not known'}</dd>
      </dl>
    </>
  );
}

const kept = {
  new: '',
  own: 'keeps the plan’s own words',
  old: 'keeps its old words',
};
