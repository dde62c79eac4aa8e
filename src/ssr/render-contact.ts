import { render } from '@lit-labs/ssr';
import { FallbackRenderer } from '@lit-labs/ssr/lib/element-renderer.js';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { nothing } from 'lit';
import { ContactDetails } from '../element/contact-details.js';
import { parseGiven } from '../core/parse.js';
import { GivenContact } from '../element/given-contact.js';
import type { Handlers } from '../element/panel.js';
import { contactBody } from '../element/reading/contact-body.js';
import { frame } from '../element/reading/frame.js';
import { viewOf } from '../element/view.js';
import type { ViewProperties } from '../element/view.js';
import { makeFormats } from '../fields/formats.js';
import { httpAdapter } from '../http/http-adapter.js';
import { messages as english } from '../i18n/en.js';
import { knownLanguage, loadMessages } from '../i18n/languages.js';
import { ContactStore } from '../store/contact-store.js';
import { attribute, hostAttributes } from './host-attributes.js';
import type { RenderContactOptions } from './render-options.js';
import { ElementStyles, serverValue } from './server-template.js';

/** Nobody presses anything on a server. */
const NO_HANDLERS = {} as Handlers;

/** Stands for the element around the slots, which makes nothing of its own here. */
const HOST = new FallbackRenderer('contact-details');

/**
 * The HTML of `<contact-details>` with this contact: a declarative shadow root, which can be read before any script, and what it
 * was drawn from, by which the element shows the same without reading the contact again. Fails with a `ContactError` of the code
 * `invalid-data` where the contact cannot be understood.
 */
export async function renderContact(options: RenderContactOptions): Promise<string> {
  const lang = knownLanguage(options.lang ?? 'en');
  const messages = { ...((await loadMessages(lang)) ?? english), ...options.messages };
  makeFormats(lang);
  const store = storeOf(options);
  const view = viewOf(store, viewPropertiesOf(options), messages, lang);
  if (!view) throw new TypeError('No contact');
  const content = frame(contactBody(view, NO_HANDLERS, {}), {
    isLoading: false,
    label: nothing,
    lang: view.textsLang === lang ? nothing : view.textsLang,
    said: nothing,
  });
  const styles = new ElementStyles();
  const drawn = await collectResult(render(serverValue(content, styles), { customElementHostStack: [HOST] }));
  const css = [...ContactDetails.styles.map(({ cssText }) => cssText), styles.cssText].join('\n');
  const { fields, can } = store.state;
  // What travels in the page is what its reader may see.
  const attributes = hostAttributes(options, { contact: view.contact, fields, can, ...(options.me && { me: options.me }) });
  const style = `<style${attribute('nonce', options.nonce)}>${css}</style>`;
  return `<contact-details${attributes}><template shadowrootmode="open">${style}${drawn}</template></contact-details>`;
}

function storeOf({ adapter, can, contact, fields, me, src }: RenderContactOptions): ContactStore {
  const source = adapter ?? (src === undefined ? new GivenContact() : httpAdapter({ base: src }));
  const store = new ContactStore(source, String(contact.id));
  store.provide(parseGiven({ contact, fields, can, me }, store.state.id));
  return store;
}

function viewPropertiesOf(options: RenderContactOptions): ViewProperties {
  const { actions = [], avatarPaths, collapsedGroups = [], contactHref, foldEmpty = false } = options;
  const { headingLevel = 2, hideEmpty = false, readonly = false } = options;
  return { actions, avatarPaths, collapsedGroups, contactHref, foldEmpty, headingLevel, hideEmpty, readonly };
}
