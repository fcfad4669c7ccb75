import { Button, Loader } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck, IconFileTypeDocx } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ExportView } from '../../shared/ipc/contract.ts';
import { layOut } from '../../shared/layout/lay-out.ts';
import type { Layout } from '../../shared/layout/layout.ts';
import { findLayout, layoutOf } from '../../shared/layout/layouts-of.ts';
import type { Omission } from '../../shared/layout/page.ts';
import { publishIn } from '../../shared/plan/edits/layouts.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { editPlan, perform } from '../commands.ts';
import { allOpenInWords, useOpenFindings } from '../plan/checked.ts';
import { cancelExport, exportToWord, openExport, showExport } from '../plan/exports.ts';
import { LayoutChoices } from '../preview/layout-choices.tsx';
import { PageChoices, type PageOptions } from '../preview/page-choices.tsx';
import { change, useStore } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { count, today } from '../ui/words.ts';
import styles from './export.module.css';

/** Which layout, in what version, as at which day; then where to. The pictures are of this very plan. */
export function ExportPage({ plan }: { plan: Plan }) {
  const [layoutId, setLayoutId] = useState(layoutOf(plan).id);
  const [options, setOptions] = useState<PageOptions>({ asAt: today(), plain: false, leaveOut: [], posts: false });
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<ExportView | null>(null);
  const layout = findLayout(plan, layoutId) ?? layoutOf(plan);
  const omitted = useMemo(() => layOut(plan, layout, options).omitted, [plan, layout, options]);

  /** What was said of the last export is not said of another one. */
  function choose(id: string, chosen: PageOptions) {
    setLayoutId(id);
    setOptions(chosen);
    setDone(null);
  }

  async function go() {
    setBusy(true);
    setDone(null);
    const { leaveOut, ...rest } = options;
    const view = await exportToWord({ layout: layout.id, leaveOut: [...leaveOut], ...rest }, go);
    if (view) await rememberLayout(layout);
    setDone(view);
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
      <LayoutChoices legend="Layout" plan={plan} {...options} chosen={layout.id} choose={(id) => choose(id, options)} />
      <div className={styles.options}>
        <PageChoices plan={plan} layout={layout} options={options} onChange={(chosen) => choose(layout.id, chosen)} />
      </div>
      <LeftOut omitted={omitted} />
      <Undecided />
      <LookFirst plan={plan} />
      <div className={styles.go}>
        <Button size="md" leftSection={<IconFileTypeDocx size={18} aria-hidden />} disabled={busy} onClick={go}>
          Export to Word…
        </Button>
        {busy && <Making />}
      </div>
      {done && <Done done={done} />}
    </>
  );
}

/** A long plan takes a moment: after half a second it says so, and can be left off. */
function Making() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <Loader size={18} aria-label="Exporting" />
      {long && (
        <>
          <span>Exporting…</span>
          <Button size="xs" variant="default" onClick={cancelExport}>
            Cancel
          </Button>
        </>
      )}
    </>
  );
}

/** The plan goes on in the layout that it was last exported in: its preview, its numbers, the next export. */
async function rememberLayout({ id }: Layout): Promise<void> {
  await editPlan((plan) => publishIn(plan, id));
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

/** What is not decided between copies: no file hides it. */
function Undecided() {
  const number = useStore((state) => state.open?.conflicts.length ?? 0);
  if (number === 0) return null;
  return (
    <p className={styles.lookFirst}>
      {count(number, 'thing')} {number === 1 ? 'is' : 'are'} not decided yet, because two people said different things:
      the file will say so.{' '}
      <Button size="compact-sm" variant="light" onClick={() => perform('copies')}>
        Decide
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
