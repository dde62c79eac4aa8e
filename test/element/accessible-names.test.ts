import { expect } from '@open-wc/testing';
import { findByRole, getByRole, queryAllByRole } from '../support/find.js';
import { isChromium, sendCdp } from '../support/page.js';
import { ANA, show } from './kit.js';

interface AxNode {
  readonly role: { readonly value: string };
  readonly name?: { readonly value: string };
}

/** The names of all links of the page, as the browser gives them to assistive technology. Chromium only. */
async function linkNames(): Promise<readonly (string | undefined)[]> {
  await sendCdp('Accessibility.enable');
  const { nodes } = await sendCdp<{ readonly nodes: readonly AxNode[] }>('Accessibility.getFullAXTree');
  await sendCdp('Accessibility.disable');
  return nodes.filter(({ role }) => role.value === 'link').map(({ name }) => name?.value);
}

describe('the accessible names', () => {
  it('of the buttons of two open editors say which field each is for', async () => {
    const element = await show();
    await element.edit('email');
    await element.edit('phone');
    await element.edit('name');
    for (const label of ['Email Address', 'Phone Number', 'Name']) {
      expect(await findByRole('button', `Save ${label}`, element)).to.exist;
      expect(getByRole('button', `Cancel editing ${label}`, element)).to.exist;
    }
    const names = queryAllByRole('button', undefined, element).map((button) => button.getAttribute('aria-label'));
    const labels = names.filter((name) => name !== null);
    expect(new Set(labels).size).to.equal(labels.length);
  });

  if (isChromium)
    it('of links are their texts, without the places where a line may break', async () => {
      const fields = [{ key: 'site', type: 'url', label: 'Site' }];
      await show({ ...ANA, email: 'ines.carvalho@example.com', custom: { site: 'https://example.com/a/b' } }, { fields });
      const names = await linkNames();
      expect(names).to.include.members(['ines.carvalho@example.com', 'https://example.com/a/b']);
    });
});
