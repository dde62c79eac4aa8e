import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { linearTest } from '../../src/core/linear-test.js';
import { matchesPattern, patternOf } from '../../src/core/pattern.js';
import { until } from '../support/until.js';

const matches = (text: string, pattern: string) => matchesPattern(text, pattern, linearTest);

const TABLE: readonly (readonly [pattern: string, right: readonly string[], wrong: readonly string[]])[] = [
  ['[a-z]+|\\d+', ['abc', '12'], ['a1', '', 'ABC']],
  ['^[0-9()\\- ]+$', ['(030) 12-3'], ['030/12', 'x']],
  ["[a-z\\'_]+", ["o'b_"], ['O', 'o-b']],
  ['[\\w.+-]+', ['a.b+c-d'], ['a b']],
  ['[\\p{L}--[a-z]]+', ['ÄÖ'], ['ab']],
  ['\\p{Lu}{2}', ['ÄÖ'], ['äÖ', 'ABC']],
  ['\\u{1F600}+', ['😀😀'], ['x']],
  ['.', ['😀'], ['ab']],
  ['/^[A-Z]{3}$/i', ['abc', 'ABC'], ['abcd', 'ab']],
  ['/^[0-9()\\- ]+$/', ['(030) 12-3'], ['x']],
  ['/\\d/', ['a1b'], ['ab']],
  ['/^a.b$/s', ['a\nb'], ['ab']],
  ['/^a\\/b$/g', ['a/b'], ['a', 'ab']],
  ['/usr/bin/', ['/usr/bin/'], ['usr']],
  ['(?=.*[A-Z])(?=.*\\d)(?=.*[a-z]).{8,}', ['Abcdefg1'], ['abcdefg1', 'Abc1']],
  ['\\d{5}(-\\d{4})?', ['12345', '12345-6789'], ['1234', '12345-']],
  ['([a-z]+\\s?)+', ['ab cd', 'ab\u00a0cd'], ['ab1', ' ']],
  ["([a-z\\'\\_]+\\-)+", ["a'-b_-"], ['a-B-']],
  ['([a-z]+\\/)+', ['a/b/'], ['a/b']],
  ['.\\-?', ['😀', '😀-'], ['😀😀']],
  ['\\p{Lu}\\-[\\_\\-\\"]', ['Ä-_', 'Ä--', 'Ä-"'], ['a-_', 'Ä-x']],
];

for (const [pattern, right, wrong] of TABLE) {
  test(`the pattern ${pattern} takes what it says, whenever it is asked`, () => {
    for (const texts of [right, right]) {
      assert.deepEqual(
        texts.filter((text) => !matches(text, pattern)),
        [],
      );
    }
    assert.deepEqual(
      wrong.filter((text) => matches(text, pattern)),
      [],
    );
  });
}

for (const pattern of ['(', '[', 'a)(b', '*', '/(/', '(?<x>a)(?<x>b)\\k<y>(']) {
  test(`${pattern} is no pattern: it demands nothing, and the author is told once`, async (context) => {
    const warn = context.mock.method(console, 'warn', () => undefined);
    for (const text of ['x', '', 'y']) assert.equal(matches(text, pattern), true);
    await until(() => warn.mock.callCount(), 'the lesson');
    assert.equal(warn.mock.callCount(), 1);
    assert.match(String(warn.mock.calls[0]?.arguments[0]), /pattern/);
  });
}

/** What an engine that tries every way would need years for; what cannot be tested at all demands nothing. */
const FOREVER: readonly (readonly [pattern: string, text: string, isTested?: false])[] = [
  ['(a+)+', `${'a'.repeat(60)}!`],
  ['(a|aa)+', `${'a'.repeat(60)}!`],
  ['(a|a)*', `${'a'.repeat(60)}!`],
  ['([a-zA-Z]+)*', `${'a'.repeat(60)}!`],
  ['(\\w+\\s?)*', `${'ab '.repeat(40)}!`],
  ['(.*a){20}', `${'a'.repeat(60)}b`],
  [`${'a?'.repeat(40)}${'a'.repeat(40)}`, 'a'.repeat(39)],
  ['.*.*.*.*.*.*x', 'a'.repeat(5_000)],
  ['\\s*\\s*\\s*x', ' '.repeat(9_000)],
  ['(?=(a+)+b)a*', 'a'.repeat(60), false],
  ['(a+)+\\1b', 'a'.repeat(60), false],
  ['/(x+x+)+y/', 'x'.repeat(60)],
  ['/a*a*a*b/', 'a'.repeat(290)],
  ['(a+)+', 'a'.repeat(2_000_000), false],
];

for (const [pattern, text, isTested = true] of FOREVER) {
  test(`${pattern} comes to an end`, { timeout: 10_000 }, (context) => {
    context.mock.method(console, 'warn', () => undefined);
    assert.equal(matches(text, pattern), !isTested);
    assert.equal(matchesPattern(text, pattern, undefined), true);
  });
}

test('a quick pattern means the same to both engines', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '\\s', '(?:a|b)', '(?:(?:ab)?)', '\\-', '\\.');
  const repeat = fc.constantFrom('', '', '?', '+', '*', '{2}', '{1,3}');
  const source = fc
    .array(fc.tuple(atom, repeat), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map((part) => part.join('')).join(''));
  const text = fc.string({ unit: fc.constantFrom(...'ab-. 1é\u00a0😀'), maxLength: 6 });
  fc.assert(
    fc.property(source, text, (pattern, value) => {
      const regexp = patternOf(pattern)?.regexp;
      assert.ok(regexp);
      assert.equal(linearTest(regexp)?.(value), regexp.test(value), `${pattern} ${JSON.stringify(value)}`);
    }),
    { numRuns: 1_000 },
  );
});
