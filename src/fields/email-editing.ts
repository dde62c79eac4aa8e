import type { FieldEditing } from '../core/field-type.js';
import { textEditing } from './text-editing.js';
import { plainText } from './text.js';

/** Editing an email address: one `@`, something before it, and a name with a dot behind it. The rest only mail can tell. */
export const emailEditing: FieldEditing = {
  ...textEditing,
  input: 'email',
  check: (value) =>
    value !== null && !/^[^\s@,;:<>()[\]"\\]+@[^\s@.,]+(\.[^\s@.,]+)+$/u.test(plainText(value)) ? 'email' : undefined,
};
