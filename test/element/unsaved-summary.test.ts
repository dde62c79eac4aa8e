import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import type { ErrorCode } from '../../src/core/error.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { expectAccessible } from '../support/axe.js';
import { findByRole, getByRole, queryAllByRole, queryByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, fill, hover, press, unhover } from '../support/user.js';
import { ANA, expectAbsent, fieldRow, fieldText, parts, show, textOf } from './kit.js';

const VALUES = { 'Email Address': 'new@example.com', 'First Name': 'Anna', 'Last Name': 'Garcia' };
const OFFLINE = "You're offline. 3 changes will be saved when you reconnect.";

/** A panel after three edits that failed like this, and what they fail with from then on. */
async function editThree(code: ErrorCode) {
  const fault: { code?: ErrorCode } = { code };
  const element = await show(ANA, {
    faults: ({ operation }) => (operation === 'save' && fault.code ? new ContactError(fault.code) : undefined),
  });
  for (const [label, value] of Object.entries(VALUES)) {
    await element.edit({ 'Email Address': 'email', 'First Name': 'firstName', 'Last Name': 'lastName' }[label] ?? '');
    await fill(await findByRole('textbox', label, element), value);
    await press('Enter');
  }
  await until(() => parts(element, 'unsaved-mark').length === 3, 'a mark in each field');
  return { element, fault };
}

const tops = (element: ContactDetails) =>
  [...(element.shadowRoot?.querySelectorAll('dt, .value') ?? [])].map((node) => Math.round(node.getBoundingClientRect().top));

describe('edits that wait', () => {
  it('are told in one line for the panel, with one quiet mark in each field', async () => {
    const { element } = await editThree('offline');
    await until(() => queryByRole('group', OFFLINE, element), 'the line');
    expect(queryAllByRole('group', /changes? (is|are|will)/, element)).to.have.length(1);
    for (const [label, value] of Object.entries(VALUES)) {
      const marks = queryAllByRole('button', /isn't saved yet/, fieldRow(element, label));
      expect(marks.map((mark) => mark.title)).to.deep.equal([`${label} isn't saved yet.`]);
      expect(fieldText(element, label)).to.contain(value);
    }
    await expectAccessible(element);
  });

  it('show their notice to who comes to their mark, and move nothing', async () => {
    const { element } = await editThree('offline');
    getByRole('button', 'Edit Phone Number', element).focus();
    await unhover();
    expectAbsent('button', /^Discard:/, element);
    const before = tops(element);
    await hover(getByRole('button', "Email Address isn't saved yet.", element));
    const notice = await findByRole('group', "Email Address isn't saved yet.", element);
    expect(tops(element)).to.deep.equal(before);
    await click(getByRole('button', 'Discard: Email Address', notice));
    await until(() => fieldText(element, 'Email Address') === ANA.email);
    await findByRole('group', "You're offline. 2 changes will be saved when you reconnect.", element);
  });

  for (const width of [280, 320, 375, 480]) {
    it(`have their mark beside the label, and over no value: in ${width} pixels`, async () => {
      const { element } = await editThree('offline');
      element.style.inlineSize = `${width}px`;
      for (const mark of parts(element, 'unsaved-mark')) {
        const value = document.createRange();
        value.selectNodeContents(mark.closest('dd')?.querySelector('.value') as HTMLElement);
        const [icon, text] = [mark.getBoundingClientRect(), value.getBoundingClientRect()];
        // The icon has a room around it in which it is pressed.
        const [right, bottom] = [icon.right - 4, icon.bottom - 4];
        expect(right <= text.left || bottom <= text.top, `${right} ${bottom} ${text.left} ${text.top}`).to.equal(true);
      }
    });
  }

  it('are all tried again by one press', async () => {
    const { element, fault } = await editThree('offline');
    const line = await findByRole('group', OFFLINE, element);
    delete fault.code;
    await click(getByRole('button', 'Try again', line));
    await until(() => !element.hasUnsavedEdits);
    expectAbsent('group', /changes? (is|are|will)/, element);
    expect(parts(element, 'unsaved-mark')).to.have.length(0);
    for (const [label, value] of Object.entries(VALUES)) expect(fieldText(element, label)).to.equal(value);
  });

  it('are all dropped by one press', async () => {
    const { element } = await editThree('unknown');
    const line = await findByRole('group', '3 changes are not saved: Email Address, First Name, and Last Name.', element);
    await click(getByRole('button', 'Discard all', line));
    await until(() => !element.hasUnsavedEdits);
    expect(fieldText(element, 'Email Address')).to.equal(ANA.email);
    expectAbsent('group', /changes? (is|are|will)/, element);
  });

  it('is named by the line where it is one: what it was, and why', async () => {
    for (const [code, text] of [
      ['unknown', "Email Address wasn't saved: new@example.com. Something went wrong."],
      ['unavailable', "Email Address isn't saved yet. We'll keep trying."],
      ['offline', "Email Address isn't saved yet. We'll save it when you're back online."],
    ] as const) {
      const element = await show(ANA, {
        faults: ({ operation }) => (operation === 'save' ? new ContactError(code) : undefined),
      });
      await element.edit('email');
      await fill(await findByRole('textbox', 'Email Address', element), 'new@example.com');
      await press('Enter');
      await findByRole('group', text, element);
      element.remove();
    }
  });

  it('has buttons whose names no other has, in the line and in its notice', async () => {
    const { element } = await editThree('unknown');
    for (const mark of parts(element, 'unsaved-mark')) {
      mark.focus();
      const names = queryAllByRole('button', undefined, element).map((button) => button.ariaLabel ?? textOf(button));
      expect(names.filter((name) => /^(Try again|Discard)/.test(name))).to.have.length(4);
      expect(new Set(names).size, names.join()).to.equal(names.length);
    }
  });

  it('stay at their field, and out of the line, where the person has to decide', async () => {
    const element = await show(ANA, {
      faults: ({ operation }) => (operation === 'save' ? new ContactError('invalid') : undefined),
    });
    await element.edit('email');
    await fill(await findByRole('textbox', 'Email Address', element), 'new@example.com');
    await press('Enter');
    const notice = await findByRole('group', "Email Address wasn't saved: new@example.com.", element);
    for (const width of [280, 375]) {
      element.style.inlineSize = `${width}px`;
      const [box, label] = [notice, fieldRow(element, 'Email Address')?.previousElementSibling].map((node) =>
        (node as Element).getBoundingClientRect(),
      );
      expect(box?.left, 'as wide as the row').to.be.closeTo(label?.left ?? NaN, 1);
      const value = fieldRow(element, 'Email Address')?.querySelector('.value')?.getBoundingClientRect();
      expect(box?.top, 'below the value').to.be.at.least(value?.bottom ?? NaN);
    }
    getByRole('button', 'More actions', element).focus();
    expect(notice.checkVisibility({ visibilityProperty: true })).to.equal(true);
    expectAbsent('group', /changes? (is|are|will)/, element);
    expect(parts(element, 'unsaved-mark')).to.have.length(0);
  });
});
