import { expect } from '@open-wc/testing';
import { perLanguage } from '../../src/i18n/per-language.js';

describe('what is made per language', () => {
  it('is made once for each language, when it is first asked for', () => {
    const made: string[] = [];
    const format = perLanguage((lang) => ({ order: made.push(lang) }));
    expect(made).to.deep.equal([]);
    expect(format('de')).to.equal(format('de'));
    expect(format('ar')).not.to.equal(format('de'));
    expect(made).to.deep.equal(['de', 'ar']);
  });
});
