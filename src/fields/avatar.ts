import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { TemplateResult } from 'lit';
import { initials } from '../core/display-name.js';
import { perText } from './per-text.js';

/** A picture written into its address, in a format that holds nothing but pixels. */
const BITMAP = /^data:image\/(png|jpeg|webp|gif|avif)[;,]/i;

/**
 * The picture of a contact or person, drawn over initials that stay visible while it loads and when it is missing or
 * broken. It is hidden from assistive technology, as the name is always beside it.
 */
export function avatar(id: string, name: string, url: string | undefined, paths?: readonly string[]): TemplateResult {
  const src = url === undefined ? undefined : safePicture(url, paths);
  // Each address has an element of its own, so that nobody is shown with the picture of somebody else until theirs has loaded.
  const image = src === undefined ? nothing : keyed(src, picture(src));
  const letters = initials(name);
  // Somebody without a name to take letters from is an icon.
  return html`<span
    class=${letters ? 'avatar' : 'avatar icon icon-person'}
    part="avatar"
    aria-hidden="true"
    .style=${`background-color: ${colorOf(id)}`}
    >${letters}${image}</span
  >`;
}

/**
 * A picture's address, if it is one that may be asked for: `https:`, `blob:`, a bitmap `data:`. What the page's own origin is
 * asked for comes with the reader's cookies, and may do something there: that takes a path that the host has allowed.
 */
export function safePicture(address: string, paths: readonly string[] = []): string | undefined {
  // Such an address is long, and there is nothing to take apart.
  if (/^data:/i.test(address)) return BITMAP.test(address) ? address : undefined;
  try {
    const { href, origin, pathname } = new URL(address, location.href);
    const isBelow = (path: string) => `${pathname}/`.startsWith(path.replace(/\/?$/, '/'));
    // Some servers read an escaped slash as a slash, with which `..` leads out of a path.
    const isAllowed =
      origin === location.origin && /^http/.test(href)
        ? paths.some(isBelow) && !/%2f|%5c/i.test(pathname)
        : /^(https|blob):/.test(href);
    return isAllowed ? href : undefined;
  } catch {
    return undefined;
  }
}

/** The address comes last: a picture is asked for as soon as it has one. */
function picture(src: string): TemplateResult {
  return html`<img alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" src=${src} @error=${hide} />`;
}

function hide({ currentTarget }: Event): void {
  (currentTarget as HTMLElement).hidden = true;
}

/** One of 24 hues, all of a lightness on which white text has a contrast of more than 4.5:1. */
const colorOf = perText((id) => {
  const hash = [...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  return `oklch(0.5 0.11 ${(hash % 24) * 15})`;
});
