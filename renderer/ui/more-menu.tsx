import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ComponentProps, type Ref, useRef } from 'react';
import { useMenu } from './context-menu.ts';
import { PopupMenu } from './popup-menu.tsx';

interface MoreMenuProps {
  /** "More for …": names the button and its menu. */
  label: string;
  choices: ComponentProps<typeof PopupMenu>['choices'];
}

/** Three dots that open what else can be done with one thing. */
export function MoreMenu({ label, choices }: MoreMenuProps) {
  const { at, openAt, close } = useMenu();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <MoreButton ref={button} label={label} open={at !== null} onClick={() => openAt(button)} />
      {at && <PopupMenu label={label} anchor={at} choices={choices} close={close} />}
    </>
  );
}

interface MoreButtonProps {
  ref: Ref<HTMLButtonElement>;
  label: string;
  /** Keys that do the same. */
  keys?: string;
  open: boolean;
  onClick(): void;
}

/** The three dots alone, where their menu also opens otherwise. */
export function MoreButton({ ref, label, keys, open, onClick }: MoreButtonProps) {
  return (
    <Tooltip label={keys ? `More (${keys})` : 'More'}>
      <ActionIcon
        ref={ref}
        variant="subtle"
        color="gray"
        size={32}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={onClick}
      >
        <IconDots size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
