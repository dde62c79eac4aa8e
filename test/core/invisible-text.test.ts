import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { cleanAddress, isBlank } from '../../src/core/invisible-text.js';

const INVISIBLE = [
  '\u200b',
  '\u202c',
  '\u2060',
  '\u00ad',
  '\ufeff',
  '\u200e',
  '\u2066',
  '\u3164',
  '\u2800',
  '\u200d',
  '\u00a0',
  '\t',
];

for (const character of INVISIBLE) {
  const name = `U+${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  test(`${name} around an address is no part of it, and shows nothing`, () => {
    for (const address of ['a@b.example', 'https://a.example/x?y#z']) {
      assert.equal(cleanAddress(character + address + character), address);
      assert.equal(cleanAddress(` ${character}${character} ${address}`), address);
    }
    assert.equal(isBlank(` ${character}${character}`), true);
    assert.equal(cleanAddress(character), '');
  });
}

test('what cannot be seen inside an address goes too', () => {
  assert.equal(cleanAddress('a\u200b@b\u00ad.exa\u2060mple'), 'a@b.example');
});

test('what a script or an emoji needs stays', () => {
  for (const address of [
    'https://نامه\u200cای.example/',
    'https://a.example/👩\u200d💻/⭐\ufe0f',
    'https://a.example/🏴\u{e0067}\u{e0062}\u{e007f}',
    'ünï@exämple.de',
  ]) {
    assert.equal(cleanAddress(address), address);
  }
});

test('what is clean stays clean, and an address of visible letters is never changed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(cleanAddress(cleanAddress(text)), cleanAddress(text))),
  );
  fc.assert(fc.property(fc.webUrl(), (address) => assert.equal(cleanAddress(address), address)));
  fc.assert(fc.property(fc.emailAddress(), (address) => assert.equal(cleanAddress(address), address)));
});
