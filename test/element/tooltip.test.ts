import { expect } from '@open-wc/testing';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { expectAccessible } from '../support/axe.js';
import { findByRole, getByRole } from '../support/find.js';
import { isChromium } from '../support/page.js';
import { until } from '../support/until.js';
import { click, hover, press, tap, unhover } from '../support/user.js';
import { ANA, announced, BEN, enter, part, parts, record, show, textOf, withTouch } from './kit.js';

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

const LONG = `Wholesale customers of the ${'northern and '.repeat(12)}southern region`;

describe('the name of a tag that is cut', () => {
  const narrow = async (description?: string) => {
    const element = await show({ tags: [{ id: 'l', name: LONG, ...(description && { description }) }] });
    element.style.inlineSize = '280px';
    return element;
  };
  afterEach(unhover);

  it('is shown in full under the pointer, with the description below', async () => {
    const element = await narrow('Best customers');
    await hover(part(element, 'tag'));
    await until(() => shown(element) === `${LONG} Best customers`, 'the name');
    const { left, right } = part(element, 'tooltip').getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    await expectAccessible(element);
  });

  it('is shown in full under the keyboard focus', async () => {
    const element = await narrow();
    getByRole('button', /^Remove tag Wholesale/, element).focus();
    await until(() => shown(element) === LONG, 'the name');
  });

  if (isChromium) {
    it('is shown in full by a tap, until the next one elsewhere', async () => {
      await withTouch(async () => {
        const fields = Array.from({ length: 20 }, (_, index) => ({ key: `f${index}`, type: 'text' }));
        const element = await show({ tags: [{ id: 'l', name: LONG }] }, { fields });
        element.style.inlineSize = '280px';
        await tap(part(element, 'tag').querySelector('bdi')!);
        await until(() => shown(element) === LONG, 'the name');
        // What is said when typing pauses is said long after the finger was lifted.
        await enter(getByRole('searchbox', undefined, element) as HTMLInputElement, 'f1');
        await until(() => announced(element) === '11 fields');
        expect(shown(element)).to.equal(LONG);
        await tap(part(element, 'id'));
        await until(() => shown(element) === '', 'the name to go');
      });
    });
  }

  it('is not cut where there is no button beside it, nor in the suggestions', async () => {
    const isCut = (name: Element) => name.scrollWidth > name.clientWidth;
    const element = await show({ tags: [{ id: 'l', name: LONG }] }, { properties: { readonly: true } });
    element.style.inlineSize = '280px';
    expect(isCut(part(element, 'tag').querySelector('bdi')!)).to.equal(false);
    const other = await show({ tags: [] }, { tags: [{ id: 'l', name: LONG }] });
    other.style.inlineSize = '280px';
    await click(getByRole('combobox', 'Tags', other));
    const row = await findByRole('option', LONG, other);
    expect(isCut(row.querySelector('bdi')!)).to.equal(false);
  });

  it('shows nothing more where it is not cut', async () => {
    const element = await show({
      tags: [
        { id: 's', name: 'Short' },
        { id: 'g', name: 'Gold', description: 'Best customers' },
      ],
    });
    await hover(parts(element, 'tag')[0]!);
    await hover(parts(element, 'tag')[1]!);
    await until(() => shown(element) !== '');
    expect(shown(element)).to.equal('Best customers');
  });
});

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
