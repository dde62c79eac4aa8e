import type { Contact, ContactPatch } from '../../../src/core/contact.js';
import { ContactError } from '../../../src/core/error.js';
import type { ErrorCode } from '../../../src/core/error.js';
import type { Call, Fault } from '../../../src/adapters/memory.js';
import { INES, seedOf } from '../people.js';
import { defineState } from '../state.js';
import type { Scene } from '../state.js';

const NEW_EMAIL = 'ines@padaria.example';

function savesFail(code: ErrorCode) {
  return ({ operation }: Call): Fault | undefined => (operation === 'save' ? new ContactError(code) : undefined);
}

/** Types a new address, as the editor would, and confirms it. */
function changeEmail({ edits }: Scene, email = NEW_EMAIL): void {
  edits.draft('email', { email: INES.email ?? null });
  edits.commit('email', { email });
}

/** Saves as somebody else would, at the same time. */
function saveElsewhere({ adapter, contactId }: Scene, patch: ContactPatch): Promise<Contact> {
  const { signal } = new AbortController();
  return adapter.save(contactId, patch, { version: '1', key: 'theirs', signal });
}

/** Editing: from the open editor to every way in which saving can end. */
export const editingStates = [
  defineState({
    id: 'editing-name',
    title: 'Editing the name',
    description: 'Two inputs, a tick and a cross. Enter confirms, Esc restores.',
    seed: seedOf({ ...INES, id: 'c_2071' }),
    arrange: ({ edits }) => edits.draft('name', { firstName: 'Inês', lastName: 'Carvalho' }),
  }),
  defineState({
    id: 'editing-invalid',
    title: 'Editing, with a mistake',
    description: 'What is wrong stands next to the field; what was typed stays.',
    seed: seedOf({ ...INES, id: 'c_2072' }),
    arrange: async ({ element, edits }) => {
      // Opening and submitting move the focus, which would scroll the page; it cannot go where everything is inert.
      element.inert = true;
      await element.edit('email');
      edits.draft('email', { email: 'ines.carvalho@' });
      await element.updateComplete;
      element.shadowRoot?.querySelector('form')?.requestSubmit();
      await element.updateComplete;
      element.inert = false;
    },
  }),
  defineState({
    id: 'saving',
    title: 'Saving',
    description: 'The new value shows at once while it is on its way.',
    seed: seedOf({ ...INES, id: 'c_2073' }),
    fault: ({ operation }) => (operation === 'save' ? 'never' : undefined),
    arrange: changeEmail,
  }),
  defineState({
    id: 'save-failed',
    title: 'Saving failed',
    description: 'The edit is kept: try again, go on editing, or discard it.',
    seed: seedOf({ ...INES, id: 'c_2074' }),
    fault: savesFail('unknown'),
    arrange: changeEmail,
  }),
  defineState({
    id: 'duplicate',
    title: 'Already in use',
    description: 'Email addresses are unique: another contact has this one.',
    seed: {
      ...seedOf({ ...INES, id: 'c_2075' }),
      contacts: [
        { ...INES, id: 'c_2075' },
        { id: 'c_other', firstName: 'Rui', email: NEW_EMAIL },
      ],
    },
    arrange: changeEmail,
  }),
  defineState({
    id: 'conflict',
    title: 'Conflict',
    description: 'Somebody else changed the same field meanwhile. Both values are shown; the reader decides.',
    seed: seedOf({ ...INES, id: 'c_2076' }),
    arrange: async (scene) => {
      scene.edits.draft('email', { email: NEW_EMAIL });
      // Where the gallery's controls let all saving fail, the other person's fails too and there is no conflict.
      await saveElsewhere(scene, { email: 'inescarvalho@example.net' }).catch(() => undefined);
      scene.edits.commit('email', { email: NEW_EMAIL });
    },
  }),
  defineState({
    id: 'tag-failed',
    title: 'A tag that was not saved',
    description: 'Tags are saved one by one, so one failure touches nothing else.',
    seed: seedOf({ ...INES, id: 'c_2077' }),
    fault: ({ operation }) => (operation === 'addTag' ? new ContactError('unknown') : undefined),
    arrange: ({ edits }) => edits.addTag({ name: 'Met at the fair' }),
  }),
  defineState({
    id: 'deleted',
    title: 'Deleted',
    description: 'What is left after the contact and its messages are gone.',
    seed: seedOf({ ...INES, id: 'c_2078' }),
    arrange: ({ edits }) => edits.delete(),
  }),
];
