import type { FieldType } from '../core/field-type.js';
import { showBetterWith } from './formats.js';
import { link } from './link.js';
import type { ReadPhone } from './phone-number.js';
import { perText } from './per-text.js';
import { plainText, textField } from './text.js';

/** What can be dialled as it is, without knowing anything of phone numbers. */
const PLAIN = /^\+?\d+$/;

let readPhone: ((text: string) => ReadPhone) | undefined;

/**
 * A phone number, E.164 or as it was typed, shown as a `tel:` link (RFC 3966). It is shown as it is written until the code that
 * reads phone numbers is there, then with the spaces of its country; copying it gives E.164. Nothing of it rewrites the value.
 */
export const phoneField: FieldType = {
  ...textField,
  name: 'phone',
  text: (value) => readPhone?.(plainText(value)).copied ?? plainText(value),
  show: (value) => {
    const text = plainText(value);
    if (!readPhone) showBetterWith(loadReading);
    const { href = '', shown } = readPhone?.(text) ?? { href: PLAIN.test(text) ? `tel:${text}` : '', shown: text };
    return link(href, shown);
  },
  edit: async () => (await import('./phone-number.js')).phoneEditing,
};

/** Loads what reads phone numbers, which is large: nobody waits for it. */
export async function loadReading(): Promise<void> {
  readPhone ??= perText((await import('./phone-number.js')).readPhone);
}
