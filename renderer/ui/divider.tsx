import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './divider.module.css';

interface DividerProps {
  label: string;
  /** At which edge of its pane it stands. */
  edge: 'left' | 'right';
  width: number;
  least: number;
  most: number;
  onChange(width: number): void;
}

/** The edge of a pane, which can be dragged, or moved by the arrow keys. */
export function Divider({ label, edge, width, least, most, onChange }: DividerProps) {
  const sign = edge === 'right' ? 1 : -1;
  const set = (wanted: number) => onChange(Math.round(Math.max(least, Math.min(most, wanted))));

  function drag(event: PointerEvent<HTMLDivElement>) {
    const line = event.currentTarget;
    const from = event.clientX;
    line.setPointerCapture(event.pointerId);
    line.onpointermove = (move) => set(width + sign * (move.clientX - from));
    line.onpointerup = () => {
      line.onpointermove = null;
    };
  }

  function step(event: KeyboardEvent) {
    const by = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(width + sign * by);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no <hr>
    <div
      className={styles.divider}
      data-edge={edge}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={drag}
      onKeyDown={step}
    />
  );
}
