import { Button, Loader, Switch } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck, IconFileTypeDocx } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ExportView, PlanView } from '../../shared/ipc/contract.ts';
import { builtInLayouts, layoutOf } from '../../shared/layout/built-in.ts';
import { layOut } from '../../shared/layout/lay-out.ts';
import type { Omission } from '../../shared/layout/page.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { exportToWord, openExport, perform, showExport } from '../commands.ts';
import { DayField } from '../fields/day-field.tsx';
import { allOpenInWords, useOpenFindings } from '../plan/checked.ts';
import { LayoutChoices } from '../preview/layout-choices.tsx';
import { change } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { today } from '../ui/words.ts';
import styles from './export.module.css';

/** Which layout, in what version, as at which day; then where to. The pictures are of this very plan. */
export function ExportPage({ open }: { open: PlanView }) {
  const { plan } = open;
  const [layoutId, setLayoutId] = useState(layoutOf(plan).id);
  const [plain, setPlain] = useState(false);
  const [asAt, setAsAt] = useState(today());
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<ExportView | null>(null);
  const layout = builtInLayouts.find(({ id }) => id === layoutId) ?? layoutOf(plan);
  const omitted = useMemo(() => layOut(plan, layout, { asAt, plain }).omitted, [plan, layout, asAt, plain]);

  async function go() {
    setBusy(true);
    setDone(null);
    setDone(await exportToWord({ layout: layout.id, plain, asAt }, go));
    setBusy(false);
  }

  return (
    <>
      <Button
        variant="subtle"
        size="compact-md"
        className={styles.back}
        leftSection={<IconArrowLeft size={18} aria-hidden />}
        onClick={() => change({ place: { page: 'overview' }, notice: null })}
      >
        Back to the plan
      </Button>
      <h1 tabIndex={-1}>Export to Word</h1>
      <LayoutChoices legend="Layout" plan={plan} plain={plain} asAt={asAt} chosen={layout.id} choose={setLayoutId} />
      <div className={styles.options}>
        <Switch
          label="Plain version"
          description="No merged or empty cells, and words for every colour: easier to read aloud, copy and reuse."
          checked={plain}
          onChange={(event) => setPlain(event.currentTarget.checked)}
        />
        <DayField label="As at" day={asAt} onChange={setAsAt} />
      </div>
      <LeftOut omitted={omitted} />
      <LookFirst plan={plan} />
      <div className={styles.go}>
        <Button size="md" leftSection={<IconFileTypeDocx size={18} aria-hidden />} disabled={busy} onClick={go}>
          Export to Word…
        </Button>
        {busy && <Loader size={18} aria-label="Exporting" />}
      </div>
      {done && <Done done={done} />}
    </>
  );
}

/** What the plan has and this layout no place for. Nothing is left out in silence. */
function LeftOut({ omitted }: { omitted: Omission[] }) {
  if (omitted.length === 0) return <p className={styles.leftOut}>Everything in the plan has a place in this layout.</p>;
  return (
    <p className={styles.leftOut}>
      This layout has no place for: {omitted.map(({ what, count: number }) => `${what} (${number})`).join(', ')}.
    </p>
  );
}

/** What the checks found, before it goes out. */
function LookFirst({ plan }: { plan: Plan }) {
  const open = useOpenFindings(plan);
  if (!open || open.mend + open.look === 0) return null;
  return (
    <p className={styles.lookFirst}>
      Worth a look first: {allOpenInWords(open)}.{' '}
      <Button size="compact-sm" variant="light" onClick={() => perform('checks')}>
        Show the checks
      </Button>
    </p>
  );
}

/** How it went, said where the person is looking, with what can be done with the file. */
function Done({ done }: { done: ExportView }) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    announce(`Exported. ${done.file} is in ${done.folder}.`);
    section.current?.focus();
  }, [done]);
  return (
    <section ref={section} className={styles.done} aria-label="Exported" tabIndex={-1}>
      <IconCircleCheck size={22} stroke={1.75} className={styles.good} aria-hidden />
      <div className={styles.words}>
        <p>
          <b>{done.file}</b> is in {done.folder}.
        </p>
        <div className={styles.ways}>
          <Button size="xs" variant="default" onClick={() => openExport(done.token)}>
            Open
          </Button>
          <Button size="xs" variant="default" onClick={() => showExport(done.token)}>
            Show in folder
          </Button>
        </div>
      </div>
    </section>
  );
}
