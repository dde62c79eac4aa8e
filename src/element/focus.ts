import { intentFor } from './controls.js';
import type { Intent } from './panel.js';

/**
 * Moves the focus to the control of the reading view that leads there, else to the panel itself: where a control has gone,
 * the focus must not fall back to the page.
 */
export function focusControl(root: ShadowRoot, { part, key }: Intent): void {
  const control = [...root.querySelectorAll<HTMLElement>('button')].find((button) => {
    const intent = intentFor(button);
    return intent?.part === part && intent.key === key && !button.hidden;
  });
  (control ?? root.getElementById('panel'))?.focus();
}
