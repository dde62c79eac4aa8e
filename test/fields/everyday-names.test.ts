import { expect } from '@open-wc/testing';
import { assert, asyncProperty, constantFrom } from 'fast-check';
import { defineBuiltInFieldTypes } from '../../src/fields/built-in.js';
import { COUNTRIES, LANGUAGES } from '../../src/fields/everyday-names.js';
import { loadEditing } from '../../src/fields/field-editing.js';
import { choicesFor } from '../../src/element/editing/choices.js';
import type { Panel } from '../../src/element/panel.js';
import { messages } from '../support/messages.js';

defineBuiltInFieldTypes();

/** The values that are offered for a text, best first. */
async function offered(type: string, query: string, lang = 'en'): Promise<readonly unknown[]> {
  const panel = { view: { lang, messages } } as Panel;
  const choices = await choicesFor({ key: type, type }, query, panel, { limit: 50, signal: new AbortController().signal });
  return choices.map(({ value }) => value);
}

before(() => loadEditing(['country', 'language'].map((type) => ({ key: type, type }))));

describe('a country', () => {
  for (const [code, ...texts] of [
    ['US', 'USA', 'usa', 'US', 'U.S.', 'U.S.A.', 'United States', 'United States of America', 'America'],
    ['GB', 'UK', 'uk', 'U.K.', 'GBR', 'GB', 'Great Britain', 'England', 'Scotland', 'united kingdom'],
    ['AE', 'UAE', 'u.a.e.', 'ARE', 'United Arab', 'Emirates'],
    ['TR', 'Turkey', 'Türkiye', 'Turkiye', 'TUR'],
    ['CZ', 'Czech Republic', 'Czechia', 'czech', 'CZE'],
    ['CI', 'Ivory Coast', "Cote d'I", 'Côte d’I', "cote d'ivoire", 'Cote dIvoire', 'cote d ivoire', 'COTE D´IVOIRE', 'CIV'],
    ['LC', 'Saint Lucia', 'St Lucia', 'St. Lucia', 'st.lucia', 'LCA'],
    ['KN', 'Saint Kitts and Nevis', 'St Kitts & Nevis', 'St. Kitts'],
    ['VC', 'Saint Vincent and the Grenadines', 'St Vincent'],
    ['MO', 'Macau', 'Macao'],
    ['HK', 'Hong Kong', 'hongkong', 'HKG'],
    ['DE', 'DEU', 'Germany', 'de'],
    ['NL', 'Holland', 'Netherlands', 'NLD'],
    ['MM', 'Burma', 'Myanmar'],
    ['SZ', 'Swaziland', 'Eswatini'],
    ['MK', 'Macedonia', 'North Macedonia'],
    ['CV', 'Cabo Verde', 'Cape Verde'],
    ['TL', 'East Timor', 'Timor Leste', 'Timor-Leste'],
    ['CD', 'DRC', 'DR Congo', 'Democratic Republic of the Congo', 'Congo-Kinshasa'],
    ['KR', 'South Korea', 'Republic of Korea', 'KOR'],
    ['KP', 'North Korea', 'DPRK'],
    ['RU', 'Russian Federation', 'Russia'],
    ['PS', 'Palestine'],
    ['VA', 'Holy See', 'Vatican'],
    ['BA', 'Bosnia and Herzegovina', 'Bosnia & H', 'BiH'],
    ['TT', 'Trinidad and Tobago'],
    ['NZ', 'newzealand', 'New Zealand'],
    ['AX', 'Aland', 'Åland Islands'],
    ['ST', 'Sao Tome and Principe'],
    ['GW', 'Guinea Bissau', 'Guinea-Bissau'],
    ['SA', 'KSA', 'Saudi'],
    ['XK', 'Kosovo', 'XKX'],
  ] as const) {
    for (const text of texts) {
      it(`of code ${code} is found first by ${text}`, async () => {
        expect((await offered('country', text))[0]).to.equal(code);
      });
    }
  }

  for (const [code, lang, ...texts] of [
    ['GB', 'de', 'UK', 'Vereinigtes', 'Great Britain', 'GBR'],
    ['DE', 'de', 'Deutschland', 'Germany', 'DEU'],
    ['CI', 'fr', "Cote d'I", 'Ivory Coast'],
    ['US', 'ar', 'USA', 'الولايات', 'United States'],
    ['JP', 'ja', '日本', 'Japan', 'JPN'],
    ['TR', 'tr', 'Turkey', 'Türkiye'],
    ['IN', 'hi', 'भारत', 'India'],
  ] as const) {
    for (const text of texts) {
      it(`is found first by ${text} where the reader's language is ${lang}`, async () => {
        expect((await offered('country', text, lang))[0]).to.equal(code);
      });
    }
  }

  it('that an abbreviation names is alone; what only begins with its letters is not offered', async () => {
    for (const text of ['UK', 'uk', 'U.K.']) expect(await offered('country', text)).to.deep.equal(['GB']);
    expect(await offered('country', 'ukr')).to.deep.equal(['UA']);
    for (const text of ['USA', 'UAE', 'PRC']) expect(await offered('country', text)).to.have.length(1);
  });

  it('does not hide others by its code: who types "ma" or "mar" may mean any of them', async () => {
    expect(await offered('country', 'mar')).to.include.members(['MA', 'MQ', 'MH']);
    expect(await offered('country', 'de')).to.include.members(['DE', 'DK']);
  });

  it('is found first by its codes and by its own name, each of them, in each language', async () => {
    const langs = ['en', 'de', 'ar', 'fr', 'ja', 'hi', 'tr', 'pt-BR'];
    for (const { code, codes } of COUNTRIES)
      for (const text of [code, ...codes]) expect((await offered('country', text))[0], text).to.equal(code);
    for (const lang of langs) {
      const names = new Intl.DisplayNames([lang], { type: 'region' });
      const shown = COUNTRIES.map(({ code }) => ({ code, name: names.of(code) ?? code }));
      for (const { code, name } of shown) expect(await offered('country', name, lang), `${lang} ${name}`).to.include(code);
    }
  });

  it('is found by whatever name is shown, in whatever case and with whatever apostrophe', async () => {
    const names = new Intl.DisplayNames(['fr'], { type: 'region' });
    await assert(
      asyncProperty(constantFrom(...COUNTRIES), constantFrom("'", '’', 'ʼ', ''), async ({ code }, apostrophe) => {
        const name = (names.of(code) ?? code).replace(/['’]/g, apostrophe);
        expect((await offered('country', name.toUpperCase(), 'fr'))[0]).to.equal(code);
      }),
    );
  });
});

describe('a language', () => {
  for (const [code, ...texts] of [
    ['fil', 'Filipino', 'Tagalog'],
    ['fa', 'Farsi', 'Persian'],
    ['zh', 'Mandarin', 'Chinese'],
    ['yue', 'Cantonese'],
    ['pt-BR', 'pt-BR', 'pt_BR', 'Brazilian'],
    ['zh-Hans', 'Simplified Chinese'],
    ['nb', 'Bokmal', 'Norwegian Bokmål'],
    ['es', 'Castilian', 'Spanish', 'es'],
    ['uk', 'Ukrainian', 'uk'],
  ] as const) {
    for (const text of texts) {
      it(`of tag ${code} is found first by ${text}`, async () => {
        expect((await offered('language', text))[0]).to.equal(code);
      });
    }
  }

  it('has a name of its own among those that can be chosen, in each language', () => {
    for (const lang of ['en', 'de', 'ar', 'fr', 'es', 'it', 'pt', 'nl', 'ja', 'zh', 'ru', 'tr', 'hi', 'fa', 'pl', 'uk', 'ms']) {
      for (const [type, all] of [
        ['language', LANGUAGES],
        ['region', COUNTRIES],
      ] as const) {
        const names = new Intl.DisplayNames([lang], { type });
        const shown = all.map(({ code }) => names.of(code));
        expect(new Set(shown).size, `${lang} ${type}`).to.equal(all.length);
      }
    }
  });
});
