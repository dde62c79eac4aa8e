import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { displayName } from '../../core/display-name.js';
import { avatar } from '../../fields/avatar.js';
import { countryField } from '../../fields/country.js';
import { definitionOf, isEditable, NAME_KEYS } from '../definitions.js';
import type { Editing } from '../editing/editing.js';
import type { Handlers } from '../panel.js';
import type { Popups } from '../popups/popups.js';
import type { View } from '../view.js';
import { channels } from './channels.js';
import { copyable, ID_KEY } from './copyable.js';
import { rowButton } from './row-button.js';

/** The top of the panel: picture, name, country, id, the more-actions button with its menu, and the channels. */
export function header(
  view: View,
  on: Handlers,
  editing: Editing | undefined,
  popups: Popups | undefined,
  copied: string | undefined,
): TemplateResult {
  const { avatarPaths, contact, headingLevel, messages } = view;
  const name = displayName(contact);
  const edited = editing?.renderName(view);
  return html`<div part="header" @click=${on.pressField}>
    <div class=${edited?.editor ? 'identity is-open' : 'identity'}>
      ${avatar(contact.id, name, contact.avatarUrl, avatarPaths)}
      <div class="title">
        <div class="name" data-field="name">
          <bdi id="name" part="name" role="heading" aria-level=${headingLevel} lang=${name ? view.valuesLang : nothing}
            >${name || messages.unnamed}</bdi
          >
          ${isNameEditable(view) ? rowButton('edit', 'pencil', messages.editName) : nothing}
        </div>
        ${edited?.editor ?? nothing} ${edited?.notes ?? nothing} ${facts(view, copied)}
      </div>
      ${hasMenu(view) ? menuButton(view, on, popups) : nothing}
    </div>
    ${channels(view, copied)}
  </div>`;
}

function isNameEditable(view: View): boolean {
  return NAME_KEYS.every((key) => isEditable(definitionOf(key, view), view));
}

function hasMenu({ abilities, actions, contactHref }: View): boolean {
  const { block, blockReason, delete: remove, deleteReason, export: take, merge, mergeReason, viewMessages } = abilities;
  const isAnyAllowed = Boolean(contactHref) || viewMessages || take || block || merge || remove;
  return isAnyAllowed || (blockReason ?? mergeReason ?? deleteReason) !== undefined || actions.length > 0;
}

function menuButton(view: View, on: Handlers, popups: Popups | undefined): TemplateResult {
  return html`<button
      type="button"
      id="menu-button"
      class="quiet icon icon-more"
      part="menu-button"
      aria-label=${view.messages.moreActions}
      aria-haspopup="menu"
      aria-expanded=${popups?.menu.isOpen === true}
      @click=${on.useMenu}
      @keydown=${on.useMenu}
    ></button>
    ${popups?.renderMenu(view) ?? nothing}`;
}

function facts(view: View, copied: string | undefined): TemplateResult {
  const { contact, lang, messages, valuesLang } = view;
  const { country } = contact;
  const context = { definition: { key: 'country', type: 'country' }, lang, words: messages };
  return html`<p class="facts">
    ${contact.isBlocked ? html`<span class="blocked" part="blocked">${messages.blocked}</span>` : nothing}
    ${country ? html`<span part="country" lang=${valuesLang}>${countryField.show?.(country, context)}</span>` : nothing}
    <span class="id" part="id"
      >${messages.contactId} ${copyable(ID_KEY, messages.contactId, contact.id, copied, messages, !isNameEditable(view))}</span
    >
  </p>`;
}
