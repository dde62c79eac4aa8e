import { expect } from '@open-wc/testing';
import type { Contact, Provenance } from '../../src/core/contact.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { expectAccessible } from '../support/axe.js';
import { findByRole, getByRole } from '../support/find.js';
import { isChromium } from '../support/page.js';
import { until } from '../support/until.js';
import { click, fill, hover, press, tap, unhover } from '../support/user.js';
import { ANA, BEN, fieldRow, fieldText, mount, part, parts, show, textOf, withTouch } from './kit.js';

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000).toISOString();

const KNOWN: Contact = {
  ...ANA,
  provenance: {
    firstName: { source: 'person', by: 'Rui Costa', at: daysAgo(3) },
    country: { source: 'phone' },
    email: { source: 'channel', by: 'WhatsApp', at: daysAgo(1) },
    language: { source: 'ai' },
  },
};

/** What the button of a field is described by. */
function described(element: ContactDetails, name: string): string | null {
  return getByRole('button', name, element).getAttribute('aria-description');
}

function shown(element: ContactDetails): string {
  return parts(element, 'tooltip')
    .filter((tooltip) => tooltip.matches(':popover-open'))
    .map(textOf)
    .join();
}

/** Waits for the code that knows the words. */
async function told(element: ContactDetails): Promise<void> {
  await until(() => described(element, 'Edit Email Address') !== null, 'the descriptions');
}

