import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

const SAFE = ['https:', 'http:', 'mailto:', 'tel:', 'sms:'];

/** What came out for the addresses checked lately: a row is drawn often, and parsing its address takes longer than all the rest. */
const checked = new Map<string, string | undefined>();
const MOST_CHECKED = 1_000;
/** Addresses longer than this have no places of their own where they are broken, in UTF-16 code units. */
const LONGEST_BROKEN = 2_000;

/** The address as a link may carry it, `undefined` for anything that is not on the allow-list (`javascript:` and such). */
function safeHref(address: string): string | undefined {
  if (checked.has(address)) return checked.get(address);
  if (checked.size >= MOST_CHECKED) checked.clear();
  const href = allowedHref(address);
  checked.set(address, href);
  return href;
}

function allowedHref(address: string): string | undefined {
  try {
    const { href, protocol } = new URL(address);
    return SAFE.includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Where an address may be broken: a space of no width that is not in its text, nor in its accessible name. */
export const linkStyles = css`
  .break::before {
    content: '\\200B' / '';
  }
`;

/** A link to a checked address; plain text where the address is not one. Addresses read from left to right in any language. */
export function link(address: string, text: string): TemplateResult | string {
  const href = safeHref(address);
  if (href === undefined) return text;
  const label = text.length > LONGEST_BROKEN ? text : breakable(text.split(/(?<=@|[^/]\/(?!\/))/));
  return html`<a part="link" dir="ltr" href=${href} rel="noopener noreferrer" referrerpolicy="no-referrer">${label}</a>`;
}

/** The parts of an address, which may be broken between them. */
function breakable(parts: readonly string[]): readonly unknown[] {
  return parts.map((part, index) => (index ? html`<span class="break"></span>${part}` : part));
}
