import { httpAdapter } from './adapters/http.js';
import type { ContactAdapter } from './core/adapter.js';
import { ContactDetails } from './element/contact-details.js';

const adapters = new Map<string, ContactAdapter>();

/** One adapter for each address, so that panels of one source share what they know. */
function adapterFor(src: string): ContactAdapter {
  const base = new URL(src, document.baseURI).href;
  const adapter = adapters.get(base) ?? httpAdapter({ base });
  adapters.set(base, adapter);
  return adapter;
}

/**
 * Registers the element, unless the name is taken already, and teaches it to speak HTTP for its `src`. A second tag name
 * in one page gets a class of its own, as the platform demands.
 */
export function define(tag = 'contact-details', registry: CustomElementRegistry = customElements): void {
  ContactDetails.adapterFor = adapterFor;
  if (registry.get(tag)) return;
  const isUsed = registry.getName?.(ContactDetails) ?? null;
  registry.define(tag, isUsed === null ? ContactDetails : class extends ContactDetails {});
}

declare global {
  interface HTMLElementTagNameMap {
    'contact-details': ContactDetails;
  }
}
