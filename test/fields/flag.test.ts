import { expect } from '@open-wc/testing';
import { makeFlag } from '../../src/fields/flag.js';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';

/** What stands for a country in the browser of that name. */
function flagIn(userAgent: string, country = 'ES'): string | undefined {
  Object.defineProperty(navigator, 'userAgent', { configurable: true, value: userAgent });
  try {
    return makeFlag(country)?.textContent;
  } finally {
    Reflect.deleteProperty(navigator, 'userAgent');
  }
}

describe('a flag', () => {
  it('is an emoji where the platform has them', () => {
    expect(flagIn('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15')).to.equal('🇪🇸');
    expect(flagIn('Mozilla/5.0 (Linux; Android 16) Chrome/156.0.0.0', 'my')).to.equal('🇲🇾');
  });

  it('is two letters on Windows, whose fonts have no flags', () => {
    expect(flagIn(`${WINDOWS} AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36`)).to.equal('ES');
  });

  it('is an emoji in Firefox on Windows, which brings its own', () => {
    expect(flagIn(`${WINDOWS} Gecko/20100101 Firefox/153.0`)).to.equal('🇪🇸');
  });

  it('is not made up for what is no country', () => {
    for (const nonsense of ['', 'E', 'ESP', '1A', '<b']) expect(flagIn('', nonsense)).to.equal(undefined);
  });
});
