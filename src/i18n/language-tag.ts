/** The BCP 47 tag of a language that may be written as in POSIX: `pt-BR` for `pt_BR` and `pt_BR.UTF-8`. */
export function languageTag(text: string): string {
  return text.replace(/[.@].*/, '').replaceAll('_', '-');
}
