import type { FieldValue, Person } from '../core/contact.js';
import type { FieldType } from '../core/fields.js';
import { makeAvatar } from './avatar.js';
import { make } from './make.js';

/** A person of the team, by name and picture. */
export const personField: FieldType<Node> = {
  name: 'person',
  text: (value) => (isPerson(value) ? value.name : String(value ?? '')),
  show: (value, context) => {
    const name = personField.text(value, context);
    const avatar = isPerson(value) ? makeAvatar(value.id, name, value.avatarUrl) : undefined;
    return make('span', {}, avatar, make('bdi', {}, name));
  },
};

function isPerson(value: FieldValue): value is Person {
  return typeof value === 'object' && value !== null && 'name' in value;
}
