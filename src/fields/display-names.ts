import type { Option } from '../core/field-definition.js';
import { perLanguage } from '../i18n/per-language.js';

/** What is named: a country (ISO 3166-1 alpha-2) or a language (BCP 47). */
type Named = 'region' | 'language';

const namesIn = {
  region: perLanguage((lang) => new Intl.DisplayNames([lang, 'en'], { type: 'region' })),
  language: perLanguage((lang) => new Intl.DisplayNames([lang, 'en'], { type: 'language' })),
};
const orderIn = perLanguage((lang) => new Intl.Collator([lang, 'en']));

/** The name of a country or language in another language, by CLDR; the code itself where there is none. */
export function nameIn(lang: string, type: Named, code: string): string {
  try {
    return namesIn[type](lang).of(type === 'region' ? code.toUpperCase() : code) ?? code;
  } catch {
    return code;
  }
}

/** These codes as options, by their names in the reader's language and in the order of its alphabet; English names find them too. */
export function namedOptions(lang: string, type: Named, codes: readonly string[]): readonly Option[] {
  const { compare } = orderIn(lang);
  return codes
    .map((code) => ({ value: code, label: nameIn(lang, type, code), keywords: [nameIn('en', type, code)] }))
    .sort((a, b) => compare(a.label, b.label));
}
