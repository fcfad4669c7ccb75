import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { commandKeys } from '../../shared/commands.ts';
import { perform } from '../commands.ts';

/** Opens the page of the guide that belongs to what is on the screen. */
export function HelpButton({ className, size }: { className?: string | undefined; size: number }) {
  return (
    <Tooltip label={`Help with this page (${commandKeys('guide')})`}>
      <ActionIcon
        {...(className !== undefined && { className })}
        variant="transparent"
        size={size}
        aria-label="Help with this page"
        onClick={() => perform('guide')}
      >
        <IconHelp size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
