import { MantineProvider } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { StartPage } from './pages/start.tsx';
import { useStore } from './store.ts';
import { cssVariables, theme } from './theme.ts';
import { LiveRegion } from './ui/live-region.tsx';

const PlanWindow = lazy(() => import('./pages/plan.tsx'));
const Dialogs = lazy(() => import('./ui/dialogs.tsx'));

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
