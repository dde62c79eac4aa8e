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
];

for (const [name, a, b] of APART) {
  test(`keeps apart: ${name}`, () => assert.notEqual(foldText(a), foldText(b)));
}

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(foldText(foldText(text)), foldText(text))),
    { numRuns: 2_000 },
  );
});
