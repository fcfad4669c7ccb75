import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { StartPage } from './pages/start.tsx';
import { useStore } from './store.ts';
import { cssVariables, theme } from './theme.ts';
import { LiveRegion } from './ui/live-region.tsx';

const PlanWindow = lazy(async () => ({ default: (await import('./pages/plan.tsx')).PlanWindow }));
const NewPlanPage = lazy(async () => ({ default: (await import('./pages/new-plan.tsx')).NewPlanPage }));
const Dialogs = lazy(async () => ({ default: (await import('./ui/dialogs.tsx')).Dialogs }));

export function App() {
  const isOpen = useStore((state) => state.open !== null);
  const opened = useStore((state) => state.opened);
  const creating = useStore((state) => state.creating);
  const textSize = useStore((state) => state.settings.textSize);
  useEffect(() => document.documentElement.style.setProperty('--text-size', String(textSize / 100)), [textSize]);
  const dialog = useStore((state) => state.dialog);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Suspense>{creating ? <NewPlanPage /> : isOpen ? <PlanWindow key={opened} /> : <StartPage />}</Suspense>
      <Suspense>{dialog && <Dialogs dialog={dialog} />}</Suspense>
      <LiveRegion />
    </MantineProvider>
  );
}
