/** @jsxImportSource react */
import type { ContactAdapter, ContactDetails } from 'contact-details';
import type {} from 'contact-details/react';

declare const adapter: ContactAdapter;
declare const ref: { current: ContactDetails | null };
declare function open(id: string): void;

export const right = [
  <contact-details
    key="1"
    ref={ref}
    className="side"
    adapter={adapter}
    contactId="c_1"
    readonly
    hideEmpty={false}
    headingLevel={3}
    collapsedGroups={['Company']}
    actions={[{ id: 'block', label: 'Block' }]}
    messages={{ addTag: 'Label' }}
    onview-messages={(event) => open(event.contactId)}
    oncontact-saved={({ patch }) => open(JSON.stringify(patch))}
  >
    <p slot="header">Ours</p>
  </contact-details>,
  <contact-details key="2" contact-id="c_1" src="/api" hide-empty heading-level="3" lang="de" />,
  <contact-details key="3" contactId={undefined} contact={null} collapsedGroups={null} />,
];

export const wrong = [
  // @ts-expect-error an adapter is no number
  <contact-details key="1" adapter={42} />,
  // @ts-expect-error there is no such property
  <contact-details key="2" adaptor={adapter} />,
  // @ts-expect-error a level is a number
  <contact-details key="3" headingLevel="three" />,
  // @ts-expect-error a handler is a function
  <contact-details key="4" onview-messages="open()" />,
  // @ts-expect-error a handler takes the event, and no number
  <contact-details key="5" onview-messages={(event: number) => open(String(event))} />,
  // @ts-expect-error this event has no patch
  <contact-details key="6" onview-messages={({ patch }) => open(patch)} />,
  // @ts-expect-error a ref of another element
  <contact-details key="7" ref={(element: HTMLInputElement | null) => element?.value} />,
  // @ts-expect-error a menu item has a label
  <contact-details key="8" actions={[{ id: 'block' }]} />,
];
