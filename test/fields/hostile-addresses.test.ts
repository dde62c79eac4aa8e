import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { safePicture } from '../../src/fields/avatar.js';
import { emailField } from '../../src/fields/email.js';
import { link } from '../../src/fields/link.js';
import { corpus } from '../element/hostile/corpus.js';
import { messages } from '../support/messages.js';

/** What addresses are made of that are hard to tell apart: each of these with each of the others. */
const LEADS = ['', ' ', '\t', '\n', '\u0000', '\u001f', '\u00a0', '\ufeff', '\u200b', '\u202e', 'x:', '//', 'https:', 'url='];
const SCHEMES = [
  ...[
    'javascript',
    'JavaScript',
    'java\tscript',
    'java\nscript',
    'java\u0000script',
    'javascript\t',
    '\uff4aavascript',
    'vbscript',
  ],
  ...[
    'data',
    'blob',
    'filesystem',
    'file',
    'view-source',
    'about',
    'ftp',
    'ws',
    'wss',
    'mailto',
    'tel',
    'sms',
    'http',
    'https',
    'cid',
  ],
];
const RESTS = [
  '//evil.example/',
  '//%0aexecuted()',
  'executed()',
  'text/html,<script>executed()</script>',
  'image/svg+xml,<svg/>',
  '\\\\evil.example',
];

const ADDRESSES = [
  ...corpus().map(({ text }) => text),
  ...LEADS.flatMap((lead) => SCHEMES.flatMap((scheme) => RESTS.map((rest) => `${lead}${scheme}:${rest}`))),
];

/** The link that is drawn for an address, if it becomes one. */
function linkTo(address: string): HTMLAnchorElement | null {
  const place = document.createElement('div');
  render(link(address, address), place);
  return place.querySelector('a');
}

describe('addresses', () => {
  it('are thousands, and some of them harmless', () => {
    expect(ADDRESSES.length).to.be.greaterThan(2_000);
    expect(ADDRESSES.filter(linkTo).length).to.be.greaterThan(100);
    expect(ADDRESSES.filter((address) => safePicture(address)).length).to.be.greaterThan(20);
  });

  it('become links where a browser follows them to the web, to mail or to a telephone, and nowhere else', () => {
    const protocols = new Set(ADDRESSES.flatMap((address) => linkTo(address)?.protocol ?? []));
    expect([...protocols].sort()).to.deep.equal(['http:', 'https:', 'mailto:', 'sms:', 'tel:']);
  });

  it('are followed without telling the other side where from, nor giving it this window', () => {
    for (const address of ADDRESSES) {
      const anchor = linkTo(address);
      if (anchor) expect([anchor.rel, anchor.referrerPolicy], address).to.deep.equal(['noopener noreferrer', 'no-referrer']);
    }
  });

  it('become pictures where they are bitmaps, or are asked for from the web, and nowhere else', () => {
    const pictures = ADDRESSES.flatMap((address) => safePicture(address) ?? []);
    const odd = pictures.filter((address) => {
      const { href, origin, protocol } = new URL(address);
      const isBitmap = /^data:image\/(png|jpeg|webp|gif|avif)[;,]/.test(href);
      return protocol !== 'https:' && protocol !== 'blob:' && !isBitmap && origin !== location.origin;
    });
    expect(odd).to.deep.equal([]);
  });

  it('of mail are one address, whatever is written behind it', () => {
    const place = document.createElement('div');
    const definition = { key: 'email', type: 'email' };
    render(emailField.show?.('ana@example.com?bcc=everybody@evil.example', { definition, lang: 'en', words: messages }), place);
    expect(place.querySelector('a')?.search).to.equal('');
  });
});
