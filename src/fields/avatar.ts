import { initials } from '../core/display-name.js';
import { make, makeDrawing } from './make.js';

const PERSON = 'M10 10.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 19a7 7 0 0 1 14 0z';

/**
 * The picture of a contact or person, drawn over initials that stay visible while it loads and when it is missing or
 * broken. Decoration: the name is always beside it.
 */
export class Avatar {
  readonly element = make('span', { class: 'avatar', part: 'avatar', 'aria-hidden': 'true' });
  #drawn = '';

  /** Shows somebody; another one's picture is gone at once, not when the new one has loaded. */
  update(id: string, name: string, url: string | undefined): void {
    const drawn = JSON.stringify([id, name, url]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const src = url === undefined ? undefined : safePicture(url);
    this.element.replaceChildren(initials(name) || makeDrawing(PERSON, ''), ...(src === undefined ? [] : [makePicture(src)]));
    this.element.style.backgroundColor = colorOf(id);
  }
}

/** A picture's address, if it is one that may be asked for: `https:`, `blob:`, a bitmap `data:`, or the page's own origin. */
export function safePicture(address: string): string | undefined {
  try {
    const { href, origin } = new URL(address, document.baseURI);
    const isSafe = /^(https:|blob:|data:image\/(png|jpeg|webp|gif|avif)[;,])/i.test(href);
    return isSafe || origin === location.origin ? href : undefined;
  } catch {
    return undefined;
  }
}

function makePicture(src: string): HTMLElement {
  // The order matters: a picture is asked for as soon as it has its address.
  const picture = make('img', { alt: '', loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer', src });
  picture.addEventListener('error', () => picture.remove());
  return picture;
}

/** One of 24 hues, all of a lightness on which white text has a contrast of more than 4.5:1. */
function colorOf(id: string): string {
  const hash = [...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  return `oklch(0.5 0.11 ${(hash % 24) * 15})`;
}
