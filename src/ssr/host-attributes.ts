import type { ContactSnapshot } from '../core/adapter.js';
import type { Drawn } from '../element/server-drawn.js';
import type { RenderContactOptions } from './render-options.js';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** The attributes of an element that a server has drawn: those that a host would write, and what it was drawn from. */
export function hostAttributes(options: RenderContactOptions, snapshot: ContactSnapshot): string {
  const { actions, adapter, avatarPaths, collapsedGroups, headingLevel, src } = options;
  const { contact, fields, can } = snapshot;
  const isGiven = !adapter && src === undefined;
  const properties = { ...(isGiven && { contact, fields, can }), actions, avatarPaths, collapsedGroups };
  const drawn: Drawn = { properties, ...(!isGiven && { snapshot }) };
  return [
    attribute('src', src),
    attribute('contact-id', isGiven ? undefined : contact.id),
    attribute('lang', options.lang),
    attribute('readonly', options.readonly && ''),
    attribute('hide-empty', options.hideEmpty && ''),
    attribute('fold-empty', options.foldEmpty && ''),
    attribute('contact-href', options.contactHref),
    attribute('heading-level', headingLevel === undefined ? undefined : String(headingLevel)),
    attribute('data-drawn', JSON.stringify(drawn)),
  ].join('');
}

/** One attribute in HTML, with the space before it; nothing where there is no value. */
export function attribute(name: string, value: string | false | undefined): string {
  return typeof value === 'string' ? ` ${name}="${value.replace(/[&<>"]/g, (sign) => ESCAPES.get(sign) ?? '')}"` : '';
}
