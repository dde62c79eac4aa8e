import type { FieldType } from '../core/field-type.js';
import { perLanguage } from '../i18n/per-language.js';
import { plainText } from './text.js';

/** How long a page may be busy before the formats are made nevertheless, in milliseconds. */
const PATIENCE = 500;

const ready = new Set<string>();

/**
 * Whether formats of a language take almost no time to make any more. The first of all loads the data of `Intl`, which may
 * take 50 ms: what is drawn at first does without, and shows values as they are written until `prepareFormats` is done.
 */
export function areFormatsReady(lang: string): boolean {
  return ready.has(lang);
}

/** Makes the formats of a language ready at once. */
export const makeFormats = perLanguage((lang) => {
  const languages = [lang, 'en'].filter(isLanguage);
  new Intl.NumberFormat(languages).format(0);
  new Intl.DateTimeFormat(languages, { dateStyle: 'medium' }).format(0);
  new Intl.DisplayNames(languages, { type: 'region' }).of('US');
  return ready.add(lang);
});

/** Makes the formats of a language ready when the page has been painted and the browser is idle. */
export const prepareFormats = perLanguage(async (lang) => {
  await whenPainted();
  await whenIdle();
  makeFormats(lang);
});

let missing: (() => Promise<unknown>) | undefined;

/** Notes what would let a value be shown better than it is: `loadMissing` loads it. */
export function showBetterWith(load: () => Promise<unknown>): void {
  missing = load;
}

/**
 * Loads what the values drawn since the last call would be shown better with, when the page has been painted and the browser
 * is idle; `undefined` where that is nothing.
 */
export function loadMissing(): Promise<unknown> | undefined {
  const load = missing;
  missing = undefined;
  return load && whenPainted().then(whenIdle).then(load);
}

function isLanguage(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length > 0;
  } catch {
    return false;
  }
}

function whenPainted(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}

/** Safari has no `requestIdleCallback`: there, a timer waits until the frame has been painted. */
function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: PATIENCE });
    else setTimeout(resolve);
  });
}

/** How a value that is formatted for the reader's language is shown: as it is written, until formats are ready. */
export function shownFormatted(text: FieldType['text']): FieldType['text'] {
  return (value, context) => (areFormatsReady(context.lang) ? text(value, context) : plainText(value));
}
