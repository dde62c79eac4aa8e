import type { Messages } from './messages.js';

const LANGUAGES = new Map<string, () => Promise<{ readonly messages: Messages }>>([
  ['ar', () => import('./ar.js')],
  ['de', () => import('./de.js')],
]);

/** The texts in a language (BCP 47), or in the one it is a variety of; `undefined` for a language that is not there. */
export async function loadMessages(lang: string): Promise<Messages | undefined> {
  const load = LANGUAGES.get(lang) ?? LANGUAGES.get(lang.split('-')[0]?.toLowerCase() ?? '');
  return (await load?.())?.messages;
}

/** The language to write a text in: the reader's, unless the texts are in another one than that and its varieties. */
export function languageOfTexts(messages: Messages, lang: string): string {
  return `${lang}-`.startsWith(`${messages.lang}-`) ? lang : messages.lang;
}

/** The language to show things in: English for what is no language, which would make every date and name fail. */
export function knownLanguage(text: string): string {
  try {
    return Intl.getCanonicalLocales(languageTag(text))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The BCP 47 tag of a language that may be written as in POSIX: `pt-BR` for `pt_BR` and `pt_BR.UTF-8`. */
export function languageTag(text: string): string {
  return text.replace(/[.@].*/, '').replaceAll('_', '-');
}
