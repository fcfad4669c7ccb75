import { type CSSProperties, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { roomForPreview } from '../commands.ts';
import { usePastedTables } from '../paste/pasted.ts';
import { leftHere } from '../plan/left.ts';
import { PreviewPane } from '../preview/preview-pane.tsx';
import { type Place, useStore } from '../store.ts';
import { FindPane } from '../ui/find-pane.tsx';
import { NoticeBar } from '../ui/notice.tsx';
import { SpellingPane } from '../ui/spelling-pane.tsx';
import { ChangesPage } from './changes.tsx';
import { ChecksPage } from './checks.tsx';
import { Contents } from './contents.tsx';
import { CopiesPage } from './copies.tsx';
import { ExportPage } from './export.tsx';
import { HistoryPage } from './history.tsx';
import { IndicatorPage, WholePlanPage } from './indicator.tsx';
import { OverviewPage } from './overview.tsx';
import { PeoplePage } from './people-page.tsx';
import styles from './plan.module.css';
import { PlanDetailsPage } from './plan-details.tsx';
import { PlanHeader } from './plan-header.tsx';
import { PointsPage } from './points.tsx';
import { RoundPage } from './round.tsx';
import { SectionsPage } from './sections.tsx';
import { VersionsPage } from './versions.tsx';

/** Loaded when somebody goes there. */
const LayoutsPage = lazy(async () => ({ default: (await import('../layouts/layouts-page.tsx')).LayoutsPage }));
/** Loaded when there is a copy to be looked at. */
const EditedPage = lazy(async () => ({ default: (await import('../edited/edited-page.tsx')).EditedPage }));

/** A plan that is open: header, contents on the left, the page in the middle, its Word preview on the right. */
export function PlanWindow() {
  const plan = useStore((state) => state.open?.plan);
  const place = useStore((state) => state.place);
  const view = useStore((state) => state.view);
  const finding = useStore((state) => state.finding.open);
  const spelling = useStore((state) => state.spelling);
  // The progress round needs the whole width.
  const wide = useWide() && place.page !== 'round';
  const wanted = useStore((state) => state.previewInstead);
  usePastedTables();
  if (!plan) return null;
  const title = `${plan.title} – ${plan.trust.shortName ?? plan.trust.name} – WRES Planner`;
  const exporting = place.page === 'export';
  const previewInstead = wanted && !wide && !exporting;
  const previewBeside = view.previewOpen && wide && !exporting;
  const widths = {
    '--left': `${view.leftWidth}px`,
    ...(view.previewWidth !== null && { '--preview': `${view.previewWidth}px` }),
  };
  return (
    <div className={styles.window}>
      <title>{title}</title>
      <a href="#page" className={styles.skip}>
        Skip to the page
      </a>
      <PlanHeader title={plan.title} trust={plan.trust.name} preview={previewBeside || previewInstead} />
      <div className={styles.panes} style={widths as CSSProperties}>
        {finding && <FindPane plan={plan} />}
        {spelling && <SpellingPane plan={plan} spelling={spelling} />}
        {!finding && !spelling && !exporting && <Contents plan={plan} place={place} />}
        {!previewInstead && <Middle />}
        {(previewBeside || previewInstead) && <PreviewPane plan={plan} place={place} alone={previewInstead} />}
      </div>
    </div>
  );
}

function Middle() {
  const plan = useStore((state) => state.open?.plan);
  const place = useStore((state) => state.place);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  // A page that was gone to is read from its top, and from where the keyboard is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the place that matters
  useEffect(() => {
    const arrived = main.current?.querySelector(':focus') != null; // at a field of it
    if (!arrived) main.current?.scrollTo(0, leftHere()?.scroll ?? 0);
    const finding = document.activeElement?.closest('[data-find]') != null;
    if (!arrived && !finding && !first.current) main.current?.querySelector<HTMLElement>('h1')?.focus();
    first.current = false;
  }, [place]);
  if (!plan) return null;
  return (
    <main ref={main} id="page" className={styles.middle} data-pane tabIndex={-1}>
      <div className={spans[place.page] ?? styles.column}>
        <NoticeBar />
        {place.page === 'overview' && <OverviewPage plan={plan} />}
        {place.page === 'introduction' && <SectionsPage plan={plan} part="preface" title="Introduction" />}
        {place.page === 'closing' && <SectionsPage plan={plan} part="closing" title="Closing" />}
        {place.page === 'details' && <PlanDetailsPage plan={plan} />}
        {place.page === 'people' && <PeoplePage plan={plan} />}
        {place.page === 'indicator' && <IndicatorPage plan={plan} id={place.id} />}
        {place.page === 'wholePlan' && <WholePlanPage plan={plan} />}
        {place.page === 'checks' && <ChecksPage plan={plan} />}
        {place.page === 'round' && <RoundPage plan={plan} />}
        {place.page === 'points' && <PointsPage plan={plan} />}
        {place.page === 'versions' && <VersionsPage plan={plan} />}
        {place.page === 'history' && <HistoryPage plan={plan} />}
        {place.page === 'changes' && <ChangesPage plan={plan} since={place.since} />}
        {place.page === 'copies' && <CopiesPage plan={plan} stretch={place.stretch} />}
        {place.page === 'export' && <ExportPage plan={plan} />}
        {place.page === 'layouts' && (
          <Suspense>
            <LayoutsPage plan={plan} chosen={place.layout} />
          </Suspense>
        )}
        {place.page === 'edited' && (
          <Suspense>
            <EditedPage plan={plan} />
          </Suspense>
        )}
      </div>
    </main>
  );
}

/** Pages that are not one column of text. */
const spans: Partial<Record<Place['page'], string | undefined>> = {
  export: styles.wide,
  round: styles.full,
  history: styles.full,
};

/** Whether there is room for the preview beside the page. */
function useWide(): boolean {
  const [query] = useState(() => window.matchMedia(roomForPreview));
  const [wide, setWide] = useState(query.matches);
  useEffect(() => {
    const listen = () => setWide(query.matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, [query]);
  return wide;
}
