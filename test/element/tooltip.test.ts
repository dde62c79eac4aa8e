import { expect } from '@open-wc/testing';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { getByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { hover, press, unhover } from '../support/user.js';
import { ANA, BEN, part, parts, record, show, textOf } from './kit.js';

const GOLD = { ...ANA, tags: [{ id: 'g', name: 'Gold', description: 'Best customers' }] };

function shown(element: ContactDetails): string {
  return parts(element, 'tooltip')
    .filter((tooltip) => tooltip.matches(':popover-open'))
    .map(textOf)
    .join();
}

async function hoverTag(element: ContactDetails): Promise<void> {
  await hover(part(element, 'tag'));
  await until(() => shown(element) === 'Best customers', 'the description');
}

describe('the description of a tag', () => {
  afterEach(unhover);

  it('shows under the pointer, and goes with it', async () => {
    const element = await show(GOLD);
    await hoverTag(element);
    await unhover();
    await until(() => shown(element) === '', 'the description to go');
  });

  it('shows under the keyboard focus, and goes with it', async () => {
    const element = await show(GOLD);
    getByRole('button', 'Remove tag Gold', element).focus();
    await until(() => shown(element) === 'Best customers', 'the description');
    getByRole('button', 'Edit name', element).focus();
    await until(() => shown(element) === '', 'the description to go');
  });

  it('shows in a panel that is read-only too', async () => {
    const element = await show(GOLD, { properties: { readonly: true } });
    part(element, 'tag').focus();
    await until(() => shown(element) === 'Best customers', 'the description');
    expect(part(element, 'tag').getAttribute('aria-description')).to.equal('Best customers');
  });

  it('goes by Escape, which nothing else hears', async () => {
    const element = await show(GOLD);
    await hoverTag(element);
    const keys = record('keydown');
    await press('Escape');
    await until(() => shown(element) === '', 'the description to go');
    expect(keys).to.have.length(0);
  });

  it('stays while the pointer is on it', async () => {
    const element = await show(GOLD);
    await hoverTag(element);
    await hover(part(element, 'tooltip'));
    expect(shown(element)).to.equal('Best customers');
  });

  it('goes with its tag', async () => {
    const element = await show(GOLD);
    await hoverTag(element);
    getByRole('button', 'Remove tag Gold', element).click();
    await until(() => shown(element) === '', 'the description to go');
  });

  it('goes with its contact', async () => {
    const element = await show(GOLD, { others: [{ ...BEN, tags: [{ id: 'x', name: 'Other' }] }] });
    await hoverTag(element);
    element.contactId = BEN.id;
    await element.whenSettled();
    await until(() => shown(element) === '', 'the description to go');
  });
});
