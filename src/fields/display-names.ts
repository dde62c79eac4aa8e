import type { Option } from '../core/field-definition.js';
import { perLanguage } from '../i18n/per-language.js';

/** What is named: a country (ISO 3166-1 alpha-2) or a language (BCP 47). */
type Named = 'region' | 'language';

/** How long a page may be busy before the names are made nevertheless, in milliseconds. */
const PATIENCE = 500;

const namesIn = {
  region: perLanguage((lang) => new Intl.DisplayNames([lang, 'en'], { type: 'region' })),
  language: perLanguage((lang) => new Intl.DisplayNames([lang, 'en'], { type: 'language' })),
};
const orderIn = perLanguage((lang) => new Intl.Collator([lang, 'en']));

/** Languages in which names have been made. */
const ready = new Set<string>();

/**
 * The name of a country or language in another language, by CLDR; the code itself where there is none. The first one may
 * take 50 ms, so what is drawn at first waits for `prepareNames`.
 */
export function nameIn(lang: string, type: Named, code: string): string {
  ready.add(lang);
  try {
    return namesIn[type](lang).of(type === 'region' ? code.toUpperCase() : code) ?? code;
  } catch {
    return code;
  }
}

/** Whether names in this language take no time any more. */
export function areNamesReady(lang: string): boolean {
  return ready.has(lang);
}

/** Makes the names in a language ready, when the page has been painted and the browser is idle. */
export const prepareNames = perLanguage(async (lang) => {
  await whenPainted();
  await whenIdle();
  nameIn(lang, 'region', 'US');
  nameIn(lang, 'language', 'en');
});

/** These codes as options, by their names in the reader's language and in the order of its alphabet; English names find them too. */
export function namedOptions(lang: string, type: Named, codes: readonly string[]): readonly Option[] {
  const { compare } = orderIn(lang);
  return codes
    .map((code) => ({ value: code, label: nameIn(lang, type, code), keywords: [nameIn('en', type, code)] }))
    .sort((a, b) => compare(a.label, b.label));
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
