/**
 * The address of a contact among the pages of the host: the host's URI template (RFC 6570, level 1) with the contact's id for `{id}`,
 * resolved against the page's address. `undefined` where that is not the address of a page, by `http:` or `https:`.
 */
export function contactLink(template: string, id: string, base: string): string | undefined {
  try {
    const { href, protocol } = new URL(template.replaceAll('{id}', encodeURIComponent(id)), base);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
