import { expect } from '@open-wc/testing';
import type { Tag } from '../../src/core/contact.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { findByRole, focusedElement, getByRole, queryAllByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import type { HandAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';
import { click, press } from '../support/user.js';
import { ANA, enter, mount, textOf } from './kit.js';

const named = (...names: readonly string[]): readonly Tag[] => names.map((name) => ({ id: name, name }));
const options = (element: ContactDetails) => queryAllByRole('option', undefined, element).map(textOf);
const asked = (hand: HandAdapter) => hand.calls.suggestTags.map(({ arguments: [query] }) => query);

/** As many as the source was asked for: there may be more of them. */
const MANY = named(...Array.from({ length: 50 }, (_, index) => `Common ${index}`));

/** Shows a panel whose tag field has the focus; what the source is asked by that is answered with these tags. */
async function openField(first: readonly Tag[] = []) {
  const hand = handAdapter(['load', 'addTag', 'suggestTags']);
  const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
  (await hand.next('load')).resolve({ contact: { ...ANA, tags: [] } });
  await element.whenSettled();
  const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
  await click(input);
  (await hand.next('suggestTags')).resolve(first);
  await until(() => input.getAttribute('aria-controls') && (!first.length || options(element).length));
  return { element, hand, input };
}

describe('what the source is asked while a tag is typed', () => {
  it('is the first key, at once, and then one question at a time: of what was typed meanwhile the newest', async () => {
    const { element, hand, input } = await openField();
    await enter(input, 'c');
    expect(asked(hand)).to.deep.equal(['', 'c']);
    for (const text of ['co', 'com', 'comm']) await enter(input, text);
    expect(asked(hand)).to.deep.equal(['', 'c']);
    const first = await hand.next('suggestTags');
    expect(first.signal.aborted).to.equal(false);
    first.resolve(MANY);
    (await hand.next('suggestTags')).resolve(MANY);
    expect(asked(hand)).to.deep.equal(['', 'c', 'comm']);
    await until(() => options(element).length === 51);
  });

  it('is nothing where more letters narrow an answer that said all: its rows are there without a frame', async () => {
    const { element, hand, input } = await openField();
    await enter(input, 'c');
    (await hand.next('suggestTags')).resolve(named('Customer', 'Customs', 'Café'));
    await until(() => options(element).length === 4);
    await enter(input, 'cus');
    expect(options(element)).to.deep.equal(['Customer', 'Customs', 'Create “cus”']);
    await enter(input, 'CUSTOMS');
    expect(options(element)).to.deep.equal(['Customs']);
    await enter(input, 'ca');
    expect(options(element)).to.deep.equal(['Café', 'Create “ca”']);
    expect(asked(hand)).to.deep.equal(['', 'c']);
  });

  it('is nothing where the answer that was under way says all', async () => {
    const { element, hand, input } = await openField();
    await enter(input, 'c');
    await enter(input, 'cu');
    (await hand.next('suggestTags')).resolve(named('Customer', 'Café'));
    await until(() => options(element).join() === 'Customer,Create “cu”');
    expect(asked(hand)).to.deep.equal(['', 'c']);
  });

  for (const [what, answer] of [
    ['has as many as it was asked for', MANY],
    ['has found something otherwise than by its name', named('Common', 'Shared')],
    ['has found nothing', []],
  ] as const) {
    it(`is the next letter where the source ${what}`, async () => {
      const { hand, input } = await openField();
      await enter(input, 'co');
      (await hand.next('suggestTags')).resolve(answer);
      await enter(input, 'com');
      await until(() => expect(asked(hand)).to.deep.equal(['', 'co', 'com']));
    });
  }

  it('is what no known name has in it, before it is made anew', async () => {
    const { element, hand, input } = await openField();
    await enter(input, 'c');
    (await hand.next('suggestTags')).resolve(named('Customer'));
    await until(() => options(element).length === 2);
    await enter(input, 'cx');
    expect(asked(hand)).to.deep.equal(['', 'c', 'cx']);
  });

  it('waits a second at most for an answer that does not come', async () => {
    const { element, hand, input } = await openField();
    await enter(input, 'c');
    await enter(input, 'cu');
    const late = await hand.next('suggestTags');
    (await hand.next('suggestTags')).resolve(named('Customer'));
    expect(late.signal.aborted).to.equal(true);
    expect(asked(hand)).to.deep.equal(['', 'c', 'cu']);
    await until(() => options(element).includes('Customer'));
  });

  it('goes on after a failure with what was typed meanwhile', async () => {
    const { element, hand, input } = await openField();
    await enter(input, 'c');
    await enter(input, 'cu');
    (await hand.next('suggestTags')).reject(new Error('down'));
    (await hand.next('suggestTags')).resolve(named('Customer'));
    await until(() => options(element).includes('Customer'));
  });
});

describe('the suggestions for a tag, while the source is asked', () => {
  it('are those known already that have it in their name, in the same frame', async () => {
    const { element, input } = await openField(named('Red', 'Rose', 'Prose'));
    await enter(input, 'ro');
    expect(options(element)).to.deep.equal(['Rose', 'Prose', 'Create “ro”']);
  });

  it('are no tag anew by Enter where one that is known begins like that', async () => {
    const { hand, input } = await openField(named('Priority', 'High priority'));
    await enter(input, 'priorit');
    await press('Enter');
    expect((await hand.next('addTag')).arguments[1]).to.deep.equal({ id: 'Priority' });
  });
});

describe('what the source is asked while a person is typed', () => {
  async function openAssignee() {
    const hand = handAdapter(['load', 'save', 'suggestOptions']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    await element.edit('assignee');
    const input = (await findByRole('combobox', 'Assigned To', element)) as HTMLInputElement;
    await until(() => focusedElement() === input);
    (await hand.next('suggestOptions')).resolve([]);
    await until(() => input.getAttribute('aria-controls'));
    return { element, hand, input };
  }
  const queries = (hand: HandAdapter) => hand.calls.suggestOptions.map(({ arguments: [, query] }) => query);

  it('is the first key, then the newest, and nothing that narrows an answer that said all', async () => {
    const { element, hand, input } = await openAssignee();
    await enter(input, 'z');
    await enter(input, 'zo');
    expect(queries(hand)).to.deep.equal(['', 'z']);
    (await hand.next('suggestOptions')).resolve([
      { value: 'u_2', label: 'Zoë Ćwiek' },
      { value: 'u_3', label: 'Zack Moss' },
    ]);
    await until(() => expect(options(element).join()).to.match(/^[^,]*Zoë Ćwiek$/));
    await enter(input, 'za');
    expect(options(element).join()).to.match(/^[^,]*Zack Moss$/);
    expect(queries(hand)).to.deep.equal(['', 'z']);
  });
});
