import type { LitElement } from 'lit';
import type { ContactDetails } from '../element/contact-details.js';
import type { ContactDetailsEventMap } from '../element/events.js';

/** What the class has besides properties that a host sets. */
type NotSet = keyof LitElement | 'edit' | 'refresh' | 'whenSettled' | 'hasUnsavedEdits';

/** The properties of the element. `undefined` and `null` mean "not given". */
export type ElementProperties = {
  [Name in Exclude<keyof ContactDetails, NotSet>]?: ContactDetails[Name] | null | undefined;
};

/** The attributes whose names are not those of their properties; templates that are rendered on a server need them. */
export interface ElementAttributes {
  'contact-id'?: string | null | undefined;
  'hide-empty'?: boolean | '' | null | undefined;
  'fold-empty'?: boolean | '' | null | undefined;
  'no-shortcuts'?: boolean | '' | null | undefined;
  'contact-href'?: string | null | undefined;
  'tag-limit'?: number | string | null | undefined;
  'heading-level'?: number | string | null | undefined;
}

/** A handler for each event of the element, by the event's name after a prefix: `onview-messages`. */
export type EventHandlers<Prefix extends string> = {
  [Name in keyof ContactDetailsEventMap as `${Prefix}${Name}`]?:
    | ((event: ContactDetailsEventMap[Name]) => void)
    | null
    | undefined;
};
