import { expect } from '@open-wc/testing';
import { loadReading } from '../../src/fields/phone.js';
import { shown, textOf } from './kit.js';

function hrefOf(type: string, value: string): string | null | undefined {
  return shown(type, value).querySelector('a')?.getAttribute('href');
}

describe('a link', () => {
  it('of an email address goes to it, and to nobody else', () => {
    expect(hrefOf('email', 'ana@example.com')).to.equal('mailto:ana@example.com');
    expect(hrefOf('email', 'ana@example.com?bcc=all@evil.example')).not.to.contain('?');
    expect(hrefOf('email', 'ana@example.com&cc=x@y.z')).not.to.contain('&');
    expect(hrefOf('email', 'half \ud800 a pair')).to.match(/^mailto:/);
  });

  it('of a phone number goes to its digits, which are shown at once, and as they are read once that code is there', async () => {
    for (const [text, href] of [
      ['+15145550142', 'tel:+15145550142'],
      ['+60 (12) 345-6789', undefined],
      ['+1 202 555 0100 ext. 12', undefined],
      ['030 123456 / 0170 1234567', undefined],
    ] as const) {
      expect(hrefOf('phone', text)).to.equal(href);
      expect(shown('phone', text).textContent).to.equal(text);
      expect(textOf('phone', text)).to.equal(text);
    }
    await loadReading();
    expect(hrefOf('phone', '+60 (12) 345-6789')).to.equal('tel:+60123456789');
    expect(shown('phone', '+60 (12) 345-6789').textContent).to.equal('+60 12 345 6789');
    expect(textOf('phone', '+60 (12) 345-6789')).to.equal('+60123456789');
    expect(hrefOf('phone', '030 123456 / 0170 1234567')).to.equal(undefined);
    expect(hrefOf('phone', '+1 202 555 0100 ext. 12')).to.equal('tel:+12025550100;ext=12');
    expect(hrefOf('phone', '*100#')).to.equal('tel:*100%23');
  });

  it('of a web address is called what the definition says, or else by the address', () => {
    expect(hrefOf('url', 'https://a.example/')).to.equal('https://a.example/');
    expect(shown('url', 'https://a.example/x').textContent).to.equal('https://a.example/x');
    expect(shown('url', 'https://a.example/x', 'en', { linkText: 'Shop' }).textContent).to.equal('Shop');
  });

  it('is none where the address may not be followed: its text alone is shown', () => {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'ftp://old.example/', 'nowhere', '']) {
      const box = shown('url', address);
      expect(box.childElementCount, address).to.equal(0);
      expect(box.textContent).to.equal(address);
    }
  });

  it('tells the other side nothing of the page', () => {
    const anchor = shown('url', 'https://a.example/').querySelector('a');
    expect(anchor?.rel).to.equal('noopener noreferrer');
    expect(anchor?.referrerPolicy).to.equal('no-referrer');
  });

  it('reads from left to right in any language, and breaks after the parts of an address', () => {
    const box = shown('email', 'ana@example.com', 'ar');
    expect([...box.querySelectorAll('*')].map(({ localName }) => localName)).to.deep.equal(['a', 'span']);
    expect(box.querySelector('a')?.dir).to.equal('ltr');
    expect(box.textContent).to.equal('ana@example.com');
    expect(shown('phone', '+34600111222').querySelectorAll('*')).to.have.length(1);
  });
});
