import { expect } from '@open-wc/testing';
import { findByRole, focusedElement, getByRole } from '../support/find.js';
import { messages } from '../support/messages.js';
import { holdTimers } from '../support/hold-timers.js';
import { until } from '../support/until.js';
import { click, fill, hover, press, unhover } from '../support/user.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { announced, ANA, expectAbsent, fieldRow, fieldText, show, textOf } from './kit.js';

async function changeEmail() {
  const element = await show();
  await click(getByRole('button', 'Edit Email Address', element));
  await fill(await findByRole('textbox', 'Email Address', element), 'new@example.com');
  await press('Enter');
  const button = await findByRole('button', 'Undo Email Address', element);
  return { element, button };
}

async function changeField(element: ContactDetails): Promise<void> {
  await click(getByRole('button', 'Edit Email Address', element));
  await fill(await findByRole('textbox', 'Email Address', element), 'eva@example.com');
  await press('Enter');
}

async function pressOption(element: ContactDetails): Promise<void> {
  await click(getByRole('button', 'Closed', element));
}

async function changeName(element: ContactDetails): Promise<void> {
  await click(getByRole('button', 'Edit name', element));
  await fill(await findByRole('textbox', 'First Name', element), 'Eva');
  await press('Enter');
}

async function removeTag(element: ContactDetails): Promise<void> {
  await click(getByRole('button', 'Remove tag New', element));
  await until(() => !textOf(element.shadowRoot?.querySelector('ul[aria-labelledby=tags-label]')).includes('New'));
}

/** Where everything is that is not the way back itself. */
function placesOf(element: ContactDetails): readonly { readonly top: number; readonly height: number }[] {
  const nodes = element.shadowRoot?.querySelectorAll(
    '[part=header], .title, #name, .facts, dt, dd, .value, .options, .tag, #tag-input, .tags',
  );
  // The page itself may be scrolled meanwhile, by a browser that brings a caret into view.
  const start = element.getBoundingClientRect().top;
  return [...(nodes ?? []), element].map((node) => {
    const { top, height } = node.getBoundingClientRect();
    return { top: Math.round((top - start) * 10) / 10, height: Math.round(height * 10) / 10 };
  });
}

describe('a saved edit', () => {
  it('can be undone beside its field, with the keyboard; the focus stays in its row, where Enter opens nothing', async () => {
    const { element, button } = await changeEmail();
    expect(fieldRow(element, 'Email Address')?.contains(button)).to.equal(true);
    expect(announced(element)).to.equal('Email Address saved. You can undo this.');
    button.focus();
    await press('Enter');
    await until(() => fieldText(element, 'Email Address') === ANA.email);
    await element.whenSettled();
    expectAbsent('button', /^Undo/, element);
    expect(announced(element)).to.equal(messages.undone('Email Address'));
    expect(focusedElement()?.contains(fieldRow(element, 'Email Address') ?? null)).to.equal(true);
    await press('Enter');
    await press(' ');
    expectAbsent('textbox', 'Email Address', element);
    await press('Tab');
    expect(fieldRow(element, 'Email Address')?.contains(focusedElement())).to.equal(true);
  });

  it('says so where it stands, in words and not twice', async () => {
    const { element } = await changeEmail();
    expect(textOf(fieldRow(element, 'Email Address'))).to.match(/Saved Undo$/);
  });

  it('is undone by a target of 24 pixels', async () => {
    const { width, height } = (await changeEmail()).button.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
  });
});

describe('the way back', () => {
  for (const width of [280, 375, 480]) {
    it(`moves nothing at a width of ${width} pixels, neither when it comes nor when it goes`, async () => {
      for (const act of [changeField, pressOption, changeName, removeTag]) {
        const element = await show({ ...ANA, tags: [...(ANA.tags ?? []), { id: 't_3', name: 'New' }] }, { latency: 30 });
        (element.parentElement as HTMLElement).style.width = `${width}px`;
        await act(element);
        const places = () => placesOf(element);
        await until(() => !element.shadowRoot?.querySelector('form'));
        const before = places();
        const button = await findByRole('button', /^Undo/, element);
        expect(places()).to.deep.equal(before);
        await element.whenSettled();
        expect(places()).to.deep.equal(before);
        const box = button.getBoundingClientRect();
        const panel = element.getBoundingClientRect();
        expect(box.left).to.be.at.least(panel.left);
        expect(box.right).to.be.at.most(panel.right);
        expect(box.height).to.be.at.least(24);
        button.hidden = true;
        expect(places()).to.deep.equal(before);
        element.remove();
      }
    });
  }

  it('covers neither a value that leaves room for it nor what it is edited by', async () => {
    const { element, button } = await changeEmail();
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const row = fieldRow(element, 'Email Address') as HTMLElement;
    const value = document.createRange();
    value.selectNodeContents(row.querySelector('[part~=value]') as HTMLElement);
    for (const covered of [value, ...row.querySelectorAll('[part~=edit-button], [part~=copy-button]')]) {
      const box = covered.getBoundingClientRect();
      expect(box.left >= right || box.right <= left || box.top >= bottom || box.bottom <= top).to.equal(true);
    }
  });
});

describe('the time in which an edit can be undone', () => {
  /** Has the seconds pass when the test says so. */
  function holdSeconds() {
    const { fire, release } = holdTimers(1_000);
    const pass = async (element: ContactDetails, seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        fire();
        await element.updateComplete;
      }
    };
    return { pass, release };
  }

  it('stands still while the button is under the pointer, has the focus, or the page is hidden', async () => {
    const seconds = holdSeconds();
    try {
      const { element, button } = await changeEmail();
      await seconds.pass(element, 4);
      await hover(button);
      await seconds.pass(element, 20);
      await unhover();
      button.focus();
      await seconds.pass(element, 20);
      getByRole('button', 'Edit Phone Number', element).focus();
      Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      await seconds.pass(element, 20);
      Reflect.deleteProperty(document, 'hidden');
      await seconds.pass(element, 3);
      getByRole('button', messages.undo('Email Address'), element);
      await seconds.pass(element, 1);
      expectAbsent('button', /^Undo/, element);
    } finally {
      seconds.release();
      Reflect.deleteProperty(document, 'hidden');
    }
  });
});

describe('a tag that was removed', () => {
  it('can be put back', async () => {
    const element = await show();
    await click(getByRole('button', 'Remove tag VIP', element));
    await click(await findByRole('button', 'Undo VIP', element));
    expect(await findByRole('button', 'Remove tag VIP', element)).to.exist;
    await until(() => announced(element) === messages.undone('VIP'));
  });
});
