import { ContactError } from 'contact-details';
import type { ErrorCode } from 'contact-details';
import type { Call, Fault } from 'contact-details/adapters/memory.js';
import { INES, seedOf } from '../people.js';
import { defineState } from '../state.js';

function readsFail(code: ErrorCode) {
  return ({ operation }: Call): Fault | undefined => (operation === 'load' ? new ContactError(code) : undefined);
}

/** Waiting and failing: what the panel says while there is no contact to show. */
export const waitingStates = [
  defineState({
    id: 'loading',
    title: 'Loading',
    description: 'A skeleton in the shape of what is coming. After ten seconds the panel gives up and says so.',
    seed: seedOf({ ...INES, id: 'c_2061' }),
    fault: ({ operation }) => (operation === 'load' ? 'never' : undefined),
    prepare: (element) => {
      // A gallery's skeleton waits for ever: each time the panel gives up, it is asked again.
      element.addEventListener('contact-failed', () => void element.refresh());
    },
  }),
  defineState({
    id: 'slow',
    title: 'Slow source',
    description: 'Three seconds for everything, edits included: what is typed shows at once.',
    seed: seedOf({ ...INES, id: 'c_2062' }),
    latency: 3_000,
  }),
  defineState({
    id: 'empty',
    title: 'Empty',
    description: 'No contact has been chosen.',
    seed: seedOf(INES),
    prepare: (element) => {
      element.contactId = '';
      element.removeAttribute('contact-id');
    },
  }),
  defineState({
    id: 'not-found',
    title: 'Not found',
    description: 'The source knows no such contact, or the reader may not know it.',
    seed: seedOf({ ...INES, id: 'c_2063' }),
    fault: readsFail('not-found'),
  }),
  defineState({
    id: 'failed',
    title: 'Failed, with a retry',
    description: 'The first two readings fail: press “Try again” until it works.',
    seed: seedOf({ ...INES, id: 'c_2064' }),
    fault: ({ operation, count }) => (operation === 'load' && count <= 2 ? new ContactError('unknown') : undefined),
  }),
  defineState({
    id: 'offline',
    title: 'No network',
    description: 'The source cannot be reached.',
    seed: seedOf({ ...INES, id: 'c_2065' }),
    fault: readsFail('offline'),
  }),
  defineState({
    id: 'forbidden',
    title: 'Not allowed to look',
    description: 'The source refuses this reader.',
    seed: seedOf({ ...INES, id: 'c_2066' }),
    fault: readsFail('forbidden'),
  }),
  defineState({
    id: 'invalid-data',
    title: 'An answer that makes no sense',
    description: 'Data is parsed at the edge; what cannot be understood is an error, not a crash.',
    seed: seedOf({ ...INES, id: 'c_2067' }),
    fault: readsFail('invalid-data'),
  }),
];
