import type { Contact } from './contact.js';
import { isBlank } from './invisible-text.js';

type Named = Pick<Contact, 'firstName' | 'lastName' | 'displayName' | 'phone' | 'email' | 'language'>;

const CJK = /^[\p{scx=Han}\p{scx=Hangul}\p{scx=Hiragana}\p{scx=Katakana}\s]+$/u;
const KATAKANA = /^[\p{scx=Katakana}\s]+$/u;
const FAMILY_NAME_FIRST = /^(hu|vi)\b/;

/**
 * What a contact is called: first and last name in the order its writing asks for (family name first and unspaced in
 * Chinese, Japanese and Korean script, family name first in Hungarian and Vietnamese; a foreign name in katakana keeps its
 * order, with a dot between its parts), else the channel's display name, else the phone number, else the email address,
 * else an empty text. A name that shows nothing is none.
 */
export function displayName(contact: Named): string {
  const [first, last, other, phone, email] = [
    contact.firstName,
    contact.lastName,
    contact.displayName,
    contact.phone,
    contact.email,
  ].map((text = '') => (isBlank(text) ? '' : text.trim()));
  if (!first || !last) return first || last || other || phone || email || '';
  if (KATAKANA.test(first + last)) return `${first}・${last}`;
  if (CJK.test(first + last)) return last + first;
  return FAMILY_NAME_FIRST.test(contact.language ?? '') ? `${last} ${first}` : `${first} ${last}`;
}

/** One or two letters to stand for a name, by grapheme cluster (UAX #29); empty when there is no letter in it. */
export function initials(name: string): string {
  // Fillers of Hangul are letters to Unicode, and nothing to the eye.
  const words = name.split(/[\s\u115f\u1160\u3164\uffa0]+/u).filter((word) => /\p{L}/u.test(word));
  const ends = words.length > 1 && !CJK.test(name) ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word = '') => capital(firstLetter(word))).join('');
}

/** The letter as a name begins with it: Georgian has no capitals for that, and no other letter becomes two (ß). */
function capital(letter: string): string {
  const upper = letter.toLocaleUpperCase();
  return /\p{sc=Geor}/u.test(letter) || upper.length > letter.length ? letter : upper;
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
