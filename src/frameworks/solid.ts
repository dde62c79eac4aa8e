/** The types of `<contact-details>` in the JSX of Solid. There is nothing in it at run time. */
import type { JSX } from 'solid-js';
import type { ContactDetails } from '../element/contact-details.js';
import type { ElementAttributes, ElementProperties, EventHandlers } from './template-props.js';

/** A name as it is written with hyphens: `contactId` as `contact-id`. */
type Hyphenated<Name extends string> = Name extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Uppercase<Letter> ? `-${Lowercase<Letter>}` : Letter}${Hyphenated<Rest>}`
  : Name;

/**
 * Properties as Solid sets them: from `contact-id` it makes `contactId`, and from `contactId` a name in small letters that there is
 * not. After `prop:` it leaves names as they are.
 */
type SolidProperties = {
  [Name in keyof ElementProperties as Exclude<Hyphenated<Name>, keyof ElementAttributes>]?: ElementProperties[Name];
} & { [Name in keyof ElementProperties as `prop:${Name}`]?: ElementProperties[Name] };

/** What `<contact-details>` takes in Solid. */
export interface ContactDetailsProps
  extends JSX.HTMLAttributes<ContactDetails>,
    SolidProperties,
    ElementAttributes,
    EventHandlers<'on:'> {}

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'contact-details': ContactDetailsProps;
    }
  }
}
