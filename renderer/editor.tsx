import { MantineProvider } from '@mantine/core';
import { lazy, Suspense } from 'react';
import './library-styles.ts';
import './editor.css';
import { NewPlanPage } from './pages/new-plan.tsx';
import { PlanWindow } from './pages/plan.tsx';
import { useStore } from './store.ts';
import { cssVariables, theme } from './theme.ts';
import { Dialogs } from './ui/dialogs.tsx';

const ReviewPage = lazy(async () => ({ default: (await import('./review/review-page.tsx')).ReviewPage }));

/**
 * Everything but the start screen: the plan that is open, the form of a new one, the review of a Word file, and the
 * dialogs over any of them.
 */
export function Editor() {
  // Not the plan itself: what is here is not to be drawn again for each edit, nor the library's own styles.
  const isOpen = useStore((state) => state.open !== null);
  const opened = useStore((state) => state.opened);
  const creating = useStore((state) => state.creating);
  const review = useStore((state) => (state.reviewing ? state.review : null));
  const dialog = useStore((state) => state.dialog);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      {review ? (
        <Suspense>
          <ReviewPage key={review.opened} review={review} />
        </Suspense>
      ) : creating ? (
        <NewPlanPage />
      ) : (
        isOpen && <PlanWindow key={opened} />
      )}
      {dialog && <Dialogs dialog={dialog} />}
    </MantineProvider>
  );
}
