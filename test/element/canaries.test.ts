import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import { messages } from '../support/messages.js';
import { getByRole } from '../support/find.js';
import { click, fill, press } from '../support/user.js';
import { walk } from './hostile/journey.js';
import { ANA, listen, record, show } from './kit.js';

const CANARY = 'canary7f3a';

const METHODS = ['debug', 'error', 'info', 'log', 'warn'] as const;

/** Everything that is said to the console while something is done. */
async function saidWhile(work: () => Promise<void>): Promise<readonly string[]> {
  const said: string[] = [];
  const originals = METHODS.map((method) => [method, console[method]] as const);
  for (const method of METHODS) console[method] = (...parts: readonly unknown[]) => void said.push(parts.map(String).join(' '));
  try {
    await work();
  } finally {
    for (const [method, original] of originals) console[method] = original;
  }
  return said;
}

/** All of the panel as text: attributes, the live region and what is not seen too. */
function everythingIn({ shadowRoot }: Element): string {
  return [...(shadowRoot?.children ?? [])].map((child) => new XMLSerializer().serializeToString(child)).join();
}

describe('what is in a contact', () => {
  it('stays out of addresses, storage and the console, whatever is done with it', async () => {
    const before = performance.getEntriesByType('resource').length;
    let looks = 0;
    const said = await saidWhile(() => walk(CANARY, () => (looks += 1)));
    expect(looks).to.be.greaterThan(20);
    expect(said.filter((text) => text.includes(CANARY))).to.deep.equal([]);
    const asked = performance.getEntriesByType('resource').slice(before);
    // A picture is asked for at its address.
    const others = asked.filter((entry) => entry instanceof PerformanceResourceTiming && entry.initiatorType !== 'img');
    expect(others.map(({ name }) => name).filter((name) => name.includes(CANARY))).to.deep.equal([]);
    expect([location.href, document.title, document.cookie, window.name].join()).not.to.contain(CANARY);
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])).not.to.contain(CANARY);
    expect(await indexedDB.databases()).to.deep.equal([]);
  });

  it('is nowhere in the panel where it is masked: not in what is announced, and not in what is said of another edit', async () => {
    const element = await show(
      { ...ANA, custom: { tax: CANARY, plan: 'pro' } },
      {
        fields: [
          { key: 'tax', type: 'text', label: 'Tax', access: 'mask' },
          { key: 'plan', type: 'text', label: 'Plan' },
        ],
        faults: ({ operation, count }) => (operation === 'save' && count === 1 ? new ContactError('invalid') : undefined),
      },
    );
    const heard = listen(element);
    for (const plan of ['free', 'big']) {
      await element.edit('plan');
      await fill(getByRole('textbox', 'Plan', element), plan);
      await press('Enter');
      await element.whenSettled();
      expect(everythingIn(element)).not.to.contain(CANARY);
    }
    await click(getByRole('button', messages.moreActions, element));
    expect(everythingIn(element)).not.to.contain(CANARY);
    expect(heard.length).to.be.greaterThan(0);
    expect(heard.join()).not.to.contain(CANARY);
  });

  it('is not in what an event says of a failure', async () => {
    const failures = record('contact-failed');
    const element = await show(
      { ...ANA, email: `${CANARY}@example.com` },
      { faults: ({ operation }) => (operation === 'save' ? new ContactError('invalid') : undefined) },
    );
    await element.edit('email');
    await fill(getByRole('textbox', messages.fields.email, element), `new-${CANARY}@example.com`);
    await press('Enter');
    await element.whenSettled();
    expect(failures).to.have.length(1);
    const { detail, error } = failures[0] as Event & { detail: object; error: Error };
    expect(`${JSON.stringify(detail)} ${error.message} ${error.stack}`).not.to.contain(CANARY);
  });
});
