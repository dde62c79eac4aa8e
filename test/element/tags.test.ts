import { expect } from '@open-wc/testing';
import type { Tag } from '../../src/core/contact.js';
import { ContactError } from '../../src/core/error.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { focusedElement, getByRole, queryAllByRole, queryByRole } from '../support/find.js';
import { nextEvent, until } from '../support/until.js';
import { click, press } from '../support/user.js';
import { ANA, announced, expectAbsent, panelText, parts, openNotice, record, show, textOf } from './kit.js';

function tagNames(element: ContactDetails): readonly string[] {
  const list = queryByRole('list', 'Tags', element);
  return list ? queryAllByRole('listitem', undefined, list).map(textOf) : [];
}

function removeButtons(element: ContactDetails): readonly HTMLElement[] {
  return queryAllByRole('button', /^Remove tag/, element);
}

function tags(count: number): readonly Tag[] {
  return Array.from({ length: count }, (_, index) => ({ id: `t_${index}`, name: `Tag ${index}` }));
}

describe('the tags', () => {
  it('are a list at the bottom, by name', async () => {
    expect(tagNames(await show())).to.deep.equal(['VIP', 'Lead']);
  });

  it('that are many or long all show', async () => {
    const long = 'x'.repeat(255);
    const element = await show({ tags: [...tags(40), { id: 'long', name: long }] });
    expect(tagNames(element)).to.have.length(41).and.include(long);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });

  it('show their emoji, and say their description with their button', async () => {
    const element = await show({ tags: [{ id: '1', name: 'Gold', emoji: '🥇', description: 'Best customers' }] });
    expect(tagNames(element)).to.deep.equal(['🥇 Gold']);
    expect(getByRole('button', 'Remove tag Gold', element).getAttribute('aria-description')).to.equal('Best customers');
  });

  it('take their colour from the palette or from #rrggbb, and from nothing else', async () => {
    const colors = ['teal', '#0D9488', 'red;background:url(//evil.example)', 'url(x)', '#fff', 'constructor', undefined];
    const element = await show({
      tags: colors.map((color, index) => ({ id: String(index), name: `Tag ${index}`, ...(color && { color }) })),
    });
    const backgrounds = parts(element, 'tag').map((tag) => getComputedStyle(tag).backgroundColor);
    const [named, hex, ...others] = backgrounds;
    expect(named).to.equal(hex);
    expect(new Set(others).size).to.equal(1);
    expect(others[0]).not.to.equal(named);
    for (const tag of parts(element, 'tag')) expect(tag.getAttribute('style') ?? '').not.to.match(/url|evil/);
  });

  it('say so where there are none and none can be added', async () => {
    expect(panelText(await show({ tags: [] }, { can: { editTags: false } }))).to.contain('No tags');
  });

  it('are not editable where the source or the person cannot', async () => {
    for (const setting of [{ can: { editTags: false } }, { properties: { readonly: true } }]) {
      const element = await show(ANA, setting);
      expectAbsent('combobox', undefined, element);
      expect(removeButtons(element)).to.have.length(0);
      expect(tagNames(element)).to.deep.equal(['VIP', 'Lead']);
    }
  });
});

describe('removing a tag', () => {
  it('takes it off at once, by one request, and tells the page', async () => {
    const element = await show();
    const saves = record('contact-saved');
    await click(getByRole('button', 'Remove tag VIP', element));
    await until(() => tagNames(element).join() === 'Lead');
    await element.whenSettled();
    expect(saves).to.have.length(1);
    expect(saves[0]).to.have.deep.property('removed', [{ id: 't_vip', name: 'VIP' }]);
    expect(saves[0]).to.have.deep.property('added', []);
  });

  it('moves the focus to the next tag, then to the one before, then to the input', async () => {
    const element = await show({ tags: tags(3) });
    getByRole('button', 'Remove tag Tag 1', element).focus();
    await press('Enter');
    await until(() => tagNames(element).length === 2);
    await until(() => focusedElement() === getByRole('button', 'Remove tag Tag 2', element), 'the next tag');
    await press('Enter');
    await until(() => focusedElement() === getByRole('button', 'Remove tag Tag 0', element), 'the tag before');
    await press('Enter');
    await until(() => focusedElement() === getByRole('combobox', 'Tags', element), 'the input');
  });

  it('that fails puts it back, says so, and offers to try again', async () => {
    const fault = { isOn: true };
    const element = await show(ANA, {
      faults: ({ operation }) => (operation === 'removeTag' && fault.isOn ? new ContactError('unknown') : undefined),
    });
    await click(getByRole('button', 'Remove tag VIP', element));
    const notice = await openNotice(element, "Tag VIP wasn\'t removed.");
    expect(tagNames(element)).to.include('VIP');
    fault.isOn = false;
    const saved = nextEvent(element, 'contact-saved');
    await click(getByRole('button', 'Try again: VIP', notice));
    await saved;
    await until(() => tagNames(element).join() === 'Lead');
    expectAbsent('group', /^Tag VIP/, element);
  });

  it('waits for the keyboard: Backspace in the empty input goes to the last tag and deletes nothing', async () => {
    const element = await show();
    await click(getByRole('combobox', 'Tags', element));
    await until(() => getByRole('combobox', 'Tags', element).hasAttribute('aria-controls'));
    await press('Backspace');
    await until(() => focusedElement() === getByRole('button', 'Remove tag Lead', element), 'the focus on the last tag');
    expect(tagNames(element)).to.deep.equal(['VIP', 'Lead']);
  });

  it('is announced', async () => {
    const element = await show();
    await click(getByRole('button', 'Remove tag VIP', element));
    await until(() => announced(element) === 'Tag VIP removed. You can undo this.');
  });
});
