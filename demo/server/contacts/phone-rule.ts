/** The zero of each script whose digits people type; nine more follow it, in the order of their values. */
const ZEROS = [...'0０٠۰०০੦૦୦௦౦೦൦๐໐༠၀០'];
const DIGIT = new RegExp(`[${ZEROS.map((zero) => `${zero}-${String.fromCharCode(zero.charCodeAt(0) + 9)}`).join('')}]`, 'g');
/** Digits, and what people put between them; a number of another country begins with its code, which is never 0 (E.164). */
const BETWEEN = '[\\s\\p{Cf}\\p{Pd}\u2212.·()（）[\\]/]*';
const PHONE = new RegExp(`^${BETWEEN}(?:\\+${BETWEEN}(?=[1-9]))?(?:\\d${BETWEEN})*$`, 'u');
/** E.164 has room for 15 digits; the shortest numbers are those of emergency services. Two may stand side by side. */
const PHONE_DIGITS = { least: 3, most: 20 };
const MOST_OF_E164 = 15;
/** The number of an extension, as people and RFC 3966 write it. */
const EXTENSION =
  /\s*(?:[,;]?\s*(?:ext(?:ensi[oó]n|n)?|x|int(?:erno)?|dw|durchwahl|nst|poste|anexo|ramal|доб(?:авочный)?|вн|内線|內線|内线|分机)[.:=]*|[,;]+|#)\s*\d{1,7}$/iu;

/** Whether a text is a phone number: E.164 or as people write it, in the digits of any script, as a `tel:` URI too. */
export function isPhone(text: string): boolean {
  const plain = text.trim().replace(DIGIT, asciiOf).replace('＋', '+');
  const number = plain.replace(/^(?:tel|callto|whatsapp|sms):(?:\/\/)?/i, '').replace(EXTENSION, '');
  const digits = number.replace(/\D/g, '').length;
  const most = number.includes('+') ? MOST_OF_E164 : PHONE_DIGITS.most;
  return PHONE.test(number) && digits >= PHONE_DIGITS.least && digits <= most;
}

function asciiOf(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.map((each) => each.charCodeAt(0)).find((each) => code >= each && code <= each + 9);
  return String(code - (zero ?? code));
}
