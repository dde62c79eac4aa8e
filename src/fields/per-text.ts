/** For how many texts something is kept. */
const MOST = 1_000;

/**
 * Makes something once for each text and keeps it as long as there are few: a row is drawn often, and to take apart an address or
 * a phone number takes longer than all the rest.
 */
export function perText<Made>(make: (text: string) => Made): (text: string) => Made {
  const all = new Map<string, Made>();
  return (text) => {
    const known = all.get(text);
    if (known !== undefined) return known;
    if (all.size >= MOST) all.clear();
    const made = make(text);
    all.set(text, made);
    return made;
  };
}
