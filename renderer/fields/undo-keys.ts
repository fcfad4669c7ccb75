import { perform } from '../commands.ts';
import { current } from '../store.ts';

/**
 * Ctrl+Z and Ctrl+Y in a field of the plan. The browser's own would go on undoing letters that are in the plan already,
 * as if they were a new edit.
 */
export function takeUndoKeys(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const step = stepOf(event);
      const { draft } = event.target instanceof HTMLElement ? event.target.dataset : {};
      if (step === undefined || draft === undefined) return;
      event.preventDefault();
      if (draft === 'true' || current().open?.[step]) perform(step);
    },
    true,
  );
}

function stepOf({ key, ctrlKey, altKey, shiftKey, isComposing }: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (!ctrlKey || altKey || isComposing) return undefined;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : undefined;
}
