import { make } from './make.js';

const REGIONAL_INDICATOR_A = 0x1f1e6;
let canDraw: boolean | undefined;

/**
 * The flag of a country (ISO 3166-1 alpha-2) beside its name, so only for the eye. Where the platform has no flag emoji
 * (Windows), the two letters in a frame.
 */
export function makeFlag(country: string): HTMLElement | undefined {
  const code = country.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  canDraw ??= canDrawFlags();
  const flag = String.fromCodePoint(...[...code].map((letter) => REGIONAL_INDICATOR_A + letter.charCodeAt(0) - 65));
  return make('span', { class: canDraw ? 'flag' : 'flag letters', part: 'flag', 'aria-hidden': 'true' }, canDraw ? flag : code);
}

/** Draws a flag in black: only a colour font leaves other colours behind. */
function canDrawFlags(): boolean {
  const canvas = make('canvas', { width: '16', height: '16' });
  const context = canvas.getContext('2d');
  context?.fillText('🇪🇸', 0, 13);
  return context?.getImageData(0, 0, 16, 16).data.some((channel, index) => index % 4 < 3 && channel > 40) ?? false;
}
