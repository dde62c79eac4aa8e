import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { foldText } from '../../src/core/fold-text.js';

const ALIKE: readonly (readonly [name: string, ...texts: string[]])[] = [
  ['case and accents', 'VIP', 'vip', 'Víp', 'vi\u0301p'],
  ['white space', ' key  account ', 'key\u00a0account', 'Key\n\taccount'],
  ['Latin letters that Unicode does not decompose', 'Łódź', 'lodz'],
  ['sharp s', 'Straße', 'STRASSE', 'STRAẞE'],
  ['Scandinavian letters', 'Ærø', 'aero'],
  ['Turkish dotted and dotless i', 'İstanbul', 'istanbul', 'ıstanbul', 'ISTANBUL'],
  ['Greek final sigma', 'ΟΔΟΣ', 'οδος', 'οδοσ'],
  ['letters with a compatibility form', '𝓥𝓘𝓟', 'VIP', 'ＶＩＰ'],
  ['ligatures', 'ﬁrst', 'first'],
  ['composed and decomposed Hangul', '한국', '한국'.normalize('NFD')],
  ['ё and е', 'Ёлка', 'елка'],
  ['an emoji with and without its variation selector', '⭐', '⭐\ufe0f', '⭐\ufe0e'],
  [
    'what cannot be seen',
    'VIP',
    'VIP\u200b',
    '\u2060VIP',
    'V\u00adIP',
    '\u202aVIP\u202c',
    '\ufeffVIP',
    '\u3164VIP',
    'VIP\u2800',
  ],
  ['a word with and without its joiner', 'می\u200cخواهم', 'میخواهم'],
  ['a letter that counts as an emoji, with and without a joiner', '\u200d🈲', '🈲', '禁'],
  ['apostrophes', "client's", 'client’s', 'client‘s', 'clientʼs', 'client`s', 'client´s', 'client′s', 'client＇s'],
  ['quotation marks', '"A"', '“A”', '„A“', '＂A＂'],
  ['dashes', 'a-b', 'a‐b', 'a‑b', 'a–b', 'a—b', 'a−b'],
];

for (const [name, first = '', ...others] of ALIKE) {
  test(`folds alike: ${name}`, () => {
    for (const other of others) assert.equal(foldText(other), foldText(first));
  });
}

const APART: readonly (readonly [name: string, a: string, b: string])[] = [
  ['й and и', 'май', 'маи'],
  ['Hindi vowel signs', 'की', 'का'],
  ['Hindi with and without a vowel sign', 'कि', 'क'],
  ['Thai tones and vowels', 'ป่า', 'ปา'],
  ['Hangul syllables', '가', '각'],
  ['other letters', 'vip', 'vap'],
  ['voiced and unvoiced kana', 'が', 'か'],
  ['a joined emoji and its parts', '👩\u200d💻', '👩💻'],
  [
    'flags of regions',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  ],
];

for (const [name, a, b] of APART) {
  test(`keeps apart: ${name}`, () => assert.notEqual(foldText(a), foldText(b)));
}

test('folding what is folded changes nothing', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom(...'\u200b\u200d\ufe0f\u034f\u3164\u0301´ŉ″⭐💻🈲'),
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => assert.equal(foldText(foldText(text)), foldText(text))),
    { numRuns: 2_000 },
  );
});
