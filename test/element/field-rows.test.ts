import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import { messages } from '../support/messages.js';
import { expectAccessible } from '../support/axe.js';
import { findByRole, focusedElement, getByRole, queryAllByRole } from '../support/find.js';
import { nextEvent, until } from '../support/until.js';
import { click, fill, press, type } from '../support/user.js';
import {
  ANA,
  announced,
  BEN,
  buttonInUse,
  expectAbsent,
  fieldText,
  panelText,
  record,
  show,
  textOf,
  watchClipboard,
} from './kit.js';

const GROUPED: readonly FieldDefinition[] = [
  { key: 'loose', type: 'text', label: 'Loose' },
  { key: 'vat', type: 'text', label: 'VAT', group: 'Billing' },
  { key: 'vip', type: 'text', label: 'Nickname', pinned: true, group: 'Billing' },
  { key: 'iban', type: 'text', label: 'IBAN', group: 'Billing' },
  { key: 'floor', type: 'number', label: 'Floor', group: 'Delivery' },
];
const MANY: readonly FieldDefinition[] = Array.from({ length: 30 }, (_, index) => ({
  key: `k${index}`,
  type: 'text',
  label: `Number ${index}`,
  group: index < 15 ? 'Low' : 'High',
}));

const labels = (element: Element) => queryAllByRole('term', undefined, element).map(textOf);

