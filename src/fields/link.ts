import { make } from './make.js';

const SAFE = ['https:', 'http:', 'mailto:', 'tel:', 'sms:'];

/** The address as a link may carry it, `undefined` for anything that is not on the allow-list (`javascript:` and such). */
export function safeHref(address: string): string | undefined {
  try {
    const { href, protocol } = new URL(address);
    return SAFE.includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A link to a checked address; plain text where the address is not one. Addresses read left to right in any language, and are
 * best broken after what ends one of their parts.
 */
export function makeLink(address: string, text: string): HTMLElement {
  const href = safeHref(address);
  const parts = text.split(/(?<=[@/])/).flatMap((part, index) => (index ? [make('wbr'), part] : [part]));
  const label = make('bdi', { dir: 'ltr' }, ...parts);
  const attributes = { part: 'link', href, rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' };
  return href === undefined ? label : make('a', attributes, label);
}
