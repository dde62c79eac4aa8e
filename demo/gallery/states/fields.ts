import { FIELDS, INES, seedOf } from '../people.js';
import { MANY_FIELDS, MANY_VALUES, ONE_OF_EACH_TYPE } from '../many-fields.js';
import { defineState } from '../state.js';

const STANDARD = FIELDS.filter(({ key }) => key === 'status');

/** Fields: what a source says about them, and every type in every condition. */
export const fieldStates = [
  defineState({
    id: 'many-fields',
    title: 'Sixty fields',
    description: 'Every type: set and not set, required, read-only, masked, hidden, and with values from before the rules.',
    seed: seedOf({ ...INES, id: 'c_2101', custom: MANY_VALUES }, { fields: [...STANDARD, ...MANY_FIELDS] }),
  }),
  defineState({
    id: 'many-fields-filled',
    title: 'Sixty fields, empty ones left out',
    description: 'The hide-empty attribute: zero, “No” and masked values are values.',
    attributes: { 'hide-empty': '' },
    seed: seedOf({ ...INES, id: 'c_2102', custom: MANY_VALUES }, { fields: [...STANDARD, ...MANY_FIELDS] }),
  }),
  defineState({
    id: 'several-addresses',
    title: 'Several email addresses and phone numbers',
    description: 'Below the primary one, each under what it is for. One is being edited.',
    seed: seedOf({
      ...INES,
      id: 'c_2104',
      emails: [
        { value: 'ines.carvalho@example.com', isPrimary: true },
        { value: 'ines@work.example', label: 'work' },
      ],
      phones: [
        { value: '+351912345678', label: 'mobile', isPrimary: true },
        { value: '+351213456789', label: 'Secretariat' },
      ],
    }),
    arrange: ({ reader }) => reader.open('#emails.value ines@work.example'),
  }),
  defineState({
    id: 'every-type-editing',
    title: 'Every type, being edited',
    description: 'As many editors as one likes, each with the control that its type asks for.',
    seed: seedOf({ ...INES, id: 'c_2103', custom: MANY_VALUES }, { fields: [...STANDARD, ...ONE_OF_EACH_TYPE] }),
    arrange: async ({ reader }) => {
      for (const { key } of ONE_OF_EACH_TYPE) await reader.open(key);
    },
  }),
];
