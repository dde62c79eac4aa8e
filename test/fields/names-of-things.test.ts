import { expect } from '@open-wc/testing';
import { textOf } from './kit.js';

describe('a country', () => {
  it("is named in the reader's language", () => {
    expect(textOf('country', 'DE')).to.equal('Germany');
    for (const code of ['DE', 'de', 'De']) expect(textOf('country', code, 'fr')).to.equal('Allemagne');
    expect(textOf('country', 'JP', 'ja')).to.equal('日本');
  });

  it('that is none stays as it is', () => {
    for (const code of ['Atlantis', '', '🇪🇸', 'XX1', '__proto__']) expect(textOf('country', code)).to.equal(code);
  });

  it('is empty where there is none', () => {
    expect(textOf('country', null)).to.equal('');
  });
});

describe('a language', () => {
  it("is named in the reader's language", () => {
    expect(textOf('language', 'es')).to.equal('Spanish');
    expect(textOf('language', 'pt-BR')).to.equal('Brazilian Portuguese');
    expect(textOf('language', 'de', 'de')).to.equal('Deutsch');
  });

  it('is named as well where its tag is written as in POSIX', () => {
    for (const [code, name, lang] of [
      ['pt_BR', 'Brazilian Portuguese', 'en'],
      ['pt_BR', 'Portugiesisch (Brasilien)', 'de'],
      ['zh_Hant_TW', 'Chinese (Traditional, Taiwan)', 'en'],
      ['de_DE', 'German (Germany)', 'en'],
      ['de_DE.UTF-8', 'German (Germany)', 'en'],
      ['ES_mx', 'Mexican Spanish', 'en'],
    ] as const)
      expect(textOf('language', code, lang).toLowerCase(), code).to.equal(name.toLowerCase());
  });

  it('that is none stays as it is', () => {
    for (const code of ['not a language', '', '_']) expect(textOf('language', code)).to.equal(code);
  });

  it('is named in some language where the reader has one that nobody knows', () => {
    expect(textOf('language', 'es', 'tlh')).to.equal('Spanish');
  });
});

describe('a choice', () => {
  const options = [
    { value: 'pro', label: 'Professional' },
    { value: 'constructor', label: 'Builder' },
  ];

  it('is shown by its label, and as it is where it is no choice any more', () => {
    expect(textOf('list', 'pro', 'en', { options })).to.equal('Professional');
    expect(textOf('list', 'constructor', 'en', { options })).to.equal('Builder');
    expect(textOf('list', 'toString', 'en', { options })).to.equal('toString');
  });
});

describe('a person', () => {
  it('is shown by name, whatever else the value is', () => {
    expect(textOf('person', { id: 'u', name: 'Rui Costa' })).to.equal('Rui Costa');
    expect(textOf('person', 'u_7')).to.equal('u_7');
    expect(textOf('person', null)).to.equal('');
  });
});

describe('any other value', () => {
  it('is shown as text, 0 and false included', () => {
    expect(textOf('text', 0)).to.equal('0');
    expect(textOf('text', false)).to.equal('false');
    expect(textOf('text', ['a', 'b'])).to.equal('a, b');
    expect(textOf('text', { id: 'u', name: 'Rui' })).to.equal('Rui');
    expect(textOf('no such type', 'as it is')).to.equal('as it is');
  });
});
