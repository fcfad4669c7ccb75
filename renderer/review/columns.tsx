import { about } from '../../shared/recognise/choices.ts';
import type { WordPlace } from '../../shared/recognise/document.ts';
import { isRole } from '../../shared/recognise/vocabulary.ts';
import { LabelledSelect } from '../ui/form.tsx';
import type { Reading } from './reading.ts';
import styles from './review.module.css';
import { choose } from './reviewing.ts';
import { roleWords } from './role-words.ts';

interface ColumnsProps {
  reading: Reading;
  /** The numbers of the standard's indicators. */
  numbers: readonly string[];
  look(at: readonly WordPlace[]): void;
}

/** What each column of the file is read as, and whose actions a table has that does not say so itself. */
export function Columns({ reading, numbers, look }: ColumnsProps) {
  const { columns, withoutIndicators } = reading.mapping;
  const matrix = columns.filter(({ indicator }) => indicator !== undefined);
  return (
    <>
      <p className={styles.hint}>Put right what a column is, and the whole file is read again with it.</p>
      <ul className={styles.columns}>
        {columns
          .filter(({ indicator }) => indicator === undefined)
          .map((column, index) => {
            const called = column.heading === '' ? `Column ${index + 1}, without a heading` : column.heading;
            return (
              <li key={column.about} onFocus={() => look(column.at)}>
                <LabelledSelect
                  label={called}
                  value={column.leftOut ? 'leave out' : (column.role ?? (column.ofActions ? 'notes' : ''))}
                  options={[
                    ...(column.ofActions ? [] : [['', 'Not read: its table has no actions'] as const]),
                    ...Object.entries(roleWords),
                    ['leave out', 'Leave out'],
                  ]}
                  onChange={(take) => {
                    const words = isRole(take) ? roleWords[take] : 'nothing: leave it out';
                    choose(`Read “${called}” as ${words.toLowerCase()}`, { about: column.about, take });
                  }}
                />
              </li>
            );
          })}
      </ul>
      {matrix.length > 0 && (
        <p className={styles.hint}>
          The columns {matrix.map(({ heading }) => heading).join(', ')} are read as the indicators that an action moves.
        </p>
      )}
      {reading.read && withoutIndicators.length > 0 && (
        <ul className={styles.columns}>
          {withoutIndicators.map((block, index) => (
            <li key={block} onFocus={() => look([{ block }])}>
              <LabelledSelect
                label={`Actions of table ${index + 1} that name no indicator`}
                value={reading.choices.get(about.indicator([{ block }])) ?? ''}
                options={[
                  ['', 'As read'],
                  ...numbers.map((number) => [number, `Indicator ${number}`] as const),
                  ['plan', 'The plan as a whole'],
                ]}
                onChange={(take) =>
                  choose('Set the indicator of a table', { about: about.indicator([{ block }]), take })
                }
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
