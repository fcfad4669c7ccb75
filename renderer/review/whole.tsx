import { builtInLayouts } from '../../shared/layout/built-in.ts';
import { layoutOf } from '../../shared/layout/layouts-of.ts';
import { longDate } from '../../shared/plan/due.ts';
import { listed, quote } from '../../shared/plan/names.ts';
import { about } from '../../shared/recognise/choices.ts';
import { LabelledInput, LabelledSelect } from '../ui/form.tsx';
import type { Read } from './reading.ts';
import styles from './review.module.css';
import { choose } from './reviewing.ts';
import { useTyped } from './use-typed.ts';

/** What was read of the plan as a whole. */
export function Whole({ read: { plan, layout, columns } }: { read: Read }) {
  const { title, trust, period, standard, edition } = plan;
  return (
    <div className={styles.whole}>
      <Line label="Title" value={title} name={about.title} />
      <Line label="Trust" value={trust.name} name={about.trust} />
      <Line
        label="Period"
        value={period.label}
        name={about.period}
        note={`${longDate(period.from)} to ${longDate(period.to)}. ${standard}, edition ${edition}.`}
      />
      <LabelledSelect
        label="Layout to publish in"
        value={isBuiltIn(plan.layout) ? plan.layout : ''}
        options={[
          ...(layout && !layout.own && !layout.banner ? [] : [['', unlisted(layout)] as const]),
          ...builtInLayouts.map((each) => [each.id, each.title] as const),
        ]}
        onChange={(take) => choose('Set the layout', { about: about.layout, take })}
      />
      <p className={styles.hint}>{layoutInWords({ plan, layout, columns })}</p>
    </div>
  );
}

/** What there is to publish in besides the layouts that come with the app. */
function unlisted(layout: Read['layout']): string {
  if (!layout) return 'Chosen when it is exported';
  return layout.banner ? `${layout.title}, under the file’s own heading` : layout.title;
}

function isBuiltIn(layout: string | undefined): layout is string {
  return builtInLayouts.some(({ id }) => id === layout);
}

function layoutInWords({ plan, layout, columns }: Pick<Read, 'plan' | 'layout' | 'columns'>): string {
  if (!layout) return 'The file itself is in none of the layouts that come with the app.';
  if (layout.banner && !isBuiltIn(plan.layout))
    return `The file itself is in the layout “${layout.title}” under a heading of its own, which is kept in the plan.`;
  if (!layout.own) return `The file itself is in the layout “${layout.title}”.`;
  const headings = layoutOf(plan).columns.map(({ heading }) => quote(heading));
  const kept = `The file has a layout of its own, with the columns ${listed(headings, 20)}: it is kept in the plan as “${layout.title}”.`;
  const strange = columns.filter(
    ({ heading, role, leftOut }) => heading !== '' && !leftOut && (!role || role === 'notes'),
  );
  const names = listed(
    strange.map(({ heading }) => quote(heading)),
    20,
  );
  const notes =
    strange.length > 1
      ? [`The columns ${names} are no part of a plan: their texts are kept in the notes.`]
      : strange.map(() => `The column ${names} is no part of a plan: its text is kept in the notes.`);
  const left = 'The file has a layout of its own, which is not kept, since another is chosen.';
  return [isBuiltIn(plan.layout) ? left : kept, ...notes].join(' ');
}

interface LineProps {
  label: string;
  value: string;
  name: string;
  note?: string;
}

/** A line that is taken when it is left, or at Enter. */
function Line({ label, value, name, note }: LineProps) {
  const [typed, setTyped] = useTyped(value);

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
