import type { ContactAdapter } from 'contact-details';
import type {} from 'contact-details/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

declare const adapter: ContactAdapter;
declare function open(id: string): void;

/** Svelte's own tools check a template as calls of such a function. */
declare function createElement<Tag extends keyof SvelteHTMLElements>(tag: Tag, props: SvelteHTMLElements[Tag]): void;

createElement('contact-details', {
  class: 'side',
  adapter,
  contactId: 'c_1',
  readonly: true,
  headingLevel: 3,
  actions: [{ id: 'block', label: 'Block' }],
  'onview-messages': (event) => open(event.contactId),
  'oncontact-saved': ({ patch }) => open(JSON.stringify(patch)),
});
createElement('contact-details', { 'contact-id': 'c_1', src: '/api', contact: null, collapsedGroups: undefined });

// @ts-expect-error an adapter is no number
createElement('contact-details', { adapter: 42 });
// @ts-expect-error there is no such property
createElement('contact-details', { adaptor: adapter });
// @ts-expect-error there is no such event
createElement('contact-details', { 'onview-mesages': () => open('c_1') });
// @ts-expect-error this event has no patch
createElement('contact-details', { 'onview-messages': ({ patch }) => open(patch) });
// @ts-expect-error a handler takes the event, and no number
createElement('contact-details', { 'onview-messages': (event: number) => open(String(event)) });
// @ts-expect-error a menu item has a label
createElement('contact-details', { actions: [{ id: 'block' }] });
