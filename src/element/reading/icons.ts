/** The outline of a speech bubble, in which several channels draw something of their own. */
const BUBBLE = 'M17.8 3.3h-15.5v11h2v3.8l4.5-3.8h9v-11zM3.8 4.8v8h2v2.1l2.4-2.1h8.1v-8h-12.5z';

/**
 * The shapes of all icons, on a grid of 20 × 20 pixels, to be filled by the even-odd rule. `styles/icons` clips a
 * pseudo-element to them: an icon costs no node, and no policy forbids it.
 */
export const ICONS = {
  more: 'M2.7 10a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0zM8.7 10a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0zM14.7 10a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0z',
  pencil:
    'M4.1 12.4l-1.1 4.6l4.6-1.1l6.4-6.4v.1l1.1-1.1h-.1l1.5-1.5l-3.5-3.5l-1.4 1.5l-.1-.1l-1.1 1.1l.1.1l-6.4 6.3zM11.6 7.1l-6.1 6.1l-.5 1.8l1.8-.5l6.1-6l-1.3-1.4zM14 7.4l.3-.4l-1.3-1.3l-.4.4l1.4 1.3z',
  copy: 'M6.3 7.8h-1.5v7.5h7.5v-7.5h-6zM7.8 6.3h6v6h1.5v-7.5h-7.5v1.5zM13.8 13.8v3h-10.5v-10.5h3v-3h10.5v10.5h-3z',
  eye: 'M10 4.8q-5.4 0-8.6 4.8l-.3.4l.3.4q3.2 4.9 8.6 4.9q5.4 0 8.6-4.9l.3-.4l-.3-.4q-3.2-4.8-8.6-4.8zM2.9 10q2.7 3.8 7.1 3.8q4.4 0 7.1-3.8q-2.7-3.7-7.1-3.7q-4.4 0-7.1 3.7zM7.3 10q0 2.8 2.7 2.8q2.8 0 2.8-2.8q0-2.7-2.8-2.7q-2.7 0-2.7 2.7zM11.3 10q0 1.3-1.3 1.3q-1.2 0-1.2-1.3q0-1.2 1.2-1.2q1.3 0 1.3 1.2z',
  remove: 'M10 8.9l-4-4l-1.1 1.1l4 4l-4 4l1.1 1.1l4-4l4 4l1.1-1.1l-4-4l3.4-3.5l.6-.5l-1.1-1.1l-4 4z',
  tick: 'M8 13.4l-3.5-3.4l-.5-.6l-1.1 1.1l5.1 5.1l9.1-10.2l-1.2-1l-7.9 9z',
  cross: 'M10 8.9l-5-5l-1.1 1.1l5 5l-5 5l1.1 1.1l5-5l5 5l1.1-1.1l-5-5l4.4-4.5l.6-.5l-1.1-1.1l-5 5z',
  undo: 'M5.3 6.8l2.2-2.3l.6-.5l-1.1-1.1l-4.6 4.6l4.1 4l.5.6l1.1-1.1l-.6-.5l-2.2-2.2h6.7q1.3 0 2.3.9q1 1 1 2.3q0 3.3-3.3 3.3h-4.7v1.5h4.7q2 0 3.4-1.4q1.4-1.4 1.4-3.4q0-2-1.4-3.4q-1.4-1.3-3.4-1.3h-6.7z',
  messages: `${BUBBLE}M13.5 6.8h-7.7v1.5h8.5v-1.5h-.8zM11.8 9.8h-6v1.5h6v-1.5z`,
  trash:
    'M7.3 6.8h-1l.7 9h6l.7-9h-6.4zM8.8 5.3h2.5v-.5h-2.5v.5zM12.8 5.3h1v-.1l.7.1h2.3v1.5h-1.6l-.8 10.5h-8.8l-.8-10.5h-1.5v-1.5h2.2l.7-.1v.1h1.1v-2h5.5v2zM9.3 14v-5.7h-1.5v6.5h1.5v-.8zM12.3 14.8v-6.5h-1.5v6.5h1.5z',
  person: 'M10 10.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 19a7 7 0 0 1 14 0z',
  neutral: 'M16.8 6.1l-6.4-3.7l-.4-.3l-6.7 4v7.8l6.7 4l6.8-4v-7.8zM10 3.9l-5.2 3v6.2l5.2 3l5.3-3v-6.2l-5.3-3z',
} as const;

