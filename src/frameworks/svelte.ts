/** The types of `<contact-details>` in the templates of Svelte 5. There is nothing in it at run time. */
import type { HTMLAttributes } from 'svelte/elements';
import type { ContactDetails } from '../element/contact-details.js';
import type { ElementAttributes, ElementProperties, EventHandlers } from './template-props.js';

/** What `<contact-details>` takes in Svelte. */
export interface ContactDetailsProps
  extends HTMLAttributes<ContactDetails>,
    ElementProperties,
    ElementAttributes,
    EventHandlers<'on'> {}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'contact-details': ContactDetailsProps;
  }
}
