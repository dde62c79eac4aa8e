/** The types of `<contact-details>` in the JSX of Preact. There is nothing in it at run time. */
import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { ContactDetails } from '../element/contact-details.js';
import type { ElementAttributes, ElementProperties, EventHandlers } from './template-props.js';

/** What `<contact-details>` takes in Preact. */
export interface ContactDetailsProps
  extends HTMLAttributes<ContactDetails>,
    ClassAttributes<ContactDetails>,
    ElementProperties,
    ElementAttributes,
    EventHandlers<'on'> {}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'contact-details': ContactDetailsProps;
    }
  }
}
