import { expect } from '@open-wc/testing';
import type { ContactSavedEvent } from '../../src/element/events.js';
import { panelDriver } from '../../src/testing.js';
import { ANA, expectAbsent, fieldText, part, record, show } from './kit.js';
import { press } from '../support/user.js';

describe('the driver for tests of pages', () => {
  it('edits a field whose text is typed, one that is chosen and one that is searched', async () => {
    const panel = await show();
    const driver = panelDriver(panel);
    await driver.edit('email', 'zoe@example.com');
    await driver.edit('status', 'snoozed');
    await driver.edit('country', 'Portugal');
    expect(fieldText(panel, 'Email Address')).to.equal('zoe@example.com');
    expect(fieldText(panel, 'Country')).to.contain('Portugal');
    expect(panel.hasUnsavedEdits).to.equal(false);
  });

  it('edits the name, which has two inputs', async () => {
    const panel = await show();
    const saved = record('contact-saved');
    await panelDriver(panel).edit('name', ['Zoë', 'Ray']);
    expect(saved).to.have.lengthOf(1);
    expect(part(panel, 'name').textContent).to.match(/Zoë\s+Ray/);
  });

  it('leaves an editor open that the page has vetoed', async () => {
    const panel = await show();
    panel.addEventListener('save-contact', (event) => event.preventDefault());
    await panelDriver(panel).edit('email', 'zoe@example.com');
    expect(part(panel, 'editor')).to.be.instanceOf(HTMLFormElement);
    await press('Escape');
  });

  it('adds a tag that exists, and makes a new one', async () => {
    const panel = await show({ ...ANA, tags: [] }, { tags: [{ id: 't_vip', name: 'VIP' }] });
    const saved = record<ContactSavedEvent>('contact-saved');
    const driver = panelDriver(panel);
    await driver.addTag('vip');
    await driver.addTag('Brand new');
    expect(saved.flatMap(({ added }) => added.map(({ name }) => name))).to.deep.equal(['VIP', 'Brand new']);
  });

  it('confirms that a contact is deleted', async () => {
    const panel = await show();
    const heard = record('delete-contact', 'contact-deleted');
    await panelDriver(panel).confirmDelete();
    expect(heard.map(({ type }) => type)).to.deep.equal(['delete-contact', 'contact-deleted']);
    expectAbsent('alertdialog', undefined, panel);
  });

  it('says what the panel does not offer', async () => {
    const panel = await show(ANA, { can: { delete: false } });
    const failure = await panelDriver(panel)
      .confirmDelete()
      .catch((error: unknown) => error);
    expect(String(failure)).to.contain('does not show an item that deletes');
  });
});
