/** New values of parameters: several of one name, one, or none. */
export type Changes = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the address says of the page, by name. */
export function readAddress(): URLSearchParams {
  return new URLSearchParams(location.search);
}

/** The address of this page with some of its parameters changed; an empty or absent value is left out. */
export function addressWith(changes: Changes): string {
  const query = readAddress();
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    for (const text of [value ?? []].flat()) if (text) query.append(name, text);
  }
  return query.size ? `${location.pathname}?${query}` : location.pathname;
}

/** Goes to another state of this page: a step in the history. */
export function visit(changes: Changes): void {
  const address = addressWith(changes);
  if (address !== location.pathname + location.search) history.pushState(null, '', address);
}

/** Changes the address without a step in the history: for what is typed. */
export function amend(changes: Changes): void {
  history.replaceState(null, '', addressWith(changes));
}

/** Whether a click on a link asks for this page rather than for a new tab or window. */
export function isPlainClick({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
