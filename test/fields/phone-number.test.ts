import { expect } from '@open-wc/testing';
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString as parseWithAll } from 'libphonenumber-js/max';
import { countryOf, phoneProblem, toE164 } from '../../src/fields/phone-number.js';

/** A number of each country as people write it there and abroad, and its E.164. */
const NUMBERS: readonly (readonly [country: string, national: string, international: string, e164: string])[] = [
  ['AE', '050 123 4567', '+971 50 123 4567', '+971501234567'],
  ['AT', '0664 123456', '+43 664 123456', '+43664123456'],
  ['BR', '(11) 96123-4567', '+55 11 96123-4567', '+5511961234567'],
  ['CA', '(506) 234-5678', '+1 506-234-5678', '+15062345678'],
  ['CH', '078 123 45 67', '+41 78 123 45 67', '+41781234567'],
  ['CN', '131 2345 6789', '+86 131 2345 6789', '+8613123456789'],
  ['DE', '0151 23456789', '+49 1512 3456789', '+4915123456789'],
  ['EG', '0100 123 4567', '+20 100 123 4567', '+201001234567'],
  ['ES', '612 34 56 78', '+34 612 34 56 78', '+34612345678'],
  ['FR', '06 12 34 56 78', '+33 6 12 34 56 78', '+33612345678'],
  ['GB', '07400 123456', '+44 7400 123456', '+447400123456'],
  ['GG', '07781 123456', '+44 7781 123456', '+447781123456'],
  ['HK', '5123 4567', '+852 5123 4567', '+85251234567'],
  ['ID', '0812-345-678', '+62 812-345-678', '+62812345678'],
  ['IE', '085 012 3456', '+353 85 012 3456', '+353850123456'],
  ['IL', '050-234-5678', '+972 50-234-5678', '+972502345678'],
  ['IM', '07624 123456', '+44 7624 123456', '+447624123456'],
  ['IN', '081234 56789', '+91 81234 56789', '+918123456789'],
  ['IT', '312 345 6789', '+39 312 345 6789', '+393123456789'],
  ['JE', '01534 123456', '+44 1534 123456', '+441534123456'],
  ['JM', '(876) 210-1234', '+1 876-210-1234', '+18762101234'],
  ['JP', '090-1234-5678', '+81 90-1234-5678', '+819012345678'],
  ['KE', '0712 123456', '+254 712 123456', '+254712123456'],
  ['KR', '010-2000-0000', '+82 10-2000-0000', '+821020000000'],
  ['KZ', '8 (771) 000 9998', '+7 771 000 9998', '+77710009998'],
  ['MX', '222 123 4567', '+52 222 123 4567', '+522221234567'],
  ['MY', '012-345 6789', '+60 12-345 6789', '+60123456789'],
  ['NG', '0802 123 4567', '+234 802 123 4567', '+2348021234567'],
  ['NL', '06 12345678', '+31 6 12345678', '+31612345678'],
  ['NO', '40 61 23 45', '+47 40 61 23 45', '+4740612345'],
  ['NZ', '021 123 4567', '+64 21 123 4567', '+64211234567'],
  ['PL', '512 345 678', '+48 512 345 678', '+48512345678'],
  ['RU', '8 (912) 345-67-89', '+7 912 345-67-89', '+79123456789'],
  ['SG', '8123 4567', '+65 8123 4567', '+6581234567'],
  ['TR', '0501 234 56 78', '+90 501 234 56 78', '+905012345678'],
  ['UA', '050 123 4567', '+380 50 123 4567', '+380501234567'],
  ['US', '(201) 555-0123', '+1 201-555-0123', '+12015550123'],
  ['ZA', '071 123 4567', '+27 71 123 4567', '+27711234567'],
];

describe('a phone number', () => {
  for (const [country, national, international, e164] of NUMBERS) {
    it(`is read as it is written in ${country}, and abroad`, () => {
      expect(toE164(international)).to.equal(e164);
      expect(toE164(national, country)).to.equal(e164);
      expect(toE164(e164, country)).to.equal(e164);
      expect([international, e164, national].map((text) => phoneProblem(text))).to.deep.equal(Array(3).fill(undefined));
      expect(phoneProblem(national, country)).to.equal(undefined);
      expect(countryOf(international)).to.equal(country);
    });
  }

  for (const [what, text] of [
    ['digits of Arabic', '+٦٠ ١٢-٣٤٥ ٦٧٨٩'],
    ['digits of Persian', '+۶۰۱۲۳۴۵۶۷۸۹'],
    ['fullwidth digits', '＋６０　１２－３４５－６７８９'],
    ['brackets around the country code', '(+60) 12-345 6789'],
    ['the zero that is dialled at home', '+60 (0)12-345 6789'],
    ['typographic dashes and spaces', '+60\u00a012\u2011345\u20096789'],
    ['what is copied with it, though nobody sees it', '\u202a+60 12-345 6789\u202c'],
    ['space around it', ' +60 12-345 6789\n'],
  ] as const) {
    it(`is read with ${what}`, () => {
      expect(phoneProblem(text)).to.equal(undefined);
      expect(toE164(text)).to.equal('+60123456789');
      expect(countryOf(text)).to.equal('MY');
    });
  }

  it('may be dialled from abroad, or lack its plus, where the country is known', () => {
    expect(toE164('00 44 20 7946 0958', 'MY')).to.equal('+442079460958');
    expect(toE164('60 12-345 6789', 'MY')).to.equal('+60123456789');
  });

  for (const [what, text, country] of [
    ['without a country code', '012-345 6789'],
    ['without a country code, of a country that is none', '012-345 6789', 'QQ'],
    ['without a country code, of a place without numbers', '012-345 6789', 'AQ'],
    ['of another country, without its code', '020 7946 0958', 'MY'],
    ['dialled from abroad, nobody knows where', '00 44 20 7946 0958'],
    ['with an extension, which E.164 has no place for', '+60 12-345 6789 ext. 5'],
    ['with an extension at its national form', '(201) 555-0123 x45', 'US'],
    ['of an emergency service', '112', 'DE'],
    ['of a sender of text messages', '12345', 'US'],
  ] as const) {
    it(`stays as it was typed ${what}, and nothing is wrong with it`, () => {
      expect(toE164(text, country)).to.equal(text);
      expect(phoneProblem(text, country)).to.equal(undefined);
    });
  }

  it('is never another number than what was typed', () => {
    // The library would move the 9 of mobile numbers in Argentina.
    expect(toE164('+54 11 15 2345 6789')).to.equal('+54 11 15 2345 6789');
    expect(toE164('+7 8 912 345 67 89')).to.equal('+79123456789');
  });
});

