import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ContactState } from '../core/state.js';
import type { Messages } from '../i18n/messages.js';
import { renderFields } from './fields.js';
import { renderHeader } from './header.js';
import type { Intents, View } from './panel.js';
import { renderFailure, renderNotUpdated, renderPlaceholder, renderSkeleton } from './placeholders.js';
import { renderTags } from './tags.js';

/** The whole panel, whatever its state; `view` is there as soon as there is a contact to show. */
export function renderPanel(
  state: ContactState | undefined,
  view: View | undefined,
  messages: Messages,
  { onReload }: Intents,
): TemplateResult {
  const isShown = state?.phase === 'ready' && view !== undefined;
  return html`<div
    id="panel"
    class="panel"
    part="panel"
    role="group"
    tabindex="-1"
    aria-busy=${state?.isLoading ? 'true' : nothing}
    aria-label=${isShown ? nothing : messages.contactDetails}
    aria-labelledby=${isShown ? 'name' : nothing}
    @input=${stop}
    @beforeinput=${stop}
    @change=${stop}
  >
    <slot name="header"></slot>
    ${isShown ? renderContact(view) : renderAbsence(state, view, messages, onReload)}
    <slot name="footer"></slot>
    <div id="status" class="hidden" role="status"></div>
  </div>`;
}

function renderContact(view: View): TemplateResult {
  const { intents, isPartMissing, menu, messages, state } = view;
  return html`${renderHeader(view)} ${menu?.render(view) ?? nothing}
    ${state.loadError ? renderNotUpdated(state.loadError, messages, intents.onReload) : nothing}
    ${isPartMissing ? html`<p class="notice" part="notice">${messages.errors.unavailable}</p>` : nothing}
    <slot name="before-fields"></slot>
    ${renderFields(view)}
    <slot name="after-fields"></slot>
    ${renderTags(view)}`;
}

function renderAbsence(
  state: ContactState | undefined,
  view: View | undefined,
  messages: Messages,
  onReload: () => void,
): TemplateResult {
  if (!state) return html`<slot name="empty">${renderPlaceholder(messages.noContact)}</slot>`;
  if (state.phase === 'deleted')
    return html`${renderPlaceholder(messages.deleted)}${(view && view.editing?.renderUnsaved(view)) ?? nothing}`;
  return state.phase === 'failed' && state.loadError
    ? renderFailure(state.loadError, messages, onReload)
    : renderSkeleton(messages);
}

/** Events of generic names are the panel's own affair: `input` and its like would cross the shadow root. */
function stop(event: Event): void {
  event.stopPropagation();
}
