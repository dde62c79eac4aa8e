import assert from 'node:assert/strict';
import test from 'node:test';
import { displayName, initials } from '../../src/core/display-name.js';

const NAMES: readonly (readonly [name: string, contact: Parameters<typeof displayName>[0], expected: string])[] = [
  ['first and last name', { firstName: ' Maya ', lastName: 'Oduya', displayName: 'mo' }, 'Maya Oduya'],
  ['one name alone', { lastName: 'Oduya', displayName: 'mo' }, 'Oduya'],
  ['the display name of the channel', { firstName: ' ', displayName: ' mo ', phone: '+49' }, 'mo'],
  ['the phone number', { phone: '+49', email: 'm@example.org' }, '+49'],
  ['the email address', { email: 'm@example.org' }, 'm@example.org'],
  ['nothing', {}, ''],
  ['Chinese: family name first, unspaced', { firstName: '小明', lastName: '王' }, '王小明'],
  ['Korean: family name first, unspaced', { firstName: '지우', lastName: '김' }, '김지우'],
  ['Japanese: family name first, unspaced', { firstName: 'さくら', lastName: '田中' }, '田中さくら'],
  ['Hungarian: family name first', { firstName: 'Anna', lastName: 'Nagy', language: 'hu-HU' }, 'Nagy Anna'],
  ['Vietnamese: family name first', { firstName: 'Minh', lastName: 'Trần', language: 'vi' }, 'Trần Minh'],
  ['a foreign name in katakana, in its own order', { firstName: 'ジョン', lastName: 'スミス' }, 'ジョン・スミス'],
  ['half-width katakana, in its own order', { firstName: 'ｼﾞｮﾝ', lastName: 'ｽﾐｽ' }, 'ｼﾞｮﾝ・ｽﾐｽ'],
  ['katakana beside kanji: family name first', { firstName: 'アンナ', lastName: '佐藤' }, '佐藤アンナ'],
  ['hiragana beside katakana: family name first', { firstName: 'さくら', lastName: 'スズキ' }, 'スズキさくら'],
  ...['\u3164', '\u200b', '\u2800', '\u00ad\u2060', '\ufeff \u115f', '\u202c'].map(
    (nothing) =>
      [
        `the next best, where a name shows nothing: ${JSON.stringify(nothing)}`,
        { firstName: nothing, lastName: nothing, displayName: nothing, phone: '+49' },
        '+49',
      ] as const,
  ),
  ['a name with emoji, as it is', { displayName: 'Ana 👩\u200d💻⭐\ufe0f' }, 'Ana 👩\u200d💻⭐\ufe0f'],
  ['a Persian name with its joiner', { firstName: 'می\u200cنا', lastName: 'راد' }, 'می\u200cنا راد'],
  ['a Latin name of a Chinese speaker', { firstName: 'Mei', lastName: 'Wang', language: 'zh' }, 'Mei Wang'],
  ['a language that only begins like Hungarian', { firstName: 'A', lastName: 'B', language: 'hup' }, 'A B'],
];

for (const [name, contact, expected] of NAMES) {
  test(`is called by ${name}`, () => assert.equal(displayName(contact), expected));
}

const INITIALS: readonly (readonly [text: string, expected: string])[] = [
  ['Maya Oduya', 'MO'],
  ['maya del mar oduya', 'MO'],
  ['maya', 'M'],
  ['王小明', '王'],
  ['김 지우', '김'],
  ['José\u0301 e\u0301lan', 'JÉ'],
  ['"Bob" (Smith)', 'BS'],
  ['🎉 party', 'P'],
  ['+49 30 1234', ''],
  ['', ''],
  ['किशोर कुमार', 'किकु'],
  ['გიორგი ბერიძე', 'გბ'],
  ['ßeta', 'ß'],
  ['ŉame', 'ŉ'],
  ['éva ödön', 'ÉÖ'],
  ['джон смит', 'ДС'],
  ['ジョン・スミス', 'ジ'],
  ['\u3164', ''],
  ['\u3164Maya', 'M'],
];

for (const [text, expected] of INITIALS) {
  test(`the initials of “${text}” are “${expected}”`, () => assert.equal(initials(text), expected));
}
