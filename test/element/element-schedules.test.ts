import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Contact, ContactPatch } from '../../src/core/contact.js';
import { ContactError } from '../../src/core/error.js';
import { fromPatch, withValues } from '../../src/core/merge-patch.js';
import { handAdapter } from '../support/hand-adapter.js';
import type { HandCall } from '../support/hand-adapter.js';
import { isChromium } from '../support/page.js';
import { ANA, BEN, mount } from './kit.js';

const SCHEDULES = 200;

type Open = HandCall<'load'> | HandCall<'save'>;

const step = fc.record({
  kind: fc.constantFrom(
    ...['answer', 'answer', 'answer', 'refuse', 'lose', 'type', 'type', 'commit', 'commit', 'cancel', 'retry', 'switch'],
    ...['remove', 'add', 'add', 'move', 'news', 'refresh'],
  ),
  at: fc.nat(9),
});

/** The next turn of the event loop: what is due in promises has happened by then. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

/** A panel, the source that it reaches through a network held by hand, and what the person has committed. */
async function world() {
  const hand = handAdapter(['load', 'save', 'watch']);
  const contacts = new Map<string, Contact>([ANA, BEN].map((contact) => [contact.id, contact]));
  const answers = new Map<string, Contact>();
  const settled = new Set<Open>();
  const committed = new Map<string, string>();
  const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
  const places = [element.parentElement as HTMLElement, document.createElement('div')];
  document.body.append(places[1] as HTMLElement);
  let values = 0;

  const open = (): readonly Open[] => [...hand.calls.load, ...hand.calls.save].filter((call) => !settled.has(call));
  const editor = () => element.shadowRoot?.querySelector<HTMLInputElement>('form input');
  const isRead = (): boolean => hand.calls.load.some((call) => settled.has(call) && call.arguments[0] === element.contactId);

  const save = (id: string, patch: ContactPatch, { key, version }: HandCall<'save'>['arguments'][2]): Contact => {
    const contact = contacts.get(id) as Contact;
    const before = answers.get(key);
    if (before) return before;
    if (version !== contact.version) throw new ContactError('conflict', { current: contact });
    const after = { ...withValues(contact, fromPatch(patch)), version: String(Number(contact.version) + 1) };
    contacts.set(id, after);
    answers.set(key, after);
    return after;
  };

  const answer = (call: Open | undefined, isLost = false): void => {
    if (!call) return;
    settled.add(call);
    const [id] = call.arguments;
    if (call.operation === 'load') return call.resolve({ contact: contacts.get(id) as Contact });
    try {
      const saved = save(...call.arguments);
      if (isLost) call.reject(new ContactError('offline'));
      else call.resolve(saved);
    } catch (error) {
      call.reject(error);
    }
  };

  const steps: Readonly<Record<string, (at: number) => unknown>> = {
    answer: (at) => answer(open()[at % Math.max(1, open().length)]),
    lose: (at) => answer(open()[at % Math.max(1, open().length)], true),
    refuse(at) {
      const call = open()[at % Math.max(1, open().length)];
      if (!call || (call.operation === 'load' && !isRead())) return;
      settled.add(call);
      call.reject(new ContactError('unavailable'));
    },
    async type() {
      if (!element.isConnected || !isRead()) return;
      if (!editor()) await element.edit('email');
      const input = editor();
      if (!input) return;
      input.value = `edit${++values}@example.com`;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
    commit() {
      const [input, id] = [editor(), element.contactId];
      if (!input || !id || !element.isConnected) return;
      committed.set(id, input.value);
      input.form?.requestSubmit();
    },
    cancel: () => element.shadowRoot?.querySelector<HTMLElement>('form [part~=cancel-button]')?.click(),
    retry: () =>
      [...(element.shadowRoot?.querySelectorAll('button') ?? [])]
        .find((button) => button.textContent?.trim() === 'Try again')
        ?.click(),
    switch: () => (element.contactId = element.contactId === ANA.id ? BEN.id : ANA.id),
    remove: () => element.remove(),
    add: (at) => element.isConnected || places[at % 2]?.append(element),
    move: (at) => element.isConnected && places[at % 2]?.append(element),
    news: () => hand.announce(contacts.get(element.contactId ?? '') as Contact),
    refresh: () => void (element.isConnected && element.refresh()),
  };

  const isSaved = (id: string): boolean => !committed.has(id) || contacts.get(id)?.email === committed.get(id);

  /** An edit that is not saved yet is on the screen: as the value, in the editor, or in the notice that it failed. */
  const check = (): void => {
    const id = element.contactId ?? '';
    if (!element.isConnected || !isRead() || isSaved(id) || editor()) return;
    expect(element.shadowRoot?.textContent).to.contain(committed.get(id));
  };

  const heal = async (): Promise<void> => {
    for (const id of [ANA.id, BEN.id]) {
      element.contactId = id;
      places[0]?.append(element);
      for (let round = 0; round < 50 && !(isSaved(id) && !open().length && !element.hasUnsavedEdits); round++) {
        for (const call of open()) answer(call);
        await turn();
        steps['cancel']?.(0);
        steps['retry']?.(0);
        await turn();
      }
      expect(contacts.get(id)?.email, `what was committed for ${id}`).to.equal(committed.get(id) ?? contacts.get(id)?.email);
    }
  };
  const close = (): void => {
    element.remove();
    places[1]?.remove();
  };
  return { steps, check, heal, close };
}

// One engine is enough: what is tried here is our own code, and the model is slow.
if (isChromium) {
  describe('a panel that is removed, moved and added again at any time', () => {
    it(`fails nowhere and loses no edit, in ${SCHEDULES} schedules`, async function () {
      this.timeout(120_000);
      const errors: unknown[] = [];
      const onError = (event: ErrorEvent | PromiseRejectionEvent) =>
        errors.push('reason' in event ? event.reason : event.error);
      addEventListener('error', onError);
      addEventListener('unhandledrejection', onError);
      const run = async (schedule: readonly { readonly kind: string; readonly at: number }[]): Promise<void> => {
        const { steps, check, heal, close } = await world();
        try {
          for (const { kind, at } of schedule) {
            await steps[kind]?.(at);
            await turn();
            check();
          }
          await heal();
          expect(errors).to.deep.equal([]);
        } finally {
          close();
        }
      };
      try {
        const schedules = fc.array(step, { minLength: 10, maxLength: 40, size: 'max' });
        await fc.assert(fc.asyncProperty(schedules, run), { numRuns: SCHEDULES, seed: 1 });
      } finally {
        removeEventListener('error', onError);
        removeEventListener('unhandledrejection', onError);
      }
    });
  });
}
