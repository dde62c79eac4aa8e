import { install, uninstall } from '@github/hotkey';
import { expect } from '@open-wc/testing';
import hotkeys from 'hotkeys-js';
import type { MousetrapStatic } from 'mousetrap';
import 'mousetrap';
import { tinykeys } from 'tinykeys';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { expectFocus, part, parts, show, ANA } from '../element/kit.js';
import { findByRole, getByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { press, type } from '../support/user.js';

declare global {
  interface Window {
    /** What Mousetrap makes known, as a script of former days. */
    readonly Mousetrap: MousetrapStatic;
  }
}

/** What the page does by a key: its shortcuts act on whatever it was about last. */
type Act = (key: string) => void;

/** How a page takes keys; answers how to stop it. */
type Page = (act: Act) => () => void;

const LETTERS = ['j', 'k', 'e', 'm', '#', '1'];

/** A page of its own, which guards its shortcuts as most do: by what the event says it was pressed in. */
function listening(...types: readonly string[]): Page {
  return (act) => {
    const onKey = (event: Event) => {
      const { key, target } = event as KeyboardEvent;
      if (!/^(INPUT|TEXTAREA|SELECT)$/.test((target as Element).tagName)) act(key);
    };
    for (const name of types) document.addEventListener(name, onKey);
    return () => types.forEach((name) => document.removeEventListener(name, onKey));
  };
}

const PAGES: Readonly<Record<string, Page>> = {
  'listeners for keydown that look at the tag': listening('keydown'),
  'listeners for keypress and keyup that look at the tag': listening('keypress', 'keyup'),
  '@github/hotkey': (act) => {
    const buttons = LETTERS.map((key) => {
      const button = document.body.appendChild(document.createElement('button'));
      button.addEventListener('click', () => act(key));
      install(button, key);
      return button;
    });
    return () =>
      buttons.forEach((button) => {
        uninstall(button);
        button.remove();
      });
  },
  'hotkeys-js': (act) => {
    hotkeys('j,k,e,m,1,backspace,delete,enter,up,down,left,home', (event) => act(event.key));
    return () => hotkeys.unbind();
  },
  'hotkeys-js without its own guard': (act) => {
    const { filter } = hotkeys;
    hotkeys.filter = () => true;
    hotkeys('j,k,e,m,1,backspace,delete,enter,up,down,left,home', (event) => act(event.key));
    return () => {
      hotkeys.unbind();
      hotkeys.filter = filter;
    };
  },
  Mousetrap: (act) => {
    window.Mousetrap.bind([...LETTERS, 'del', 'backspace', 'enter', 'up', 'down', 'home'], ({ key }) => act(key));
    return () => window.Mousetrap.reset();
  },
  tinykeys: (act) => {
    const keys = ['j', 'k', 'e', 'm', 'Shift+#', '1', 'Delete', 'Backspace', 'Enter', 'ArrowDown', 'ArrowUp', 'Home'];
    return tinykeys(window, Object.fromEntries(keys.map((key) => [key, (event: KeyboardEvent) => act(event.key)])));
  },
};

/** Where somebody types, and what is pressed there. */
interface Place {
  readonly name: string;
  readonly enter: (element: ContactDetails) => Promise<unknown>;
  readonly keys: readonly string[];
}

const EDITING = ['Backspace', 'Delete', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

const PLACES: readonly Place[] = [
  { name: 'an editor', enter: (element) => element.edit('email'), keys: [...LETTERS, ...EDITING, 'Enter'] },
  { name: 'an editor of several lines', enter: (element) => element.edit('notes'), keys: [...LETTERS, ...EDITING, 'Enter'] },
  { name: 'the field that adds tags', enter: enterTagField, keys: [...LETTERS, ...EDITING, 'Enter'] },
  { name: 'a field that is searched', enter: enterSearch, keys: [...LETTERS, 'Backspace', 'ArrowDown', 'ArrowUp', 'Home'] },
  { name: 'the menu', enter: openMenu, keys: ['m', 'j', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'Enter'] },
  { name: 'the dialog that asks before deleting', enter: openDialog, keys: ['j', 'e', 'Delete', 'Backspace'] },
  { name: 'the button of a tag', enter: enterTag, keys: ['Delete', 'Backspace', 'ArrowLeft', 'ArrowRight'] },
];

async function enterTagField(element: ContactDetails): Promise<void> {
  const input = getByRole('combobox', 'Tags', element);
  input.focus();
  await until(() => parts(element, 'tag-list').some((list) => list.matches(':popover-open')), 'the list');
}

async function enterSearch(element: ContactDetails): Promise<void> {
  await element.edit('country');
  await until(() => parts(element, 'option-list').some((list) => list.matches(':popover-open')), 'the list');
}

async function openMenu(element: ContactDetails): Promise<void> {
  getByRole('button', 'More actions', element).click();
  await findByRole('menuitem', 'View Messages', element);
  await until(() => element.shadowRoot?.activeElement?.role === 'menuitem', 'the focus in the menu');
}

async function openDialog(element: ContactDetails): Promise<void> {
  await openMenu(element);
  getByRole('menuitem', 'Delete Contact', element).click();
  await findByRole('alertdialog', undefined, element);
}

async function enterTag(element: ContactDetails): Promise<void> {
  getByRole('button', 'Remove tag VIP', element).focus();
}

const NOTES = { fields: [{ key: 'notes', type: 'textarea', label: 'Notes' }], tags: [{ id: 't_gold', name: 'Gold' }] };

/** What a page does while somebody presses keys in its panel. */
async function actionsOf(page: Page, run: () => Promise<void>): Promise<readonly string[]> {
  const acted: string[] = [];
  const stop = page((key) => acted.push(key));
  try {
    await run();
    return acted;
  } finally {
    stop();
  }
}

describe('keys that are used in the panel', () => {
  for (const [title, page] of Object.entries(PAGES)) {
    describe(`in a page of ${title}`, () => {
      it('do what the page wants outside of the panel', async () => {
        await show();
        expect(await actionsOf(page, () => type('jk'))).to.include.members(['j', 'k']);
      });

      for (const { name, enter, keys } of PLACES) {
        it(`do nothing else in ${name}`, async () => {
          const element = await show(ANA, NOTES);
          await enter(element);
          const acted = await actionsOf(page, async () => {
            for (const key of keys) await (key.length === 1 ? type(key) : press(key));
          });
          expect(acted).to.deep.equal([]);
        });
      }
    });
  }

  it('reach what listens before everything else', async () => {
    const element = await show();
    await element.edit('email');
    const heard: string[] = [];
    const onKey = ({ key }: KeyboardEvent) => heard.push(key);
    window.addEventListener('keydown', onKey, true);
    await press('j');
    window.removeEventListener('keydown', onKey, true);
    expect(heard).to.deep.equal(['j']);
  });

  it('still type, move and choose', async () => {
    const element = await show(ANA, NOTES);
    await element.edit('notes');
    await type('jk#');
    await press('Enter');
    await type('e1');
    await press('Backspace');
    expect((element.shadowRoot?.activeElement as HTMLTextAreaElement).value).to.equal('jk#\ne');
  });
});

describe('keys that are not used in the panel', () => {
  const heardIn = async (enter: (element: ContactDetails) => Promise<unknown>, keys: readonly string[]) => {
    const element = await show(ANA, NOTES);
    await enter(element);
    const heard: string[] = [];
    const onKey = ({ key, type: name }: KeyboardEvent) => heard.push(`${name} ${key}`);
    for (const name of ['keydown', 'keyup'] as const) document.addEventListener(name, onKey);
    const prevent = (event: Event) => event.preventDefault();
    document.addEventListener('keydown', prevent);
    for (const key of keys) await press(key);
    for (const name of ['keydown', 'keyup'] as const) document.removeEventListener(name, onKey);
    document.removeEventListener('keydown', prevent);
    return heard;
  };
  const both = (...keys: readonly string[]) => keys.flatMap((key) => [`keydown ${key}`, `keyup ${key}`]);

  it('reach the page from an editor, their release too: commands, function keys, Tab', async () => {
    const heard = await heardIn((element) => element.edit('email'), ['F2', 'Tab', 'Control+k', 'Control+Shift+1', 'Alt+j']);
    expect(heard).to.include.members(both('F2', 'Tab', 'k', 'Control', 'j', 'Alt'));
  });

  it('reach the page from a button, on which no letter means anything', async () => {
    const focusEdit = async (element: ContactDetails) => getByRole('button', 'Edit name', element).focus();
    expect(await heardIn(focusEdit, ['j', 'Escape', 'PageDown'])).to.deep.equal(both('j', 'Escape', 'PageDown'));
  });

  it('reach the page from fields in which nothing is open: Escape', async () => {
    expect(await heardIn(enterTagField, ['Escape', 'Escape'])).to.deep.equal(both('Escape'));
  });

  it('are those that a text control uses for commands of its own, too: they stay inside', async () => {
    const heard = await heardIn(
      (element) => element.edit('email'),
      ['Control+z', 'Control+a', 'Control+ArrowLeft', 'Control+Enter'],
    );
    expect(heard.filter((name) => !name.endsWith('Control'))).to.deep.equal([]);
  });

  it("reach the page from the host's own content in the slots, whatever they are", async () => {
    const element = await show(ANA);
    const input = Object.assign(document.createElement('input'), { slot: 'after-fields' });
    element.append(input);
    const events: string[] = [];
    for (const name of ['keydown', 'keypress', 'keyup', 'input', 'beforeinput', 'change'])
      element.addEventListener(name, () => events.push(name));
    input.focus();
    await type('j');
    input.blur();
    expect(events).to.deep.equal(['keydown', 'keypress', 'beforeinput', 'input', 'keyup', 'change']);
  });
});

describe('the release of a key', () => {
  const released = (run: () => Promise<void>) => actionsOf(listening('keyup'), run);

  it('goes where its press went, when the focus has gone elsewhere meanwhile', async () => {
    const element = await show(ANA);
    await element.edit('email');
    expect(await released(() => press('Escape')), 'Escape that closes an editor').to.deep.equal([]);
    expectFocus(getByRole('button', 'Edit Email Address', element));
    const open = ({ key }: KeyboardEvent) => void (key === 'e' && element.edit('email'));
    document.addEventListener('keydown', open);
    (element.shadowRoot?.activeElement as HTMLElement).blur();
    const heard = await released(() => press('e'));
    document.removeEventListener('keydown', open);
    expect(heard, 'a shortcut of the page').to.deep.equal(['e']);
    await until(() => part(element, 'editor').contains(element.shadowRoot?.activeElement ?? null), 'the editor');
  });
});
