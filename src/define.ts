import { httpAdapter } from './http/http-adapter.js';
import type { ContactAdapter } from './core/adapter.js';
import { teach } from './core/teach.js';
import { ContactDetails } from './element/contact-details.js';
import { setAdapterFactory } from './element/source-controller.js';

const adapters = new Map<string, ContactAdapter>();

/** One adapter for each address, so that panels of one source share what they know. */
function adapterFor(src: string): ContactAdapter {
  const base = new URL(src, document.baseURI).href;
  const adapter = adapters.get(base) ?? httpAdapter({ base });
  adapters.set(base, adapter);
  return adapter;
}

/**
 * Registers the element, unless the name is taken already, and teaches it to speak HTTP for its `src`. Each name gets a
 * class of its own, as the platform demands; all of them are `ContactDetails`. Does
 * nothing where there are no elements, as on a server.
 */
export function define(tag = 'contact-details', registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  setAdapterFactory(adapterFor);
  const known = registry?.get(tag);
  if (!known) registry?.define(tag, class extends ContactDetails {});
  else if (!(known.prototype instanceof ContactDetails)) teach('two-copies', tag);
}

declare global {
  interface HTMLElementTagNameMap {
    'contact-details': ContactDetails;
  }
}
