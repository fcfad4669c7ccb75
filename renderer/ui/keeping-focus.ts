/** A row that changes its place loses the keyboard in some browsers; it is given back. */
export async function keepingFocus(work: () => Promise<unknown>): Promise<void> {
  const focused = document.activeElement;
  await work();
  requestAnimationFrame(() => focused instanceof HTMLElement && focused.isConnected && focused.focus());
}
