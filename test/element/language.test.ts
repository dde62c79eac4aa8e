import { expect } from '@open-wc/testing';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { messages as german } from '../../src/i18n/de.js';
import { descriptionOf, findByRole, getByRole } from '../support/find.js';
import { messages } from '../support/messages.js';
import { until } from '../support/until.js';
import { click, fill, press, type } from '../support/user.js';
import { ANA, fieldRow, fieldText, mount, panelText, says, show } from './kit.js';

describe('the language of the panel', () => {
  const { lang: pageLang, dir: pageDir } = document.documentElement;
  afterEach(() => {
    document.documentElement.lang = pageLang;
    document.documentElement.dir = pageDir;
  });

  it("is the page's", async () => {
    document.documentElement.lang = 'de';
    const element = await show();
    await until(() => fieldRow(element, 'Vorname'));
    await until(() => fieldText(element, 'Land')?.includes('Spanien'), 'the name of the country');
  });

  it('is that of the nearest ancestor, or its own', async () => {
    document.documentElement.lang = 'de';
    const element = await show(ANA, { attributes: { lang: 'en' } });
    expect(fieldText(element, 'First Name')).to.equal('Ana');
  });

  it('is followed when it changes', async () => {
    const element = await show();
    document.documentElement.lang = 'de';
    await until(() => fieldRow(element, 'Vorname'));
    document.documentElement.lang = 'de-AT';
    await until(() => fieldRow(element, 'Vorname'));
    document.documentElement.lang = 'en';
    await until(() => fieldRow(element, 'First Name'));
  });

  it('changes the name of a value that is searched, but not what somebody has begun to type', async () => {
    const element = await show();
    await element.edit('country');
    await fill(await findByRole('combobox', 'Country', element), 'germ');
    await element.edit('language');
    document.documentElement.lang = 'de';
    await until(() => fieldRow(element, 'Vorname'));
    const valueOf = async (label: string) => ((await findByRole('combobox', label, element)) as HTMLInputElement).value;
    expect(await valueOf('Sprache')).to.equal('Spanisch');
    expect(await valueOf('Land')).to.equal('germ');
  });

  it('is found and followed through shadow roots', async () => {
    const host = document.createElement('section');
    host.lang = 'de';
    const inner = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(inner);
    const element = await mount({ contact: ANA });
    inner.attachShadow({ mode: 'open' }).append(element);
    document.body.append(host);
    await until(() => fieldRow(element, 'Vorname'));
    host.lang = 'en';
    await until(() => fieldRow(element, 'First Name'));
    host.remove();
  });

  it('is followed when the panel moves to a place of another language', async () => {
    const german = document.createElement('section');
    german.lang = 'de';
    document.body.append(german);
    const element = await show();
    german.append(element);
    await until(() => fieldRow(element, 'Vorname'));
    german.remove();
  });

  for (const lang of ['de_DE', 'de_AT.UTF-8', 'de_DE@euro']) {
    it(`may be written with an underscore: "${lang}"`, async () => {
      document.documentElement.lang = lang;
      const element = await show(ANA);
      await findByRole('button', 'Land bearbeiten', element);
      await until(() => expect(fieldText(element, 'Land')).to.contain('Spanien'));
    });
  }

  for (const lang of ['xx', 'en_US!', '', 'tlh']) {
    it(`is English where there are no texts in it: "${lang}"`, async () => {
      document.documentElement.lang = lang;
      const element = await show();
      expect(fieldText(element, 'First Name')).to.equal('Ana');
    });
  }

  it('that changes keeps what is typed', async () => {
    const element = await show();
    await element.edit('email');
    await fill(getByRole('textbox', 'Email Address', element), 'draft@example.com');
    document.documentElement.lang = 'de';
    await until(() => fieldRow(element, 'Vorname'));
    expect(element.shadowRoot?.querySelector<HTMLInputElement>('input[type=email]')?.value).to.equal('draft@example.com');
  });

  it('that changes takes with it what is wrong with what is typed', async () => {
    const element = await show();
    await element.edit('email');
    await fill(getByRole('textbox', 'Email Address', element), 'half');
    await press('Enter');
    await says(element, 'Enter an email address');
    const tagInput = getByRole('combobox', 'Tags', element);
    await click(tagInput);
    await until(() => tagInput.getAttribute('aria-controls'));
    await type('vip');
    await press('Enter');
    await until(() => descriptionOf(tagInput) === messages.tagExists('vip'));
    document.documentElement.lang = 'de';
    await until(() => fieldRow(element, 'Vorname'));
    expect(descriptionOf(getByRole('textbox', 'E-Mail-Adresse', element))).to.equal(german.complaints.email);
    expect(descriptionOf(tagInput)).to.equal(german.tagExists('vip'));
  });

  it('that changes reaches an open menu', async () => {
    const element = await show();
    await click(getByRole('button', 'More actions', element));
    await findByRole('menuitem', 'View Messages', element);
    document.documentElement.lang = 'de';
    await until(() => !panelText(element).includes('View Messages'));
  });

  it('from right to left turns the panel around', async () => {
    const element = await show();
    const start = (part: string) => element.shadowRoot?.querySelector(`[part~=${part}]`)?.getBoundingClientRect().left ?? 0;
    expect(start('avatar')).to.be.below(start('menu-button'));
    document.documentElement.dir = 'rtl';
    expect(start('avatar')).to.be.above(start('menu-button'));
  });
});

