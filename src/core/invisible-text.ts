/** Whether a text shows nothing: it is empty, or has only white space, blanks (U+2800) and characters without a shape. */
export function isBlank(text: string): boolean {
  return /^[\s\u2800\p{Cc}\p{DI}]*$/u.test(text);
}

/**
 * An address without the invisible characters that come with it when it is copied from a page or a chat: none stays at
 * its ends, and inside only those that a script or an emoji needs (joiners, variation selectors, flags of regions).
 */
export function cleanAddress(text: string): string {
  return text
    .replace(/^[\s\u2800\p{DI}]+/u, '')
    .replace(/[\p{Cc}\u2800]|(?![\u200c\u200d\ufe0e\ufe0f\u{e0020}-\u{e007f}\u{e0100}-\u{e01ef}])\p{DI}/gu, '')
    .replace(/[\s\u200c\u200d]+$/, '');
}
