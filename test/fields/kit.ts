import type { FieldValue } from '../../src/core/contact.js';
import { fieldType } from '../../src/core/field-type.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import { define } from '../../src/define.js';
import { messages } from '../../src/i18n/en.js';

define();

/** What the panel says of a value, read in a language. */
export function textOf(type: string, value: FieldValue, lang = 'en', more: Partial<FieldDefinition> = {}): string {
  return fieldType(type).text(value, { definition: { key: 'any', type, ...more }, lang, words: messages });
}

/** What is shown for a value. */
export function shown(type: string, value: FieldValue, lang = 'en'): Element {
  const box = document.createElement('div');
  const node = fieldType(type).show?.(value, { definition: { key: 'any', type }, lang, words: messages });
  if (node instanceof Node) box.append(node);
  return box;
}
