/** How long letters wait for the field that they are meant for, in milliseconds. */
const patience = 1_000;

/**
 * Does something that gives the keyboard to another field, and keeps the letters that are typed meanwhile for that
 * field: whoever is quick must not write them into the one that is being left.
 */
export async function holdingLetters(work: () => Promise<unknown>): Promise<void> {
  const left = document.activeElement;
  let letters = '';
  const hold = (event: KeyboardEvent) => {
    if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    letters += event.key;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', hold, true);
  try {
    await work();
    await focusLeaves(left);
  } finally {
    window.removeEventListener('keydown', hold, true);
    if (letters !== '') document.execCommand('insertText', false, letters);
  }
}

/** Waits until another element to type in has the keyboard. */
async function focusLeaves(left: Element | null): Promise<void> {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const here = document.activeElement;
    if (here !== left && here instanceof HTMLElement && (here.isContentEditable || 'value' in here)) return;
    await new Promise(requestAnimationFrame);
  }
}
