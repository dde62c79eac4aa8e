import { EVERYTHING, FIELDS, INES, seedOf } from '../people.js';
import { defineState } from '../state.js';

/** Hosting: what the page around the panel can do with it. */
export const hostingStates = [
  defineState({
    id: 'data-mode',
    title: 'Data mode',
    description: 'No adapter: the page hands over the contact and hears of edits through events.',
    seed: seedOf(INES),
    prepare: (element) => {
      element.adapter = undefined;
      element.contact = { ...INES, id: 'c_2091' };
      element.fields = FIELDS;
      element.can = EVERYTHING;
    },
  }),
  defineState({
    id: 'hide-empty',
    title: 'Empty fields left out',
    description: 'The hide-empty attribute, on a contact of whom little is known.',
    attributes: { 'hide-empty': '' },
    seed: seedOf({ id: 'c_2092', firstName: 'Sukarno', country: 'ID', phone: '+62215550101' }),
  }),
  defineState({
    id: 'fold-empty',
    title: 'Empty fields folded into one line',
    description: 'The fold-empty attribute: what is not known is a word at the end, and a press on it fills it in.',
    attributes: { 'fold-empty': '' },
    seed: seedOf({ id: 'c_2095', firstName: 'Sukarno', country: 'ID', phone: '+62215550101', status: 'open' }),
  }),
  defineState({
    id: 'own-actions',
    title: 'Own menu items and slots, and a link to copy',
    description: 'The page adds to the menu and to the panel, and says where its own page of the contact is.',
    seed: seedOf({ ...INES, id: 'c_2093' }),
    prepare: (element) => {
      element.actions = [
        { id: 'deal', label: 'New deal' },
        { id: 'orders', label: 'Open orders' },
        { id: 'block', label: 'Block contact', destructive: true },
      ];
      element.contactHref = '/?contact={id}&panel=open';
      element.append(
        slotted('before-fields', '3 open orders, the latest from yesterday'),
        slotted('footer', 'Synced with the shop'),
      );
    },
  }),
  defineState({
    id: 'narrow',
    title: '240 pixels wide',
    description: 'The layout follows the panel’s own width, not the window’s.',
    attributes: { class: 'is-narrowest' },
    seed: seedOf({ ...INES, id: 'c_2094' }),
  }),
];

function slotted(slot: string, text: string): HTMLElement {
  const note = document.createElement('p');
  note.slot = slot;
  note.className = 'slotted-note';
  note.textContent = text;
  return note;
}
