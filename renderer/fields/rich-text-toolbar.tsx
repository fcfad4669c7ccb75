import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBold, IconItalic, IconLink, IconList, IconListNumbers } from '@tabler/icons-react';
import { type KeyboardEvent, memo, type RefObject } from 'react';
import { textTools } from '../../shared/editing-keys.ts';
import styles from './rich-text-field.module.css';

export type Tool = (typeof textTools)[number]['id'];

/** What is switched on where the caret is. */
export type ToolbarState = Record<Tool, boolean>;

const icons: Record<Tool, typeof IconBold> = {
  bold: IconBold,
  italic: IconItalic,
  link: IconLink,
  bullet: IconList,
  number: IconListNumbers,
};

interface ToolbarProps {
  bar: RefObject<HTMLDivElement | null>;
  of: string;
  state: ToolbarState;
  onUse(tool: Tool): void;
  onLeave(): void;
}

/**
 * The five things that a text can have. All have keys of their own, so Tab passes by; Alt+F10 leads here, the arrows
 * along it, and Esc back.
 */
export const Toolbar = memo(function Toolbar({ bar, of, state, onUse, onLeave }: ToolbarProps) {
  function press(event: KeyboardEvent<HTMLDivElement>) {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) buttons.at((here + step) % buttons.length)?.focus();
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={bar} className={styles.toolbar} role="toolbar" aria-label={`Format ${of}`} onKeyDown={press}>
      {textTools.map(({ id, label, keys }) => {
        const Icon = icons[id];
        return (
          <Tooltip key={id} label={`${label} (${keys})`}>
            <ActionIcon
              variant="subtle"
              size={26}
              tabIndex={-1}
              aria-label={label}
              aria-pressed={state[id]}
              className={styles.tool}
              // The caret stays where it is.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onUse(id)}
            >
              <Icon size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        );
      })}
    </div>
  );
});
