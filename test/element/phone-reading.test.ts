import { expect } from '@open-wc/testing';
import { until } from '../support/until.js';
import { click } from '../support/user.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { define } from '../../src/define.js';
import { buttonInUse, fieldText } from './kit.js';

define();

describe('a phone number that is shown', () => {
  it('is there at once, gets the spaces of its country when the page is idle, and moves nothing', async () => {
    const boxes: HTMLElement[] = [];
    for (const width of [240, 300, 340, 420]) {
      const box = document.createElement('div');
      box.style.inlineSize = `${width}px`;
      const element = document.createElement('contact-details');
      element.adapter = memoryAdapter({
        contacts: [{ id: 'c_1', phone: '+15145550142', custom: { second: '+442079460018' } }],
        fields: [{ key: 'second', label: 'Second', type: 'phone' }],
      });
      element.contactId = 'c_1';
      box.append(element);
      boxes.push(box);
    }
    document.body.append(...boxes);
    const panels = boxes.map((box) => box.firstElementChild as ContactDetails);
    const rects = () =>
      panels.map((panel) =>
        [...(panel.shadowRoot?.querySelectorAll('.field, .value, .controls') ?? [])].map((part) => {
          const { x, y, width, height } = part.getBoundingClientRect();
          return [x, y, width, height];
        }),
      );
    const texts = () => panels.map((panel) => fieldText(panel, 'Phone Number'));
    await until(() => texts().every(Boolean));
    expect(new Set(texts())).to.deep.equal(new Set(['+15145550142']));
    const before = rects();
    await until(() => texts().every((text) => text === '+1 514 555 0142'), 'the number as it is read');
    expect(panels.map((panel) => fieldText(panel, 'Second'))).to.deep.equal(Array(4).fill('+44 20 7946 0018'));
    expect(rects()).to.deep.equal(before);
    for (const box of boxes) box.remove();
  });

  it('is copied as E.164', async () => {
    const element = document.createElement('contact-details');
    element.adapter = memoryAdapter({ contacts: [{ id: 'c_1', phone: '+1 (514) 555-0142' }] });
    element.contactId = 'c_1';
    document.body.append(element);
    await until(() => fieldText(element, 'Phone Number') === '+1 514 555 0142');
    const written: string[] = [];
    const original = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = async (text) => void written.push(text);
    await click(await buttonInUse(element, 'Phone Number', 'Copy Phone Number'));
    await until(() => written.length);
    navigator.clipboard.writeText = original;
    expect(written).to.deep.equal(['+15145550142']);
    element.remove();
  });
});
