/** A phone number: E.164 where it is written with its country code, otherwise as it is. */
export function phoneOf(text: string): string | undefined {
  const number = text.replace(/^tel:/i, '').trim();
  return /^\+[\d\s().\-/]+$/.test(number) && !number.includes('(0)') ? number.replace(/[^+\d]/g, '') : number || undefined;
}

/** An email address, with or without `mailto:`. */
export function emailOf(text: string): string | undefined {
  return text.replace(/^mailto:/i, '').trim() || undefined;
}

/** The address of a picture on the web: no other picture can be a contact's. */
export function pictureOf(text: string): string | undefined {
  return /^https?:\/\/\S+$/i.test(text) ? text : undefined;
}

/** A language by its tag. */
export function languageOf(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim().replace(/_/g, '-'))[0];
  } catch {
    return undefined;
  }
}

/** The countries by the names that a language has for them; made once, as there are many cards in a file. */
const countriesByName = new Map<string, ReadonlyMap<string, string>>();

/** A country (ISO 3166-1 alpha-2) by its code, or by its name in English or in another language. */
export function countryOf(text: string, lang = 'en'): string | undefined {
  const name = text.trim();
  if (/^[a-z]{2}$/i.test(name)) {
    const code = new Intl.Locale(`und-${name}`).region ?? '';
    return isCountry(code) ? code : undefined;
  }
  return countriesIn(lang).get(name.toLowerCase()) ?? countriesIn('en').get(name.toLowerCase());
}

/** The English name of a country; nothing where the code is none. */
export function countryName(code: string): string {
  return isCountry(code) ? (regionNames('en').of(code) ?? '') : '';
}

function countriesIn(lang: string): ReadonlyMap<string, string> {
  const known = countriesByName.get(lang);
  if (known) return known;
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);
  const names = regionNames(lang);
  const countries = new Map(codes.map((code) => [(names.of(code) ?? '').toLowerCase(), code]));
  countriesByName.set(lang, countries);
  return countries;
}

/** Whether a code has a name, and is not one of former times. */
function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code)) return false;
  return new Intl.Locale(`und-${code}`).region === code && regionNames('en').of(code) !== code;
}

const namesByLanguage = new Map<string, Intl.DisplayNames>();

function regionNames(lang: string): Intl.DisplayNames {
  const names = namesByLanguage.get(lang) ?? new Intl.DisplayNames([lang, 'en'], { type: 'region' });
  namesByLanguage.set(lang, names);
  return names;
}

/** A day as `YYYY-MM-DD`. One without a year is none, and Apple writes 1604 where there is none. */
export function dayOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)(?:T|$)/.exec(text.trim()) ?? [];
  return year && year !== '1604' ? `${year}-${month}-${day}` : undefined;
}
