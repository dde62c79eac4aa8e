import { ContextConsumer, createContext } from '@lit/context';

import type { ContactAdapter } from '../core/adapter.js';
import type { UpdatingElement } from './updating-element.js';

/** The context by which an ancestor provides one adapter to many panels. Shared between copies of this package. */
export const contactAdapterContext = createContext<ContactAdapter | undefined>(Symbol.for('contact-details.adapter'));

/** Asks the ancestors for an adapter, and again when another provider comes up or provides another one. */
export function consumeAdapter(host: UpdatingElement, onAdapter: (adapter: ContactAdapter | undefined) => void): void {
  new ContextConsumer(host, { context: contactAdapterContext, subscribe: true, callback: onAdapter });
}
