import type { GalleryState } from './state.js';
import { editingStates } from './states/editing.js';
import { fieldStates } from './states/fields.js';
import { hostingStates } from './states/hosting.js';
import { peopleStates } from './states/people.js';
import { permissionStates } from './states/permissions.js';
import { waitingStates } from './states/waiting.js';

/** States that belong together. */
export interface StateGroup {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly states: readonly GalleryState[];
}

/** Every state of the element, in the gallery's order. */
export const groups: readonly StateGroup[] = [
  {
    id: 'people',
    title: 'People',
    description: 'One name, no name, other scripts, too much of everything: the data alone changes the panel.',
    states: peopleStates,
  },
  {
    id: 'editing',
    title: 'Editing',
    description: 'An edit ends as saved, kept and shown as failed, or shown as a conflict. It is never lost.',
    states: editingStates,
  },
  {
    id: 'fields',
    title: 'Fields',
    description: 'What the source says about each field is what the panel does with it.',
    states: fieldStates,
  },
  {
    id: 'waiting',
    title: 'Waiting and failing',
    description: 'What stands there while there is no contact to show, and the way out of it.',
    states: waitingStates,
  },
  {
    id: 'permissions',
    title: 'Permissions',
    description: 'The source decides. What it does not allow is not offered.',
    states: permissionStates,
  },
  {
    id: 'hosting',
    title: 'In a page',
    description: 'Attributes, properties and slots for the page around the panel.',
    states: hostingStates,
  },
];

/** All states of all groups. */
export const states: readonly GalleryState[] = groups.flatMap((group) => group.states);
