import { expect } from '@open-wc/testing';
import { nameIn } from '../../src/fields/display-names.js';
import { areFormatsReady, prepareFormats } from '../../src/fields/formats.js';
import { shown } from './kit.js';

describe('the names of countries and languages', () => {
  it('are made when the page has been painted; until then their codes are shown', async () => {
    expect(areFormatsReady('fr')).to.equal(false);
    expect(shown('country', 'DE', 'fr').textContent).to.contain('DE');
    expect(shown('language', 'pt-BR', 'fr').textContent).to.equal('pt-BR');
    expect(shown('number', 1234.5, 'fr').textContent).to.equal('1234.5');
    expect(shown('date', '2026-11-26', 'fr').textContent).to.equal('2026-11-26');
    await prepareFormats('fr');
    expect(areFormatsReady('fr')).to.equal(true);
    expect(shown('country', 'DE', 'fr').textContent).to.contain('Allemagne');
    expect(shown('language', 'de', 'fr').textContent).to.equal('allemand');
    expect(shown('number', 1234.5, 'fr').textContent).to.equal('1\u202f234,5');
    expect(shown('date', '2026-11-26', 'fr').textContent).to.equal('26 nov. 2026');
  });

  it('are there at once where they are asked for as a text', () => {
    expect(nameIn('it', 'region', 'DE')).to.equal('Germania');
  });

  it('are made once for a language', () => {
    expect(prepareFormats('es')).to.equal(prepareFormats('es'));
  });

  it('are ready in the end for a language that nobody knows', async () => {
    await prepareFormats('not a language');
    expect(areFormatsReady('not a language')).to.equal(true);
    expect(shown('country', 'DE', 'not a language').textContent).to.contain('DE');
  });
});
