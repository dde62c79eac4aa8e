import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { messages } from '../support/messages.js';
import { until } from '../support/until.js';
import { ProxiedInbox } from './proxied-inbox.js';
import type { Visitor } from './visitor.js';

const CONTACT = 'c_1001';

describe('a merge whose request or answer is lost', () => {
  let inbox: ProxiedInbox;
  let visitor: Visitor;
  let others: readonly { readonly id: string; readonly email: string }[];

  before(async () => {
    inbox = await ProxiedInbox.open();
    others = await inbox.demo.query(
      `SELECT id, email FROM contacts WHERE id <> '${CONTACT}' AND email IS NOT NULL AND workspace_id =
         (SELECT workspace_id FROM contacts WHERE id = '${CONTACT}') ORDER BY id LIMIT 3`,
    );
    visitor = await inbox.visit(CONTACT);
  });
  after(() => inbox.close());

  const count = (table: string) => inbox.demo.count(table, 'true');

  /** Opens the dialog, finds a contact by its address, and compares. */
  const compareWith = async (email: string): Promise<void> => {
    await visitor.click('button', 'More actions');
    await visitor.click('menuitem', messages.mergeContact);
    await visitor.click('searchbox', messages.findContact);
    await visitor.type(email);
    await visitor.page.locator(`>>> .candidate ::-p-text(${email})`).click();
    await visitor.find('button', messages.merge);
  };

  for (const [index, fault] of (['lost request', 'lost answer', 'failed after'] as const).entries()) {
    test(`is said, and ends as one merge when the person asks again: ${fault}`, async () => {
      const { id = '', email = '' } = others[index] ?? {};
      const [contacts, talks] = [await count('contacts'), await count('conversations')];
      await compareWith(email);
      inbox.failMerges(fault);
      await visitor.click('button', messages.merge);
      const error = messages.errors[fault === 'failed after' ? 'unknown' : 'offline'];
      await until(async () => (await visitor.panelText()).includes(error), error);
      inbox.goOnline();
      await visitor.click('button', messages.merge);
      await until(async () => !(await visitor.has('button', messages.merge)), 'the dialog to close');
      assert.equal(await count('contacts'), contacts - 1);
      assert.equal(await count('conversations'), talks);
      const gone = await inbox.demo.query('SELECT merged_into FROM deleted_contacts WHERE id = $1', [id]);
      assert.deepEqual(gone, [{ merged_into: CONTACT }]);
    });
  }
});
