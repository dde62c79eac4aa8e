import type { FieldEditing } from '../core/fields.js';

/** Choosing any number of the definition's options. */
export const multilistEditing: FieldEditing = { input: 'checkboxes' };
