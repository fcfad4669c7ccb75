import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { indicatorWording } from '../../shared/indicator-sets.ts';
import { describeDue } from '../../shared/plan/due.ts';
import type { Action, Indicator, Plan, RichText } from '../../shared/plan/model.ts';
import { toPlainText } from '../../shared/plan/rich-text.ts';
import type { WordPlace } from '../../shared/recognise/document.ts';
import { LongList, type LongListHandle } from '../ui/long-list.tsx';
import { RatingChip } from '../ui/rating-chip.tsx';
import { RichTextView } from '../ui/rich-text.tsx';
import { Corrections } from './corrections.tsx';
import { factsAt, type Read } from './reading.ts';
import styles from './review.module.css';

interface ReadListProps {
  read: Read;
  numbers: readonly string[];
  /** Where in the file one is, and at which of the records that were read there. */
  at: readonly WordPlace[];
  record: string | undefined;
  /** Changes when what was read there is to be brought into sight. */
  shown: number;
  look(at: readonly WordPlace[], record: string): void;
}

type Item = { indicator: Indicator | null } | { action: Action };

/** The plan as it was read: each indicator, and under it its actions. */
export function ReadList({ read, numbers, at, record, shown, look }: ReadListProps) {
  const { plan } = read;
  const items = useMemo(() => itemsOf(plan), [plan]);
  const places = useMemo(() => placesOf(read), [read]);
  const facts = factsAt(read, at);
  const list = useRef<LongListHandle>(null);
  const first = items.findIndex((item) => facts.some(({ id }) => id === idOf(item)));
  const current = record ?? (items[first] && idOf(items[first]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it is asked for, not whenever it is drawn
  useEffect(() => {
    if (first !== -1) list.current?.show(first, `[data-record="${idOf(items[first] as Item)}"]`);
  }, [shown]);

  return (
    <LongList
      ref={list}
      className={styles.list}
      count={items.length}
      estimate={120}
      keyOf={(index) => read.keys[idOf(items[index] as Item)] ?? 'plan'}
    >
      {(index) => {
        const item = items[index] as Item;
        const id = idOf(item);
        const fields = new Set(facts.flatMap((fact) => (fact.id === id ? [fact.field] : [])));
        return (
          <div
            className={'action' in item ? styles.action : styles.indicator}
            data-record={id}
            data-here={fields.size > 0}
          >
            <div className={styles.record}>
              {'action' in item ? (
                <ActionFacts plan={plan} action={item.action} fields={fields} />
              ) : (
                <IndicatorFacts plan={plan} indicator={item.indicator} fields={fields} />
              )}
              {places.has(id) && (
                <Tooltip label="Show it in the file">
                  <ActionIcon
                    variant="subtle"
                    size={28}
                    aria-label="Show it in the file"
                    onClick={() => look(places.get(id) ?? [], id)}
                  >
                    <IconArrowLeft size={18} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              )}
            </div>
            {'action' in item && id === current && <Corrections read={read} action={item.action} numbers={numbers} />}
          </div>
        );
      }}
    </LongList>
  );
}

function idOf(item: Item): string {
  return 'action' in item ? item.action.id : (item.indicator?.id ?? 'plan');
}

function itemsOf({ indicators, actions }: Plan): Item[] {
  const byHome = Map.groupBy(actions, ({ indicator }) => indicator);
  const homes = [...indicators, ...(byHome.has(null) ? [null] : [])];
  return homes.flatMap((indicator): Item[] => [
    { indicator },
    ...(byHome.get(indicator?.id ?? null) ?? []).map((action) => ({ action })),
  ]);
}

/** Where the text of each action, and the name of each indicator, stands in the file. */
function placesOf({ facts }: Read): Map<string, readonly WordPlace[]> {
  const places = new Map<string, readonly WordPlace[]>();
  for (const { id, at } of facts) if (!places.has(id)) places.set(id, at);
  return places;
}

interface FactsProps {
  plan: Plan;
  /** Those that were read from where one is. */
  fields: ReadonlySet<string>;
}

function IndicatorFacts({ plan, indicator, fields }: FactsProps & { indicator: Indicator | null }) {
  if (!indicator) return <h2 className={styles.facts}>Actions of the plan as a whole</h2>;
  const { number } = indicator;
  const term = plan.terms?.indicator ?? 'Indicator';
  return (
    <div className={styles.facts}>
      <h2 data-here={fields.has('wording') || fields.has('number')}>
        {number === null ? indicator.wording : `${term} ${number}`}
      </h2>
      {number !== null && <p className={styles.quiet}>{indicatorWording(plan, indicator)}</p>}
      <Texts record={indicator} fields={fields} />
      <Short plan={plan} record={indicator} fields={fields} />
    </div>
  );
}

function ActionFacts({ plan, action, fields }: FactsProps & { action: Action }) {
  return (
    <div className={styles.facts}>
      {action.heading && <h3>{action.heading}</h3>}
      <div data-here={fields.has('text')}>
        {action.number && <span className={styles.quiet}>{action.number} </span>}
        <RichTextView value={action.text} />
      </div>
      <Short plan={plan} record={action} fields={fields} />
      <Texts record={action} fields={fields} />
      {action.effects && (
        <p className={styles.field} data-here={fields.has('effects')}>
          <span className={styles.quiet}>Moves</span> {effectsInWords(plan, action.effects)}
        </p>
      )}
    </div>
  );
}

const texts = {
  objective: 'Objective',
  narrative: 'What the data says',
  gaps: 'Gaps',
  gap: 'Gap',
  measure: 'Measure',
  outcome: 'Outcome',
  notes: 'Internal notes',
};
const fieldsOfText = Object.keys(texts) as (keyof typeof texts)[];

function Texts({ record, fields }: { record: Indicator | Action; fields: ReadonlySet<string> }) {
  const values = record as Partial<Record<keyof typeof texts, RichText>>;
  return (
    <>
      {fieldsOfText.map((field) => {
        const value = values[field];
        return (
          value && (
            <p key={field} className={styles.field} data-here={fields.has(field)}>
              <span className={styles.quiet}>{texts[field]}</span> {toPlainText(value)}
            </p>
          )
        );
      })}
      {record.updates.map(({ id, date, text, rating }) => (
        <p key={id} className={styles.field} data-here={fields.has('updates')}>
          <span className={styles.quiet}>Update{date ? `, ${describeDue({ text: date, date })}` : ''}</span>{' '}
          {toPlainText(text)} {rating && `(${rating})`}
        </p>
      ))}
    </>
  );
}

/** Leads, date and rating, on one line: those that it has of its own. */
function Short({ plan, record, fields }: FactsProps & { record: Indicator | Action }) {
  const { leads, due, rating: code } = record;
  const rating = plan.ratingScales[0]?.ratings.find((each) => each.code === code);
  const names = leads.map((id) => plan.people.find((person) => person.id === id)?.name);
  if (names.length === 0 && !due && !rating) return null;
  return (
    <p className={styles.short}>
      {names.length > 0 && <span data-here={fields.has('leads')}>{names.join(' · ')}</span>}
      {due && (
        <span data-here={fields.has('due')}>
          {due.text}
          {due.date && describeDue(due) !== due.text && ` → ${describeDue(due)}`}
        </span>
      )}
      {rating && (
        <span data-here={fields.has('rating')}>
          <RatingChip rating={rating} />
        </span>
      )}
    </p>
  );
}

function effectsInWords({ indicators }: Plan, effects: NonNullable<Action['effects']>): string {
  return Object.entries(effects)
    .map(([id, effect]) => {
      const indicator = indicators.find((each) => each.id === id);
      return `${indicator?.number ?? indicator?.wording ?? ''} ${effect === 'direct' ? 'directly' : 'indirectly'}`;
    })
    .join(', ');
}
