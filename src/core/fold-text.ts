const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
};

/**
 * The form in which names are compared: without case, accents and Unicode form (UAX #15 NFKD without the combining
 * diacritical marks U+0300–U+036F), white space collapsed, and the Latin letters that Unicode does not decompose
 * spelled out. Letters with a compatibility form (𝓥) have a case only after it. "VIP", "vip" and "víp" fold alike. Vowel signs of other scripts, and й, are letters: they stay.
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<!и)[\u0300-\u036f]+/gu, '')
    .replace(/[łøđðħıßæœþς]/gu, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
}
