import { Switch } from '@mantine/core';
import type { LayOutOptions, Part } from '../../shared/layout/lay-out.ts';
import type { Layout } from '../../shared/layout/layout.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { postInPlaceOf } from '../../shared/plan/posts.ts';
import { DayField } from '../fields/day-field.tsx';
import styles from './page-choices.module.css';

export type PageOptions = Required<LayOutOptions>;

interface PageChoicesProps {
  plan: Plan;
  layout: Layout;
  options: PageOptions;
  onChange(options: PageOptions): void;
}

/** What of the plan goes onto the page, in which version, and as at which day. */
export function PageChoices({ plan, layout, options, onChange }: PageChoicesProps) {
  const { plain, asAt, leaveOut, posts } = options;
  const include = (part: Part, wanted: boolean) =>
    onChange({ ...options, leaveOut: wanted ? leaveOut.filter((each) => each !== part) : [...leaveOut, part] });
  return (
    <div className={styles.choices}>
      <fieldset className={styles.include}>
        <legend>Include</legend>
        {partsIn(plan, layout).map(([part, words]) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={!leaveOut.includes(part)}
              onChange={(event) => include(part, event.target.checked)}
            />{' '}
            {words}
          </label>
        ))}
        {plan.people.some(postInPlaceOf) && (
          <label>
            <input
              type="checkbox"
              checked={posts}
              onChange={(event) => onChange({ ...options, posts: event.target.checked })}
            />{' '}
            Posts in place of names
          </label>
        )}
      </fieldset>
      <Switch
        label="Plain version"
        description="No merged or empty cells, and words for every colour: easier to read aloud, copy and reuse."
        checked={plain}
        onChange={(event) => onChange({ ...options, plain: event.currentTarget.checked })}
      />
      <DayField label="As at" day={asAt} onChange={(day) => onChange({ ...options, asAt: day })} />
    </div>
  );
}

/** The parts that this plan has and this layout shows. */
function partsIn(plan: Plan, layout: Layout): [Part, string][] {
  const rates = plan.ratingScales.some(({ id, ratings }) => id === plan.ratingScale && ratings.length > 0);
  const all: [Part, string, boolean][] = [
    ['introduction', 'Introduction', layout.preface && plan.preface.length > 0],
    ['key', 'Key to the ratings', layout.key && rates],
    ['closing', 'Closing sections', layout.closing && plan.closing.length > 0],
  ];
  return all.filter(([, , there]) => there).map(([part, words]) => [part, words]);
}
