import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Channel } from '../../core/contact.js';
import { perLanguage } from '../../i18n/per-language.js';
import type { View } from '../view.js';
import { channelIconClass } from './icons.js';

const dateFormatIn = perLanguage((lang) => new Intl.DateTimeFormat([lang, 'en'], { dateStyle: 'medium' }));

/** The channels: the connected ones, and below them, folded away, those that could be. */
export function channels(view: View): TemplateResult | typeof nothing {
  const { contact, messages } = view;
  const all = contact.channels ?? [];
  if (!all.length) return nothing;
  const active = all.filter(({ state }) => state === 'active');
  const others = all.filter(({ state }) => state !== 'active');
  return html`<div class="channels" part="channels" role="group" aria-label=${messages.channels}>
    ${active.length ? list(active, view) : nothing}
    ${active.length && others.length
      ? html`<details>
          <summary>${messages.moreChannels(others.length)}</summary>
          ${list(others, view)}
        </details>`
      : nothing}
    ${active.length || !others.length ? nothing : list(others, view)}
  </div>`;
}

function list(some: readonly Channel[], view: View): TemplateResult {
  return html`<ul role="list">
    ${some.map((channel) => item(channel, view))}
  </ul>`;
}

function item(channel: Channel, view: View): TemplateResult {
  const { handle, name, type } = channel;
  const label = name ?? type;
  const state = describeState(channel, view);
  // prettier-ignore
  return handle
    ? html`<li class=${channelIconClass(type)} part="channel"><span class="channel-name"><bdi .textContent=${label}></bdi> <bdi class="handle" dir="ltr" .textContent=${handle}></bdi></span><span class="channel-state" .textContent=${state}></span></li>`
    : html`<li class=${channelIconClass(type)} part="channel"><bdi class="channel-name" .textContent=${label}></bdi><span class="channel-state" .textContent=${state}></span></li>`;
}

function describeState({ state, connectedAt }: Channel, { areFormatsReady, messages, textsLang }: View): string {
  const since = state === 'active' && connectedAt ? Date.parse(connectedAt) : NaN;
  if (Number.isNaN(since)) return messages.channelStates[state];
  return messages.connectedSince(areFormatsReady ? dateFormatIn(textsLang).format(since) : (connectedAt ?? '').slice(0, 10));
}
