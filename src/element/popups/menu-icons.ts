import { BUBBLE, iconClass, ICONS } from '../reading/icons.js';

/** The icons that only the menu has. */
export const OWN_ICONS = {
  messages: `${BUBBLE}M6.5 7h7v1.5h-7zM6.5 10h4.5v1.5h-4.5z`,
  trash:
    'M7 2.5h6v2.5h3.5v1.5h-1.3l-.8 10.5h-8.8l-.8-10.5h-1.3v-1.5h3.5zM8.5 4v1h3v-1zM6.3 6.5l.7 9h6l.7-9zM8 8.5h1v5h-1zM11 8.5h1v5h-1z',
} as const;

/** The names of all icons that a menu item may have. */
export const MENU_ICONS: readonly string[] = Object.keys({ ...ICONS, ...OWN_ICONS });

/** The class that draws an item's icon; an unknown name gets the neutral one. */
export function menuIconClass(name = 'neutral'): string {
  return iconClass(MENU_ICONS.includes(name) ? name : 'neutral');
}