describe('where a value comes from', () => {
  afterEach(unhover);

  it('describes the button of its row', async () => {
    const element = await show(KNOWN);
    await told(element);
    const names = ['Edit First Name', 'Edit Country', 'Edit Email Address', 'Edit Language', 'Edit Phone Number'];
    expect(names.map((name) => described(element, name))).to.deep.equal([
      'Changed by Rui Costa, 3 days ago',
      'From the phone number',
      'From WhatsApp, yesterday',
      'Suggested by AI',
      null,
    ]);
  });

  for (const [words, origin] of [
    ['From a channel', { source: 'channel' }],
    ['Changed by hand, 2 hours ago', { source: 'person', at: new Date(Date.now() - 125 * 60_000).toISOString() }],
    ['Imported by Rui Costa, Mar 5, 2020', { source: 'import', by: 'Rui Costa', at: '2020-03-05T12:00:00Z' }],
    ['Imported, now', { source: 'import', at: daysAgo(-1) }],
    ['Set by another program', { source: 'api', at: 'yesterday' }],
    ['Suggested by AI (Ada)', { source: 'ai', by: 'Ada' }],
    [null, { source: 'rumour' as Provenance['source'], by: 'Zoë' }],
    [null, { source: 'constructor' as Provenance['source'] }],
  ] as const) {
    it(`is told as "${words ?? 'nothing'}"`, async () => {
      const element = await show({ ...KNOWN, provenance: { ...KNOWN.provenance, phone: origin } });
      await told(element);
      expect(described(element, 'Edit Phone Number')).to.equal(words);
    });
  }

  it('is told in the language of the panel', async () => {
    for (const [lang, name, words] of [
      ['de', 'E-Mail-Adresse bearbeiten', 'Von WhatsApp, gestern'],
      ['ar', 'تعديل البريد الإلكتروني', 'من \u2068WhatsApp\u2069، أمس'],
    ] as const) {
      const element = await show(KNOWN, { attributes: { lang } });
      await findByRole('button', name, element);
      await until(() => described(element, name) !== null, 'the description');
      expect(described(element, name)).to.equal(words);
    }
  });

  it('describes fields that are read-only, and the chosen status, too', async () => {
    const provenance = { ...KNOWN.provenance, status: { source: 'api', by: 'the shop' } } as const;
    const element = await show({ ...KNOWN, provenance }, { fields: [{ key: 'email', type: 'email', readonly: true }] });
    getByRole('button', 'Copy Email Address', element).focus();
    await until(() => described(element, 'Copy Email Address') !== null, 'the description');
    expect(described(element, 'Copy Email Address')).to.equal('From WhatsApp, yesterday');
    expect([described(element, 'Open'), described(element, 'Closed')]).to.deep.equal(['Set by the shop', null]);
  });

  it('is told of no value that is masked, and of none that there is not', async () => {
    const { phone: _, ...rest } = KNOWN;
    const provenance = { ...KNOWN.provenance, phone: { source: 'channel' }, tax: { source: 'import' } } as const;
    const fields = [{ key: 'tax', label: 'Tax', type: 'text', access: 'mask', revealable: true }] as const;
    const element = await show({ ...rest, custom: { tax: '••••' }, provenance }, { fields });
    await told(element);
    expect(described(element, 'Show Tax')).to.equal(null);
    expect(described(element, 'Edit Phone Number')).to.equal(null);
  });

  it('is no longer told of a value that is changed here, until the source tells it anew', async () => {
    const source = memoryAdapter({ contacts: [KNOWN], me: { id: 'u_2', name: 'Zoë' } });
    let answer: (() => void) | undefined;
    const saving = new Promise<void>((resolve) => (answer = resolve));
    const save: typeof source.save = (...call) => saving.then(() => source.save(...call));
    const element = await mount({ adapter: { ...source, save }, contactId: KNOWN.id });
    await element.whenSettled();
    await told(element);
    await click(getByRole('button', 'Edit Email Address', element));
    await fill(await findByRole('textbox', 'Email Address', element), 'new@example.com');
    await press('Enter');
    await until(() => fieldText(element, 'Email Address')?.startsWith('new@example.com'), 'the new value');
    expect(described(element, 'Edit Email Address')).to.equal(null);
    answer?.();
    await element.whenSettled();
    expect(described(element, 'Edit Email Address')).to.equal('Changed by Zoë, now');
    expect(described(element, 'Edit First Name')).to.equal('Changed by Rui Costa, 3 days ago');
  });

  it('is no longer told of a value that is changed in a contact which the page has handed over', async () => {
    const element = await mount({ contact: KNOWN, can: { edit: true } });
    await told(element);
    await click(getByRole('button', 'Edit Email Address', element));
    await fill(await findByRole('textbox', 'Email Address', element), 'new@example.com');
    await press('Enter');
    await element.whenSettled();
    expect(described(element, 'Edit Email Address')).to.equal(null);
    expect(described(element, 'Edit Country')).to.equal('From the phone number');
  });

  it('is shown once the pointer rests on the row, and goes with it', async () => {
    const element = await show(KNOWN);
    await hover(fieldRow(element, 'Email Address')!);
    await until(() => shown(element) === 'From WhatsApp, yesterday', 'where it comes from');
    await expectAccessible(element);
    await unhover();
    await until(() => shown(element) === '', 'it to go');
  });

  it('is shown once the focus rests on the row, and goes by Escape', async () => {
    const element = await show(KNOWN);
    getByRole('button', 'Edit Country', element).focus();
    await until(() => shown(element) === 'From the phone number', 'where it comes from');
    await press('Escape');
    await until(() => shown(element) === '', 'it to go');
  });

  it('is in nobody’s way who types: Escape closes the editor', async () => {
    const element = await show(KNOWN);
    await hover(fieldRow(element, 'Country')!);
    await until(() => shown(element) !== '', 'where it comes from');
    await element.edit('email');
    await until(() => shown(element) === '', 'it to go');
    await press('Escape');
    await until(() => !parts(element, 'editor').length, 'the editor to close');
  });

  it('goes with its contact', async () => {
    const element = await show(KNOWN, { others: [BEN] });
    await hover(fieldRow(element, 'Email Address')!);
    await until(() => shown(element) !== '', 'where it comes from');
    element.contactId = BEN.id;
    await element.whenSettled();
    await until(() => shown(element) === '', 'it to go');
  });

  it('is marked where a language model has suggested it, until somebody changes it', async () => {
    const element = await show(KNOWN);
    await told(element);
    const mark = (label: string) => getComputedStyle(fieldRow(element, label)!.querySelector('.value')!, '::after').content;
    expect([mark('Language').includes('✦'), mark('Email Address')]).to.deep.equal([true, 'none']);
    await element.edit('language');
    await click(await findByRole('option', /^French/, element));
    await element.whenSettled();
    expect(mark('Language')).to.equal('none');
  });

  if (isChromium) {
    it('is shown to a finger that has tapped the row', async () => {
      await withTouch(async () => {
        const element = await show(KNOWN);
        await tap(fieldRow(element, 'Email Address')!.querySelector('.value')!);
        await until(() => shown(element) === 'From WhatsApp, yesterday', 'where it comes from');
        await tap(part(element, 'id'));
        await until(() => shown(element) === '', 'it to go');
      });
    });
  }
});