/** The shapes of the channels, which hint at them and copy no trade mark. */
export const CHANNEL_ICONS = {
  email: 'M17.8 4.3h-15.5v11.5h15.5v-11.5zM3.8 6.7v7.6h12.5v-7.6l-6.3 5.3l-6.2-5.3zM15 5.8h-10l5 4.2l5-4.2z',
  facebook: 'M11.5 4.8h2.3v-1.5h-2.3q-3.2 0-3.2 3.2v2.8h-2.5v1.5h2.5v7h1.5v-7h3.5v-1.5h-3.5v-2.8q0-1.7 1.7-1.7z',
  instagram:
    'M13 2.2h-6q-2 0-3.4 1.4q-1.4 1.4-1.4 3.4v6q0 2 1.4 3.4q1.4 1.4 3.4 1.4h6q2 0 3.4-1.4q1.4-1.4 1.4-3.4v-6q0-2-1.4-3.4q-1.4-1.4-3.4-1.4zM3.8 7q0-3.2 3.2-3.2h6q3.2 0 3.2 3.2v6q0 3.2-3.2 3.2h-6q-3.2 0-3.2-3.2v-6zM13.2 6a0.8 .8 0 1 0 1.6 0a0.8 .8 0 1 0-1.6 0zM12.2 10q0 2.2-2.2 2.2q-2.2 0-2.2-2.2q0-2.2 2.2-2.2q2.2 0 2.2 2.2zM10 13.8q1.6 0 2.7-1.1q1.1-1.1 1.1-2.7q0-1.6-1.1-2.7q-1.1-1.1-2.7-1.1q-1.6 0-2.7 1.1q-1.1 1.1-1.1 2.7q0 3.8 3.8 3.8z',
  line: `${BUBBLE}M9.8 9.8v-4h-1.5v5.5h4.5v-1.5h-3z`,
  sms: `${BUBBLE}M6.2 9a0.8 .8 0 1 0 1.6 0a0.8 .8 0 1 0-1.6 0zM9.2 9a0.8 .8 0 1 0 1.6 0a0.8 .8 0 1 0-1.6 0zM12.2 9a0.8 .8 0 1 0 1.6 0a0.8 .8 0 1 0-1.6 0z`,
  telegram:
    'M18 2.7l-15.3 6.6l-1.5.6l5.9 3l2.5-1.7l-1.2 1.5l6.6 4.6l3-14.6zM4.8 10.1l2.1 1l5.7-3.7l1 1.1l-3 3.8l3.4 2.4l2-9.4l-11.2 4.8z',
  tiktok:
    'M11.8 3.4v-1.1h-1.5v.6h-.2l.2.7v8.9q0 2.3-2.3 2.3q-.9 0-1.6-.7q-.6-.7-.6-1.6q0-.9.6-1.6q.7-.6 1.6-.6h.8v-1.5h-.8q-3.7 0-3.7 3.7q0 3.8 3.7 3.8q3.8 0 3.8-3.8v-5.8q1.1 1.2 3.1 1.3l.8.1l.1-1.5h-.7q-2.7-.3-3.3-3.2z',
  twitter:
    'M10 8.9l-4.9-5.4l-.6-.6l-1.1 1.1l5.6 6l-5.6 6l1.1 1.1l5.5-6l4.9 5.4l.6.6l1.1-1.1l-.5-.5l-5.1-5.5l5.1-5.5l.5-.5l-1.1-1.1l-5.5 6z',
  viber:
    'M16.8 2.3h-13.5v12.5h4v4l4-4h5.5v-12.5zM4.8 3.8v9.5h4v1.9l1.9-1.9h4.6v-9.5h-10.5zM12 9.8q-3.2 0-3.2-3.3v-.7h-1.5v.7q0 4.8 4.7 4.8h.8v-1.5h-.8z',
  webchat: BUBBLE,
  wechat:
    'M4.7 6.2q2.8-2.8 6.4-.6l.6.4l.8-1.2q-2.5-1.6-4.9-1.4q-2.4.2-3.9 1.7q-1.7 1.6-1.4 3.7q.3 1.8 1.9 3l-.8 3.9l4-2.8l.6-.4l-.8-1.2l-.6.4l-1 .6l.2-1.2l-.4-.2q-1.4-.9-1.6-2.3q-.2-1.3.9-2.4zM12.4 7.8q-4.4.4-4.1 4.3v.7l1.5-.1q-.2-3.1 2.8-3.4q3-.3 3.6 2.1q.2.9-.4 1.7q-.3.4-.7.6l-.4.1l.1.2q-.5.2-1 .3l-1.6.3l4.9 3.7l-.7-3.7q.3-.2.6-.6q1-1.4.7-3q-.9-3.7-5.3-3.2z',
  whatsapp:
    'M4.2 13.1l-.9 2.7l-.4 1.2l4.3-1q3.2 1.7 6.5.1q3.4-1.7 4-5.4q.6-3.8-2.2-6.4q-2.7-2.6-6.4-1.9q-3.8.8-5.3 4.3q-1.4 3.3.4 6.4zM5.1 15l2.3-.6l.3.1q2.6 1.5 5.3.2q2.7-1.3 3.2-4.3q.5-2.9-1.7-5q-2.2-2.1-5.1-1.5q-3 .6-4.2 3.4q-1.2 2.8.4 5.3l.2.3l-.7 2.1zM12 11.3q-3.2 0-3.2-3.3v-.7h-1.5v.7q0 4.8 4.7 4.8h.8v-1.5h-.8z',
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
