import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { layOut } from '../../shared/layout/lay-out.ts';
import { findLayout, layoutOf, layoutsOf } from '../../shared/layout/layouts-of.ts';
import { type Undecided, withUndecided } from '../../shared/layout/undecided.ts';
import { callApp } from '../api.ts';
import { flushDrafts } from '../fields/draft.ts';
import { undecidedNow } from '../plan/copies.ts';
import { tellExported } from '../plan/exports.ts';
import { PageChoices, type PageOptions } from '../preview/page-choices.tsx';
import { PrintedPage } from '../preview/printed-page.tsx';
import { attempt, change, useStore } from '../store.ts';
import { announce } from './announce.ts';
import { LabelledSelect } from './form.tsx';
import styles from './print-dialog.module.css';
import { today } from './words.ts';

/** Onto paper or into a PDF, as previewed. Word alone knows the very page that will be published: that is said. */
export function PrintDialog() {
  const plan = useStore((state) => state.open?.plan);
  if (!plan) return null;
  return <Choices plan={plan} />;
}

type Way = 'print' | 'pdf';

function Choices({ plan }: { plan: Parameters<typeof layOut>[0] }) {
  const [layoutId, setLayoutId] = useState(layoutOf(plan).id);
  const [options, setOptions] = useState<PageOptions>({ asAt: today(), plain: false, leaveOut: [], posts: false });
  const [way, setWay] = useState<Way | null>(null);
  const layout = findLayout(plan, layoutId) ?? layoutOf(plan);
  const [undecided, setUndecided] = useState<Undecided[]>([]);
  const page = useMemo(
    () => withUndecided(layOut(plan, layout, options), undecided),
    [plan, layout, options, undecided],
  );

  // Once it stands on the page, it is printed.
  useEffect(() => {
    if (way === null) return;
    const { title, orientation, footer } = page;
    void attempt(async () => {
      if (way === 'print') return void (await callApp('print', { orientation }));
      const done = await callApp('savePdf', { title, orientation, footer });
      if (done === null) return;
      change({ dialog: null });
      tellExported(`${done.file} is saved.`, done);
      announce(`${done.file} is saved. It is in ${done.folder}.`);
    }).then((done) => {
      setWay(null);
      if (!done) change({ dialog: null }); // what went wrong is told on the page below
    });
  }, [way, page]);

  const go = async (chosen: Way) => {
    await flushDrafts();
    await attempt(async () => setUndecided(await undecidedNow()));
    setWay(chosen);
  };

  return (
    <>
      <LabelledSelect
        label="Layout"
        value={layout.id}
        options={layoutsOf(plan).map(({ id, title }) => [id, title] as const)}
        onChange={setLayoutId}
      />
      <div className={styles.choices}>
        <PageChoices plan={plan} layout={layout} options={options} onChange={setOptions} />
      </div>
      <p className={styles.note}>
        A4 {layout.page.orientation}. Word decides where a page ends: to have the very page that you publish, export to
        Word and print from there.
      </p>
      <div className={styles.ways}>
        <Button disabled={way !== null} onClick={() => void go('print')} data-autofocus>
          Print…
        </Button>
        <Button variant="default" disabled={way !== null} onClick={() => void go('pdf')}>
          Save as PDF…
        </Button>
      </div>
      {way && <PrintedPage page={page} footer={way === 'print'} />}
    </>
  );
}
