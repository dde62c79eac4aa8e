import type { FieldValue, Person } from '../core/contact.js';
import type { FieldType } from '../core/field-type.js';
import { Avatar } from './avatar.js';
import { make } from './make.js';
import { plainText } from './text.js';

/** A person of the team, by name and picture. */
export const personField: FieldType<Node> = {
  name: 'person',
  isSuggested: true,
  text: (value) => plainText(value),
  show: (value, context) => {
    const name = make('bdi', {}, personField.text(value, context));
    if (!isPerson(value)) return name;
    const avatar = new Avatar();
    avatar.update(value.id, value.name, value.avatarUrl);
    return make('span', {}, avatar.element, name);
  },
  edit: async () => (await import('./person-editing.js')).personEditing,
};

function isPerson(value: FieldValue): value is Person {
  return typeof value === 'object' && value !== null && 'name' in value;
}
