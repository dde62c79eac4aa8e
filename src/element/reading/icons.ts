/** The outline of a speech bubble, in which several channels draw something of their own. */
const BUBBLE = 'M2.3 3.3h15.5v11h-9l-4.5 3.8v-3.8h-2zM3.8 4.8v8h2v2.1l2.4-2.1h8.1v-8z';

/**
 * The shapes of all icons, on a grid of 20 × 20 pixels, to be filled by the even-odd rule. `styles/icons` clips a
 * pseudo-element to them: an icon costs no node, and no policy forbids it.
 */
export const ICONS = {
  more: 'M2.7 10a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0zM8.7 10a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0zM14.7 10a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0z',
  pencil: 'M3 17l1-4.6 9-9 3.6 3.6-9 9zM5.5 13.2l-.5 1.8 1.8-.5 6-6-1.3-1.4zM13 5.6l-.4.4 1.4 1.4.4-.4z',
  copy: 'M6.3 3.3h10.5v10.5h-3v3h-10.5v-10.5h3zM7.8 6.3h6v6h1.5v-7.5h-7.5zM4.8 7.8v7.5h7.5v-7.5z',
  eye: 'M1 10q9-12 18 0q-9 12-18 0zM3 10q7 8.6 14 0q-7-8.6-14 0zM7.2 10a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0zM8.7 10a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0z',
  remove: 'M10 8.9l4-4 1.1 1.1-4 4 4 4-1.1 1.1-4-4-4 4-1.1-1.1 4-4-4-4 1.1-1.1z',
  tick: 'M3 10.5l1-1.1 4 4 7.9-9 1.2 1-9 10.2z',
  cross: 'M10 8.9l5-5 1.1 1.1-5 5 5 5-1.1 1.1-5-5-5 5-1.1-1.1 5-5-5-5 1.1-1.1z',
  undo: 'M7 3l1 1-2.7 2.8h6.7a4.7 4.7 0 0 1 0 9.4h-4.7v-1.5h4.7a3.2 3.2 0 0 0 0-6.4h-6.7l2.7 2.8-1 1-4.6-4.6z',
  messages: `${BUBBLE}M5.8 6.8h8.5v1.5h-8.5zM5.8 9.8h6v1.5h-6z`,
  trash:
    'M7.2 5.3v-2h5.5v2h4.1v1.5h-1.6l-.8 10.5h-8.8l-.8-10.5h-1.6v-1.5zM8.8 5.3h2.4v-.5h-2.4zM6.3 6.8l.7 9h6l.7-9zM7.8 8.3h1.5v6.5h-1.5zM10.8 8.3h1.5v6.5h-1.5z',
  person: 'M10 10.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 19a7 7 0 0 1 14 0z',
  neutral: 'M10 2.1l6.8 4v7.8l-6.8 4-6.7-4v-7.8zM10 3.9l-5.2 3v6.2l5.2 3 5.3-3v-6.2z',
} as const;

/** The shapes of the channels, which hint at them and copy no trade mark. */
export const CHANNEL_ICONS = {
  email: 'M2.3 4.3h15.5v11.5h-15.5zM3.8 6.7v7.6h12.5v-7.6l-6.3 5.3zM5 5.8l5 4.2 5-4.2z',
  facebook: 'M13.8 3.3v1.5h-2.3a1.7 1.7 0 0 0-1.7 1.7v2.8h3.5v1.5h-3.5v7h-1.5v-7h-2.6v-1.5h2.6v-2.8a3.2 3.2 0 0 1 3.2-3.2z',
  instagram:
    'M2.2 7a4.8 4.8 0 0 1 4.8-4.8h6a4.8 4.8 0 0 1 4.8 4.8v6a4.8 4.8 0 0 1-4.8 4.8h-6a4.8 4.8 0 0 1-4.8-4.8zM3.7 7v6a3.3 3.3 0 0 0 3.3 3.3h6a3.3 3.3 0 0 0 3.3-3.3v-6a3.3 3.3 0 0 0-3.3-3.3h-6a3.3 3.3 0 0 0-3.3 3.3zM6.3 10a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0-7.4 0zM7.8 10a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0zM13.2 6a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0z',
  line: `${BUBBLE}M8.3 5.8h1.5v4h3v1.5h-4.5z`,
  sms: `${BUBBLE}M6.2 9a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0zM9.2 9a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0zM12.2 9a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0z`,
  telegram: 'M18 2.7l-3 14.6-6.6-4.6 1.2-1.5-2.5 1.7-5.9-3zM4.8 10.1l2.1 1 5.7-3.7 1 1.1-3 3.8 3.4 2.4 2-9.4z',
  tiktok: 'M10.3 2.3h1.5q.5 3.8 3.7 4.3v1.5q-2.2-.2-3.7-1.6v6a3.8 3.8 0 1 1-3.8-3.8h.5v1.5h-.5a2.3 2.3 0 1 0 2.3 2.3z',
  twitter: 'M10 9l5.1-5.6 1.1 1-5.2 5.6 5.2 5.6-1.1 1-5.1-5.6-5.1 5.6-1.1-1 5.2-5.6-5.2-5.6 1.1-1z',
  viber:
    'M3.3 2.3h13.5v12.5h-5.5l-4 4v-4h-4zM4.8 3.8v9.5h4v1.9l1.9-1.9h4.6v-9.5zM7.3 6h1.5a3 3 0 0 0 3.2 3.8h.8v1.5h-.8a4.6 4.6 0 0 1-4.7-5.3z',
  webchat: BUBBLE,
  wechat:
    'M8 3a6 5 0 0 0-4.2 8.6l-.6 2.6 2.8-1.4a7 7 0 0 0 1.6.2a4.7 4.2 0 0 1 6.4-4.7a6 5 0 0 0-6-5.3zM13.5 9.2a4.5 3.8 0 1 0 1.7 7.3l2.3 1-.5-2.1a3.8 3.8 0 0 0-3.5-6.2z',
  whatsapp:
    'M10 2.3a7.6 7.6 0 0 0-6.5 11.6l-1.1 3.6 3.7-.9a7.6 7.6 0 1 0 3.9-14.3zM10 3.8a6.1 6.1 0 1 1-3.4 11.1l-2 .5.6-1.9a6.1 6.1 0 0 1 4.8-9.7zM7.4 7h1.5q0 3.6 3.6 3.9v1.5q-5.1-.3-5.1-5.4z',
} as const;

/** The class that draws an icon; an unknown name gets the neutral one. */
export function iconClass(name: string): string {
  return `icon icon-${Object.hasOwn(ICONS, name) ? name : 'neutral'}`;
}

/** The classes of a channel and its icon: `whatsapp_cloud`, `twilio-sms` and the like get the icon of the channel behind them. */
export function channelIconClass(type: string): string {
  const plain = type.toLowerCase().replace(/[\s_-]/g, '');
  const name = Object.keys(CHANNEL_ICONS).find((known) => plain.includes(known));
  return `channel icon icon-${name ?? 'neutral'}`;
}
