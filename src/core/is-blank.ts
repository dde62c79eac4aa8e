/** Whether a text shows nothing: it is empty, or has only white space, blanks (U+2800) and characters without a shape. */
export function isBlank(text: string): boolean {
  return /^[\s\u2800\p{Cc}\p{DI}]*$/u.test(text);
}
