import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Plan, Standard } from '../../shared/plan/model.ts';
import { usualFileName } from '../../shared/plan/new-plan.ts';
import { ratingScalePresets } from '../../shared/plan/rating-scales.ts';
import { callApp } from '../api.ts';
import { createPlan } from '../plan/making.ts';
import { LayoutChoices } from '../preview/layout-choices.tsx';
import { current, useStore } from '../store.ts';
import { Choices, FormRow, LabelledInput } from '../ui/form.tsx';
import { NoticeBar } from '../ui/notice.tsx';
import { PresetScale } from '../ui/preset-scale.tsx';
import { today } from '../ui/words.ts';
import { EditionField } from './edition-field.tsx';
import { LastYear } from './last-year.tsx';
import styles from './new-plan.module.css';
import { editionOf, emptyForm, type NewPlanForm, newPlanOf, termOf, withStandard, wrongIn } from './new-plan-form.ts';
import { BeginWith, focusUnlessInForm, leaveNewPlan, NewPlanFoot } from './new-plan-parts.tsx';
import { PeriodField } from './period-field.tsx';
import { TermField } from './term-field.tsx';

/** How a plan is begun: blank, or from last year's. */
export function NewPlanPage() {
  const fromLastYear = useStore((state) => state.creating === 'lastYear');
  return (
    <div className={styles.page}>
      <title>New plan – WRES Planner</title>
      <header className={styles.band}>
        <h1 tabIndex={-1}>New plan</h1>
        <p className={styles.purpose}>Everything here can be changed later, in the plan itself.</p>
      </header>
      <main
        className={styles.main}
        data-pane
        tabIndex={-1}
        aria-label="New plan"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) leaveNewPlan();
        }}
      >
        {/* Outside of both forms, so that the keyboard stays in it while one takes the place of the other. */}
        <BeginWith />
        {fromLastYear ? <LastYear /> : <BlankPlan />}
      </main>
    </div>
  );
}

/** All that must be known before a plan can be begun; then where to keep it. Most of it is right as it stands. */
function BlankPlan() {
  const [form, setForm] = useState(() => left ?? emptyForm(current().settings, today()));
  useLeft(form);
  const [tried, setTried] = useState(false);
  const page = useRef<HTMLFormElement>(null);
  const set = (some: Partial<NewPlanForm>) => setForm({ ...form, ...some });
  const wrong = tried ? wrongIn(form) : {};

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(wrongIn(form)).length === 0) return void createPlan(newPlanOf(form));
    // Marked by the next drawing; then the first of them has the keyboard.
    requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  return (
    <form ref={page} className={styles.form} noValidate onSubmit={submit}>
      <div className={styles.rows}>
        <NoticeBar />
        <TrustRow form={form} set={set} wrong={wrong.trust} />
        <FormRow title="Standard">
          <Choices<Standard>
            label="Standard"
            inline
            value={form.standard}
            options={[
              ['WRES', 'Workforce Race Equality Standard (WRES)'],
              ['WDES', 'Workforce Disability Equality Standard (WDES)'],
            ]}
            onChange={(standard) => setForm(withStandard(form, standard))}
          />
          <EditionField standard={form.standard} edition={editionOf(form)} onChange={(edition) => set({ edition })} />
        </FormRow>
        <FormRow title="Period">
          <PeriodField period={form.period} wrong={wrong.period} onChange={(period) => set({ period })} />
        </FormRow>
        <FormRow title="Ratings">
          <Choices
            label="Rating scale"
            value={form.ratingScale}
            options={ratingScalePresets.map((preset) => [preset.id, <PresetScale key={preset.id} preset={preset} />])}
            onChange={(ratingScale) => set({ ratingScale })}
          />
        </FormRow>
        <FormRow title="Terms">
          {form.standard === 'WRES' && (
            <TermField
              label="The people that the standard is about"
              usual={['BME', 'BAME']}
              value={form.bme}
              onChange={(bme) => set({ bme })}
            >
              <OwnTerm value={form.bme} wrong={wrong.bme} onChange={(bme) => set({ bme })} />
            </TermField>
          )}
          <TermField
            label="What the standard asks about"
            usual={['Indicator', 'Metric']}
            value={termOf(form)}
            onChange={(indicator) => set({ indicator })}
          >
            <OwnTerm value={termOf(form)} wrong={wrong.indicator} onChange={(indicator) => set({ indicator })} />
          </TermField>
        </FormRow>
        <Pictures chosen={form.layout} choose={(layout) => set({ layout })} />
      </div>
      <NewPlanFoot file={usualFileName(newPlanOf(form))} onCancel={cancel} />
    </form>
  );
}

interface RowProps {
  form: NewPlanForm;
  set(some: Partial<NewPlanForm>): void;
  wrong: string | undefined;
}

function TrustRow({ form, set, wrong }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  // Where the Trust is known from the last plan, there is nothing to type: Enter is all that is left.
  useEffect(() => focusUnlessInForm(row.current?.querySelector('input')), []);
  return (
    <FormRow title="Trust">
      <div ref={row} className={styles.trust}>
        <LabelledInput
          label="Name, as it is published"
          value={form.trust}
          wrong={wrong}
          maxLength={300}
          required
          spellCheck={false}
          autoComplete="off"
          onChange={(trust) => set({ trust })}
        />
        <LabelledInput
          label="Short name, for the window and the file"
          value={form.shortName}
          maxLength={300}
          placeholder="Optional"
          spellCheck={false}
          autoComplete="off"
          onChange={(shortName) => set({ shortName })}
        />
      </div>
    </FormRow>
  );
}

function OwnTerm(props: { value: string; wrong: string | undefined; onChange(value: string): void }) {
  return <LabelledInput label="Term" maxLength={40} {...props} />;
}

/** The pictures are of the sample plan: this one has nothing to show yet. */
function Pictures({ chosen, choose }: { chosen: string; choose(layout: string): void }) {
  const [sample, setSample] = useState<Plan | null>(null);
  useEffect(() => {
    void callApp('samplePlan').then(setSample);
  }, []);
  return (
    <div className={styles.pictures}>
      {sample && (
        <LayoutChoices
          legend="Layout to publish in, shown with the sample plan"
          plan={sample}
          asAt={today()}
          chosen={chosen}
          choose={choose}
        />
      )}
    </div>
  );
}

function cancel(): void {
  leaveNewPlan();
  left = null;
}

/** The form as it was left by Esc, or for a look at the plan behind it: nothing that was typed is lost. */
let left: NewPlanForm | null = null;

function useLeft(form: NewPlanForm): void {
  const { opened } = current();
  useEffect(() => {
    left = form;
    return () => {
      if (current().opened !== opened) left = null; // the plan was made, or another one opened
    };
  }, [form, opened]);
}
