import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { perText } from './per-text.js';

const SAFE = ['https:', 'http:', 'mailto:', 'tel:', 'sms:'];

/** Addresses longer than this have no places of their own where they are broken, in UTF-16 code units. */
const LONGEST_BROKEN = 2_000;

/** The address as a link may carry it, empty for anything that is not on the allow-list (`javascript:` and such). */
const safeHref = perText((address) => {
  try {
    const { href, protocol } = new URL(address);
    return SAFE.includes(protocol) ? href : '';
  } catch {
    return '';
  }
});

/** Before a part of an address the line may be broken: a space of no width that is not in its text, nor in its accessible name. */
export const linkStyles = css`
  .break::before {
    content: '\\200B' / '';
  }
`;

/** A link to a checked address; plain text where the address is not one. Addresses read from left to right in any language. */
export function link(address: string, text: string): TemplateResult | string {
  const href = safeHref(address);
  if (!href) return text;
  const [first, ...rest] = text.length > LONGEST_BROKEN ? [text] : text.split(/(?<=@|[^/]\/(?!\/))/);
  const breakable = rest.map((part) => html`<span class="break" .textContent=${part}></span>`);
  // prettier-ignore
  return html`<a part="link" dir="ltr" href=${href} rel="noopener noreferrer" referrerpolicy="no-referrer">${first}${breakable}</a>`;
}
