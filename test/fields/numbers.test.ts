import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { FieldValue } from '../../src/core/contact.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import { editingOf, loadEditing, typedOf, valueOf } from '../../src/fields/field-editing.js';
import { panelText, record, show } from '../element/kit.js';
import { descriptionOf, findByRole, getByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click } from '../support/user.js';
import { textOf } from './kit.js';

type More = Partial<FieldDefinition>;

const CONTACT = { id: 'c_1' };

/** What people type or paste, the language they read, and the number it is. */
const READ: readonly (readonly [lang: string, type: string, text: string, value: number, more?: More])[] = [
  ['de', 'currency', '1.234', 1234],
  ['de', 'currency', '1.234,5', 1234.5],
  ['de', 'currency', '1,234', 1.234],
  ['de', 'number', '1234.5', 1234.5],
  ['de', 'number', '1,234.56', 1234.56],
  ['de', 'number', '12.345.678', 12345678],
  ['de', 'number', '0.125', 0.125],
  ['de', 'number', "1'234,5", 1234.5],
  ['de-CH', 'number', '1’234.50', 1234.5],
  ['fr-CH', 'number', "1'234.50", 1234.5],
  ['fr', 'number', '1\u202f234,5', 1234.5],
  ['fr', 'number', '1\u00a0234,5', 1234.5],
  ['fr', 'number', '1 234', 1234],
  ['fr', 'number', '1,234', 1.234],
  ['pl', 'number', '1\u00a0234\u00a0567,5', 1234567.5],
  ['es', 'number', '1.234', 1234],
  ['en', 'number', '1,234', 1234],
  ['en', 'number', '1.234', 1.234],
  ['en', 'number', '1.234.567,5', 1234567.5],
  ['en-IN', 'number', '12,34,567.5', 1234567.5],
  ['hi', 'number', '12,34,567.5', 1234567.5],
  ['ar-EG', 'number', '١٬٢٣٤٫٥', 1234.5],
  ['ar-EG', 'number', '\u061c-١٢٫٥', -12.5],
  ['en', 'number', '١٬٢٣٤٫٥', 1234.5],
  ['fa', 'number', '۱٬۲۳۴٫۵', 1234.5],
  ['mr', 'number', '१२', 12],
  ['bn', 'number', '১২,৩৪,৫৬৭', 1234567],
  ['ja', 'number', '１２３', 123],
  ['ja', 'number', '－１，２３４．５', -1234.5],
  ['en', 'number', '\u22125', -5],
  ['sv', 'number', '\u22121\u00a0234,5', -1234.5],
  ['en', 'number', '\u20135', -5],
  ['he', 'number', '\u200e-5', -5],
  ['en', 'number', '+5', 5],
  ['en', 'number', '\ufeff 007\u200b', 7],
  ['en', 'percent', '12.5%', 12.5],
  ['de', 'percent', '12,5\u00a0%', 12.5],
  ['tr', 'percent', '%12,5', 12.5],
  ['ar-EG', 'percent', '١٢٫٥٪\u061c', 12.5],
  ['ja', 'percent', '１２％', 12],
  ['en', 'currency', '$1,234.50', 1234.5],
  ['en', 'currency', '-$5', -5],
  ['en', 'currency', '€ -5', -5],
  ['de', 'currency', '1.234,50 €', 1234.5],
  ['de', 'currency', '1.234,50 EUR', 1234.5],
  ['sv', 'currency', '1\u00a0234,50 kr', 1234.5],
  ['pl', 'currency', '12,50 zł', 12.5],
  ['ja', 'currency', '￥1,234', 1234],
  ['en', 'currency', 'RM 1,234', 1234, { currency: 'MYR' }],
  ['en', 'currency', 'usd 12', 12, { currency: 'USD' }],
  ['en-ZA', 'currency', 'R12', 12, { currency: 'ZAR' }],
];

/** What may be one number or another, a thousand times as much, and both as the reader would write them. */
const AMBIGUOUS: readonly (readonly [lang: string, type: string, text: string, readings: readonly [string, string]])[] = [
  ['fr', 'number', '1.234', ['1234', '1,234']],
  ['pt-PT', 'currency', '-12.345', ['-12345', '-12,345']],
  ['de-CH', 'number', '1,234', ['1234', '1.234']],
  ['de', 'number', '1234.567', ['1234567', '1234,567']],
  ['en', 'number', '1234,567', ['1234567', '1234.567']],
  ['ar-EG', 'number', '1,234', ['١٢٣٤', '١٫٢٣٤']],
];