describe('a value', () => {
  it('is copied as it is shown, read-only ones too, by pointer and keyboard, and said once', async () => {
    const written = watchClipboard();
    const element = await show(
      { ...ANA, custom: { total: 1234.5, page: 'https://a.example/' } },
      {
        fields: [
          { key: 'total', type: 'number', label: 'Total', readonly: true },
          { key: 'page', type: 'url', label: 'Page', linkText: 'Open' },
        ],
      },
    );
    await click(getByRole('button', 'Copy Total', element));
    await until(() => announced(element) === 'Total copied.');
    (await buttonInUse(element, 'Page', 'Copy Page')).focus();
    await press('Enter');
    await until(() => announced(element) === 'Page copied.');
    expect(written).to.deep.equal(['1,234.5', 'https://a.example/']);
    expect(focusedElement()).to.equal(getByRole('button', 'Copy Page', element));
  });

  it('is copied where there is no clipboard for pages, and a failure is said', async () => {
    const element = await show(ANA, { properties: { readonly: true } });
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    const native = document.execCommand.bind(document);
    const commands: string[] = [];
    const copies = { done: true };
    document.execCommand = (command) => (commands.push(command), copies.done);
    try {
      await click(getByRole('button', 'Copy Country', element));
      await until(() => announced(element) === 'Country copied.');
      copies.done = false;
      await click(getByRole('button', 'Copy Country', element));
      await until(() => announced(element) === "Country couldn't be copied.");
      expect(commands).to.deep.equal(['copy', 'copy']);
    } finally {
      document.execCommand = native;
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('that is absent or masked is not copied; a masked one is asked for, if the source says that it may be', async () => {
    const element = await show(
      { custom: { tax: 'canary', iban: 'canary' } },
      {
        fields: [
          { key: 'tax', type: 'text', label: 'Tax', access: 'mask', revealable: true },
          { key: 'iban', type: 'text', label: 'IBAN', access: 'mask' },
        ],
      },
    );
    for (const name of ['Copy Tax', 'Copy IBAN', 'Copy Country', 'Show IBAN']) expectAbsent('button', name, element);
    const asked = nextEvent(element, 'reveal-field');
    await click(getByRole('button', 'Show Tax', element));
    expect(await asked).to.include({ contactId: 'c_1', field: 'tax', cancelable: true, composed: true });
    expect(panelText(element)).not.to.contain('canary');
  });

  it('that cannot be changed says why', async () => {
    const fields = [{ key: 'orders', type: 'number', label: 'Orders', readonly: true, readonlyReason: 'Counted by the shop' }];
    const element = await show({ custom: { orders: 0 } }, { fields });
    expect(fieldText(element, 'Orders')).to.equal('0 Counted by the shop');
    expectAbsent('button', 'Edit Orders', element);
    await expectAccessible(element);
  });
});

describe('the status', () => {
  it('is set by one press', async () => {
    const element = await show();
    const saves = record('save-contact');
    await click(getByRole('button', 'Closed', element));
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.property('patch', { status: 'closed' });
    await element.whenSettled();
    const pressed = queryAllByRole('button', undefined, element).filter((it) => it.getAttribute('aria-pressed') === 'true');
    expect(pressed.map(textOf)).to.deep.equal(['Closed']);
    expect(getByRole('group', 'Conversation Status', element).contains(element.shadowRoot?.activeElement ?? null)).to.equal(
      true,
    );
    await click(getByRole('button', 'Closed', element));
    await element.whenSettled();
    expect(saves).to.have.length(1);
  });

  it('shows one that is no option any more', async () => {
    const element = await show({ ...ANA, status: 'archived' });
    expect(getByRole('button', 'archived', element).getAttribute('aria-pressed')).to.equal('true');
  });

  it('is a text for those who may not change it, and left as it is by a veto', async () => {
    const seen = await show(ANA, { properties: { readonly: true } });
    expect(fieldText(seen, 'Conversation Status')).to.equal('Open');
    const element = await show();
    element.addEventListener('save-contact', (event) => event.preventDefault());
    await click(getByRole('button', 'Closed', element));
    await element.whenSettled();
    expect(getByRole('button', 'Open', element).getAttribute('aria-pressed')).to.equal('true');
  });
});

describe('groups of fields', () => {
  it('come after the pinned, the standard and the loose fields, under their names', async () => {
    const element = await show(ANA, { fields: GROUPED });
    const [first] = labels(element);
    expect(first).to.equal('Nickname');
    expect(labels(element).slice(-4)).to.deep.equal(['Loose', 'VAT', 'IBAN', 'Floor']);
    await expectAccessible(element);
  });

  it('fold and unfold, which the host is told and may keep', async () => {
    const element = await show(ANA, { fields: GROUPED });
    const events = record('group-toggled');
    const title = [...(element.shadowRoot?.querySelectorAll('summary') ?? [])].find((it) => textOf(it) === 'Billing');
    title?.focus();
    await press('Enter');
    await until(() => events.length === 1);
    expect(events[0]).to.include({ group: 'Billing', isCollapsed: true });
    expect(element.collapsedGroups).to.deep.equal(['Billing']);
    expect(labels(element)).not.to.include('IBAN');
    element.collapsedGroups = [];
    await until(() => labels(element).includes('IBAN'));
    element.collapsedGroups = ['Delivery'];
    await until(() => !labels(element).includes('Floor'));
    await element.updateComplete;
    expect(events).to.have.length(1);
  });

  it('do not hide an editor that the host opens', async () => {
    const element = await show(ANA, { fields: GROUPED, properties: { collapsedGroups: ['Billing'] } });
    await element.edit('vat');
    expect(await findByRole('textbox', 'VAT', element)).to.equal(focusedElement());
  });
});

describe('one of many fields', () => {
  it('is found by its label, and Escape shows all again', async () => {
    const element = await show(ANA, { fields: MANY, properties: { collapsedGroups: ['High'] } });
    const input = await findByRole('searchbox', 'Find a field', element);
    await fill(input, 'number 2');
    await until(() =>
      expect(labels(element)).to.deep.equal(['Number 2', ...Array.from({ length: 10 }, (_, i) => `Number 2${i}`)]),
    );
    await expectAccessible(element);
    await type('zzz');
    await until(() => panelText(element).includes(messages.noFields));
    await press('Escape');
    await until(() => labels(element).includes('Country'));
    expect((input as HTMLInputElement).value).to.equal('');
  });

  it('is looked for in one contact at a time, and only where there are many', async () => {
    const element = await show(ANA, { fields: MANY, others: [BEN] });
    await fill(await findByRole('searchbox', 'Find a field', element), 'number 1');
    await until(() => !labels(element).includes('Country'));
    element.contactId = BEN.id;
    await until(() => labels(element).includes('Country'));
    expectAbsent('searchbox', undefined, await show());
  });
});

describe('a value that another contact has', () => {
  it('names that contact, and offers to open it or to go on editing', async () => {
    const element = await show(ANA, { others: [BEN] });
    await element.edit('email');
    await fill(getByRole('textbox', 'Email Address', element), 'ben@example.com');
    await press('Enter');
    const asked = nextEvent(element, 'open-contact');
    await click(await findByRole('button', 'Open Ben Okafor', element));
    expect(await asked).to.include({ contactId: BEN.id, cancelable: true, composed: true });
    await expectAccessible(element);
    await click(getByRole('button', 'Keep editing: Email Address', element));
    const input = (await findByRole('textbox', 'Email Address', element)) as HTMLInputElement;
    expect(input.value).to.equal('ben@example.com');
  });

  it('offers no contact where the source names none', async () => {
    const element = await show(ANA, {
      faults: ({ operation }) => (operation === 'save' ? new ContactError('duplicate') : undefined),
    });
    await element.edit('email');
    await fill(getByRole('textbox', 'Email Address', element), 'ben@example.com');
    await press('Enter');
    await findByRole('button', 'Keep editing: Email Address', element);
    expectAbsent('button', /^Open .+/, element);
    expectAbsent('button', /^Try again/, element);
  });
});
