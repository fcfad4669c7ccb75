import { MantineProvider } from '@mantine/core';
import './library-styles.ts';
import { NewPlanPage } from './pages/new-plan.tsx';
import { PlanWindow } from './pages/plan.tsx';
import { useStore } from './store.ts';
import { cssVariables, theme } from './theme.ts';
import { Dialogs } from './ui/dialogs.tsx';

/** Everything but the start screen: the plan that is open, the form of a new one, and the dialogs over any of them. */
export function Editor() {
  const open = useStore((state) => state.open);
  const opened = useStore((state) => state.opened);
  const creating = useStore((state) => state.creating);
  const dialog = useStore((state) => state.dialog);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      {creating ? <NewPlanPage /> : open && <PlanWindow key={opened} />}
      {dialog && <Dialogs dialog={dialog} />}
    </MantineProvider>
  );
}