const NONE: readonly (readonly [lang: string, type: string, text: string, more?: More])[] = [
  ...['ten', '1e3', '1x', '1,23,4', '1 2', '--5', '5-', '.', '1.2.2024', '1,234.5.6', '1 234,567.8', '1٫2٫3', '0,123,456'].map(
    (text) => ['en', 'number', text] as const,
  ),
  ...['5%', '5K', '5M', '10²', '½'].map((text) => ['en', 'number', text] as const),
  ['en', 'percent', '€5'],
  ['en', 'currency', '5%'],
  ['en', 'currency', '€5', { currency: 'USD' }],
  ['de', 'number', '1.23.456'],
];

/** Values of sources, and what is shown for them. */
const SHOWN: readonly (readonly [lang: string, type: string, value: FieldValue, text: string])[] = [
  ['en', 'number', '12345678901234567890', '12,345,678,901,234,567,890'],
  ['de', 'currency', '9007199254740993.25', '9.007.199.254.740.993,25'],
  ['de', 'number', '-0.12345678901234567890', '-0,1234567890123456789'],
  ['en', 'number', '0.1234567890123456789012345', '0.1234567890123456789012345'],
  ['en', 'number', 1e21, '1,000,000,000,000,000,000,000'],
  ['de', 'number', 1e-25, '1e-25'],
];

const LANGUAGES = [
  ...['en', 'en-IN', 'de', 'de-AT', 'de-CH', 'fr', 'fr-CH', 'es', 'pt-PT', 'pl', 'sv', 'he', 'ar', 'ar-EG', 'fa', 'hi', 'bn'],
  ...['mr', 'my', 'ja', 'tr', 'en-ZA'],
];
const TYPES = ['number', 'currency', 'percent'];

const fieldOf = (type: string, more: More = {}): FieldDefinition => ({ key: 'it', type, ...more });

function read(lang: string, type: string, text: string, was: FieldValue = null, more?: More): FieldValue {
  return valueOf(fieldOf(type, more), text, was, CONTACT, lang);
}

function complaint(lang: string, type: string, text: string, more?: More) {
  const definition = fieldOf(type, more);
  return editingOf(definition)?.check?.(read(lang, type, text, null, more), definition, CONTACT, lang);
}

function control(lang: string, type: string, typed: FieldValue, was: FieldValue = typed): string | undefined {
  return editingOf(fieldOf(type))?.toControl?.(typed, { definition: fieldOf(type), lang, was });
}

describe('a number, as its reader writes it', () => {
  before(() => loadEditing(TYPES.map((type) => fieldOf(type))));

  for (const [lang, type, text, value, more] of READ) {
    it(`${type} in ${lang}: ${JSON.stringify(text)} is ${value}`, () => {
      expect(read(lang, type, text, null, more)).to.equal(value);
    });
  }

  for (const [lang, type, text, readings] of AMBIGUOUS) {
    it(`${type} in ${lang}: ${JSON.stringify(text)} is not guessed, and both readings can be entered`, () => {
      expect(complaint(lang, type, text)).to.deep.equal({
        readings: readings.map((each) => control(lang, type, read(lang, type, each))),
      });
      const [whole, fraction] = readings.map((reading) => Number(read(lang, type, reading)));
      expect((whole ?? NaN) / (fraction ?? NaN)).to.be.closeTo(1000, 1e-6);
    });
  }

  for (const [lang, type, text, more] of NONE) {
    it(`${type} in ${lang}: ${JSON.stringify(text)} is none`, () => {
      expect(complaint(lang, type, text, more)).to.equal('number');
    });
  }

  for (const [lang, type, value, text] of SHOWN) {
    it(`${type} in ${lang}: ${String(value)} of the source is shown and kept to the last digit`, () => {
      const definition = fieldOf(type);
      expect(textOf(type, value, lang)).to.equal(text);
      expect(valueOf(definition, typedOf(definition, value), value, CONTACT, lang)).to.equal(value);
      expect(read(lang, type, text, value)).to.equal(value);
    });
  }

  it('of more digits than a number keeps is not saved as another', () => {
    for (const text of ['12345678901234567', '9007199254740993', '0.1234567890123456789', '9'.repeat(400)]) {
      expect(complaint('en', 'number', text), text).to.equal('tooLong');
    }
    expect(read('en', 'number', '9007199254740992')).to.equal(9007199254740992);
  });

  it('that is shown can be pasted back, in every language', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).filter((value) => Math.abs(value) > 1e-3),
      fc.integer(),
      fc.integer({ min: -10_000_000, max: 10_000_000 }).map((value) => value / 1000),
      fc.constant(0),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), fc.constantFrom(...TYPES), number, (lang, type, value) => {
        const known = value === 0 ? 0 : value;
        for (const text of [textOf(type, known, lang), control(lang, type, known) ?? '']) {
          expect(read(lang, type, text), `${lang} ${type} ${text}`).to.equal(known);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('that is stored as a text is the same to the letter when it is not touched, or pasted back', () => {
    const stored = fc.tuple(
      fc.bigInt(-(10n ** 30n), 10n ** 30n),
      fc.integer({ min: 0, max: 10 ** 9 }),
      fc.constantFrom('', ' ', '0'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), fc.constantFrom(...TYPES), stored, (lang, type, [whole, fraction, more]) => {
        const value = `${whole}.${fraction}${more}`;
        const definition = fieldOf(type);
        expect(valueOf(definition, typedOf(definition, value), value, CONTACT, lang)).to.equal(value);
        expect(read(lang, type, textOf(type, value, lang), value)).to.equal(value);
      }),
      { numRuns: 500 },
    );
  });

  it('is edited as its reader writes it, and what is typed stays as it is typed', () => {
    expect(control('de', 'number', 1234.5)).to.equal('1234,5');
    expect(control('de', 'number', '1234,', 1234.5)).to.equal('1234,');
    expect(control('ar-EG', 'number', 12)).to.equal('١٢');
    expect(control('en', 'number', 'free')).to.equal('free');
    // A text that is stored as 1.234 is 1,234 in German; who types 1.234 there means 1,234 as an English reader writes it.
    expect(control('de', 'number', typedOf(fieldOf('number'), '1.234'), '1.234')).to.equal('1,234');
    expect(control('de', 'number', '1.234', '1.234')).to.equal('1.234');
    expect(read('de', 'number', '1.234', '1.234')).to.equal(1234);
  });

  it('of every numbering system that the browser knows is read', () => {
    for (const system of Intl.supportedValuesOf('numberingSystem')) {
      const text = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(9_876_543_210);
      if (/^\p{Nd}+$/u.test(text)) expect(read('en', 'number', text), system).to.equal(9_876_543_210);
    }
  });
});

