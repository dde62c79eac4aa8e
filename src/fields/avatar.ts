import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { TemplateResult } from 'lit';
import { initials } from '../core/display-name.js';

/** Backgrounds on which white text has a contrast of at least 4.5:1. */
export const AVATAR_COLORS = [
  '#b42335',
  '#b4441a',
  '#8a5a00',
  '#4d7015',
  '#1d7a3e',
  '#0f766e',
  '#0b6f94',
  '#2460c4',
  '#4f4fc9',
  '#7a3fc0',
  '#a02f9b',
  '#5b6474',
] as const;

/**
 * The picture of a contact or person, drawn over initials that stay visible while it loads and when it is missing or
 * broken. Decoration: the name is always beside it.
 */
export function renderAvatar(id: string, name: string, url: string | undefined): TemplateResult {
  const address = url === undefined ? undefined : safePicture(url);
  return html`<span class="avatar" part="avatar" aria-hidden="true" .style=${`background-color: ${colorOf(id)}`}
    >${initials(name) ||
    html`<svg viewBox="0 0 20 20">
      <circle cx="10" cy="7.5" r="3.5" />
      <path d="M3 19a7 7 0 0 1 14 0z" />
    </svg>`}${address === undefined
      ? nothing
      : keyed(
          address,
          html`<img
            src=${address}
            alt=""
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
            @error=${onPictureError}
          />`,
        )}</span
  >`;
}

/** A picture's address, if it is one that may be asked for: `https:`, `blob:`, a bitmap `data:`, or the page's own origin. */
export function safePicture(address: string): string | undefined {
  if (!URL.canParse(address, document.baseURI)) return undefined;
  const { protocol, origin, href } = new URL(address, document.baseURI);
  const isBitmap = /^data:image\/(png|jpeg|webp|gif|avif)[;,]/i.test(href);
  return protocol === 'https:' || protocol === 'blob:' || isBitmap || origin === location.origin ? href : undefined;
}

function colorOf(id: string): string {
  const hash = [...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  return AVATAR_COLORS[hash % AVATAR_COLORS.length] ?? AVATAR_COLORS[0];
}

function onPictureError({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLElement) currentTarget.hidden = true;
}
