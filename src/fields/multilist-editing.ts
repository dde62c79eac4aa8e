import type { FieldEditing } from '../core/field-type.js';

/** Choosing any number of the definition's options. */
export const multilistEditing: FieldEditing = { input: 'checkboxes' };
