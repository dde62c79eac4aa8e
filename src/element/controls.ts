import { make, setAttribute } from '../fields/make.js';
import { makeIcon } from './icons.js';
import type { Intent } from './panel.js';

const intents = new WeakMap<Element, Intent>();

/** A button of the reading view: small, an icon, and a name for those who do not see it. */
export function makeIconButton(icon: string, className: string, part: string, intent: Intent): HTMLButtonElement {
  return withIntent(make('button', { type: 'button', class: className, part }, makeIcon(icon)), intent);
}

/** A button with a text. */
export function makeTextButton(text: string, intent: Intent): HTMLButtonElement {
  return withIntent(make('button', { type: 'button', class: 'button', part: 'button' }, text), intent);
}

/** Says what using the control leads to. The panel listens for all of its controls. */
export function withIntent<T extends HTMLElement>(control: T, intent: Intent): T {
  intents.set(control, intent);
  return control;
}

/** What the control leads to; `undefined` for one that is not of the reading view. */
export function intentFor(control: Element): Intent | undefined {
  return intents.get(control);
}

/** What the control that an event came from leads to. */
export function intentOf({ target }: Event): Intent | undefined {
  const control = target instanceof Element ? target.closest('button, input, .tag') : null;
  return control ? intents.get(control) : undefined;
}

/** Names a control; a control without a name is not shown. */
export function setName(control: HTMLElement, name: string | undefined): void {
  setAttribute(control, 'aria-label', name);
  control.hidden = name === undefined;
}
