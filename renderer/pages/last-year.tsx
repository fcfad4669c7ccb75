import { Button } from '@mantine/core';
import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { newId } from '../../shared/id.ts';
import { PlanError } from '../../shared/messages.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { usualFileName } from '../../shared/plan/new-plan.ts';
import type { RollOnOptions } from '../../shared/plan/roll-on/options.ts';
import { notBegun, rollOn, suggestedTitle } from '../../shared/plan/roll-on/roll-on.ts';
import { editionFor } from '../../shared/plan/roll-on/wordings.ts';
import { nextPeriod } from '../../shared/plan/roll-on/years.ts';
import { callApp } from '../api.ts';
import { makeNextYear } from '../plan/making.ts';
import { attempt, current, tellFailure, useStore } from '../store.ts';
import { Choices, FormRow, LabelledInput, Note } from '../ui/form.tsx';
import { NoticeBar } from '../ui/notice.tsx';
import { today } from '../ui/words.ts';
import { EditionField } from './edition-field.tsx';
import styles from './new-plan.module.css';
import { focusUnlessInForm, leaveNewPlan, NewPlanFoot } from './new-plan-parts.tsx';
import { PeriodField, wrongPeriod } from './period-field.tsx';
import { RollOnLook } from './roll-on-look.tsx';

/** The plan that is rolled on, as it was read, and what was chosen for it. */
interface Rolling {
  from: string;
  plan: Plan;
  file: string;
  options: RollOnOptions;
}

/** Next year's plan from last year's: which one, what becomes of what is in it, and a look before it is made. */
export function LastYear() {
  const [rolling, setRolling] = useState(() => (left?.opened === current().opened ? left.rolling : null));
  useLeft(rolling);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => focusUnlessInForm(form.current?.querySelector<HTMLElement>('input, button')), []);
  const rolled = useMemo(() => (rolling && isNothing(wrongIn(rolling)) ? rolledOn(rolling) : undefined), [rolling]);
  const next = rolled instanceof PlanError ? undefined : rolled;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (rolling && next) return void makeNextYear(rolling.options, next.report);
    if (rolled instanceof PlanError) return tellFailure({ code: rolled.code, details: rolled.details });
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <div className={styles.rows}>
        <NoticeBar />
        <Source rolling={rolling} onRead={setRolling} />
        {rolling && (
          <Decisions
            rolling={rolling}
            onChange={(some) => setRolling({ ...rolling, options: { ...rolling.options, ...some } })}
          />
        )}
        {next && <RollOnLook report={next.report} />}
      </div>
      <NewPlanFoot
        file={rolling && (next ? usualFileName(next.plan) : undefined)}
        onCancel={() => {
          leaveNewPlan();
          left = null;
        }}
      />
    </form>
  );
}

/** Which plan: the open one, one that was open before, or another file. */
function Source({ rolling, onRead }: { rolling: Rolling | null; onRead(rolling: Rolling): void }) {
  const open = useStore((state) => state.open);
  const recents = useStore((state) => state.recents);
  const others = recents.filter(
    ({ missing, unsaved, file, folder }) => !missing && !unsaved && !(file === open?.file && folder === open.folder),
  );
  const options = [
    ...(open ? [['open', `${open.plan.title} (open now)`] as const] : []),
    ...others.slice(0, 5).map(({ id, title, file }) => [id, `${title} (${file})`] as const),
    ...(rolling?.from === 'file' ? [['file', `${rolling.plan.title} (${rolling.file})`] as const] : []),
  ];

  const read = useCallback(
    (from: string, options?: RollOnOptions) =>
      attempt(async () => {
        const found = await callApp('readLastYear', from);
        if (found) onRead({ from, ...found, options: options ?? usualOptions(found.plan) });
      }),
    [onRead],
  );
  // The open plan is what most people mean. It may have been edited since the form was left.
  const first = useRef(open !== null && (rolling === null || rolling.from === 'open') ? { ...rolling } : null);
  useEffect(() => {
    if (first.current) void read('open', first.current.options);
    first.current = null;
  }, [read]);

  return (
    <FormRow title="Last year’s plan">
      {options.length > 0 && (
        <Choices
          label="Last year’s plan"
          value={rolling?.from ?? ''}
          options={options}
          onChange={(from) => void read(from)}
        />
      )}
      <Button size="xs" variant="default" onClick={() => void read('file')}>
        {options.length > 0 ? 'Another file…' : 'Choose its file…'}
      </Button>
      <Note>
        It is only read, and stays as it is.
        {recents.some(({ unsaved }) => unsaved) &&
          ' A plan whose newest edits are on this computer only is to be opened first, so that they come along.'}
      </Note>
    </FormRow>
  );
}

interface DecisionsProps {
  rolling: Rolling;
  onChange(some: Partial<RollOnOptions>): void;
}

