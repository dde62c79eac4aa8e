import { intentFor } from './controls.js';
import type { Intent } from './panel.js';

/**
 * Moves the focus to the control of the reading view that leads there, else to the panel itself: where a control has gone,
 * the focus must not fall back to the page.
 */
export function focusControl(root: ShadowRoot, { part, key }: Intent): void {
  const control = [...root.querySelectorAll<HTMLElement>('button, input')].find((candidate) => {
    const intent = intentFor(candidate);
    return intent?.part === part && intent.key === key && !candidate.hidden;
  });
  (control ?? root.getElementById('panel'))?.focus();
}
