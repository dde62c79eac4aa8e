const BUBBLE = 'M3 4h14v9.5H8.5L5 16.5v-3H3z';

/** Channels are hinted at, their trade marks not copied. */
const PATHS: Readonly<Record<string, string>> = {
  email: 'M3 5h14v10H3zM3.5 5.5L10 11l6.5-5.5',
  facebook: 'M13 4h-1.5A2.5 2.5 0 0 0 9 6.5V17M6.5 10h6',
  instagram: 'M7 3h6a4 4 0 0 1 4 4v6a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4zM10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6M14 6h.01',
  line: `${BUBBLE}M9 6.5v4h3`,
  sms: `${BUBBLE}M7 9h.01M10 9h.01M13 9h.01`,
  telegram: 'M3 10l14-6-2.5 12-5-3.5L13 8l-6 4z',
  tiktok: 'M11 3v9.5a3 3 0 1 1-3-3M11 3.5c.4 2 1.9 3.6 4 3.8',
  twitter: 'M4.5 4l11 12M15.5 4l-11 12',
  viber: 'M4 3h12v11h-5l-3 3v-3H4zM8 6.5c0 2.5 1.5 4 4 4',
  webchat: BUBBLE,
  wechat: 'M11.5 5A5 4 0 1 0 5 11.5L4.5 14l2.5-1.7M9 12a4 3.3 0 1 1 5 3l2 1.5-.4-2.1',
  whatsapp: 'M4 16l1-3a6.5 6.5 0 1 1 2.3 2.2zM8 8c0 2.3 1.7 4 4 4',
};

/**
 * The drawing of a channel type, `undefined` for an unknown one. `whatsapp_cloud`, `twilio-sms` and the like get the one of
 * the channel behind them.
 */
export function channelPath(type: string): string | undefined {
  const plain = type.toLowerCase().replace(/[\s_-]/g, '');
  const name = Object.keys(PATHS).find((known) => plain.includes(known));
  return name === undefined ? undefined : PATHS[name];
}