/** What a person decides, each in the words of the plan that it is about. */
function Decisions({ rolling, onChange }: DecisionsProps) {
  const { plan, options } = rolling;
  const wrong = wrongIn(rolling);
  const year = plan.period.label;
  const begun = lookUp(plan).rating(notBegun(plan))?.label;
  const hasNotes = [...plan.indicators, ...plan.actions].some(({ notes }) => notes);
  return (
    <>
      <FormRow title="New year">
        <PeriodField
          period={options.period}
          wrong={undefined}
          onChange={(period) => onChange(inPeriod(plan, options, period))}
        />
        {wrong.period && (
          <p className={styles.wrong} role="alert">
            {wrong.period}
          </p>
        )}
        <div className={styles.title}>
          <LabelledInput
            label="Title"
            value={options.title ?? ''}
            maxLength={500}
            wrong={wrong.title}
            note={`It was “${plan.title}”.`}
            onChange={(title) => onChange({ title })}
          />
        </div>
      </FormRow>
      <FormRow title="Wording">
        <EditionField
          standard={plan.standard}
          edition={editionFor(plan, options.period.from, options.edition)}
          onChange={(edition) => onChange({ edition })}
        />
      </FormRow>
      <FormRow title="Finished actions">
        <Choices<RollOnOptions['finished']>
          label="Finished actions"
          value={options.finished}
          options={[
            ['summary', `Sum them up in the introduction, under “What we did in ${year}”`],
            ['leave', 'Leave them behind'],
            ['carry', 'Take them along, as they are'],
          ]}
          onChange={(finished) => onChange({ finished })}
        />
      </FormRow>
      <FormRow title="Dates">
        <Choices<RollOnOptions['dates']>
          label="Dates"
          value={options.dates}
          options={[
            ['move', 'Move them on to the same day of the new year: Q3 stays Q3, “March” goes to the next March'],
            ['clear', 'Take them off'],
            ['keep', 'Keep them as they are'],
          ]}
          onChange={(dates) => onChange({ dates })}
        />
        <Note>Dates that are set nationally, and words such as “Ongoing”, stay in any case.</Note>
      </FormRow>
      {(lookUp(plan).scale?.ratings.length ?? 0) > 0 && (
        <FormRow title="Ratings">
          {begun === undefined ? (
            <Note>Open actions begin without a rating.</Note>
          ) : (
            <Choices<RollOnOptions['ratings']>
              label="Ratings"
              value={options.ratings}
              options={[
                ['not-begun', `Open actions begin as “${begun}”`],
                ['none', 'They begin without a rating'],
              ]}
              onChange={(ratings) => onChange({ ratings })}
            />
          )}
          <Note>What each was rated, and when it was due, is kept under its progress with all earlier updates.</Note>
        </FormRow>
      )}
      {hasNotes && (
        <FormRow title="Internal notes">
          <Choices<'yes' | 'no'>
            label="Internal notes"
            inline
            value={options.notes ? 'yes' : 'no'}
            options={[
              ['yes', 'Take them along'],
              ['no', 'Leave them behind'],
            ]}
            onChange={(notes) => onChange({ notes: notes === 'yes' })}
          />
        </FormRow>
      )}
    </>
  );
}

function usualOptions(plan: Plan): RollOnOptions {
  const period = nextPeriod(plan.period);
  const title = suggestedTitle(plan, period);
  return { period, title, finished: 'summary', dates: 'move', ratings: 'not-begun', notes: true };
}

/** As long as nobody has typed another title, it goes by the period. */
function inPeriod(plan: Plan, { period, title }: RollOnOptions, next: Plan['period']): Partial<RollOnOptions> {
  const usual = title === suggestedTitle(plan, period);
  return { period: next, ...(usual && { title: suggestedTitle(plan, next) }) };
}

/** What keeps the new plan from being made, at the field that it is about. */
function wrongIn({ plan, options: { period, title } }: Rolling): { period?: string; title?: string } {
  const words =
    period.from <= plan.period.from
      ? `It must begin later than that of the old plan (${plan.period.label}).`
      : wrongPeriod(period);
  return { ...(words && { period: words }), ...(title?.trim() === '' && { title: 'Type a title.' }) };
}

function isNothing(wrong: object): boolean {
  return Object.keys(wrong).length === 0;
}

/** The new plan, or why there can be none: that it would be too long. */
function rolledOn({ plan, options }: Rolling): ReturnType<typeof rollOn> | PlanError {
  try {
    return rollOn(plan, options, today(), newId);
  } catch (error) {
    if (error instanceof PlanError) return error;
    throw error;
  }
}

/** The form as it was left by Esc, or for a look at the plan behind it; of no use once another plan is open. */
let left: { opened: number; rolling: Rolling } | null = null;

function useLeft(rolling: Rolling | null): void {
  useEffect(() => {
    left = rolling && { opened: current().opened, rolling };
  }, [rolling]);
}
