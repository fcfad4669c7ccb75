import { ActionIcon, Button, Switch, Tooltip } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { memo, type RefObject, useMemo, useRef, useState } from 'react';
import { layOut } from '../../shared/layout/lay-out.ts';
import type { Layout } from '../../shared/layout/layout.ts';
import { findLayout, layoutOf, layoutsOf } from '../../shared/layout/layouts-of.ts';
import type { Page } from '../../shared/layout/page.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { keepView, perform } from '../commands.ts';
import { reuse } from '../plan/reuse.ts';
import { change, type Place, useStore } from '../store.ts';
import { Divider } from '../ui/divider.tsx';
import { useFocusBack } from '../ui/focus-back.ts';
import { today } from '../ui/words.ts';
import { Paper } from './paper.tsx';
import styles from './preview-pane.module.css';
import { useFields } from './use-fields.ts';
import { useFit } from './use-fit.ts';
import { useFollow } from './use-follow.ts';
import { useLater } from './use-later.ts';

interface PreviewPaneProps {
  plan: Plan;
  place: Place;
  /** Whether it stands in the page's stead, because there is no room beside it. */
  alone: boolean;
}

/** Of how many actions on a page takes longer to be set than a key may wait, so that it is set when nobody types. */
const long = 1_000;
/** Longer than from one edit to the next while somebody types, in milliseconds. */
const longRest = 1_000;

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2];

/** The plan as it will look in Word, in a layout to choose. */
export function PreviewPane({ plan, place, alone }: PreviewPaneProps) {
  const [layoutId, setLayoutId] = useState(layoutOf(plan).id);
  const [plain, setPlain] = useState(false);
  const [chosenScale, setChosenScale] = useState<number | null>(null);
  const shown = useLater(plan, plan.actions.length > long ? longRest : 0);
  // Beside the page of layouts stands the one that is looked at there.
  const atLayouts = place.page === 'layouts';
  const layout = findLayout(plan, atLayouts ? place.layout : layoutId) ?? layoutOf(plan);
  const latest = useRef<Page | null>(null);
  // What an edit left alone is the same object as before, and is not drawn again.
  const page = useMemo(() => {
    latest.current = shown && reuse(latest.current, layOut(shown, layout, { asAt: today(), plain }));
    return latest.current;
  }, [shown, layout, plain]);
  const paper = useRef<HTMLElement>(null);
  const fit = useFit(paper, layout.page.orientation);
  const scale = chosenScale ?? fit;
  useFollow(paper, plan, page && place);
  useFields(paper, page);
  useFocusBack();
  const Pane = alone ? 'main' : 'aside';
  return (
    <Pane
      id={alone ? 'page' : undefined}
      className={alone ? styles.alone : styles.pane}
      aria-label="Word preview"
      data-pane
      tabIndex={-1}
    >
      {alone ? <h1 className="unseen">Word preview</h1> : <PreviewEdge paper={paper} />}
      <Tools
        layouts={layoutsOf(plan)}
        layout={layout}
        plain={plain}
        scale={scale}
        alone={alone}
        onLayout={atLayouts ? showLayout : setLayoutId}
        onPlain={setPlain}
        onScale={setChosenScale}
      />
      <h2 className="unseen">{layout.title}</h2>
      <section
        ref={paper}
        className={styles.paper}
        data-paper
        aria-label={`${plan.title}, as it will look in Word`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {page && <Paper page={page} scale={scale} />}
        <p className={styles.remark}>Click on a text to edit it. Word decides where a page ends. As at today.</p>
      </section>
    </Pane>
  );
}

function showLayout(layout: string): void {
  change({ place: { page: 'layouts', layout } });
}

interface ToolsProps {
  layouts: Layout[];
  layout: Layout;
  plain: boolean;
  scale: number;
  alone: boolean;
  onLayout(id: string): void;
  onPlain(plain: boolean): void;
  /** Null: as fits the width. */
  onScale(scale: number | null): void;
}

const Tools = memo(function Tools({ layouts, layout, plain, scale, alone, onLayout, onPlain, onScale }: ToolsProps) {
  return (
    <div className={styles.tools}>
      <label className={styles.layout}>
        <span className="unseen">Layout of the preview</span>
        <select
          className="box"
          value={layout.id}
          title={layout.title}
          onChange={(event) => onLayout(event.target.value)}
        >
          {layouts.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <Switch
        size="sm"
        label="Plain"
        checked={plain}
        onChange={(event) => onPlain(event.currentTarget.checked)}
        aria-label="Plain version: no merged or empty cells, words for every colour"
      />
      <div className={styles.zoom}>
        <Tooltip label="Smaller">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label="Make the preview smaller"
            onClick={() => onScale(steps.findLast((step) => step < scale - 0.01) ?? scale)}
          >
            <IconZoomOut size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Fit to the width">
          <button type="button" className={styles.percent} onClick={() => onScale(null)}>
            {Math.round(scale * 100)} %<span className="unseen"> – fit the preview to the width</span>
          </button>
        </Tooltip>
        <Tooltip label="Larger">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label="Make the preview larger"
            onClick={() => onScale(steps.find((step) => step > scale + 0.01) ?? scale)}
          >
            <IconZoomIn size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {alone && (
        <Button size="xs" variant="default" onClick={() => perform('togglePreview')}>
          Back to the page
        </Button>
      )}
    </div>
  );
});

function PreviewEdge({ paper }: { paper: RefObject<HTMLElement | null> }) {
  const width = useStore((state) => state.view.previewWidth);
  return (
    <Divider
      label="Width of the preview"
      edge="left"
      width={width ?? paper.current?.clientWidth ?? 480}
      least={320}
      most={1_600}
      onChange={(previewWidth) => keepView({ previewWidth })}
    />
  );
}