describe('the texts of the panel', () => {
  async function showWith(messages: ContactDetails['messages']): Promise<ContactDetails> {
    return show({ phone: '1' }, { properties: { messages } });
  }

  it('can be overridden one by one', async () => {
    const element = await showWith({ contactId: 'Customer number', addTag: 'Label…' });
    expect(panelText(element)).to.contain('Customer number c_1');
    expect(fieldText(element, 'First Name')).to.equal('Not set');
    expect((getByRole('combobox', undefined, element) as HTMLInputElement).placeholder).to.equal('Label…');
  });

  it('can be overridden later, and in what is loaded later', async () => {
    const element = await show();
    element.messages = { viewMessages: 'Open chat', saveField: (label) => `Keep ${label}`, noValue: '–' };
    await click(getByRole('button', 'More actions', element));
    await findByRole('menuitem', 'Open chat', element);
    await element.edit('email');
    await findByRole('button', 'Keep Email Address', element);
  });

  it('isolate names in sentences, where their direction could disturb them', async () => {
    const element = await show({ tags: [{ id: '1', name: 'عميل' }] });
    expect(getByRole('button', 'Remove tag \u2068عميل\u2069', element)).to.exist;
    await says(element, 'عميل');
  });
});

describe('what is not in the language of the page', () => {
  /** The language that assistive technology takes an element to be in, inside the panel. */
  function langOf(node: Element | undefined | null): string | undefined {
    return node?.closest('[lang]')?.getAttribute('lang') ?? undefined;
  }

  const TOTAL = { key: 'paid', type: 'checkbox', label: '支払い済み' } as const;

  it('says so: texts that are English for want of a translation, and the values among them', async () => {
    const { attributes, fields } = { attributes: { lang: 'ja' }, fields: [TOTAL] };
    const element = await show({ ...ANA, custom: { paid: true } }, { attributes, fields });
    expect(langOf(getByRole('button', 'More actions', element))).to.equal('en');
    expect(langOf(getByRole('heading', undefined, element))).to.equal('ja');
    expect(langOf(fieldRow(element, 'Country')?.querySelector('bdi'))).to.equal('ja');
    expect(langOf(fieldRow(element, 'Country')?.previousElementSibling)).to.equal('en');
    expect(langOf(fieldRow(element, '支払い済み')?.querySelector('bdi')), 'yes').to.equal('en');
    expect(langOf(fieldRow(element, '支払い済み')?.previousElementSibling)).to.equal('ja');
    expect(langOf(getByRole('button', 'Open', element))).to.equal('en');
    expect(langOf(getByRole('button', 'Remove tag VIP', element).parentElement?.querySelector('bdi'))).to.equal('ja');
    expect(panelText(element)).to.contain('Since Mar 1, 2024');
  });

  it('says so in what is typed and chosen, too, and not of words of the panel', async () => {
    const element = await show({ ...ANA, custom: { paid: true } }, { attributes: { lang: 'ja' }, fields: [TOTAL] });
    for (const key of ['email', 'country', 'paid']) await element.edit(key);
    expect(langOf(await findByRole('textbox', 'Email Address', element))).to.equal('ja');
    expect(langOf(await findByRole('combobox', 'Country', element))).to.equal('ja');
    expect(langOf(getByRole('combobox', 'Tags', element))).to.equal('ja');
    expect(langOf(await findByRole('combobox', '支払い済み', element))).to.equal('en');
  });

  it('says so in what the source has named: groups, channels, options, folded fields, the reason of a menu item', async () => {
    const options = ['a', 'b'].map((value) => ({ value, label: value }));
    const fields = [
      { key: 'many', type: 'multilist', label: '複数', options },
      ...['一', '二', '三', '四', '五'].map((label, index) => ({ key: `k${index}`, type: 'text', label })),
      { key: 'grouped', type: 'text', group: '住所' },
    ] as const;
    const can = { delete: false, deleteReason: '削除できません' };
    const contact = { ...ANA, custom: { many: ['a'], grouped: 'x' } };
    const properties = { foldEmpty: true };
    const element = await show(contact, { attributes: { lang: 'ja' }, fields, can, properties });
    const root = element.shadowRoot;
    expect(langOf(root?.querySelector('summary[part=group-title]')), 'group').to.equal('ja');
    expect(langOf(root?.querySelector('[part=channel] bdi')), 'channel').to.equal('ja');
    expect(langOf(root?.querySelector('.add button[data-field=k0]')), 'folded field').to.equal('ja');
    await element.edit('many');
    expect(langOf(await until(() => root?.querySelector('.choice bdi'))), 'option').to.equal('ja');
    getByRole('button', 'More actions', element).click();
    expect(langOf(await until(() => root?.querySelector('[role=menuitem] .reason'))), 'reason').to.equal('ja');
  });

  it('is nothing where the panel speaks the language, or one that the page has brought texts of', async () => {
    for (const lang of ['en-GB', 'de-AT']) {
      const element = await show(ANA, { attributes: { lang } });
      await until(() => element.shadowRoot?.querySelectorAll('[lang]').length === 0, lang);
    }
    const own = await show(ANA, { attributes: { lang: 'ja' }, properties: { messages: { lang: 'ja', noValue: '未設定' } } });
    expect(own.shadowRoot?.querySelectorAll('[lang]')).to.have.length(0);
  });
});

describe('a picture or a flag before a name', () => {
  it('stands where lines begin, whatever the direction of the name', async () => {
    const contact = { ...ANA, country: 'QQ', assignee: { id: 'u_1', name: 'Rui Costa' } };
    const element = await show(contact, { attributes: { lang: 'ar', dir: 'rtl' } });
    for (const [label, mark] of [
      ['البلد', '.flag'],
      ['مُسندة إلى', '.avatar'],
    ] as const) {
      const value = await until(() => fieldRow(element, label)?.querySelector('.value'), label);
      const before = value.querySelector(mark)?.getBoundingClientRect();
      const name = value.querySelector('bdi')?.getBoundingClientRect();
      expect(before?.left, label).to.be.above((name?.right ?? Infinity) - 1);
      expect(before?.right, label).to.be.closeTo(value.getBoundingClientRect().right, 1);
    }
  });
});
