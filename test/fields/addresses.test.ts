import { expect } from '@open-wc/testing';
import { descriptionOf, findByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { press } from '../support/user.js';
import { show } from '../element/kit.js';

/** Enters texts one after the other into the editor of a field; answers what is said to each, nothing where it is saved. */
async function complaintsAbout(key: string, label: string, texts: readonly string[]): Promise<readonly string[]> {
  const element = await show({});
  const complaints: string[] = [];
  for (const text of texts) {
    await element.edit(key);
    const input = (await findByRole('textbox', label, element)) as HTMLInputElement;
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await press('Enter');
    await until(() => !input.isConnected || descriptionOf(input));
    complaints.push(input.isConnected ? descriptionOf(input) : '');
    input.value = '';
  }
  return complaints;
}

describe('an email address', () => {
  it('is accepted as browsers accept it', async () => {
    const addresses = ['ana@example.com', 'a.b+c@sub.example.co', "o'brien@example.ie", 'ünïcode@exämple.de'];
    expect(await complaintsAbout('email', 'Email Address', addresses)).to.deep.equal(addresses.map(() => ''));
  });

  for (const address of [
    'ana',
    'ana.example.com',
    'ana@',
    '@example.com',
    'ana@example',
    'a b@example.com',
    'ana@example..com',
  ]) {
    it(`is refused where it cannot be one: ${address}`, async () => {
      const [complaint] = await complaintsAbout('email', 'Email Address', [address]);
      expect(complaint).to.contain('name@example.com');
    });
  }
});

describe('a phone number', () => {
  it('is accepted with and without country code, as people write it', async () => {
    const numbers = ['+34600111222', '+60 12-345 6789', '(030) 123 456', '911', '020 7946.0958'];
    expect(await complaintsAbout('phone', 'Phone Number', numbers)).to.deep.equal(numbers.map(() => ''));
  });

  for (const number of ['call me', '12', '+', '1'.repeat(40), '+34 600 ext 5']) {
    it(`is refused where it cannot be one: ${number}`, async () => {
      const [complaint] = await complaintsAbout('phone', 'Phone Number', [number]);
      expect(complaint).to.match(/\+60 12 345 6789|too (short|long)/);
    });
  }
});
