import type { Channel } from 'contact-details/server.js';
import type { Random } from './random.js';

interface Address {
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly handle: string;
}

/** What is known of the field's channels: how they are called, and what they need to be reached. */
const TYPES: readonly (readonly [type: string, name: string, by: keyof Address])[] = [
  ['whatsapp', 'WhatsApp', 'phone'],
  ['email', 'Email', 'email'],
  ['facebook', 'Messenger', 'handle'],
  ['instagram', 'Instagram', 'handle'],
  ['telegram', 'Telegram', 'handle'],
  ['line', 'LINE', 'handle'],
  ['viber', 'Viber', 'phone'],
  ['twitter', 'X', 'handle'],
  ['wechat', 'WeChat', 'handle'],
  ['tiktok', 'TikTok', 'handle'],
  ['sms', 'SMS', 'phone'],
  ['webchat', 'Web chat', 'handle'],
  ['custom', 'Shop app', 'handle'],
  ['pigeon', 'Pigeon post', 'handle'],
];

const DAY = 24 * 60 * 60_000;

/** One to four channels, the first one active; `index` makes every type come first for somebody. */
export function channelsFor(random: Random, index: number, address: Address, now: Date): readonly Channel[] {
  const reachable = TYPES.filter(([, , by]) => address[by] !== undefined);
  const first = TYPES[index % TYPES.length] as (typeof TYPES)[number];
  const chosen = new Set([reachable.includes(first) ? first : random.pick(reachable), ...random.some(reachable, 3)]);
  return [...chosen].map(([type, name, by], position): Channel => {
    const handle = by === 'handle' ? `@${address.handle}` : address[by];
    const state = position === 0 ? 'active' : random.pick(['active', 'inactive', 'unavailable'] as const);
    const connectedAt = new Date(now.getTime() - (1 + random.below(900)) * DAY).toISOString();
    return {
      ...{ id: `ch_${type}`, type, name, state },
      ...(handle !== undefined && state !== 'unavailable' ? { handle } : {}),
      ...(state === 'active' ? { connectedAt } : {}),
    };
  });
}
