import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { useDom } from './dom-in-node.js';
import type { DomName } from './dom-in-node.js';

/** What a page's author tests with the panel in a DOM without a browser. */
export function testInDom(name: DomName): void {
  void describe(`in ${name}`, async () => {
    useDom(name);
    // They look for a DOM as they are evaluated.
    const { memoryAdapter } = await import('../../src/index.js');
    const { panelDriver } = await import('../../src/testing.js');
    const faults: unknown[] = [];
    process.on('unhandledRejection', (fault) => faults.push(fault));
    after(() => assert.deepEqual(faults, []));

    async function show() {
      const panel = document.createElement('contact-details');
      panel.adapter = memoryAdapter({
        contacts: [{ id: 'c_1', firstName: 'Ana', lastName: 'García', email: 'ana@example.com', tags: [] }],
        tags: [{ id: 't_1', name: 'VIP' }],
        can: { delete: true },
      });
      panel.contactId = 'c_1';
      document.body.append(panel);
      await panel.whenSettled();
      return panel;
    }

    const textOf = (panel: Element) => panel.shadowRoot?.querySelector('[part="panel"]')?.textContent ?? '';

    void test('a contact is rendered, and another one', async () => {
      const panel = await show();
      assert.match(textOf(panel), /Ana\s+García/);
      panel.adapter = undefined;
      panel.contact = { id: 'c_2', firstName: 'Zoë', custom: {} };
      await panel.whenSettled();
      assert.match(textOf(panel), /Zoë/);
      panel.remove();
    });

    void test('texts are typed, lists chosen from, and fields searched', async () => {
      const panel = await show();
      const patches: unknown[] = [];
      panel.addEventListener('contact-saved', ({ patch }) => patches.push(patch));
      const driver = panelDriver(panel);
      await driver.edit('email', 'zoe@example.com');
      await driver.edit('name', ['Zoë', 'Ray']);
      await driver.edit('status', 'snoozed');
      await driver.edit('country', 'Spain');
      const saved = [
        { email: 'zoe@example.com' },
        { firstName: 'Zoë', lastName: 'Ray' },
        { status: 'snoozed' },
        { country: 'ES' },
      ];
      assert.deepEqual(patches, saved);
      panel.remove();
    });

    void test('tags are added: one that exists, and a new one', async () => {
      const panel = await show();
      const names: string[] = [];
      panel.addEventListener('contact-saved', ({ added }) => names.push(...added.map((tag) => tag.name)));
      const driver = panelDriver(panel);
      await driver.addTag('vip');
      await driver.addTag('New one');
      assert.deepEqual(names, ['VIP', 'New one']);
      panel.remove();
    });

    void test('a contact is deleted, which its page is asked before and told after', async () => {
      const panel = await show();
      const heard: string[] = [];
      panel.addEventListener('delete-contact', ({ type }) => heard.push(type));
      panel.addEventListener('contact-deleted', ({ type }) => heard.push(type));
      await panelDriver(panel).confirmDelete();
      assert.deepEqual(heard, ['delete-contact', 'contact-deleted']);
      panel.remove();
    });

    void test('what the panel does not offer is an error that says so', async () => {
      const panel = await show();
      panel.readonly = true;
      await panel.updateComplete;
      await assert.rejects(panelDriver(panel).edit('email', 'zoe@example.com'), /does not show an editor of email/);
      panel.remove();
    });
  });
}
