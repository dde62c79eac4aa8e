/**
 * Moves the focus to the first element that fits, else to the panel itself: where a control has gone, the focus must not
 * fall back to the page.
 */
export function focusFirst(root: ShadowRoot, fits: (element: HTMLElement) => boolean): void {
  const candidates = [...root.querySelectorAll<HTMLElement>('button, input, [tabindex]')];
  const target = candidates.find(fits) ?? root.getElementById('panel');
  target?.focus();
}
