import { make } from './make.js';

const REGIONAL_INDICATOR_A = 0x1f1e6;

/**
 * The flag of a country (ISO 3166-1 alpha-2) beside its name, so only for the eye. Windows has no flag emoji (but Firefox
 * brings its own): there, the flag is drawn, and its two letters stand in a frame until the drawing is there.
 */
export function makeFlag(country: string): HTMLElement | undefined {
  const code = country.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  const hasFlags = !/Windows(?!.*Firefox)/.test(navigator.userAgent);
  const emoji = String.fromCodePoint(...[...code].map((letter) => REGIONAL_INDICATOR_A + letter.charCodeAt(0) - 65));
  const flag = make(
    'span',
    { class: hasFlags ? 'flag' : 'flag letters', part: 'flag', 'aria-hidden': 'true' },
    hasFlags ? emoji : code,
  );
  // A drawing that cannot be loaded is done without.
  if (!hasFlags)
    import('./flag-drawing.js').then(
      ({ drawFlag }) => drawFlag(flag, code),
      () => undefined,
    );
  return flag;
}
