/** The outline of a speech bubble, in which several channels draw something of their own. */
export const BUBBLE = 'M2.5 3.5h15v11h-9.7l-3.3 3v-3h-2zM4 5v8h2v1.1l1.2-1.1h8.8v-8z';

/**
 * The shapes of icons, on a grid of 20 × 20 pixels, to be filled by the even-odd rule. `styles/icons` clips a
 * pseudo-element to them: an icon costs no node, and no policy forbids it. Straight lines are 1.5 pixels wide and begin and
 * end at halves of a pixel, which is sharp on most screens.
 */
export const ICONS = {
  pencil: 'M3 17l1.1-4.6 8.9-8.9 3.5 3.5-8.9 8.9zM11.6 7.1l-6.1 6.1-.5 1.8 1.8-.5 6.1-6.1zM13 5.7l-.4.4 1.3 1.3 .4-.4z',
  copy: 'M3.5 7h9.5v9.5h-9.5zM5 8.5v6.5h6.5v-6.5zM7 3.5h9.5v9.5h-2.5v-1.5h1v-6.5h-6.5v1h-1.5z',
  eye: 'M10 4.8q-5.4 0-8.9 5.2 3.5 5.2 8.9 5.2 5.4 0 8.9-5.2-3.5-5.2-8.9-5.2zM2.9 10q2.8-3.7 7.1-3.7 4.3 0 7.1 3.7-2.8 3.7-7.1 3.7-4.3 0-7.1-3.7zM8 10a2 2 0 1 0 4 0 2 2 0 1 0-4 0z',
  tick: 'M8 13.4l-4-4-1.1 1.1 5.1 5.1 9.1-10.2-1.2-1z',
  cross: 'M10 8.9l-5-5-1.1 1.1 5 5-5 5 1.1 1.1 5-5 5 5 1.1-1.1-5-5 5-5-1.1-1.1z',
  undo: 'M5.4 7l2.7-2.7-1.1-1.1-4.6 4.6 4.6 4.5 1.1-1.1-2.7-2.7h6.6a3.25 3.25 0 0 1 0 6.5h-4v1.5h4a4.75 4.75 0 0 0 0-9.5z',
  person: 'M10 10.2a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 19a8 7.5 0 0 1 16 0z',
  neutral: 'M10 2.2l6.5 3.8v8l-6.5 3.8-6.5-3.8v-8zM10 4l-5 2.9v6.2l5 2.9 5-2.9v-6.2z',
} as const;

/** One stroke of the cross that removes a tag, after its angle. */
const STROKE = 'transparent 47%, currentcolor 48.5% 51.5%, transparent 53%) center / 10px 10px no-repeat';

/**
 * The icons that every panel has at rest, one of them at each tag, as backgrounds. They need no clipping: each clipped box is a
 * layer of the page, and a page of a thousand panels is painted layer by layer.
 */
export const PAINTED_ICONS = {
  more: 'radial-gradient(circle, currentcolor 1.2px, transparent 1.7px) 1px 0 / 6px 100%',
  remove: `linear-gradient(45deg, ${STROKE}, linear-gradient(135deg, ${STROKE}`,
} as const;

/**
 * The shapes of the channels, which hint at them and copy no trade mark. Every panel has some of them at rest: they are drawn as
 * SVG, since a box that is clipped is a layer of the page.
 */
const CHANNEL_ICONS = {
  email: 'M2.5 4.5h15v11h-15zM4 6.9v7.1h12v-7.1l-6 5.1zM5.2 6l4.8 4 4.8-4z',
  facebook: 'M12 5h2v-1.5h-2q-3.5 0-3.5 3.5v2.5h-2.5v1.5h2.5v6.5h1.5v-6.5h3.5v-1.5h-3.5v-2.5q0-2 2-2z',
  instagram:
    'M6.5 2.5h7q4 0 4 4v7q0 4-4 4h-7q-4 0-4-4v-7q0-4 4-4zM6.5 4q-2.5 0-2.5 2.5v7q0 2.5 2.5 2.5h7q2.5 0 2.5-2.5v-7q0-2.5-2.5-2.5zM6.5 10a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0zM8 10a2 2 0 1 0 4 0 2 2 0 1 0-4 0zM13 6a1 1 0 1 0 2 0 1 1 0 1 0-2 0z',
  line: `${BUBBLE}M8 6.5h1.5v3.5h2.5v1.5h-4z`,
  sms: `${BUBBLE}M6 9a1 1 0 1 0 2 0 1 1 0 1 0-2 0zM9 9a1 1 0 1 0 2 0 1 1 0 1 0-2 0zM12 9a1 1 0 1 0 2 0 1 1 0 1 0-2 0z`,
  telegram: 'M18 2.7l-15.4 6.6-.3 1.2 4.8 2.4 2.5-1.7-1.2 1.5 6.6 4.6zM4.8 10.1l2.1 1 5.7-3.7 1 1.1-3 3.8 3.4 2.4 2-9.4z',
  tiktok:
    'M10.3 2.5h1.5q.3 3.3 3.9 3.7v1.5q-2.4-.1-3.9-1.6v6.4q0 3.8-3.8 3.8-3.7 0-3.7-3.8 0-3.7 3.7-3.7h.8v1.5h-.8q-2.2 0-2.2 2.2 0 2.3 2.2 2.3 2.3 0 2.3-2.3z',
  twitter: 'M10 8.9l-5.5-6-1.1 1.1 5.6 6-5.6 6 1.1 1.1 5.5-6 5.5 6 1.1-1.1-5.6-6 5.6-6-1.1-1.1z',
  viber: `${BUBBLE}M11.8 10q-3.1 0-3.1-3.2v-.6h-1.5v.6q0 4.7 4.6 4.7h.8v-1.5z`,
  webchat: BUBBLE,
  wechat:
    'M2 3.5h10v7.5h-5l-2.5 2.2v-2.2h-2.5zM3.5 5v4.5h2.5v.8l.9-.8h3.6v-4.5zM13.5 7.5h4.5v7.5h-1.8v2.2l-2.5-2.2h-5.2v-2.5h1.5v1h4.3l.7.6v-.6h1.5v-4.5h-3z',
  whatsapp: `${BUBBLE}M6.7 6.2l1.6-.2.7 1.7-.8.8q.8 1.5 2.3 2.3l.8-.8 1.7.7-.2 1.6q-1.2.5-3-.4-2-1-2.9-2.9-.9-1.7-.2-2.8z`,
} as const;

/** The shape of a channel: `whatsapp_cloud`, `twilio-sms` and the like get that of the channel behind them. */
export function channelShape(type: string): string {
  const plain = type.toLowerCase().replace(/[\s_-]/g, '');
  return Object.entries(CHANNEL_ICONS).find(([known]) => plain.includes(known))?.[1] ?? ICONS.neutral;
}
