import {
  IconAdjustments,
  IconArrowMerge,
  IconBookmark,
  IconBooks,
  IconChecklist,
  IconFileText,
  IconHistory,
  IconHome2,
  IconLayoutColumns,
  IconPlus,
  IconProgressCheck,
  IconRestore,
  IconSignature,
  IconUsers,
} from '@tabler/icons-react';
import { memo } from 'react';
import { newId } from '../../shared/id.ts';
import { standardIndicator } from '../../shared/indicator-sets.ts';
import { shortName } from '../../shared/layout/sheet.ts';
import { addIndicator } from '../../shared/plan/edits/indicators.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Indicator, Plan } from '../../shared/plan/model.ts';
import { editPlan, keepView } from '../commands.ts';
import { openInWords, useOpenFindings } from '../plan/checked.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { keyOf, pagesOf } from '../plan/pages.ts';
import { change, type Place, useStore } from '../store.ts';
import { asksForMenu, type MenuAt, takeRightClick } from '../ui/context-menu.ts';
import { Divider } from '../ui/divider.tsx';
import { RatingChip } from '../ui/rating-chip.tsx';
import { count } from '../ui/words.ts';
import styles from './contents.module.css';
import { useIndicatorMenu } from './row-menu.tsx';

/** The plan's contents, to go about in: each indicator with its rating in colour and word. */
export const Contents = memo(function Contents({ plan, place }: { plan: Plan; place: Place }) {
  const find = lookUp(plan);
  const wholePlan = find.actionsOf(null).length;
  return (
    <nav className={styles.contents} aria-label="Contents" data-pane tabIndex={-1}>
      <div className={styles.lists}>
        <ul className={styles.list}>
          <Item to={{ page: 'overview' }} place={place} mark={<IconHome2 size={18} aria-hidden />} words="Overview" />
          <Item
            to={{ page: 'details' }}
            place={place}
            mark={<IconAdjustments size={18} aria-hidden />}
            words="Plan details"
          />
          <Item
            to={{ page: 'introduction' }}
            place={place}
            mark={<IconFileText size={18} aria-hidden />}
            words="Introduction"
          />
        </ul>
        <ul className={styles.list} aria-label="Indicators">
          {plan.indicators.map((indicator) => (
            <IndicatorItem key={indicator.id} plan={plan} indicator={indicator} place={place} />
          ))}
          <li>
            <button
              type="button"
              className={styles.item}
              title="A row beyond the standard’s own, such as a commitment of the Trust"
              onClick={() => void addRow()}
            >
              <span className={styles.mark}>
                <IconPlus size={16} aria-hidden />
              </span>
              <span className={styles.words}>Add a row of our own</span>
            </button>
          </li>
        </ul>
        <ul className={styles.list}>
          <Item
            to={{ page: 'wholePlan' }}
            place={place}
            mark={<IconBooks size={18} aria-hidden />}
            words="Whole plan"
            after={wholePlan > 0 && <span className={styles.count}>{count(wholePlan, 'action')}</span>}
          />
          <Item to={{ page: 'closing' }} place={place} mark={<IconSignature size={18} aria-hidden />} words="Closing" />
        </ul>
        <ul className={styles.list}>
          <Item
            to={{ page: 'people' }}
            place={place}
            mark={<IconUsers size={18} aria-hidden />}
            words="People"
            after={plan.people.length > 0 && <span className={styles.count}>{plan.people.length}</span>}
          />
          <Item
            to={{ page: 'round' }}
            place={place}
            mark={<IconProgressCheck size={18} aria-hidden />}
            words="Progress round"
          />
          <Checks plan={plan} place={place} />
          <Item
            to={{ page: 'layouts' }}
            place={place}
            mark={<IconLayoutColumns size={18} aria-hidden />}
            words="Layouts"
          />
          <Item
            to={{ page: 'points' }}
            place={place}
            mark={<IconBookmark size={18} aria-hidden />}
            words="Named points"
          />
          <Item
            to={{ page: 'versions' }}
            place={place}
            mark={<IconRestore size={18} aria-hidden />}
            words="Earlier versions"
          />
          <Item
            to={{ page: 'history' }}
            place={place.page === 'changes' ? { page: 'history' } : place}
            mark={<IconHistory size={18} aria-hidden />}
            words="History"
          />
          <Copies place={place} />
        </ul>
      </div>
      <GoTo plan={plan} place={place} />
      <ContentsEdge />
    </nav>
  );
});

/** One with a menu: Shift+F10, or a right click. */
function IndicatorItem({ plan, indicator, place }: { plan: Plan; indicator: Indicator; place: Place }) {
  const { openAt, popup, dialog } = useIndicatorMenu({ plan, indicator });
  const rating = lookUp(plan).rating(indicator.rating);
  return (
    <>
      <Item
        to={{ page: 'indicator', id: indicator.id }}
        place={place}
        mark={<span className={styles.number}>{indicator.number ?? '+'}</span>}
        words={briefly(plan, indicator)}
        name={indicator.number === null ? undefined : shortName(plan, indicator)}
        after={rating && <RatingChip rating={rating} short />}
        onMenu={openAt}
      />
      {popup}
      {dialog}
    </>
  );
}

