import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { builtInFieldTypes } from '../../src/fields/built-in.js';
import { messages } from '../support/messages.js';

/** What makes patterns with stars in them look at everything again and again. */
const UNITS = ['1', 'a', ' ', '.', ',', '-', '+', '@', 'a@', 'a.', '1 ', '(', ':', '/', '\u200b', '0.', '1e', 'x,'];
/** Four times the longest text that a source takes: what looks at all of it for each character takes minutes, and the test ends. */
const LENGTH = 200_000;
/** Each with an end that fits to nothing before it. */
const TEXTS = [
  ...UNITS.flatMap((unit) => ['', '!', '\ud800'].map((end) => unit.repeat(LENGTH / unit.length) + end)),
  `https://example.com/${'b/'.repeat(LENGTH / 2)}`,
];

describe('long texts', () => {
  for (const type of builtInFieldTypes) {
    it(`do not hold up a field of type ${type.name}`, async () => {
      const definition = { key: 'k', type: type.name, min: '1', max: '2' };
      const context = { definition, lang: 'en', words: messages };
      const editing = typeof type.edit === 'function' ? await type.edit() : type.edit;
      const contact = { id: 'c' };
      for (const text of TEXTS) {
        expect(type.text(text, context)).to.be.a('string');
        render(type.show?.(text, context), document.createElement('div'));
        const value = editing?.parse?.(text, contact) ?? text;
        editing?.check?.(value, definition, contact, 'en');
        editing?.implies?.(value);
        editing?.format?.({ text, caret: text.length }, contact);
        const control = { definition, lang: 'en', was: null };
        if (editing?.toControl) editing.fromControl?.(editing.toControl(text, control), control);
      }
    });
  }
});
