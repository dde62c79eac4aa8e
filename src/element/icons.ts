import { makeDrawing } from '../fields/make.js';

/** Drawn for this panel, lines only: the icons of the reading view, and the neutral one. */
const PATHS: Readonly<Record<string, string>> = {
  more: 'M4 10h.01M10 10h.01M16 10h.01',
  pencil: 'M4 16l.8-3.2L13 4.6l2.4 2.4-8.2 8.2zM11.5 6l2.5 2.5',
  copy: 'M7 7V4h9v9h-3M4 7h9v9H4z',
  eye: 'M2 10c4-6 12-6 16 0-4 6-12 6-16 0zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  remove: 'M6 6l8 8M14 6l-8 8',
  neutral: 'M10 3l6 3.5v7L10 17l-6-3.5v-7z',
};

/** A decorative icon; unknown names get the neutral one. */
export function makeIcon(name: string): SVGElement {
  return makeDrawing((Object.hasOwn(PATHS, name) ? PATHS[name] : PATHS['neutral']) ?? '', 'icon');
}

let channelPath: ((type: string) => string | undefined) | undefined;

/** Draws the icon of a channel type, once the drawings of the channels, which are decoration, have arrived. */
export async function drawChannel(icon: SVGElement, type: string): Promise<void> {
  // A page that cannot load them shows the neutral icon.
  channelPath ??= (await import('./channel-icons.js').catch(() => undefined))?.channelPath;
  icon.firstElementChild?.setAttribute('d', channelPath?.(type) ?? PATHS['neutral'] ?? '');
}
