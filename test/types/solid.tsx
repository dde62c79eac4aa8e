/** @jsxImportSource solid-js */
import type { ContactAdapter, ContactDetails } from 'contact-details';
import type {} from 'contact-details/solid';

declare const adapter: ContactAdapter;
declare const ref: (element: ContactDetails) => void;
declare function open(id: string): void;

export const right = [
  <contact-details
    ref={ref}
    class="side"
    adapter={adapter}
    contact-id="c_1"
    readonly
    hide-empty={false}
    heading-level={3}
    collapsed-groups={['Company']}
    actions={[{ id: 'block', label: 'Block' }]}
    messages={{ addTag: 'Label' }}
    on:view-messages={(event) => open(event.contactId)}
    on:contact-saved={({ patch }) => open(JSON.stringify(patch))}
  >
    <p slot="header">Ours</p>
  </contact-details>,
  <contact-details contact-id="c_1" src="/api" hide-empty heading-level="3" lang="de" />,
  <contact-details contact-id={undefined} contact={null} collapsed-groups={null} />,
  <contact-details prop:contactId="c_1" prop:collapsedGroups={['Company']} />,
];

export const wrong = [
  // @ts-expect-error an adapter is no number
  <contact-details adapter={42} />,
  // @ts-expect-error there is no such property
  <contact-details adaptor={adapter} />,
  // @ts-expect-error groups are a list
  <contact-details collapsed-groups="Company" />,
  // @ts-expect-error a level is a number
  <contact-details prop:headingLevel="three" />,
  // @ts-expect-error Solid sets no property whose name has a capital letter
  <contact-details contactId="c_1" />,
  // @ts-expect-error a handler is a function
  <contact-details on:view-messages="open()" />,
  // @ts-expect-error a handler takes the event, and no number
  <contact-details on:view-messages={(event: number) => open(String(event))} />,
  // @ts-expect-error this event has no patch
  <contact-details on:view-messages={({ patch }) => open(patch)} />,
  // @ts-expect-error a ref of another element
  <contact-details ref={(element: HTMLInputElement) => element.value} />,
  // @ts-expect-error a menu item has a label
  <contact-details actions={[{ id: 'block' }]} />,
];
