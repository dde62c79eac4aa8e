import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isGone } from '../../core/error.js';
import type { ContactError } from '../../core/error.js';
import type { Messages } from '../../i18n/messages.js';
import { onPress } from '../panel.js';
import type { Handlers } from '../panel.js';

/** The outline of a contact while it is being read, and the word for it. */
export function skeleton({ loading }: Messages): TemplateResult {
  return html`<div class="skeleton" part="skeleton">
    <p class="hidden">${loading}</p>
    <div class="identity" aria-hidden="true">
      <span class="bone avatar"></span>
      <div class="title"><span class="bone"></span><span class="bone short"></span></div>
    </div>
    <div class="fields" aria-hidden="true">
      <span class="bone"></span><span class="bone"></span><span class="bone"></span><span class="bone"></span
      ><span class="bone"></span><span class="bone"></span>
    </div>
  </div>`;
}

/** In place of a contact that cannot be shown: why, and what the person can do about it. */
export function failure(error: ContactError, messages: Messages, on: Handlers): TemplateResult {
  const { mergedInto } = error;
  const button = mergedInto
    ? textButton(messages.openMerged, () => on.openContact(mergedInto))
    : isGone(error)
      ? nothing
      : reloadButton(messages, on);
  return placeholder(failureText(error, messages, false), button);
}

/** Why a contact could not be read, which may be shown all the same, as it was before. */
export function failureText(error: ContactError, messages: Messages, isShown: boolean): string {
  if (isShown) return `${messages.notUpdated} ${messages.errors[error.code]}`;
  if (error.mergedInto) return messages.merged;
  return isGone(error) ? messages.notFound : messages.errors[error.code];
}

/** A sentence in place of the contact, and the button that may help. */
export function placeholder(text: string, button: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="placeholder" part="placeholder">
    <p>${text}</p>
    ${button}
  </div>`;
}

/** Above the contact: something about all of it, and the button that may help. */
export function notice(text: string, button: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="notices">
    <div class="notice" part="notice">
      <p>${text}</p>
      ${button === nothing ? nothing : html`<div class="buttons">${button}</div>`}
    </div>
  </div>`;
}

/** The button that reads the contact anew. */
export function reloadButton({ tryAgain }: Messages, on: Handlers): TemplateResult {
  return textButton(tryAgain, on.reload);
}

function textButton(text: string, act: () => void): TemplateResult {
  return html`<button type="button" class="button" part="button" @click=${onPress(act)}>${text}</button>`;
}
