import { expect } from '@open-wc/testing';
import { areNamesReady, nameIn, prepareNames } from '../../src/fields/display-names.js';
import { shown } from './kit.js';

describe('the names of countries and languages', () => {
  it('are made when the page has been painted; until then their codes are shown', async () => {
    expect(areNamesReady('fr')).to.equal(false);
    expect(shown('country', 'DE', 'fr').textContent).to.contain('DE');
    expect(shown('language', 'pt-BR', 'fr').textContent).to.equal('pt-BR');
    await prepareNames('fr');
    expect(areNamesReady('fr')).to.equal(true);
    expect(shown('country', 'DE', 'fr').textContent).to.contain('Allemagne');
    expect(shown('language', 'de', 'fr').textContent).to.equal('allemand');
  });

  it('are shown where they have been needed before', () => {
    expect(nameIn('it', 'region', 'DE')).to.equal('Germania');
    expect(shown('country', 'DE', 'it').textContent).to.contain('Germania');
  });

  it('are made once for a language', () => {
    expect(prepareNames('es')).to.equal(prepareNames('es'));
  });

  it('are ready in the end for a language that nobody knows', async () => {
    await prepareNames('not a language');
    expect(areNamesReady('not a language')).to.equal(true);
    expect(shown('country', 'DE', 'not a language').textContent).to.contain('DE');
  });
});
