import { createContext } from '@lit/context';
import type { ContactAdapter } from '../core/adapter.js';

/** The context by which an ancestor provides one adapter to many panels. Shared between copies of this package. */
export const contactAdapterContext = createContext<ContactAdapter | undefined>(Symbol.for('contact-details.adapter'));
