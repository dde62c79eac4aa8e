import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { initials } from 'contact-details';

const TONES = 8;

/** A round portrait beside a name that says the same: decorative. Initials stand in where there is no picture. */
export function avatar({ id, name, url }: { id: string; name: string; url?: string | null | undefined }): TemplateResult {
  return html`<span class="avatar" data-tone=${toneOf(id)} aria-hidden="true">
    ${initials(name)}
    ${url
      ? html`<img src=${url} alt="" loading="lazy" referrerpolicy="no-referrer" @load=${showImage} @error=${hideImage} />`
      : undefined}
  </span>`;
}

function showImage({ currentTarget }: Event): void {
  (currentTarget as HTMLImageElement).hidden = false;
}

function hideImage({ currentTarget }: Event): void {
  (currentTarget as HTMLImageElement).hidden = true;
}

function toneOf(id: string): number {
  return [...id].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7) % TONES;
}