describe('the editor of a number', () => {
  async function open(lang: string, type: string, value: FieldValue, more: More = {}) {
    const element = await show(
      { ...CONTACT, custom: { it: value } },
      { fields: [{ ...fieldOf(type, more), label: 'It' }], attributes: { lang } },
    );
    const saves = record('save-contact');
    await element.edit('it');
    const input = (await findByRole('textbox', 'It', element)) as HTMLInputElement;
    const save = element.shadowRoot?.querySelector<HTMLButtonElement>('form.editor [type=submit]');
    return { element, saves, input, save };
  }

  it('shows the number in German, and saves what is pasted in German', async () => {
    const { saves, input, save } = await open('de', 'currency', 1234.5);
    expect(input.value).to.equal('1234,5');
    input.value = '1.234';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    expect(input.value).to.equal('1.234');
    save?.click();
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.nested.property('patch.custom', { it: 1234 });
  });

  it('says what an ambiguous number can mean', async () => {
    const { element, saves, input } = await open('en', 'number', 5);
    input.value = '1234,567';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await click(getByRole('button', /^Save /, element));
    await until(() => descriptionOf(input));
    expect(descriptionOf(input)).to.contain('This could mean 1234567 or 1234.567.');
    expect(input.value).to.equal('1234,567');
    expect(saves).to.have.length(0);
  });

  it('names the currency or the percent sign beside what is typed', async () => {
    for (const [type, unit, more] of [
      ['currency', 'EUR', { currency: 'EUR' }],
      ['percent', '%', {}],
    ] as const) {
      const { element, input } = await open('en', type, 5, more);
      expect(descriptionOf(input)).to.equal(unit);
      expect(panelText(element)).to.contain(unit);
    }
    const { input: plain } = await open('en', 'currency', 5);
    expect(descriptionOf(plain)).to.equal('');
  });

  it('that was only opened holds nothing unsaved', async () => {
    expect((await open('de', 'number', 1234.5)).element.hasUnsavedEdits).to.equal(false);
  });

  for (const [min, mode] of [
    [undefined, null],
    [-5, null],
    ['', null],
    ['-0.5', null],
    [0, 'decimal'],
    ['0', 'decimal'],
    [10, 'decimal'],
  ] as const) {
    it(`shows a keyboard ${mode ? 'of digits' : 'with a minus'} where the least is ${JSON.stringify(min)}`, async () => {
      const { input } = await open('en', 'number', 5, min === undefined ? {} : { min });
      expect(input.getAttribute('inputmode')).to.equal(mode);
    });
  }

  it('writes limits as the reader does', async () => {
    const { input, save } = await open('de', 'number', 5, { max: 1234.5 });
    input.value = '1.234,6';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    save?.click();
    await until(() => descriptionOf(input));
    expect(descriptionOf(input)).to.contain('1.234,5');
  });
});
