import { useState } from 'react';
import { longDate } from '../../shared/plan/due.ts';
import { about } from '../../shared/recognise/choices.ts';
import { LabelledInput } from '../ui/form.tsx';
import type { Read } from './reading.ts';
import styles from './review.module.css';
import { choose } from './reviewing.ts';

/** What was read of the plan as a whole. */
export function Whole({ read: { plan, layout } }: { read: Read }) {
  const { title, trust, period, standard, edition } = plan;
  return (
    <div className={styles.whole}>
      <Line key={`title ${title}`} label="Title" value={title} name={about.title} />
      <Line key={`trust ${trust.name}`} label="Trust" value={trust.name} name={about.trust} />
      <Line
        key={`period ${period.label}`}
        label="Period"
        value={period.label}
        name={about.period}
        note={`${longDate(period.from)} to ${longDate(period.to)}. ${standard}, edition ${edition}.`}
      />
      <p className={styles.hint}>
        {layout
          ? `The file is in the layout “${layout.title}”, and the plan goes on in it.`
          : 'The file is in none of the layouts that come with the app; choose one when you export.'}
      </p>
    </div>
  );
}

interface LineProps {
  label: string;
  value: string;
  name: string;
  note?: string;
}

/** A line that is taken when it is left, or at Enter. */
function Line({ label, value, name, note }: LineProps) {
  const [typed, setTyped] = useState(value);

  function take() {
    if (typed.trim() === '') setTyped(value);
    else if (typed !== value) choose(`Set the ${label.toLowerCase()}`, { about: name, take: typed });
  }

  return (
    <LabelledInput
      label={label}
      value={typed}
      note={note}
      maxLength={500}
      spellCheck={false}
      autoComplete="off"
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
