import type { Contact } from './contact.js';

type Named = Pick<Contact, 'firstName' | 'lastName' | 'displayName' | 'phone' | 'email' | 'language'>;

const CJK = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}ー・\s]+$/u;
const FAMILY_NAME_FIRST = /^(hu|vi)\b/;

/**
 * What a contact is called: first and last name in the order its writing asks for (family name first and unspaced in
 * Chinese, Japanese and Korean script, family name first in Hungarian and Vietnamese), else the channel's display name,
 * else the phone number, else the email address, else an empty text.
 */
export function displayName(contact: Named): string {
  const first = contact.firstName?.trim() ?? '';
  const last = contact.lastName?.trim() ?? '';
  if (!first || !last) return first || last || contact.displayName?.trim() || contact.phone || contact.email || '';
  if (CJK.test(first + last)) return last + first;
  return FAMILY_NAME_FIRST.test(contact.language ?? '') ? `${last} ${first}` : `${first} ${last}`;
}

/** One or two letters to stand for a name, by grapheme cluster (UAX #29); empty when there is no letter in it. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^[^\p{L}]*\p{L}/u.test(word));
  const ends = words.length > 1 && !CJK.test(name) ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word = '') => firstLetter(word).toLocaleUpperCase()).join('');
}

let segmenter: Intl.Segmenter | undefined;

function firstLetter(word: string): string {
  // Most letters stand alone, and finding that out is much faster than segmenting.
  const [single] = /^\p{L}(?![\p{M}\p{Cf}])/u.exec(word.normalize()) ?? [];
  if (single) return single;
  segmenter ??= new Intl.Segmenter();
  for (const { segment } of segmenter.segment(word)) if (/\p{L}/u.test(segment)) return segment;
  return '';
}
