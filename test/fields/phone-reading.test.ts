import { expect } from '@open-wc/testing';
import { assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import { phoneProblem, readPhone, toE164 } from '../../src/fields/phone-number.js';

/** What is shown, copied and dialled; `undefined` for the same as what is shown. */
type Row = readonly [text: string, shown: string, copied: string | undefined, href: string | undefined];

const ROWS: readonly Row[] = [
  ['+15145550142', '+1 514 555 0142', '+15145550142', 'tel:+15145550142'],
  ['+1 (514) 555-0142', '+1 514 555 0142', '+15145550142', 'tel:+15145550142'],
  ['tel:+1-202-555-0100', '+1 202 555 0100', '+12025550100', 'tel:+12025550100'],
  ['whatsapp:+14155238886', '+1 415 523 8886', '+14155238886', 'tel:+14155238886'],
  // Extensions.
  ['+1 202 555 0100 ext. 12', '+1 202 555 0100 ext. 12', undefined, 'tel:+12025550100;ext=12'],
  ['+12025550100x12', '+1 202 555 0100 ext. 12', undefined, 'tel:+12025550100;ext=12'],
  ['+1 202 555 0100, Ext: 12', '+1 202 555 0100 ext. 12', undefined, 'tel:+12025550100;ext=12'],
  ['+1 202 555 0100,12', '+1 202 555 0100 ext. 12', undefined, 'tel:+12025550100;ext=12'],
  ['+1 202 555 0100 #12', '+1 202 555 0100 ext. 12', undefined, 'tel:+12025550100;ext=12'],
  ['tel:+1-202-555-0100;ext=12', '+1 202 555 0100 ext. 12', undefined, 'tel:+12025550100;ext=12'],
  ['TEL:+1-202-555-0100;EXT=12', '+1 202 555 0100 ext. 12', undefined, 'tel:+12025550100;ext=12'],
  ['+49 30 901820 Durchwahl 12', '+49 30 901820 ext. 12', undefined, 'tel:+4930901820;ext=12'],
  ['+7 495 123-45-67 доб. 12', '+7 495 123 45 67 ext. 12', undefined, 'tel:+74951234567;ext=12'],
  ['+34 912 34 56 78 extensión 12', '+34 912 34 56 78 ext. 12', undefined, 'tel:+34912345678;ext=12'],
  ['(202) 555-0100 x12', '(202) 555-0100 x12', undefined, 'tel:2025550100;ext=12'],
  // The zero that is dialled at home.
  ['+44 (0)20 7946 0018', '+44 20 7946 0018', '+442079460018', 'tel:+442079460018'],
  ['+44(0)2079460018', '+44 20 7946 0018', '+442079460018', 'tel:+442079460018'],
  ['+49 (0) 30 901820', '+49 30 901820', '+4930901820', 'tel:+4930901820'],
  ['+34 (0)600 111 222', '+34 600 11 12 22', '+34600111222', 'tel:+34600111222'],
  ['+39 (0)6 698 12345', '+39 06 6981 2345', '+390669812345', 'tel:+390669812345'],
  // Several numbers, or something that is none.
  ['030 123456 / 0170 1234567', '030 123456 / 0170 1234567', undefined, undefined],
  ['+49 30 123456 / 0170 1234567', '+49 30 123456 / 0170 1234567', undefined, undefined],
  ['030 123456, 0170 1234567', '030 123456, 0170 1234567', undefined, undefined],
  ['030 123456 or 0170 1234567', '030 123456 or 0170 1234567', undefined, undefined],
  ['+15145550142\n+15145550143', '+15145550142\n+15145550143', undefined, undefined],
  ['+15145550142; +15145550143', '+15145550142; +15145550143', undefined, undefined],
  ['555-0100/555-0101', '555-0100/555-0101', undefined, undefined],
  ['030 123456 / 57', '030 123456 / 57', undefined, undefined],
  ['call me', 'call me', undefined, undefined],
  ['Room 1204', 'Room 1204', undefined, undefined],
  ['tel:+60123456789;phone-context=evil', 'tel:+60123456789;phone-context=evil', undefined, undefined],
  ['212-555-SHOE-99', '212-555-SHOE-99', undefined, undefined],
  ['', '', undefined, undefined],
  ['+', '+', undefined, undefined],
  ['12', '12', undefined, undefined],
  // One number with a slash, or with a word.
  ['030/123456', '030/123456', undefined, 'tel:030123456'],
  ['0171/1234567', '0171/1234567', undefined, 'tel:01711234567'],
  ['+49 6221/541234', '+49 6221 541234', '+496221541234', 'tel:+496221541234'],
  ['(0)600 - 111 / 222', '(0)600 - 111 / 222', undefined, 'tel:0600111222'],
  ['030/90 18 20', '030/90 18 20', undefined, 'tel:030901820'],
  ['Mobile: +49 170 1234567', 'Mobile: +49 170 1234567', undefined, 'tel:+491701234567'],
  ['0170 1234567 (work)', '0170 1234567 (work)', undefined, 'tel:01701234567'],
  // Numbers advertised as words.
  ['1-800-FLOWERS', '1-800-FLOWERS', undefined, 'tel:18003569377'],
  ['+1 800 FLOWERS', '+1 800 FLOWERS', undefined, 'tel:+18003569377'],
  ['1 (888) 555-help', '1 (888) 555-help', undefined, 'tel:18885554357'],
  ['0800 REVERSE', '0800 REVERSE', undefined, 'tel:08007383773'],
  // Digits of other scripts.
  ['+٦٠ ١٢-٣٤٥ ٦٧٨٩', '+60 12 345 6789', '+60123456789', 'tel:+60123456789'],
  ['+۶۰۱۲۳۴۵۶۷۸۹', '+60 12 345 6789', '+60123456789', 'tel:+60123456789'],
  ['+६०१२३४५६७८९', '+60 12 345 6789', '+60123456789', 'tel:+60123456789'],
  ['＋６０　１２－３４５－６７８９', '+60 12 345 6789', '+60123456789', 'tel:+60123456789'],
  ['٠١٢٣٤٥٦٧٨٩', '٠١٢٣٤٥٦٧٨٩', undefined, 'tel:0123456789'],
  // Without the code of a country, or with one that nobody knows.
  ['030 123456', '030 123456', undefined, 'tel:030123456'],
  ['112', '112', undefined, 'tel:112'],
  ['*100#', '*100#', undefined, 'tel:*100%23'],
  ['00 44 20 7946 0958', '00 44 20 7946 0958', undefined, 'tel:00442079460958'],
  ['+999 123 4567', '+999 123 4567', undefined, 'tel:+9991234567'],
  // As WhatsApp delivers it.
  ['+5215512345678', '+5215512345678', undefined, 'tel:+5215512345678'],
  ['+5491123456789', '+54 9 11 2345 6789', '+5491123456789', 'tel:+5491123456789'],
];

describe('a phone number that is read', () => {
  for (const [text, shown, copied, href] of ROWS) {
    it(`is shown, copied and dialled as what it says: ${JSON.stringify(text)}`, () => {
      expect(readPhone(text)).to.deep.equal({ shown, copied: copied ?? shown, href });
    });

    it(`means the same where it is copied and pasted back: ${JSON.stringify(text)}`, () => {
      const read = readPhone(text);
      for (const pasted of [read.shown, read.copied]) {
        expect(readPhone(toE164(pasted)).href).to.equal(read.href);
        expect(readPhone(toE164(pasted)).shown).to.equal(read.shown);
      }
    });
  }

  it('has the digits that are written, in their order, and none besides', () => {
    const prefixes = ['+1', '+44', '+49', '+39', '+52', '+54', '+86', '+60', '+7', '+998', '0', '00', ''];
    const separators = ['', ' ', '-', '.', '/', ' (', ')', '\u00a0'];
    assert(
      property(
        constantFrom(...prefixes),
        integer({ min: 1, max: 999_999_999_999 }),
        constantFrom(...separators),
        (prefix, rest, separator) => {
          const text = `${prefix}${separator}${rest}`;
          const digits = text.replace(/[^+\d]/g, '');
          const { shown, copied, href } = readPhone(text);
          // A digit may go that is dialled at home only: +44 020.
          for (const said of [shown, copied, href ?? text]) {
            const saidDigits = said.replace(/[^+\d]/g, '');
            expect([saidDigits, saidDigits.length]).to.deep.equal(
              saidDigits.length < digits.length ? [saidDigits, digits.length - 1] : [digits, digits.length],
            );
          }
        },
      ),
    );
  });

  it('is never a guess: whatever the text, pasting it back means the same, and a link has nothing but a number', () => {
    const pieces = constantFrom(
      '+',
      '49',
      '030',
      '1',
      ' ',
      '/',
      '(0)',
      'ext.',
      'x',
      ';ext=',
      ',',
      '#',
      'tel:',
      '٣',
      '-',
      'a',
      '\n',
    );
    const texts = tuple(pieces, pieces, pieces, pieces, pieces, pieces).map((all) => all.join(''));
    for (const text of [texts, string({ unit: 'grapheme' })])
      assert(
        property(text, (written) => {
          const { shown, copied, href } = readPhone(written);
          expect(href ?? 'tel:1').to.match(/^tel:(\+?\d+|(?:[*\d]|%23)+)(;ext=\d+)?$/);
          expect(readPhone(shown).href).to.equal(href);
          expect(readPhone(copied).href).to.equal(href);
        }),
      );
  });

  it('is no text of many lines, which stays as it is', () => {
    for (const piece of ['1', ' ', '(0)', '/', 'x1', ', 1', 'a', 'ext. ', '.- ']) {
      const text = piece.repeat(100_000 / piece.length);
      expect(readPhone(text)).to.deep.equal({ shown: text, copied: text, href: undefined });
    }
  });
});

describe('a phone number as people really have it', () => {
  for (const text of [
    ...['+5215512345678', '+52 1 55 1234 5678', '+5491123456789', '+551196123456', '+22997123456', '+22508123456'],
    ...['tel:+1-202-555-0100;ext=12', '+1 202 555 0100 ext. 12', '+34 (0)600 111 222', '030 123456 / 0170 1234567'],
  ]) {
    it(`is not refused: ${text}`, () => {
      for (const country of [undefined, 'DE', 'de', 'MX', 'mx']) expect(phoneProblem(text, country)).to.equal(undefined);
    });
  }

  it('is of the same country in small letters', () => {
    for (const [text, country, e164] of [
      ['0151 23456789', 'DE', '+4915123456789'],
      ['012-345 6789', 'my', '+60123456789'],
      ['(201) 555-0123', 'uS', '+12015550123'],
    ] as const)
      for (const code of [country, country.toLowerCase(), country.toUpperCase()]) expect(toE164(text, code)).to.equal(e164);
  });
});