/** With how much there is to be done there. */
function Checks({ plan, place }: { plan: Plan; place: Place }) {
  const open = useOpenFindings(plan);
  const words = open ? openInWords(open) : '';
  return (
    <Item
      to={{ page: 'checks' }}
      place={place}
      mark={<IconChecklist size={18} aria-hidden />}
      words="Checks"
      after={words && <span className={styles.count}>{words}</span>}
    />
  );
}

/** With how much is to be decided after copies were brought together. */
function Copies({ place }: { place: Place }) {
  const open = useStore((state) => (state.open ? state.open.conflicts.length + state.open.kept : 0));
  return (
    <Item
      to={{ page: 'copies' }}
      place={place}
      mark={<IconArrowMerge size={18} aria-hidden />}
      words="Copies"
      after={open > 0 && <span className={styles.count}>{open.toLocaleString('en-GB')} to decide</span>}
    />
  );
}

function ContentsEdge() {
  const width = useStore((state) => state.view.leftWidth);
  return (
    <Divider
      label="Width of the contents"
      edge="right"
      width={width}
      least={160}
      most={480}
      onChange={(leftWidth) => keepView({ leftWidth })}
    />
  );
}

async function addRow(): Promise<void> {
  const id = newId();
  if (await editPlan(() => addIndicator(id, ''))) goToPlace({ kind: 'indicator', id, field: 'wording' });
}

interface ItemProps {
  to: Place;
  place: Place;
  mark: React.ReactNode;
  words: string;
  /** What it is called when it is read out, where its number alone is not enough. */
  name?: string | undefined;
  after?: React.ReactNode;
  onMenu?(at: MenuAt): void;
}

function Item({ to, place, mark, words, name, after, onMenu }: ItemProps) {
  const here = keyOf(to) === keyOf(place);
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-current={here ? 'page' : undefined}
        onPointerEnter={({ currentTarget }) => titleWhereCut(currentTarget, words)}
        onClick={() => change({ place: to, notice: null })}
        onContextMenu={(event) => onMenu && takeRightClick(event, onMenu)}
        onKeyDown={(event) => {
          if (!onMenu || !asksForMenu(event)) return;
          event.preventDefault();
          onMenu({ current: event.currentTarget });
        }}
      >
        <span className={styles.mark} aria-hidden={name !== undefined}>
          {mark}
        </span>
        <span className={styles.words} data-words>
          {name && <span className="unseen">{name}: </span>}
          {words}
        </span>
        {after}
      </button>
    </li>
  );
}

/** Says the words again where they are cut short, or not shown for want of room. */
function titleWhereCut(item: HTMLElement, words: string): void {
  const shown = item.querySelector('[data-words]');
  item.title = shown && shown.scrollHeight > shown.clientHeight ? words : '';
}

/** The contents in one line, where there is room for one column only. */
function GoTo({ plan, place }: { plan: Plan; place: Place }) {
  const words = (each: Place) => {
    if (each.page !== 'indicator') return pageNames[each.page];
    const indicator = lookUp(plan).indicator(each.id);
    if (!indicator) return '';
    return indicator.number === null
      ? briefly(plan, indicator)
      : `${shortName(plan, indicator)}: ${briefly(plan, indicator)}`;
  };
  const places = pagesOf(plan);
  return (
    <label className={styles.goTo}>
      Go to
      <select
        value={keyOf(place)}
        onChange={(event) => {
          const chosen = places.find((each) => keyOf(each) === event.target.value);
          if (chosen) change({ place: chosen, notice: null });
        }}
      >
        {places.map((each) => (
          <option key={keyOf(each)} value={keyOf(each)}>
            {words(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

const pageNames: Record<Exclude<Place['page'], 'indicator'>, string> = {
  overview: 'Overview',
  details: 'Plan details',
  introduction: 'Introduction',
  wholePlan: 'Whole plan',
  closing: 'Closing',
  people: 'People',
  round: 'Progress round',
  checks: 'Checks',
  points: 'Named points',
  layouts: 'Layouts',
  history: 'History',
  changes: 'What changed',
  copies: 'Copies and conflicts',
  versions: 'Earlier versions',
  export: 'Export',
  edited: 'Edited Word copy',
};

/** An indicator in a few words: the set's short title, else the beginning of its own wording. */
function briefly(plan: Plan, indicator: Indicator): string {
  return standardIndicator(plan, indicator.number)?.title ?? (indicator.wording || shortName(plan, indicator));
}
