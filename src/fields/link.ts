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

/** A link to a checked address; plain text where the address is not one. Addresses read left to right in any language. */
export function makeLink(address: string, text: string): HTMLElement {
  const href = safeHref(address);
  const label = make('bdi', { dir: 'ltr' }, text);
  const attributes = { part: 'link', href, rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' };
  return href === undefined ? label : make('a', attributes, label);
}
