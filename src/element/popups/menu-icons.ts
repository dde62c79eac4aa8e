import { BUBBLE, ICONS, PAINTED_ICONS } from '../reading/icons.js';

/** The shapes that only a menu shows. */
export const MENU_ICONS = {
  messages: `${BUBBLE}M6.5 7h7v1.5h-7zM6.5 10h4.5v1.5h-4.5z`,
  link: 'M9 5.8l2.3-2.3a3.7 3.7 0 0 1 5.2 5.2l-2.6 2.6q-1.4 1.4-3.4 1l.9-1q.8-.2 1.4-.9l2.6-2.6a2.2 2.2 0 0 0-3.1-3.1l-1.7 1.7q-.7-.5-1.6-.6zM11 14.2l-2.3 2.3a3.7 3.7 0 0 1-5.2-5.2l2.6-2.6q1.4-1.4 3.4-1l-.9 1q-.8.2-1.4.9l-2.6 2.6a2.2 2.2 0 0 0 3.1 3.1l1.7-1.7q.7.5 1.6.6zM7.1 11.9l4.8-4.8 1 1-4.8 4.8z',
  download: 'M9.2 3h1.6v7.2l2.7-2.7 1.1 1.1-4.6 4.6-4.6-4.6 1.1-1.1 2.7 2.7zM3.5 12.5h1.5v3h10v-3h1.5v4.5h-13z',
  block: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15zM5.76 4.7a6 6 0 0 1 8.54 8.54zM4.7 5.76a6 6 0 0 0 8.54 8.54z',
  merge: 'M4.5 3h1.6v3.5l3.9 3.9 3.9-3.9v-3.5h1.6v4.2l-4.7 4.7v5.1h-1.6v-5.1l-4.7-4.7z',
  trash:
    'M7 2.5h6v2.5h3.5v1.5h-1.3l-.8 10.5h-8.8l-.8-10.5h-1.3v-1.5h3.5zM8.5 4v1h3v-1zM6.3 6.5l.7 9h6l.7-9zM8 8.5h1v5h-1zM11 8.5h1v5h-1z',
} as const;

const names = Object.keys({ ...PAINTED_ICONS, ...ICONS, ...MENU_ICONS });

/** The class that draws the icon of a menu's item; an unknown name gets the neutral one. */
export function iconClass(name = 'neutral'): string {
  return `icon icon-${names.includes(name) ? name : 'neutral'}`;
}
