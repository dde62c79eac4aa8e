/** How people, and the programs they copy from, write phone numbers. What the numbers mean is the affair of `phone-number.ts`. */

/** Texts longer than this are not looked at; the library would not either. */
export const MOST_CHARACTERS = 250;

/** The zero of each script whose digits people type; nine more follow it, in the order of their values. */
const ZEROS = [...'0０٠۰०০੦૦୦௦౦೦൦๐໐༠၀០'];
const DIGITS = ZEROS.map((zero) => `${zero}-${String.fromCharCode(zero.charCodeAt(0) + 9)}`).join('');
/** A plus or a digit. */
export const SIGN = new RegExp(`[+＋${DIGITS}]`);
/** Digits with a plus before them or not, and whatever is put between them. */
const SEPARATORS = '[\\s\\p{Cf}\\p{Pd}\u2212.·()（）[\\]/]*';
const NUMBER = new RegExp(`^${SEPARATORS}[+＋]?(?:${SEPARATORS}[${DIGITS}])*${SEPARATORS}$`, 'u');

const SCHEME = /^\s*(?:tel|callto|whatsapp|sms):(?:\/\/)?/i;
const EXTENSION_WORDS =
  'ext(?:ensi[oó]n|n)?|x|int(?:erno)?|dw|durchwahl|nst|poste|anexo|ramal|доб(?:авочный)?|вн|内線|內線|内线|分机';
const EXTENSION = new RegExp(
  `^(.*?\\d.*?)\\s*(?:(?:[,;]?\\s*(?:${EXTENSION_WORDS})[.:=]*|#)\\s*(\\d{1,7})|[,;]+\\s*(\\d{1,5}))\\s*$`,
  'isu',
);
/** A word before a number, or in brackets behind it. */
const LABELS = /^\s*\p{L}[\p{L}\s.'’-]*[:.\s](?=[^\p{L}]*$)|\s*\([\p{L}\s.]+\)\s*$/gu;
/** Numbers that are advertised as words: freephone of North America, and of the countries where it begins with 0 or 1. */
const VANITY = [
  /^(\+?1?[-. ]?\(?(?:8(?:00|33|44|55|66|77|88)|900)\)?)[-. ]?((?:[A-Z\d][-. ]?){7})$/i,
  /^(0[589]0[08]|1[38]00)[-. ]?((?:[A-Z][-. ]?){6,7})$/i,
];
/** The letters on the keys 2 to 9 of a telephone (ITU-T E.161). */
const KEYS = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];
/** Nobody's area code has more digits: what stands before a slash and has as many is a number. */
const AREA_CODE_DIGITS = 5;
/** With the code of a country before it. */
const COUNTRY_AND_AREA_CODE_DIGITS = 8;

/** A phone number with what belongs to it. */
export interface WrittenNumber {
  /** The number itself, as it was written, but for its digits, which are ASCII. */
  readonly number: string;
  readonly extension?: string;
}

/** Takes a text apart in the number and its extension, without the scheme that `tel:` links have (RFC 3966). */
export function takeApart(text: string): WrittenNumber {
  if (text.length > MOST_CHARACTERS) return { number: text };
  const plain = toAscii(text.replace(SCHEME, ''));
  const [, number = plain, named, other] = EXTENSION.exec(plain) ?? [];
  const extension = named ?? other;
  return extension === undefined || !NUMBER.test(number) ? { number: plain } : { number, extension };
}

/** The plus and the digits of a number, in ASCII; a text that is more than a number stays as it is. */
export function plainNumber(text: string): string {
  return isNumber(text) ? toAscii(signsOf(text).join('')) : text;
}

/** Whether a text is nothing but a number and what is put between its digits. */
export function isNumber(text: string): boolean {
  return text.length <= MOST_CHARACTERS && NUMBER.test(text);
}

/** The pluses and digits of a text, as they were typed. */
export function signsOf(text: string): string[] {
  return text.split('').filter((character) => SIGN.test(character));
}

/** A text with the digits of all scripts, and the plus, in ASCII. */
export function toAscii(text: string): string {
  return text.replace(new RegExp(SIGN, 'g'), (sign) => (/[+＋]/.test(sign) ? '+' : digitOf(sign)));
}

/** A number that somebody has put a word to, without it: "Mobile: 0170 1234567" and "0170 1234567 (work)". */
export function withoutLabels(text: string): string {
  return text.replace(LABELS, '').trim();
}

/** The digits of a number that is written as a word, `undefined` for every other text: 1-800-FLOWERS. */
export function vanityNumber(text: string): string | undefined {
  const match = VANITY.map((pattern) => pattern.exec(text.trim())).find((found) => found && /[a-z]{3}/i.test(found[2] ?? ''));
  if (!match) return undefined;
  const [, prefix = '', word = ''] = match;
  const dialled = word.replace(/[a-z]/gi, (letter) => String(KEYS.findIndex((key) => key.includes(letter.toLowerCase())) + 2));
  return (prefix + dialled).replace(/[^+\d]/g, '');
}

/** Two short groups of as many digits: the slash between them is a separator like any other, as in "600 111 / 222". */
const GROUPS = /(?<!\d)(\d{2,3})\s*\/\s*(?=(\d{2,3})(?!\d))/g;

/** Whether a text has two numbers, or what may be two: "030 123456 / 0170 1234567", but not "030/123456". */
export function isSeveral(written: string): boolean {
  const text = written.replace(GROUPS, (whole, before: string, behind: string) =>
    before.length === behind.length ? before : whole,
  );
  const parts = text.split(/[/\n|]/).map((part) => part.replace(/[^+\d]/g, ''));
  const [first = '', ...rest] = parts.filter(Boolean);
  const most = first.startsWith('+') ? COUNTRY_AND_AREA_CODE_DIGITS : AREA_CODE_DIGITS;
  return rest.length > 0 && (first.replace('+', '').length > most || rest.some((part) => /^0\d{7}/.test(part)));
}

function digitOf(sign: string): string {
  const code = sign.charCodeAt(0);
  const zero = ZEROS.map((each) => each.charCodeAt(0)).find((each) => code >= each && code <= each + 9);
  return String(code - (zero ?? code));
}
