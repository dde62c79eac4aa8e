const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/**
 * User text for a plain-text place (a label, an announcement), fenced by FSI … PDI (UAX #9) where its direction could
 * disturb the sentence around it: right-to-left letters or bidi controls in it, or a reader who reads right to left.
 */
export function isolate(text: string, lang: string): string {
  const isNeeded = RIGHT_TO_LEFT.test(text) || CONTROLS.test(text) || isRightToLeft(lang);
  return isNeeded ? `\u2068${text}\u2069` : text;
}

/** Whether a language (BCP 47) is written from right to left. */
function isRightToLeft(lang: string): boolean {
  return /^(ar|dv|fa|he|ps|ur|yi)\b/i.test(lang);
}
