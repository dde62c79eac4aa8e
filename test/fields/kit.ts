import { render } from 'lit';
import type { FieldValue } from '../../src/core/contact.js';
import { fieldType } from '../../src/core/field-type.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import { defineBuiltInFieldTypes } from '../../src/fields/built-in.js';
import { messages } from '../support/messages.js';

defineBuiltInFieldTypes();

/** What the panel says of a value, read in a language. */
export function textOf(type: string, value: FieldValue, lang = 'en', more: Partial<FieldDefinition> = {}): string {
  return fieldType(type).text(value, contextOf(type, lang, more));
}

/** What is shown for a value, in a box. */
export function shown(type: string, value: FieldValue, lang = 'en', more: Partial<FieldDefinition> = {}): HTMLElement {
  return rendered(fieldType(type).show?.(value, contextOf(type, lang, more)));
}

/** A template in a box; one that another was rendered into before is updated. */
export function rendered(template: unknown, box: HTMLElement = document.createElement('div')): HTMLElement {
  render(template, box);
  return box;
}

function contextOf(type: string, lang: string, more: Partial<FieldDefinition>) {
  return { definition: { key: 'any', type, ...more }, lang, words: messages };
}
