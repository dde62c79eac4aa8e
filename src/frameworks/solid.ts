/** The types of `<contact-details>` in the JSX of Solid. There is nothing in it at run time. */
import type { JSX } from 'solid-js';
import type { ContactDetails } from '../element/contact-details.js';
import type { ElementAttributes, ElementProperties, EventHandlers } from './template-props.js';

/** What `<contact-details>` takes in Solid. */
export interface ContactDetailsProps
  extends JSX.HTMLAttributes<ContactDetails>,
    ElementProperties,
    ElementAttributes,
    EventHandlers<'on:'> {}

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'contact-details': ContactDetailsProps;
    }
  }
}
