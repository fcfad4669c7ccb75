import { MantineProvider } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { StartPage } from './pages/start.tsx';
import { useStore } from './store.ts';
import { cssVariables, theme } from './theme.ts';
import { LiveRegion } from './ui/live-region.tsx';

const PlanWindow = lazy(async () => ({ default: (await import('./pages/plan.tsx')).PlanWindow }));
const Dialogs = lazy(async () => ({ default: (await import('./ui/dialogs.tsx')).Dialogs }));

export function App() {
  const open = useStore((state) => state.open);
  const opened = useStore((state) => state.opened);
  const dialog = useStore((state) => state.dialog);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Suspense>{open ? <PlanWindow key={opened} /> : <StartPage />}</Suspense>
      <Suspense>{dialog && <Dialogs dialog={dialog} />}</Suspense>
      <LiveRegion />
    </MantineProvider>
  );
}
