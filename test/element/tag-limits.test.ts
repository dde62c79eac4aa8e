import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { messages } from '../support/messages.js';
import { descriptionOf, findByRole, getByRole, queryAllByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import type { HandAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';
import { click, press, type } from '../support/user.js';
import { ANA, BEN, mount, openNotice, show, textOf } from './kit.js';
import type { Setting } from './kit.js';

async function openTagField(setting: Setting = {}): Promise<{ element: ContactDetails; input: HTMLInputElement }> {
  const element = await show({ ...ANA, tags: [] }, setting);
  return { element, input: await openField(element) };
}

async function openField(element: ContactDetails): Promise<HTMLInputElement> {
  const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
  await click(input);
  await until(() => input.getAttribute('aria-controls'), 'the tag field to be ready');
  return input;
}

/** As `openTagField`, where the test answers what the source is asked. */
async function openFieldByHand(): Promise<{ element: ContactDetails; hand: HandAdapter }> {
  const hand = handAdapter(['load', 'addTag', 'suggestTags']);
  const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
  (await hand.next('load')).resolve({ contact: ANA });
  await element.whenSettled();
  await openField(element);
  return { element, hand };
}

function tagNames(element: ContactDetails): readonly string[] {
  return queryAllByRole('listitem', undefined, getByRole('group', 'Tags', element)).map(textOf);
}

function paste(input: HTMLInputElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
  if (event.clipboardData?.getData('text') !== text) Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  input.dispatchEvent(event);
}

/** Puts a text into the input as an input method or a drop would: at once. */
function enterAtOnce(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

describe('a tag', () => {
  it('may have 255 code points, and not one more: then the text stays and the reason is said', async () => {
    const { element, input } = await openTagField();
    enterAtOnce(input, '👩'.repeat(256));
    await press('Enter');
    await until(() => descriptionOf(input) === messages.tagTooLong(255));
    expect([...input.value]).to.have.length(256);
    enterAtOnce(input, '👩'.repeat(255));
    await press('Enter');
    await until(() => tagNames(element).length === 1);
    expect(tagNames(element)[0]).to.equal('👩'.repeat(255));
  });

  it('may be pasted with others, by commas, semicolons and lines; doubles are one', async () => {
    const { element, input } = await openTagField();
    paste(input, 'Red, Green;Blue\nred\n\n Yellow ');
    await until(() => tagNames(element).length === 4);
    expect(tagNames(element)).to.deep.equal(['Red', 'Green', 'Blue', 'Yellow']);
    await element.whenSettled();
    expect(tagNames(element)).to.deep.equal(['Red', 'Green', 'Blue', 'Yellow']);
  });

  it('ends with a comma, on keyboards that have no Enter', async () => {
    const { element } = await openTagField();
    await type('Red,');
    await until(() => tagNames(element).join() === 'Red');
  });

  it('may have a name that means something to the language or to HTML', async () => {
    const names = ['constructor', '__proto__', 'hasOwnProperty', '<img src=x onerror=alert(1)>', '"><script>', '&amp', '{{x}}'];
    const { element, input } = await openTagField({ tags: names.map((name, index) => ({ id: `h_${index}`, name })) });
    for (const name of names) {
      enterAtOnce(input, name);
      await findByRole('option', name, element);
      await press('Enter');
      await until(() => tagNames(element).includes(name), `the tag ${name}`);
    }
    await element.whenSettled();
    expect(tagNames(element)).to.deep.equal(names);
    expect(element.shadowRoot?.querySelector('script, img')).to.equal(null);
  });

  it('of a new hostile name is created under exactly that name', async () => {
    const { element, input } = await openTagField();
    for (const name of ['toString', '__proto__', '<b>x</b>']) {
      enterAtOnce(input, name);
      await findByRole('option', `Create “${name}”`, element);
      await press('Enter');
      await until(() => tagNames(element).includes(name), `the tag ${name}`);
    }
  });

  it('is only chosen, never created, where the source forbids it', async () => {
    const { element, input } = await openTagField({ can: { createTags: false }, tags: [{ id: 'k', name: 'Customer' }] });
    await type('Brand new');
    await press('Enter');
    await until(() => descriptionOf(input) === messages.cannotCreateTags);
    expect(input.value).to.equal('Brand new');
    expect(queryAllByRole('option', /^Create/, element)).to.have.length(0);
    enterAtOnce(input, 'cust');
    await click(await findByRole('option', 'Customer', element));
    await until(() => tagNames(element).join() === 'Customer');
  });

  it('is created where the source suggests none', async () => {
    const hand = handAdapter(['load', 'addTag']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: { ...ANA, tags: [] } });
    await element.whenSettled();
    await openField(element);
    await type('First');
    await press('Enter');
    const call = await hand.next('addTag');
    expect(call.arguments[1]).to.deep.equal({ name: 'First' });
    call.resolve({ ...ANA, tags: [{ id: 't_9', name: 'First' }] });
    await element.whenSettled();
    expect(tagNames(element)).to.deep.equal(['First']);
    expect(hand.calls.addTag).to.have.length(1);
  });

  it('is created where the suggestions fail, which is said', async () => {
    const { element, input } = await openTagField({
      faults: ({ operation }) => (operation === 'suggestTags' ? new ContactError('unavailable') : undefined),
    });
    await until(() => descriptionOf(input) === messages.suggestionsFailed);
    await type('Still');
    await press('Enter');
    await until(() => tagNames(element).join() === 'Still');
  });

  it('that could not be added is not shown as if it were, and can be tried again', async () => {
    const fault = { isOn: true };
    const { element } = await openTagField({
      faults: ({ operation }) => (operation === 'addTag' && fault.isOn ? new ContactError('unknown') : undefined),
    });
    await type('New');
    await press('Enter');
    const notice = await openNotice(element, "Tag New wasn\'t added.");
    expect(tagNames(element)).to.deep.equal([]);
    fault.isOn = false;
    await click(getByRole('button', 'Try again: New', notice));
    await until(() => tagNames(element).join() === 'New');
  });
});

describe('what is typed in the tag field', () => {
  it('stays with its contact', async () => {
    const { element } = await openTagField({ others: [BEN] });
    const typed = () => (getByRole('combobox', 'Tags', element) as HTMLInputElement).value;
    await type('for Ana');
    element.contactId = BEN.id;
    await element.whenSettled();
    expect(typed()).to.equal('');
    element.contactId = ANA.id;
    await element.whenSettled();
    expect(typed()).to.equal('for Ana');
  });

  it('gives up what the source was asked before anything was typed', async () => {
    const { element, hand } = await openFieldByHand();
    const first = await hand.next('suggestTags');
    await type('r');
    const second = await hand.next('suggestTags');
    expect(first.signal.aborted).to.equal(true);
    expect(second.arguments[0]).to.equal('r');
    second.resolve([{ id: '1', name: 'Red' }]);
    first.resolve([{ id: '2', name: 'Stale' }]);
    await findByRole('option', 'Red', element);
    expect(queryAllByRole('option', 'Stale', element)).to.have.length(0);
  });

  it('keep the row that the arrows have led to when the source answers', async () => {
    const { element, hand } = await openFieldByHand();
    (await hand.next('suggestTags')).resolve([
      { id: '1', name: 'Red' },
      { id: '2', name: 'Rose' },
    ]);
    await findByRole('option', 'Rose', element);
    const input = await openField(element);
    const active = () => element.shadowRoot?.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    await type('r');
    const late = await hand.next('suggestTags');
    while (textOf(active()) !== 'Rose') await press('ArrowDown');
    late.resolve([
      { id: '3', name: 'Ruby' },
      { id: '2', name: 'Rose' },
      { id: '1', name: 'Red' },
    ]);
    await findByRole('option', 'Ruby', element);
    expect(textOf(active())).to.equal('Rose');
  });

  it('stay closed once Escape has closed them, whatever the source still answers', async () => {
    const { element, hand } = await openFieldByHand();
    (await hand.next('suggestTags')).resolve([{ id: '1', name: 'Red' }]);
    await findByRole('option', 'Red', element);
    await type('r');
    const late = await hand.next('suggestTags');
    await press('Escape');
    expect(late.signal.aborted).to.equal(true);
    late.resolve([{ id: '2', name: 'Rose' }]);
    await element.whenSettled();
    expect(queryAllByRole('option', undefined, element)).to.have.length(0);
  });
});

describe('a limit of tags that the page thinks good', () => {
  async function openLimited(tagLimit: number | string | undefined, count: number) {
    const tags = ['A', 'B', 'C'].slice(0, count).map((name) => ({ id: name, name }));
    const element = await show({ ...ANA, tags });
    if (typeof tagLimit === 'string') element.setAttribute('tag-limit', tagLimit);
    else element.tagLimit = tagLimit;
    return { element, input: await openField(element) };
  }

  for (const limit of [2, '2']) {
    it(`of ${JSON.stringify(limit)} is said above it, in a quiet way, and lets people all the same`, async () => {
      const { element, input } = await openLimited(limit, 2);
      expect(descriptionOf(input)).to.equal('');
      await type('New');
      await press('Enter');
      await until(() => tagNames(element).includes('New'));
      await until(() => descriptionOf(input) === messages.tagsEnough(2));
      await until(() => textOf(element.shadowRoot?.querySelector('[role=status]')).includes(messages.tagsEnough(2)));
      await type('More');
      await press('Enter');
      await until(() => tagNames(element).includes('More'));
      await click(getByRole('button', /^Remove .*New/, element));
      await click(getByRole('button', /^Remove .*More/, element));
      await until(() => descriptionOf(input) === '');
    });
  }

  it('is said at once where it is exceeded already, and never where there is none', async () => {
    const { input } = await openLimited(2, 3);
    await until(() => descriptionOf(input) === messages.tagsEnough(2));
    const { input: another } = await openLimited(undefined, 3);
    expect(descriptionOf(another)).to.equal('');
  });
});
