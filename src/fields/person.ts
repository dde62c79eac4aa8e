import { html } from 'lit';
import type { FieldValue, Person } from '../core/contact.js';
import type { FieldType } from '../core/field-type.js';
import { avatar } from './avatar.js';
import { plainText } from './text.js';

/** A person of the team, by name and picture; whom one can choose, the source says. */
export const personField: FieldType = {
  name: 'person',
  isSuggested: true,
  text: (value) => plainText(value),
  show: (value, { avatarPaths }) =>
    isPerson(value)
      ? html`${avatar(value.id, value.name, value.avatarUrl, avatarPaths)}<bdi>${value.name}</bdi>`
      : plainText(value),
  edit: {
    input: 'search',
    choose: ({ value: id, label: name, avatarUrl }) => ({ id, name, ...(avatarUrl !== undefined && { avatarUrl }) }),
  },
};

function isPerson(value: FieldValue): value is Person {
  return typeof value === 'object' && value !== null && 'name' in value;
}
