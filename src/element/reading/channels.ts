import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Channel } from '../../core/contact.js';
import { perLanguage } from '../../i18n/per-language.js';
import type { View } from '../view.js';
import { CHANNEL_KEY, copyable } from './copyable.js';
import { channelShape } from './icons.js';

const dateFormatIn = perLanguage((lang) => new Intl.DateTimeFormat([lang, 'en'], { dateStyle: 'medium' }));

/**
 * The channels: the connected ones, and below them, folded away, those that could be. A press copies a handle, or asks for a
 * conversation; together they are one tab stop.
 */
export function channels(view: View, copied: string | undefined): TemplateResult | typeof nothing {
  const { contact, messages } = view;
  const all = contact.channels ?? [];
  if (!all.length) return nothing;
  const active = all.filter(({ state }) => state === 'active');
  const others = all.filter(({ state }) => state !== 'active');
  const stop = [...active, ...others].find(
    (channel) => channel.handle || isUsable(channel, view) || isRemovable(channel, view),
  );
  const list = (some: readonly Channel[]) =>
    html`<ul role="list">
      ${some.map((channel) => item(channel, `${CHANNEL_KEY}${all.indexOf(channel)}`, view, copied, channel === stop))}
    </ul>`;
  return html`<div class="channels" part="channels" role="group" aria-label=${messages.channels}>
    ${active.length ? list(active) : nothing}
    ${active.length && others.length
      ? html`<details>
          <summary>${messages.moreChannels(others.length)}</summary>
          ${list(others)}
        </details>`
      : nothing}
    ${active.length || !others.length ? nothing : list(others)}
  </div>`;
}

/** Whether a press on a channel asks for something: an active one for its conversation, an inactive one for a first message. */
function isUsable({ state }: Channel, { state: { can } }: View): boolean | undefined {
  return state === 'active' ? can.openChannels : state === 'inactive' && can.startConversations;
}

/** Whether a channel can be taken off the contact; one that has not been started follows from an address. */
function isRemovable({ state }: Channel, { abilities }: View): boolean {
  return abilities.removeChannels && state !== 'inactive';
}

/** The button that removes a channel. */
function removeButton(label: string, key: string, isStop: boolean, { messages }: View): TemplateResult {
  // prettier-ignore
  return html`<button type="button" class="quiet pencil icon icon-cross" part="remove-channel-button" name="remove-channel" data-field=${key} tabindex=${isStop ? 0 : -1} aria-label=${messages.removeChannel(label)}></button>`;
}

function item(channel: Channel, key: string, view: View, copied: string | undefined, isStop: boolean): TemplateResult {
  const { messages, valuesLang } = view;
  const { handle, name, reason, state, type } = channel;
  const label = name ?? type;
  const isUsed = isUsable(channel, view);
  const isActive = state === 'active';
  // prettier-ignore
  const use = (face: unknown, title: string) => isUsed ? html`<button type="button" class="code use" part="button" name="channel" data-field=${key} tabindex=${isStop ? 0 : -1} aria-label=${title}>${face}</button>` : face;
  const face = html`<bdi lang=${valuesLang} .textContent=${label}></bdi>`;
  const told = reason ?? describeState(channel, view);
  // prettier-ignore
  return html`<li class="channel" part="channel"><svg width="20" height="20" fill="currentcolor" fill-rule="evenodd" aria-hidden="true"><path d=${channelShape(type)}></path></svg><span class="channel-name">${isActive ? use(face, messages.openChannel(label)) : face} ${handle ? copyable(key, label, handle, copied, messages, isStop && !isUsed) : nothing}</span><span class="channel-state" lang=${reason ? valuesLang : nothing}>${isUsed && !isActive ? use(messages.startConversation, `${messages.startConversation}: ${label}`) : told}</span>${isRemovable(channel, view) ? removeButton(label, key, isStop && !isUsed && !handle, view) : nothing}</li>`;
}

function describeState({ state, connectedAt }: Channel, { areFormatsReady, messages, textsLang }: View): string {
  const since = state === 'active' && connectedAt ? Date.parse(connectedAt) : NaN;
  if (Number.isNaN(since)) return messages.channelStates[state];
  return messages.connectedSince(areFormatsReady ? dateFormatIn(textsLang).format(since) : (connectedAt ?? '').slice(0, 10));
}
