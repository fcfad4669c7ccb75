/** Moves the focus to the next (1) or previous (-1) pane: header, contents, page, preview. */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null);
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes.at((here + step + panes.length) % panes.length);
  const target = next?.querySelector<HTMLElement>('[aria-current="page"]') ?? next;
  target?.focus();
}
