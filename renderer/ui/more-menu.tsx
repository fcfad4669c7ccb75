import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ComponentProps, useCallback, useRef, useState } from 'react';
import { PopupMenu } from './popup-menu.tsx';

interface MoreMenuProps {
  /** "More for …": names the button and its menu. */
  label: string;
  choices: ComponentProps<typeof PopupMenu>['choices'];
}

/** Three dots that open what else can be done with one thing. */
export function MoreMenu({ label, choices }: MoreMenuProps) {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Tooltip label="More">
        <ActionIcon
          ref={button}
          variant="subtle"
          size={32}
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {open && <PopupMenu label={label} anchor={button} choices={choices} close={close} />}
    </>
  );
}
