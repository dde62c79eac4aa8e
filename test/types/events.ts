import { define } from 'contact-details';
import type { ContactAdapter, ContactDetails, ContactPatch } from 'contact-details';

declare const adapter: ContactAdapter;

export function listen(): void {
  const panel = document.createElement('contact-details');
  panel.adapter = adapter;
  panel.addEventListener('contact-saved', ({ patch }) => takePatch(patch));
  document.querySelector('contact-details')?.addEventListener('view-messages', (event) => takeId(event.contactId));
  document.addEventListener('contact-failed', ({ error }) => takeId(error.code));
  window.addEventListener('group-toggled', ({ isCollapsed }) => !isCollapsed);
  document.body.addEventListener('delete-contact', (event) => event.preventDefault());

  panel.addEventListener('save-contact', (event) => event.refuse('Not today.'));

  define('my-panel');
  const other = document.querySelector<ContactDetails>('my-panel');
  other?.addEventListener('contact-conflicted', ({ mine, theirs }) => mine === theirs);

  // @ts-expect-error a saved contact has no `error`
  panel.addEventListener('contact-saved', ({ error }) => error);
  // @ts-expect-error a veto that says why has a reason
  panel.addEventListener('save-contact', (event) => event.refuse());
  // @ts-expect-error an adapter is no number
  panel.adapter = 42;
  // @ts-expect-error there is no such property
  panel.adaptor = adapter;
  // @ts-expect-error the level of a heading is a number
  panel.headingLevel = '3';
}

function takePatch(patch: ContactPatch): ContactPatch {
  return patch;
}

function takeId(id: string): string {
  return id;
}
