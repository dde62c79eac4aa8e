import { expect } from '@open-wc/testing';
import type { FieldValue } from '../../src/core/contact.js';
import { textOf } from './kit.js';

describe('how a value reads', () => {
  it('keeps 0 apart from no value', () => expect(textOf('number', 0)).to.equal('0'));

  it('writes numbers in the reader’s language, numeric texts too, and leaves other texts', () => {
    expect(textOf('number', '1234.5', 'de')).to.equal('1.234,5');
    expect(textOf('currency', 3, 'en')).to.equal('3.00');
    expect(textOf('percent', 12.5, 'en')).to.equal('12.5%');
    expect(textOf('number', 'n/a', 'en')).to.equal('n/a');
  });

  it('writes an amount in its currency, with as many digits as that has or more', () => {
    const amount = (value: FieldValue, lang: string, currency: string) =>
      textOf('currency', value, lang, { currency }).replace(/\s/g, ' ');
    expect(amount(1234.5, 'en', 'EUR')).to.equal('€1,234.50');
    expect(amount(1234.5, 'de', 'EUR')).to.equal('1.234,50 €');
    expect(amount(1234, 'en', 'JPY')).to.equal('¥1,234');
    expect(amount('0.12345', 'en', 'USD')).to.equal('$0.12345');
    expect(amount('free', 'en', 'EUR')).to.equal('free');
    expect(textOf('number', 3, 'en', { currency: 'EUR' })).to.equal('3');
  });

  it('shows a day as that day, and what is no day as it is', () => {
    expect(textOf('date', '2024-12-31', 'en')).to.equal('Dec 31, 2024');
    expect(textOf('date', '0099-03-01', 'en')).to.contain('Mar 1, 99');
    expect(textOf('date', '2023-02-29', 'en')).to.equal('2023-02-29');
    expect(textOf('date', 'soon', 'en')).to.equal('soon');
  });

  it('says yes and no, and keeps no apart from no value', () => {
    expect([true, 'true', false, 'false', 'maybe', null].map((value) => textOf('checkbox', value))).to.deep.equal([
      'Yes',
      'Yes',
      'No',
      'No',
      'maybe',
      '',
    ]);
  });

  it('shows a time as the reader writes it', () => {
    expect(textOf('time', '00:05', 'de')).to.equal('00:05');
    expect(textOf('time', '24:00', 'en')).to.equal('24:00');
  });
});
