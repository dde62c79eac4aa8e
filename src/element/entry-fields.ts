import type { Contact } from '../core/contact.js';
import { entriesOf, entryAt, entryKey, entryPlaceOf } from '../core/contact.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { ownValue } from '../core/own-value.js';
import type { Messages } from '../i18n/messages.js';
import { labelOf, entryListOf } from './definitions.js';
import type { RowDefinition } from './definitions.js';

/**
 * The fields, the primary email address and phone number each followed by the further ones, and by those that are being typed: all
 * of them are read, copied and edited as fields are.
 */
export function withEntryFields(
  definitions: readonly FieldDefinition[],
  contact: Contact,
  drafts: ReadonlyMap<string, unknown>,
  canEdit: boolean,
  messages: Messages,
): readonly RowDefinition[] {
  return definitions.flatMap((definition): readonly RowDefinition[] => {
    const list = entryListOf(definition.key);
    if (!list || !(contact[list] || drafts.size)) return [definition];
    const further = entriesOf(contact, list).filter(({ isPrimary }) => !isPrimary);
    const keys = further.map(({ value }) => entryKey(list, value));
    const drafted = [...drafts.keys()].filter((key) => entryPlaceOf(key)?.list === list);
    const name = labelOf(definition, { messages });
    const rows = [...new Set([...keys, ...drafted])].map((key, index) => {
      const { label } = entryAt(contact, entryPlaceOf(key) ?? { list, value: '' }) ?? {};
      const title = label && (ownValue(messages.entryLabels, label) ?? label);
      const readonly = definition.readonly || !canEdit;
      return { ...definition, key, title, label: `${name} (${title ?? index + 2})`, required: false, readonly, group: '' };
    });
    return [rows.length ? { ...definition, title: name, label: `${name} (${messages.primary})` } : definition, ...rows];
  });
}
