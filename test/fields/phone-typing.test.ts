import { expect } from '@open-wc/testing';
import { array, assert, constantFrom, integer, option, property } from 'fast-check';
import { formatAsTyped } from '../../src/fields/phone-number.js';
import type { TypedEdit } from '../../src/core/field-type.js';

/** A text with its caret as a bar, formatted after an edit. */
function after(marked: string, country?: string, edit?: TypedEdit): string {
  const { text, caret } = formatAsTyped(marked.replace('|', ''), marked.indexOf('|'), country, edit);
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

/** What comes of typing, one key after the other. */
function typed(keys: string, country?: string): string {
  return [...keys].reduce((marked, key) => after(marked.replace('|', `${key}|`), country), '|');
}

function deleted(before: string, marked: string, inputType: string, country?: string): string {
  return after(marked, country, { before, inputType });
}

const backspaced = (before: string, marked: string, country?: string) =>
  deleted(before, marked, 'deleteContentBackward', country);

const signsOf = (text: string) => text.replace(/[^+\d٠-٩]/g, '');

describe('a phone number that is being typed', () => {
  for (const [keys, result, country] of [
    ['+60123456789', '+60 12 345 6789|'],
    ['+60 12-345 6789', '+60 12 345 6789|'],
    ['+12015550123', '+1 201 555 0123|'],
    ['+1 (201) 555-0123', '+1 201 555 0123|'],
    ['+442079460958', '+44 20 7946 0958|'],
    ['+77710009998', '+7 771 000 9998|'],
    ['+390669812345', '+39 06 6981 2345|'],
    ['0123456789', '012-345 6789|', 'MY'],
    ['2015550123', '(201) 555-0123|', 'US'],
    ['(201) 555 0123', '(201) 555-0123|', 'US'],
    ['89123456789', '8 (912) 345-67-89|', 'RU'],
    ['+٦٠١٢٣٤٥٦٧٨٩', '+٦٠ ١٢ ٣٤٥ ٦٧٨٩|'],
  ] as const) {
    it(`gets its spaces by the rules of its country: ${result}`, () => {
      expect(typed(keys, country)).to.equal(result);
    });
  }

  for (const [what, keys, country] of [
    ['has no country', '012-345 6789'],
    ['has a country code that does not exist', '+999 12-34'],
    ['has two pluses', '+60 12 +60'],
    ['has an extension', '+60 12 345 6789 x5'],
    ['is a vanity number', '+1 800-FLOWERS'],
    ['is no number', 'call me', 'MY'],
    ['has signs that telephones know', '*100#', 'MY'],
    ['is too long', `+60 ${'1 '.repeat(30)}`],
  ] as const) {
    it(`is left alone where it ${what}`, () => {
      for (let caret = 0; caret <= keys.length; caret++) {
        expect(formatAsTyped(keys, caret, country)).to.deep.equal({ text: keys, caret });
      }
    });
  }

  for (const [what, marked, result, country] of [
    ['a digit is typed into its middle', '+60 129| 345 678', '+60 12 9|34 5678'],
    ['a digit is typed at its front', '+9|60 12 345', '+9|60 12345'],
    ['a digit is deleted from its middle', '+60 12 3|5 6789', '+60 12 3|56 789'],
    ['a space is typed where one is', '+60 12 | 345 6789', '+60 12 |345 6789'],
    ['a space is typed where none belongs', '+60 12 3 |45 6789', '+60 12 3|45 6789'],
    ['digits are pasted into its middle', '+60 13456|2 789', '+60 13 456| 2789'],
    ['a whole number is pasted', '+60-12-345-6789|', '+60 12 345 6789|'],
    ['a number is pasted with marks that nobody sees', '\u202a+60\u00a012\u2011345 6789\u202c|', '+60 12 345 6789|'],
    ['a plus is put before it', '+|60123456789', '+|60 12 345 6789', 'MY'],
    ['a bracket closes behind the caret', '201|', '(201|)', 'US'],
  ] as const) {
    it(`keeps the caret in its place when ${what}`, () => {
      expect(after(marked, country)).to.equal(result);
    });
  }

  it('loses the digit before a separator that is deleted backwards', () => {
    expect(backspaced('+60 12 345 6789', '+60 12|345 6789')).to.equal('+60 1|3 456 789');
    expect(backspaced('(201) 5', '(201)|5', 'US')).to.equal('(20|5)');
    expect(deleted('+60 12 345 6789', '+60 12|345 6789', 'deleteWordBackward')).to.equal('+60 1|3 456 789');
  });

  it('loses the digit after a separator that is deleted forwards', () => {
    expect(deleted('+60 12 345 6789', '+60 12|345 6789', 'deleteContentForward')).to.equal('+60 12| 456 789');
  });

  it('loses one digit at a time', () => {
    expect(backspaced('+60 12 345 6789', '+60 12 345 678|')).to.equal('+60 12 345 678|');
    expect(backspaced('+60 12 345 6789', '+60 1| 345 6789')).to.equal('+60 1|3 456 789');
  });

  it('loses nothing but the separator where that does not come back', () => {
    expect(backspaced('012-345 6789', '012|345 6789')).to.equal('012|345 6789');
    expect(backspaced('+60 12-345 6789', '+60 12|345 6789')).to.equal('+60 12| 345 6789');
  });

  it('can be deleted to its end, from any of its ends', () => {
    for (const [start, country] of [['+1 201 555 0123'], ['(201) 555-0123', 'US'], ['8 (912) 345-67-89', 'RU']] as const) {
      let text = start as string;
      for (let caret = text.length, presses = 0; text; presses++) {
        expect(presses).to.be.below(20);
        const left = text.slice(0, caret - 1) + text.slice(caret);
        ({ text, caret } = formatAsTyped(left, caret - 1, country, { before: text, inputType: 'deleteContentBackward' }));
      }
      text = start;
      for (let presses = 0; text; presses++) {
        expect(presses).to.be.below(20);
        const edit = { before: text, inputType: 'deleteContentForward' };
        ({ text } = formatAsTyped(text.slice(1), 0, country, edit));
      }
    }
  });
});

describe('any text in a phone field', () => {
  const characters = constantFrom(...'+0123456789٠٤٩ -()./', '\u202a', '\u00a0', ...'x#a');
  const likely = constantFrom(...'0123456789 -');
  const starts = constantFrom('', '+', '+60 ', '+1 (', '+44', '+7', '+54 9', '+52 1', '00', '0', '(');
  const countries = option(constantFrom('MY', 'US', 'GB', 'RU', 'AR', 'MX', 'BR', 'IT', 'DE', 'QQ'), { nil: undefined });
  const tails = [array(likely, { maxLength: 20 }), array(characters, { maxLength: 25 })] as const;

  for (const tail of tails) {
    it('keeps all its digits in their order, and the caret after the same one', () => {
      assert(
        property(starts, tail, integer({ min: 0, max: 30 }), countries, (start, rest, place, country) => {
          const text = start + rest.join('');
          const caret = Math.min(place, text.length);
          const result = formatAsTyped(text, caret, country);
          expect(signsOf(result.text)).to.equal(signsOf(text));
          expect(signsOf(result.text.slice(0, result.caret))).to.equal(signsOf(text.slice(0, caret)));
          expect(result.caret).to.be.within(0, result.text.length);
          expect(formatAsTyped(result.text, result.caret, country)).to.deep.equal(result);
        }),
        { numRuns: 1000 },
      );
    });
  }
});
