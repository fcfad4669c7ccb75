import { Tooltip } from '@mantine/core';
import { useRef } from 'react';
import { shortName, term } from '../../shared/layout/sheet.ts';
import { setField } from '../../shared/plan/edits/set-field.ts';
import type { Action, Effect, Indicator, Plan } from '../../shared/plan/model.ts';
import { editPlan } from '../commands.ts';
import { useArrival } from '../plan/go-to-place.ts';
import { type Edited, placeKey } from './edited.ts';
import styles from './effects-field.module.css';

interface EffectsFieldProps {
  plan: Plan;
  edited: Edited<'action'>;
  action: Action;
}

/** Which other indicators an action moves: a press on a number goes from not at all to directly, to indirectly, and back. */
export function EffectsField({ plan, edited, action }: EffectsFieldProps) {
  const others = plan.indicators.filter(({ id }) => id !== action.indicator);

  const place = { kind: 'action', id: action.id, field: 'effects' } as const;
  const field = useRef<HTMLFieldSetElement>(null);
  useArrival(place, () => field.current?.querySelector('button')?.focus());

  function step(indicator: Indicator) {
    void editPlan((now) => {
      const effects = { ...now.actions.find(({ id }) => id === action.id)?.effects };
      const next = after(effects[indicator.id]);
      if (next) effects[indicator.id] = next;
      else delete effects[indicator.id];
      return setField(now, 'action', action.id, 'effects', Object.keys(effects).length > 0 ? effects : null);
    });
  }

  return (
    <fieldset
      ref={field}
      className={styles.field}
      aria-label={`Which other ${term(plan).toLowerCase()}s ${edited.name} moves`}
      data-place={placeKey(place)}
    >
      {others.map((indicator) => {
        const effect = action.effects?.[indicator.id];
        const name = shortName(plan, indicator);
        return (
          <Tooltip key={indicator.id} label={`${name}: ${words(effect)}`}>
            <button
              type="button"
              className={styles.effect}
              data-effect={effect}
              aria-label={`${name}: ${words(effect)}`}
              onClick={() => step(indicator)}
            >
              {indicator.number ?? brief(indicator.wording)}
              {effect && <span aria-hidden>{effect === 'direct' ? '●' : '○'}</span>}
            </button>
          </Tooltip>
        );
      })}
      <span className={styles.key}>● directly ○ indirectly</span>
    </fieldset>
  );
}

function after(effect: Effect | undefined): Effect | undefined {
  return effect === undefined ? 'direct' : effect === 'direct' ? 'indirect' : undefined;
}

function words(effect: Effect | undefined): string {
  return effect === undefined ? 'not moved' : effect === 'direct' ? 'moved directly' : 'moved indirectly';
}

function brief(wording: string): string {
  return wording.length > 24 ? `${wording.slice(0, 23).trimEnd()}…` : wording || '+';
}
