import { expect } from '@open-wc/testing';
import { contactLink } from '../../src/element/popups/contact-link.js';
import { findByRole, getByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, press } from '../support/user.js';
import { ANA, announced, expectAbsent, expectFocus, openMenu, part, show, watchClipboard } from './kit.js';

const WITH_LINK = { attributes: { 'contact-href': '/contacts/{id}?tab=details' } };

describe('the link to a contact', () => {
  it('is the template with the id, encoded, against the address of the page', () => {
    const base = 'https://crm.example/inbox/42';
    const cases: readonly [template: string, id: string, link: string | undefined][] = [
      ['/contacts/{id}', 'c_1', 'https://crm.example/contacts/c_1'],
      ['?contact={id}#top', 'c_1', 'https://crm.example/inbox/42?contact=c_1#top'],
      ['https://other.example/{id}/{id}', 'a', 'https://other.example/a/a'],
      ['/contacts/{id}', 'a/b?c#d e$&', 'https://crm.example/contacts/a%2Fb%3Fc%23d%20e%24%26'],
      ['/contacts/{id}', '\ud800', undefined],
      ['{id}', 'javascript:alert(1)', 'https://crm.example/inbox/javascript%3Aalert(1)'],
      ['javascript:{id}', 'alert(1)', undefined],
      ['https://{id}', '', undefined],
    ];
    for (const [template, id, link] of cases) expect(contactLink(template, id, base), `${template} ${id}`).to.equal(link);
  });

  it('is copied from the menu, which is said, and seen over its button for a moment', async () => {
    const written = watchClipboard();
    const element = await show(ANA, WITH_LINK);
    await openMenu(element);
    await click(await findByRole('menuitem', 'Copy Link', element));
    await until(() => announced(element) === 'Link copied.', 'the text to be said');
    expect(written).to.deep.equal([`${location.origin}/contacts/c_1?tab=details`]);
    expectFocus(getByRole('button', 'More actions', element));
    const tooltip = part(element, 'tooltip');
    await until(() => tooltip.matches(':popover-open'), 'the tooltip to open');
    expect(tooltip.textContent?.trim()).to.equal('Link copied.');
    await press('Escape');
    expect(tooltip.matches(':popover-open')).to.equal(false);
  });

  it('is all that the menu has for somebody who may do nothing else', async () => {
    const nothing = { readonly: true, properties: { readonly: true, contactHref: '/contacts/{id}' } };
    const element = await show(ANA, { can: { viewMessages: false }, ...nothing });
    const menu = await openMenu(element);
    expect(menu.textContent?.trim()).to.equal('Copy Link');
  });

  it('is not offered where the page has none', async () => {
    const element = await show(ANA, { attributes: { 'contact-href': '' } });
    await openMenu(element);
    expectAbsent('menuitem', 'Copy Link', element);
  });
});
