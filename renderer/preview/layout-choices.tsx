import { useDeferredValue, useMemo } from 'react';
import { type LayOutOptions, layOut } from '../../shared/layout/lay-out.ts';
import type { Layout } from '../../shared/layout/layout.ts';
import { layoutsOf } from '../../shared/layout/layouts-of.ts';
import type { Plan } from '../../shared/plan/model.ts';
import styles from './layout-choices.module.css';
import { Paper } from './paper.tsx';

/** With how each is laid out. */
interface LayoutChoicesProps extends LayOutOptions {
  legend: string;
  /** Of which the pictures are. */
  plan: Plan;
  /** The id of a layout. */
  chosen: string | undefined;
  choose(layout: string): void;
}

/** The layouts as pictures of a plan, to choose one of. */
export function LayoutChoices({ legend, plan, chosen, choose, ...options }: LayoutChoicesProps) {
  return (
    <fieldset className={styles.layouts}>
      <legend className={styles.legend}>{legend}</legend>
      {layoutsOf(plan).map((each) => (
        <LayoutChoice
          key={each.id}
          layout={each}
          plan={plan}
          {...options}
          chosen={each.id === chosen}
          choose={() => choose(each.id)}
        />
      ))}
    </fieldset>
  );
}

interface LayoutChoiceProps extends LayOutOptions {
  layout: Layout;
  plan: Plan;
  chosen: boolean;
  choose(): void;
}

/** How much smaller than in print a picture is, so that a page of either orientation stands in its frame. */
const pictureScale = { landscape: 0.178, portrait: 0.158 };

function LayoutChoice({ layout, plan, chosen, choose, asAt, plain, leaveOut, posts }: LayoutChoiceProps) {
  // The choice itself answers at once; its picture may come a moment later.
  const drawn = useDeferredValue(plan);
  const page = useMemo(
    () => layOut(drawn, layout, { asAt, plain, leaveOut, posts }),
    [drawn, layout, asAt, plain, leaveOut, posts],
  );
  return (
    <label className={styles.choice}>
      <span className={styles.picture} inert aria-hidden>
        <Paper page={page} scale={pictureScale[page.orientation]} beginning />
      </span>
      <span className={styles.name}>
        <input type="radio" name="layout" value={layout.id} checked={chosen} onChange={choose} /> {layout.title}
      </span>
    </label>
  );
}
