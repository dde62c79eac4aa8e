import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ContactError } from '../core/error.js';
import type { Messages } from '../i18n/messages.js';

/** While the contact is being read: its outline, and the word for it. */
export function renderSkeleton(messages: Messages): TemplateResult {
  return html`<div class="skeleton" part="skeleton">
    <p class="hidden">${messages.loading}</p>
    <div class="identity" aria-hidden="true">
      <span class="avatar bone"></span>
      <div class="title"><span class="bone"></span><span class="bone short"></span></div>
    </div>
    <div class="fields" aria-hidden="true">
      ${[1, 2, 3, 4, 5, 6].map(() => html`<div class="field"><span class="bone"></span><span class="bone"></span></div>`)}
    </div>
  </div>`;
}

/** In place of a contact that cannot be shown: why, and what the person can do about it. */
export function renderFailure(error: ContactError, messages: Messages, onRetry: () => void): TemplateResult {
  const isMissing = error.code === 'not-found' || error.code === 'gone';
  return renderPlaceholder(
    isMissing ? messages.notFound : messages.errors[error.code],
    isMissing ? undefined : messages.tryAgain,
    onRetry,
  );
}

/** A sentence in place of the contact, and the button that may help. */
export function renderPlaceholder(text: string, action?: string, onAction?: () => void): TemplateResult {
  return html`<div class="placeholder" part="placeholder">
    <p>${text}</p>
    ${action ? html`<button type="button" class="button" part="button" @click=${onAction}>${action}</button>` : nothing}
  </div>`;
}

/** Above a contact that could not be read again: what is shown may be old. */
export function renderNotUpdated(error: ContactError, messages: Messages, onRetry: () => void): TemplateResult {
  return html`<div class="notice" part="notice">
    <p>${messages.notUpdated} ${messages.errors[error.code]}</p>
    <div class="buttons">
      <button type="button" class="button" part="button" @click=${onRetry}>${messages.tryAgain}</button>
    </div>
  </div>`;
}
