import type { FieldEditing } from '../core/field-types.js';

/** Choosing any number of the definition's options. */
export const multilistEditing: FieldEditing = { input: 'checkboxes' };
