import { expect } from '@open-wc/testing';
import { findByRole, getByRole } from '../support/find.js';
import { messages } from '../support/messages.js';
import { fill, press } from '../support/user.js';
import { ANA, fieldText, show } from './kit.js';

/** Names of members that every object has. */
const KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

describe('a key that every object has', () => {
  const unhandled: unknown[] = [];
  const note = ({ reason }: PromiseRejectionEvent) => unhandled.push(reason);
  before(() => addEventListener('unhandledrejection', note));
  after(() => removeEventListener('unhandledrejection', note));

  for (const key of KEYS) {
    it(`is a field like others: ${key}`, async () => {
      const element = await show(ANA, { fields: [{ key, type: 'text', label: 'Odd' }] });
      await element.edit(key);
      const input = (await findByRole('textbox', 'Odd', element)) as HTMLInputElement;
      expect(input.value).to.equal('');
      await fill(input, 'new');
      await press('Enter');
      await element.whenSettled();
      expect(fieldText(element, 'Odd')).to.equal('new');
      expect(unhandled).to.deep.equal([]);
    });

    it(`is a language that nobody speaks: ${key}`, async () => {
      const element = await show(ANA, { attributes: { lang: key } });
      expect(getByRole('button', messages.moreActions, element).checkVisibility()).to.equal(true);
      expect(unhandled).to.deep.equal([]);
    });
  }
});
