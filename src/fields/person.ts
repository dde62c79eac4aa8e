import { html } from 'lit';
import type { FieldValue, Person } from '../core/contact.js';
import type { FieldType } from '../core/fields.js';
import { renderAvatar } from './avatar.js';

/** A person of the team, by name and picture. */
export const personField: FieldType = {
  name: 'person',
  text: (value) => (isPerson(value) ? value.name : String(value ?? '')),
  show: (value, context) => {
    const name = personField.text(value, context);
    return isPerson(value)
      ? html`${renderAvatar(value.id, name, value.avatarUrl)}<bdi>${name}</bdi>`
      : html`<bdi>${name}</bdi>`;
  },
};

function isPerson(value: FieldValue): value is Person {
  return typeof value === 'object' && value !== null && 'name' in value;
}
