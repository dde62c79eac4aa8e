import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from '../support/until.js';
import { ProxiedInbox } from './proxied-inbox.js';
import type { Visitor } from './visitor.js';

const LABEL = 'Email Address';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.repeat(2);

describe('what was typed', () => {
  let inbox: ProxiedInbox;

  before(async () => {
    inbox = await ProxiedInbox.open();
  });
  after(() => inbox.close());

  /** Types letter after letter; answers when each was there. */
  const typeOn = async ({ page }: Visitor): Promise<readonly number[]> => {
    const times: number[] = [];
    for (const letter of LETTERS) {
      await page.keyboard.press(letter as 'a', { delay: 10 });
      times.push(performance.now());
    }
    return times;
  };

  const ends: readonly [name: string, end: (visitor: Visitor) => Promise<Visitor>][] = [
    [
      'a crash',
      async (visitor) => {
        await visitor.crash();
        return visitor.openTab(inbox.urlOf('c_1001'));
      },
    ],
    [
      'a closed tab',
      async (visitor) => {
        await visitor.page.close();
        return visitor.openTab(inbox.urlOf('c_1001'));
      },
    ],
    [
      'a reload',
      async (visitor) => {
        await visitor.page.reload();
        return visitor;
      },
    ],
  ];

  for (const [name, end] of ends) {
    test(`survives ${name}, but for what was typed in its last moment`, async (t) => {
      const first = await inbox.visit('c_1001');
      await first.edit(LABEL);
      await first.retype('');
      await first.press('Backspace');
      const times = await typeOn(first);
      const endedAt = performance.now();
      const next = await end(first);
      const restored = await until(() => next.valueOf('textbox', LABEL));
      const lost = times.slice(restored.length);
      assert.ok(restored && LETTERS.startsWith(restored), restored);
      t.diagnostic(
        `${lost.length} of ${LETTERS.length} letters lost, typed within ${Math.round(endedAt - (lost[0] ?? endedAt))} ms`,
      );
      await next.press('Escape');
      await next.page.browserContext().close();
    });
  }

  test('and was thrown away is not there any more', async () => {
    const visitor = await inbox.visit('c_1001');
    await visitor.edit(LABEL);
    await visitor.retype('thrown@example.com');
    await until(async () => (await visitor.kept()).length, 'it to be kept');
    await visitor.press('Escape');
    await until(async () => (await visitor.kept()).length === 0, 'it to be thrown away');
    await visitor.page.reload();
    await visitor.find('button', `Edit ${LABEL}`);
    await visitor.settled();
    assert.equal(await visitor.has('textbox', LABEL), false);
  });

  test('is offered to nobody else who signs in', async () => {
    const visitor = await inbox.visit('c_1001');
    await visitor.edit(LABEL);
    await visitor.retype('private@example.com');
    await until(async () => (await visitor.kept()).length, 'it to be kept');
    await visitor.page.evaluate(() =>
      fetch('/app/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userId: 'u_amara' }),
      }),
    );
    await visitor.page.reload();
    await visitor.find('button', `Edit ${LABEL}`);
    await visitor.settled();
    assert.doesNotMatch(await visitor.panelText(), /private@/);
    assert.equal(await visitor.has('textbox', LABEL), false);
  });
});
