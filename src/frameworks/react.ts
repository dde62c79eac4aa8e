/** The types of `<contact-details>` in the JSX of React 19 and newer. There is nothing in it at run time. */
import type { HTMLAttributes, RefAttributes } from 'react';
import type { ContactDetails } from '../element/contact-details.js';
import type { ElementAttributes, ElementProperties, EventHandlers } from './template-props.js';

/** What `<contact-details>` takes in React. */
export interface ContactDetailsProps
  extends HTMLAttributes<ContactDetails>,
    RefAttributes<ContactDetails>,
    ElementProperties,
    ElementAttributes,
    EventHandlers<'on'> {}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'contact-details': ContactDetailsProps;
    }
  }
}
