import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

/** Drawn for this demo: they suggest each kind of channel without being anybody's trade mark. */
const glyphs = new Map<string, SVGTemplateResult>([
  ['email', svg`<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="m4 7.5 8 6 8-6"/>`],
  ['sms', svg`<path d="M4 5h16v11h-8l-4.5 4v-4H4zM8.5 10.5v.01M12 10.5v.01M15.5 10.5v.01"/>`],
  [
    'phone',
    svg`<path d="M6 4h3.5l1.5 4.5-2.2 1.6a12 12 0 0 0 5.1 5.1l1.6-2.2L20 14.5V18a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z"/>`,
  ],
  ['telegram', svg`<path d="M3.5 11.5 20.5 4.5 17.5 19.5 11 15.5zM20.5 4.5 11 15.5V20l2.6-2.9"/>`],
  [
    'instagram',
    svg`<rect x="4" y="4" width="16" height="16" rx="4.5"/><circle cx="12" cy="12" r="3.5"/><path d="M16.5 7.5v.01"/>`,
  ],
  ['webchat', svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2.5"/><path d="M3.5 9h17M8 14h5"/>`],
]);

const bubble = svg`<path d="M12 4.5c4.7 0 8.5 3.2 8.5 7.2s-3.8 7.2-8.5 7.2a10 10 0 0 1-3-.5L4.5 20l1-3.6a6.6 6.6 0 0 1-2-4.7c0-4 3.8-7.2 8.5-7.2z"/>`;

const aliases = new Map<string, string>([
  ['web_chat', 'webchat'],
  ['web-chat', 'webchat'],
  ['chat', 'webchat'],
  ['twilio', 'sms'],
]);

const labels = new Map<string, string>([
  ['email', 'Email'],
  ['sms', 'SMS'],
  ['line', 'LINE'],
  ['tiktok', 'TikTok'],
  ['wechat', 'WeChat'],
  ['whatsapp', 'WhatsApp'],
  ['webchat', 'Web chat'],
]);

/** A decorative sign for a channel; a channel nobody knows gets the neutral one. */
export function channelIcon(type: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${glyphs.get(kindOf(type)) ?? bubble}</svg>`;
}

/** What a channel is called: its own name, else its kind's. */
export function channelLabel({ type, name }: { type: string; name?: string | null }): string {
  const kind = kindOf(type);
  return name || labels.get(kind) || kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('_', ' ');
}

function kindOf(type: string): string {
  const kind = type.split(':')[0] ?? type;
  return aliases.get(kind) ?? kind;
}
