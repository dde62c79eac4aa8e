import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import type { ErrorCode } from '../../src/core/error.js';
import { STATUS_BY_CODE } from '../../src/http/transport.js';
import type { ContactFailedEvent } from '../../src/element/events.js';
import { findByRole, getByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { ANA, mount, panelText, record } from './kit.js';

const MINE = 'mine@example.com';
const CODES = [...(Object.keys(STATUS_BY_CODE) as ErrorCode[]), 'offline' as const];

/** Those that an edit outlives; after the others there is no contact, or nobody who may read it. */
const KEPT = CODES.filter((code) => !['not-found', 'gone', 'conflict'].includes(code));

/** Those that pass by themselves, so that what met them is tried again. */
const PASSING: readonly ErrorCode[] = ['offline', 'timeout', 'unavailable', 'rate-limited'];

async function showByHand() {
  const hand = handAdapter(['load', 'save']);
  const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
  return { ...hand, element };
}

async function showFailing(code: ErrorCode) {
  const { element, next } = await showByHand();
  (await next('load')).resolve({ contact: ANA });
  await element.whenSettled();
  await click(getByRole('button', 'Edit Email Address', element));
  await fill(await findByRole('textbox', 'Email Address', element), MINE);
  await press('Enter');
  (await next('save')).reject(new ContactError(code));
  return element;
}

describe('each error code', () => {
  const texts = new Map<string, string>();

  for (const code of CODES) {
    it(`${code}, when the contact is read, is said in words, once, with a way to try again where that may help`, async () => {
      const failures = record<ContactFailedEvent>('contact-failed');
      const { element, next } = await showByHand();
      (await next('load')).reject(new ContactError(code, { message: `${MINE} is secret` }));
      await until(() => failures.length, 'the event');
      await until(() => panelText(element), 'the words');
      const text = panelText(element);
      expect(text).not.to.contain(MINE);
      texts.set(code, text);
      expect(failures.map(({ error }) => error.code)).to.deep.equal([code]);
      expect(text.length).to.be.above(10);
    });
  }

  it('has words of its own', () => {
    const same = [...texts].filter(([, text], index) => [...texts.values()].indexOf(text) !== index).map(([code]) => code);
    // What was never there and what is gone are the same to the person; and a conflict has no words where nothing was edited.
    expect(same.filter((code) => !['gone', 'conflict', 'duplicate'].includes(code))).to.deep.equal([]);
  });

  for (const code of CODES.filter((one) => KEPT.includes(one) && !PASSING.includes(one))) {
    it(`${code}, when an edit is saved, keeps what was typed, and says so in an event without it`, async () => {
      const failures = record<ContactFailedEvent>('contact-failed');
      const element = await showFailing(code);
      await findByRole(
        code === 'invalid' || code === 'duplicate' ? 'group' : 'button',
        `Email Address wasn't saved: ${MINE}.`,
        element,
      );
      expect(element.hasUnsavedEdits).to.equal(true);
      await until(() => failures.length, 'the event');
      expect(failures.map(({ error }) => error.code)).to.deep.equal([code]);
      expect(failures[0]?.error.message).not.to.contain(MINE);
    });
  }

  for (const code of PASSING) {
    it(`${code}, when an edit is saved, keeps what was typed, and is tried again without troubling anybody`, async () => {
      const failures = record('contact-failed');
      const element = await showFailing(code);
      await findByRole('button', "Email Address isn't saved yet.", element);
      expect(element.hasUnsavedEdits).to.equal(true);
      expect(failures).to.have.length(0);
    });
  }
});
