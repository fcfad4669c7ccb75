/**
 * A text that is pasted into a field of a set length, and is longer, is not cut off in silence: the field says so where
 * one looks, as browsers tell of what is wrong with a field, and the keyboard stays in it.
 */
export function tellCutPastes(): void {
  document.addEventListener('paste', ({ target, clipboardData }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || target.maxLength < 0) return;
    const replaced = (target.selectionEnd ?? 0) - (target.selectionStart ?? 0);
    const pasted = clipboardData?.getData('text/plain') ?? '';
    const most = target.maxLength;
    if (target.value.length - replaced + pasted.length <= most) return;
    const words = `There is room for ${most.toLocaleString('en-GB')} characters: the end of what you pasted was left out.`;
    setTimeout(() => tell(target, words)); // when it is in the field
  });
}

function tell(field: HTMLInputElement | HTMLTextAreaElement, words: string): void {
  field.setCustomValidity(words);
  field.reportValidity();
  const over = new AbortController();
  const clear = () => {
    field.setCustomValidity('');
    over.abort();
  };
  // It is told and no reason to refuse anything.
  for (const event of ['input', 'blur', 'keydown']) field.addEventListener(event, clear, { signal: over.signal });
}
