import { expect } from '@open-wc/testing';
import { safePicture } from '../../src/fields/avatar.js';
import { shown } from './kit.js';

/** The colour behind the initials of a person of that id, as the screen gets it: red, green and blue from 0 to 255. */
function colorOf(id: string): readonly number[] {
  const avatar = shown('person', { id, name: 'Ana' }).querySelector<HTMLElement>('[part~=avatar]');
  const context = document.createElement('canvas').getContext('2d');
  if (!avatar || !context) throw new Error('Nothing to look at');
  context.fillStyle = avatar.style.backgroundColor;
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

describe('the address of a picture', () => {
  it('is asked for where it is of a bitmap or of a page that is encrypted or our own', () => {
    const addresses = ['https://pictures.example/a.png', '/avatars/a.svg', 'data:image/png;base64,AAAA', 'data:image/webp,x'];
    for (const address of addresses) expect(safePicture(address), address).to.equal(new URL(address, location.href).href);
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
