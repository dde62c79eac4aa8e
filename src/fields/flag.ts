import { make } from './make.js';

const REGIONAL_INDICATOR_A = 0x1f1e6;

/**
 * The flag of a country (ISO 3166-1 alpha-2) beside its name, so only for the eye. Windows has no flag emoji (but Firefox
 * brings its own): there, the two letters in a frame.
 */
export function makeFlag(country: string): HTMLElement | undefined {
  const code = country.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  const hasFlags = !/Windows(?!.*Firefox)/.test(navigator.userAgent);
  const flag = String.fromCodePoint(...[...code].map((letter) => REGIONAL_INDICATOR_A + letter.charCodeAt(0) - 65));
  return make(
    'span',
    { class: hasFlags ? 'flag' : 'flag letters', part: 'flag', 'aria-hidden': 'true' },
    hasFlags ? flag : code,
  );
}
