import { expect } from '@open-wc/testing';
import { avatar, safePicture } from '../../src/fields/avatar.js';
import { until } from '../support/until.js';
import { rendered, shown } from './kit.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
const OTHER = 'data:image/gif;base64,R0lGODlhAQABAAAAADs=';

/** The colour behind the initials of a person of that id, as the screen gets it: red, green and blue from 0 to 255. */
function colorOf(id: string): readonly number[] {
  const element = shown('person', { id, name: 'Ana' }).querySelector<HTMLElement>('[part~=avatar]');
  const context = document.createElement('canvas').getContext('2d');
  if (!element || !context) throw new Error('Nothing to look at');
  context.fillStyle = element.style.backgroundColor;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

/** Relative luminance by WCAG 2.2. */
function luminance(color: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = color
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the initials in place of a picture', () => {
  const ids = Array.from({ length: 60 }, (_, index) => `c_${index}`);

  it('are white on colours that they can be read on', () => {
    for (const id of ids) expect(1.05 / (luminance(colorOf(id)) + 0.05), id).to.be.at.least(4.5);
  });

  it('have the same colour for the same id, and many for many', () => {
    expect(colorOf('c_1')).to.deep.equal(colorOf('c_1'));
    expect(new Set(ids.map((id) => colorOf(id).join())).size).to.be.above(8);
  });
});

describe('the picture of a person', () => {
  const pictureIn = (box: HTMLElement) => box.querySelector('img');

  it('is drawn over the initials, and asked for without telling who asks', () => {
    const box = rendered(avatar('u_1', 'Rui Costa', PIXEL));
    expect(box.textContent).to.equal('RC');
    expect(pictureIn(box)).to.include({ src: PIXEL, alt: '', loading: 'lazy', referrerPolicy: 'no-referrer' });
    expect(box.firstElementChild?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('is not there where there is none, or none that may be asked for', () => {
    expect(pictureIn(rendered(avatar('u_1', 'Rui', undefined)))).to.equal(null);
    expect(pictureIn(rendered(avatar('u_1', 'Rui', 'javascript:alert(1)')))).to.equal(null);
  });

  it('stays while nothing changes, and is gone at once when there is another', () => {
    const box = rendered(avatar('u_1', 'Rui', PIXEL));
    const first = pictureIn(box);
    rendered(avatar('u_1', 'Rui', PIXEL), box);
    expect(pictureIn(box)).to.equal(first);
    rendered(avatar('u_2', 'Zoë', OTHER), box);
    expect(pictureIn(box)).not.to.equal(first);
    expect(pictureIn(box)?.src).to.equal(OTHER);
    expect(first?.isConnected).to.equal(false);
    rendered(avatar('u_2', 'Zoë', undefined), box);
    expect(pictureIn(box)).to.equal(null);
    expect(box.textContent).to.equal('Z');
  });

  it('hides where it is broken, and the next one shows', async () => {
    const box = document.body.appendChild(rendered(avatar('u_1', 'Rui', 'data:image/png;base64,AAAA')));
    await until(() => pictureIn(box)?.hidden, 'the broken picture to hide');
    rendered(avatar('u_1', 'Rui', PIXEL), box);
    expect(pictureIn(box)?.hidden).to.equal(false);
    box.remove();
  });

  it('is a figure where there is no letter in the name', () => {
    const box = rendered(avatar('u_1', '+34 600', undefined));
    expect(box.querySelector('.icon-person')).to.exist;
    expect(box.textContent?.trim()).to.equal('');
  });
});

describe('the address of a picture', () => {
  const OWN = ['/avatars/a.svg', '/avatars/', '/avatars/..', '//' + location.host + '/x', location.origin + '/api/logout'];

  it('is asked for where it is encrypted, or holds the picture itself', () => {
    const addresses = ['https://pictures.example/a.png', 'data:image/png;base64,AAAA', 'data:image/webp,x', 'blob:null/x'];
    for (const address of addresses) expect(safePicture(address), address).to.equal(new URL(address, location.href).href);
  });

  it('is not asked for of the page itself, however it is written', () => {
    const addresses = [...OWN, '', '#', '.', '?', 'a.png', 'api/logout', '\\\\' + location.host + '\\x', location.href];
    for (const address of addresses) expect(safePicture(address), address).to.equal(undefined);
  });

  it('is asked for of the page itself under the paths that the host allows', () => {
    for (const path of ['/avatars', '/avatars/']) {
      for (const address of [
        '/avatars/a.svg',
        '/avatars/b/c.png?size=2',
        `${location.origin}/avatars/a.svg`,
        '/x/../avatars/a',
      ])
        expect(safePicture(address, [path]), address).to.equal(new URL(address, location.href).href);
    }
    expect(safePicture('/avatars/../api/logout', ['/avatars', '/api/pictures'])).to.equal(undefined);
  });

  it('does not lead out of those paths', () => {
    const addresses = [
      ...['/api/logout', '/avatars-of-others/a', '/avatars/../api/logout', '/avatars/%2e%2e/api/logout', '/Avatars/a'],
      ...['/avatars/..%2fapi/logout', '/avatars/..%5Capi/logout', '/avatars/\\..\\..\\api', 'javascript:/avatars/a', '/'],
      ...['http://elsewhere.example/avatars/a.png', `ftp://${location.host}/avatars/a`],
    ];
    for (const address of addresses) expect(safePicture(address, ['/avatars']), address).to.equal(undefined);
  });

  it('is not asked for where it is anything else', () => {
    const addresses = [
      'javascript:alert(1)',
      'data:image/svg+xml,<svg onload=alert(1)>',
      'data:text/html,x',
      'data:image/png+xml,x',
      'http://elsewhere.example/a.png',
      'ftp://elsewhere.example/a.png',
      'http://[',
    ];
    for (const address of addresses) expect(safePicture(address), address).to.equal(undefined);
  });
});
