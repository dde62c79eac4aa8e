const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text with its bidi controls made visible as `[U+202E]`: where it matters what exactly one says yes to. */
export function showBidiControls(text: string): string {
  return text.replace(
    BIDI_CONTROLS,
    (control) => `[U+${control.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''}]`,
  );
}
