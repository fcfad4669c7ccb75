import type { Layout } from '../../shared/layout/layout.ts';
import { setMatrix } from '../../shared/plan/edits/layouts.ts';
import { ColourField } from '../fields/colour-field.tsx';
import { ConflictMark } from '../fields/conflict-mark.tsx';
import { placeKey } from '../fields/edited.ts';
import { FormRow } from '../ui/form.tsx';
import { LayoutLine } from './layout-line.tsx';
import styles from './layouts.module.css';

type Matrix = NonNullable<Layout['matrix']>;

interface MatrixPartProps {
  /** The id of the layout. */
  id: string;
  matrix: Matrix;
}

/** What a matrix has besides its columns: the words above them, and how an effect reads and looks. */
export function MatrixPart({ id, matrix }: MatrixPartProps) {
  const place = { kind: 'layout', id, field: 'matrix' } as const;
  const line = (part: string, label: string, value: string, partOf: (text: string, now: Matrix) => Partial<Matrix>) => (
    <LayoutLine
      id={id}
      part={`matrix.${part}`}
      label={label}
      of="the matrix"
      value={value}
      className={styles[part]}
      edit={(text, plan) => setMatrix(plan, id, (now) => partOf(text, now))}
    />
  );
  return (
    <FormRow title="Columns of indicators">
      <div className={styles.matrix} data-place={placeKey(place)}>
        {line('banner', 'Banner', matrix.banner, (banner) => ({ banner }))}
        <div className={styles.head}>
          {line('indicators', 'Above the indicators', matrix.indicators, (indicators) => ({ indicators }))}
          {line('width', 'Width of each', String(matrix.width), (text) => ({ width: Number(text) }))}
        </div>
        {(['direct', 'indirect'] as const).map((effect) => {
          const look = matrix[effect];
          return (
            <div key={effect} className={styles.head}>
              {line(`${effect}.word`, effectTitles[effect], look.word, (word, now) => ({
                [effect]: { ...now[effect], word },
              }))}
              <ColourField
                place={{ kind: 'layout', id, field: `matrix.${effect}.colour` }}
                label={`Colour of: ${effectTitles[effect].toLowerCase()}`}
                colour={look.colour}
                edit={(colour, plan) => setMatrix(plan, id, (now) => ({ [effect]: { ...now[effect], colour } }))}
              />
            </div>
          );
        })}
      </div>
      <ConflictMark place={place} />
    </FormRow>
  );
}

const effectTitles = { direct: 'A direct effect', indirect: 'An indirect effect' };