describe('what is wrong with a phone number', () => {
  for (const [text, problem, country] of [
    ['+60 12', 'phoneTooShort'],
    ['+6', 'phoneTooShort'],
    ['12', 'phoneTooShort'],
    ['555-1234', 'phoneTooShort', 'US'],
    ['+60 12-345 67890 1234', 'phoneTooLong'],
    ['+1 201 555 0123 45', 'phoneTooLong'],
    ['0123456789 0123456789 0', 'phoneTooLong'],
    ['1'.repeat(1_000_000), 'phoneTooLong'],
    ['+999 123 4567', 'phoneCountryCode'],
    ['+0 123 4567', 'phoneCountryCode'],
    ['+210 123 4567', 'phoneCountryCode'],
    ['+47 4061 234 567 8', 'phoneTooLong'],
    ['+595 21 12', 'phoneTooShort'],
    ['+86 1312 345678', undefined],
    ['+225 012345678', 'phoneTooShort'],
    ['+376 3123 4567', undefined],
    ['+376 312 3456', 'phoneLength'],
    ['+1 800 FLOWERS', 'phone'],
    ['call me', 'phone'],
    ['ana@example.com', 'phone'],
    ['+60 12-345 6789 or +60 12-345 6780', 'phone'],
    ['+60 12 + 345 6789', 'phone'],
    ['<img src=x onerror=alert(1)>', 'phone'],
    ['tel:+60123456789;phone-context=evil.example', 'phone'],
    ['\ud800+60', 'phone'],
    ['+', 'phone'],
    ['', 'phone'],
  ] as const) {
    it(`is said of ${text.slice(0, 40) || 'nothing'}`, () => {
      expect(phoneProblem(text, country)).to.equal(problem);
      if (problem) expect(toE164(text, country)).to.equal(text);
    });
  }
});

describe('the country of a phone number', () => {
  for (const [text, country] of [
    ['+1 204 234 5678', 'CA'],
    ['+1 242 555 0100', 'BS'],
    ['+1 787 234 5678', 'PR'],
    ['+1 809 234 5678', 'DO'],
    ['+7 701 123 4567', 'KZ'],
    ['+7 495 123 45 67', 'RU'],
    ['+44 20 7946 0958', 'GB'],
    ['+39 06 698 12345', 'VA'],
    ['+358 18 12345', 'AX'],
    ['+247 61234', 'SH'],
    ['+383 43 201 234', 'XK'],
    ['+60 12', 'MY'],
  ] as const) {
    it(`is ${country} for ${text}`, () => {
      expect(countryOf(text)).to.equal(country);
    });
  }

  for (const [what, text] of [
    ['toll-free numbers of North America', '+1 800 234 5678'],
    ['an area code that is not given out', '+1 999 234 5678'],
    ['personal numbers of North America', '+1 500 234 5678'],
    ['freephone of Russia and Kazakhstan', '+7 800 234 56 78'],
    ['mobile numbers of Britain and the Isle of Man', '+44 7924 123456'],
    ['nothing but the country code', '+1'],
    ['nothing but the country code of one country', '+60'],
    ['half a number', '+1 204 23'],
    ['personal numbers of Britain and Guernsey', '+44 70 1234 5678'],
    ['mobile numbers of Guadeloupe and Saint Martin', '+590 690 00 12 34'],
    ['satellite telephones', '+870 773 111 632'],
    ['freephone of the whole world', '+800 1234 5678'],
    ['a country code that does not exist', '+999 123 4567'],
    ['a number without country code', '012-345 6789'],
    ['a short number', '112'],
    ['a text', '<script>'],
    ['nothing', ''],
  ] as const) {
    it(`is not guessed for ${what}`, () => {
      expect(countryOf(text)).to.equal(undefined);
    });
  }

  for (const [code, rest] of [
    ['1', '2345678'],
    ['7', '1234567'],
    ['447', '123456'],
  ] as const) {
    it(`is never one of several that share +${code}, whatever follows`, () => {
      for (let prefix = 0; prefix < 1000; prefix++) {
        const text = `+${code}${String(prefix).padStart(3, '0')}${rest}`;
        const all = allThatMayHave(text);
        if (all.length) expect(countryOf(text), text).to.equal(all.length === 1 ? all[0] : undefined);
      }
    });
  }
});

/** All countries in which a number is valid. The library's largest metadata, which the panel does not load, is the judge. */
function allThatMayHave(text: string): readonly string[] {
  const phone = parseWithAll(text);
  if (!phone) return [];
  return getCountries().filter((country) => {
    phone.country = country;
    return getCountryCallingCode(country) === phone.countryCallingCode && phone.isValid();
  });
}
