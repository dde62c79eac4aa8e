import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Channel } from '../core/contact.js';
import { displayName } from '../core/display-name.js';
import { fieldType } from '../core/fields.js';
import { renderAvatar } from '../fields/avatar.js';
import { renderEditButton } from './fields.js';
import { renderChannelIcon, renderIcon } from './icons.js';
import type { View } from './panel.js';

/** The top of the panel: picture, name, country, id, the more-actions button, and the channels. */
export function renderHeader(view: View): TemplateResult {
  const { contact, editing, messages } = view;
  const name = displayName(contact) || messages.unnamed;
  return html`<header part="header">
    <div class="identity">
      ${renderAvatar(contact.id, displayName(contact), contact.avatarUrl)}
      <div class="title">${editing?.renderName(view) ?? renderName(view, name)} ${renderFacts(view)}</div>
      ${renderMenuButton(view)}
    </div>
    ${renderChannels(view)}
  </header>`;
}

/** The name as the panel's heading, with the pencil that opens its editor. */
export function renderName(view: View, name: string): TemplateResult {
  const { abilities, headingLevel, messages } = view;
  return html`<div class="name">
    <div role="heading" aria-level=${headingLevel} id="name" part="name"><bdi>${name}</bdi></div>
    ${abilities.edit ? renderEditButton('name', messages.editName, view) : nothing}
  </div>`;
}

function renderFacts({ contact, lang, messages }: View): TemplateResult {
  const context = { definition: { key: 'country', type: 'country' }, lang };
  const country = contact.country ? fieldType('country').show?.(contact.country, context) : undefined;
  return html`<p class="facts">
    ${country ? html`<span class="country" part="country">${country}</span>` : nothing}
    <span class="id" part="id">${messages.contactId} <bdi dir="ltr">${contact.id}</bdi></span>
  </p>`;
}

function renderMenuButton({ abilities, actions, intents, messages }: View): TemplateResult | typeof nothing {
  const isEmpty = !abilities.viewMessages && !abilities.delete && !abilities.deleteReason && !actions.length;
  if (isEmpty) return nothing;
  return html`<button
    type="button"
    class="quiet"
    id="menu-button"
    part="menu-button"
    aria-label=${messages.moreActions}
    aria-haspopup="menu"
    aria-expanded="false"
    @pointerenter=${intents.onMenuIntent}
    @focus=${intents.onMenuIntent}
    @click=${intents.onMenuPress}
  >
    ${renderIcon('more')}
  </button>`;
}

function renderChannels(view: View): TemplateResult | typeof nothing {
  const { contact, messages } = view;
  const channels = contact.channels ?? [];
  if (!channels.length) return nothing;
  const active = channels.filter((channel) => channel.state === 'active');
  const others = channels.filter((channel) => channel.state !== 'active');
  return html`<div class="channels" part="channels" role="group" aria-label=${messages.channels}>
    ${active.length ? renderChannelList(active, view) : nothing}
    ${active.length && others.length
      ? html`<details>
          <summary>${messages.moreChannels(others.length)}</summary>
          ${renderChannelList(others, view)}
        </details>`
      : others.length
        ? renderChannelList(others, view)
        : nothing}
  </div>`;
}

function renderChannelList(channels: readonly Channel[], view: View): TemplateResult {
  return html`<ul role="list">
    ${channels.map(
      (channel) =>
        html`<li class="channel" part="channel">
          ${renderChannelIcon(channel.type)}
          <span class="channel-name"
            ><bdi>${channel.name ?? channel.type}</bdi>${channel.handle
              ? html` <bdi class="handle" dir="ltr">${channel.handle}</bdi>`
              : nothing}</span
          >
          <span class="channel-state">${describeState(channel, view)}</span>
        </li>`,
    )}
  </ul>`;
}

function describeState({ state, connectedAt }: Channel, { lang, messages }: View): string {
  const since = state === 'active' && connectedAt ? Date.parse(connectedAt) : NaN;
  if (Number.isNaN(since)) return messages.channelStates[state];
  return messages.connectedSince(new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).format(since));
}
