import { useEffect, useRef, useState } from 'react';
import { useStore } from '../store.ts';
import { NoticeBar } from '../ui/notice.tsx';
import { Contents } from './contents.tsx';
import { ExportPage } from './export.tsx';
import { IndicatorPage, WholePlanPage } from './indicator.tsx';
import { OverviewPage } from './overview.tsx';
import { PlanHeader } from './plan-header.tsx';
import styles from './plan.module.css';
import { SectionsPage } from './sections.tsx';
import { PreviewPane } from '../preview/preview-pane.tsx';
import { Divider } from '../ui/divider.tsx';
import { keepView } from '../commands.ts';

/** A plan that is open: header, contents on the left, the page in the middle, its Word preview on the right. */
export default function PlanWindow() {
  const open = useStore((state) => state.open);
  const place = useStore((state) => state.place);
  const view = useStore((state) => state.view);
  const wide = useWide();
  if (!open) return null;
  const { plan } = open;
  const title = `${plan.title} – ${plan.trust.shortName ?? plan.trust.name} – WRES Planner`;
  const exporting = place.page === 'export';
  const preview = view.previewOpen && !exporting;
  return (
    <div className={styles.window}>
      <title>{title}</title>
      <a href="#page" className={styles.skip} onClick={skipToPage}>
        Skip to the page
      </a>
      <PlanHeader open={open} />
      <div className={styles.panes} style={{ '--left': `${view.leftWidth}px`, ...(view.previewWidth !== null && { '--preview': `${view.previewWidth}px` }) } as never}>
        {!exporting && <Contents plan={plan} place={place} />}
        {!exporting && (
          <Divider
            label="Width of the contents"
            pane="left"
            width={view.leftWidth}
            least={160}
            most={480}
            onChange={(leftWidth) => keepView({ leftWidth })}
          />
        )}
        {(wide || !preview) && <Middle />}
        {preview && wide && (
          <Divider
            label="Width of the preview"
            pane="right"
            width={view.previewWidth ?? previewWidth()}
            least={320}
            most={1_600}
            onChange={(previewWidth) => keepView({ previewWidth })}
          />
        )}
        {preview && <PreviewPane plan={plan} place={place} alone={!wide} />}
      </div>
    </div>
  );
}

function Middle() {
  const open = useStore((state) => state.open);
  const place = useStore((state) => state.place);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  // A page that was gone to is read from its top, and from where the keyboard is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the place that matters
  useEffect(() => {
    main.current?.scrollTo(0, 0);
    if (!first.current) main.current?.querySelector<HTMLElement>('h1')?.focus();
    first.current = false;
  }, [place]);
  if (!open) return null;
  const { plan } = open;
  return (
    <main ref={main} id="page" className={styles.middle} data-pane tabIndex={-1}>
      <div className={place.page === 'export' ? styles.wide : styles.column}>
        <NoticeBar />
        {place.page === 'overview' && <OverviewPage open={open} />}
        {place.page === 'introduction' && <SectionsPage title="Introduction" sections={plan.preface} />}
        {place.page === 'closing' && <SectionsPage title="Closing" sections={plan.closing} />}
        {place.page === 'indicator' && <IndicatorPage plan={plan} id={place.id} />}
        {place.page === 'wholePlan' && <WholePlanPage plan={plan} />}
        {place.page === 'export' && <ExportPage open={open} />}
      </div>
    </main>
  );
}

/** How wide the preview is now. */
function previewWidth(): number {
  return Math.round(document.getElementById('preview')?.clientWidth ?? 480);
}

function skipToPage(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('page')?.focus();
}

/** Whether there is room for the preview beside the page. */
function useWide(): boolean {
  const [query] = useState(() => window.matchMedia('(min-width: 1280px)'));
  const [wide, setWide] = useState(query.matches);
  useEffect(() => {
    const listen = () => setWide(query.matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, [query]);
  return wide;
}
