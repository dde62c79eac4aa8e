/**
 * Makes something once for each language (BCP 47) and keeps it: a format of `Intl`, which takes up to 50 ms to make and almost
 * no time to use.
 */
export function perLanguage<Made>(make: (lang: string) => Made): (lang: string) => Made {
  const all = new Map<string, Made>();
  return (lang) => {
    const known = all.get(lang);
    if (known !== undefined) return known;
    const made = make(lang);
    all.set(lang, made);
    return made;
  };
}
