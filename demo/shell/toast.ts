const VISIBLE_FOR = 6_000;

let region: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Puts the (still empty) live region on the page: screen readers only announce what changes in a region they know. */
export function prepareToasts(): void {
  region = document.createElement('p');
  region.className = 'toast';
  region.role = 'status';
  document.body.append(region);
}

/** Says something once, on screen and to screen readers, and takes it off the screen again. */
export function announce(text: string): void {
  if (!region) return;
  clearTimeout(timer);
  region.textContent = text;
  timer = setTimeout(() => region?.replaceChildren(), VISIBLE_FOR);
}
