import type { ContactError } from '../core/error.js';
import { make } from '../fields/make.js';
import type { ReadingMessages } from '../i18n/messages.js';
import { makeTextButton } from './controls.js';

const ROWS = 6;

/** While the contact is being read: its outline, and the word for it. */
export function makeSkeleton({ loading }: ReadingMessages): HTMLElement {
  const bone = (className = '') => make('span', { class: `bone ${className}` });
  const lines = make('div', { class: 'title' }, bone(), bone('short'));
  const identity = make('div', { class: 'identity', 'aria-hidden': 'true' }, bone('avatar'), lines);
  const fields = make('div', { class: 'fields', 'aria-hidden': 'true' });
  for (let row = 0; row < ROWS; row++) fields.append(bone());
  return make('div', { class: 'skeleton', part: 'skeleton' }, make('p', { class: 'hidden' }, loading), identity, fields);
}

/** In place of a contact that cannot be shown: why, and what the person can do about it. */
export function makeFailure({ code }: ContactError, messages: ReadingMessages): HTMLElement {
  const isMissing = code === 'not-found' || code === 'gone';
  return makePlaceholder(isMissing ? messages.notFound : messages.errors[code], isMissing ? undefined : messages.tryAgain);
}

/** A sentence in place of the contact, and the button that may help. */
export function makePlaceholder(text: string, action?: string): HTMLElement {
  const button = action === undefined ? undefined : makeTextButton(action, { part: 'reload', key: '' });
  return make('div', { class: 'placeholder', part: 'placeholder' }, make('p', {}, text), button);
}

/** Above the contact: something about all of it, and the button that may help. */
export function makeNotice(text: string, action?: string): HTMLElement {
  const button = action === undefined ? undefined : makeTextButton(action, { part: 'reload', key: '' });
  return make('div', { class: 'notice', part: 'notice' }, make('p', {}, text), make('div', { class: 'buttons' }, button));
}
