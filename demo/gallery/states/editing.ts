import { ContactError } from 'contact-details';
import type { ContactPatch, ErrorCode } from 'contact-details';
import type { Call, Fault } from 'contact-details/adapters/memory.js';
import { INES, INES_AGAIN, seedOf } from '../people.js';
import { defineState } from '../state.js';
import type { Scene } from '../state.js';

const NEW_EMAIL = 'ines@padaria.example';
const THEIR_EMAIL = 'inescarvalho@example.net';
/** Who edits the same contact. */
const AIKO = { id: 'u_aiko', name: 'Aiko Tanaka' };

function savesFail(code: ErrorCode) {
  return ({ operation }: Call): Fault | undefined => (operation === 'save' ? new ContactError(code) : undefined);
}

/** Types a text into a field, and confirms it. */
async function change({ reader }: Scene, fieldKey: string, text: string): Promise<void> {
  await reader.type(fieldKey, text);
  await reader.press('save-button');
}

function changeEmail(scene: Scene): Promise<void> {
  return change(scene, 'email', NEW_EMAIL);
}

/** Saves as somebody else would, at the same time. */
function saveElsewhere({ adapter, contactId }: Scene, patch: ContactPatch): Promise<unknown> {
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
    arrange: ({ reader }) => reader.open('name'),
  }),
  defineState({
    id: 'editing-invalid',
    title: 'Editing, with a mistake',
    description: 'What is wrong stands next to the field; what was typed stays.',
    seed: seedOf({ ...INES, id: 'c_2072' }),
    arrange: (scene) => change(scene, 'email', 'ines.carvalho@'),
  }),
  defineState({
    id: 'draft-news',
    title: 'Changed while it is being edited',
    description: 'An open editor is left alone: what somebody else wrote meanwhile, and who, stands beside it.',
    seed: seedOf({ ...INES, id: 'c_2111' }, { editor: AIKO }),
    arrange: async (scene) => {
      await scene.reader.type('email', NEW_EMAIL);
      await saveElsewhere(scene, { email: THEIR_EMAIL }).catch(() => undefined);
    },
  }),
  defineState({
    id: 'implied-country',
    title: 'A country to be taken over',
    description: 'The phone number says another country. It is offered, and never taken by itself.',
    seed: seedOf({ ...INES, id: 'c_2112', phone: '+60123456789' }),
    arrange: async ({ reader }) => {
      // Known once the phone's editor has been open.
      await reader.open('phone');
      await reader.press('cancel-button');
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
    id: 'saved',
    title: 'Saved, and undone by one press',
    description: 'The way back is there for eight seconds. Here the clock stands still, so that it can be looked at.',
    seed: seedOf({ ...INES, id: 'c_2113' }),
    isTimeless: true,
    arrange: changeEmail,
  }),
  defineState({
    id: 'tag-removed',
    title: 'A tag removed, and undone by one press',
    description: 'The same for tags.',
    seed: seedOf({ ...INES, id: 'c_2114' }),
    isTimeless: true,
    arrange: ({ reader }) => reader.press('tag-remove'),
  }),
  defineState({
    id: 'rebased',
    title: 'Merged with somebody else’s edit',
    description: 'Meanwhile somebody changed the company. Nobody is asked anything: both edits are kept.',
    seed: seedOf({ ...INES, id: 'c_2115' }, { editor: AIKO }),
    isTimeless: true,
    arrange: async (scene) => {
      await scene.reader.type('email', NEW_EMAIL);
      await saveElsewhere(scene, { custom: { company: 'Forno & Filhos' } }).catch(() => undefined);
      await scene.reader.press('save-button');
    },
  }),
  defineState({
    id: 'queued',
    title: 'Not saved yet, without a connection',
    description: 'Edits wait in their order, each marked in its place, and go out as soon as the source answers.',
    seed: seedOf({ ...INES, id: 'c_2116' }),
    fault: ({ operation }) => (operation === 'save' || operation === 'addTag' ? new ContactError('offline') : undefined),
    arrange: async (scene) => {
      await changeEmail(scene);
      await scene.reader.press('option', 'Closed');
      await change(scene, 'company', 'Forno & Filhos');
      await scene.reader.addTag('Met at the fair');
    },
  }),
  defineState({
    id: 'retrying',
    title: 'Tried again by itself',
    description: 'The service is down and asks for four minutes. “Try again” does not wait: it works.',
    seed: seedOf({ ...INES, id: 'c_2117' }),
    fault: ({ operation, count }) =>
      operation === 'save' && count === 1 ? new ContactError('unavailable', { retryAfter: 240_000 }) : undefined,
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
    description: 'Email addresses are unique: another contact has this one, and can be opened.',
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
    seed: seedOf({ ...INES, id: 'c_2076' }, { editor: AIKO }),
    arrange: async (scene) => {
      await scene.reader.type('email', NEW_EMAIL);
      // Where the gallery's controls let all saving fail, the other person's fails too and there is no conflict.
      await saveElsewhere(scene, { email: THEIR_EMAIL }).catch(() => undefined);
      await scene.reader.press('save-button');
    },
  }),
  defineState({
    id: 'tag-failed',
    title: 'A tag that was not saved',
    description: 'Tags are saved one by one, so one failure touches nothing else.',
    seed: seedOf({ ...INES, id: 'c_2077' }),
    fault: ({ operation }) => (operation === 'addTag' ? new ContactError('unknown') : undefined),
    arrange: ({ reader }) => reader.addTag('Met at the fair'),
  }),
  defineState({
    id: 'deleted',
    title: 'Deleted',
    description: 'What is left after the contact and its messages are gone.',
    seed: seedOf({ ...INES, id: 'c_2078' }),
    arrange: async ({ adapter, contactId, element }) => {
      const { signal } = new AbortController();
      await adapter.delete(contactId, { key: 'theirs', signal }).catch(() => undefined);
      await element.refresh();
    },
  }),
  defineState({
    id: 'twice',
    title: 'A contact that there is twice',
    description: 'The menu finds the other one, and lays both side by side.',
    seed: seedOf({ ...INES, id: 'c_2096' }, { contacts: [{ ...INES, id: 'c_2096' }, INES_AGAIN] }),
  }),
  defineState({
    id: 'merged',
    title: 'Merged into another contact',
    description: 'Whoever still has the old contact open is told, and led to the one that it is part of now.',
    seed: seedOf({ ...INES, id: 'c_2079' }, { contacts: [{ ...INES, id: 'c_2079' }, INES_AGAIN] }),
    arrange: async ({ adapter, contactId, element }) => {
      const { signal } = new AbortController();
      await adapter.merge(INES_AGAIN.id, contactId, {}, { key: 'theirs', signal }).catch(() => undefined);
      await element.refresh();
    },
  }),
];
