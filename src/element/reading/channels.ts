import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Channel } from '../../core/contact.js';
import { perLanguage } from '../../i18n/per-language.js';
import type { View } from '../view.js';
import { CHANNEL_KEY, copyable } from './copyable.js';
import { channelIconClass } from './icons.js';

const dateFormatIn = perLanguage((lang) => new Intl.DateTimeFormat([lang, 'en'], { dateStyle: 'medium' }));

/**
 * The channels: the connected ones, and below them, folded away, those that could be. A press copies a handle; together the
 * handles are one tab stop.
 */
export function channels(view: View, copied: string | undefined): TemplateResult | typeof nothing {
  const { contact, messages } = view;
  const all = contact.channels ?? [];
  if (!all.length) return nothing;
  const active = all.filter(({ state }) => state === 'active');
  const others = all.filter(({ state }) => state !== 'active');
  const stop = [...active, ...others].find(({ handle }) => handle);
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

function item(channel: Channel, key: string, view: View, copied: string | undefined, isStop: boolean): TemplateResult {
  const { handle, name, type } = channel;
  const label = name ?? type;
  const state = describeState(channel, view);
  // prettier-ignore
  return handle
    ? html`<li class=${channelIconClass(type)} part="channel"><span class="channel-name"><bdi lang=${view.valuesLang} .textContent=${label}></bdi> ${copyable(key, label, handle, copied, view.messages, isStop)}</span><span class="channel-state" .textContent=${state}></span></li>`
    : html`<li class=${channelIconClass(type)} part="channel"><bdi class="channel-name" lang=${view.valuesLang} .textContent=${label}></bdi><span class="channel-state" .textContent=${state}></span></li>`;
}

function describeState({ state, connectedAt }: Channel, { areFormatsReady, messages, textsLang }: View): string {
  const since = state === 'active' && connectedAt ? Date.parse(connectedAt) : NaN;
  if (Number.isNaN(since)) return messages.channelStates[state];
  return messages.connectedSince(areFormatsReady ? dateFormatIn(textsLang).format(since) : (connectedAt ?? '').slice(0, 10));
}
