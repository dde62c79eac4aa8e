import { assert } from '@open-wc/testing';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { messages } from '../support/messages.js';
import { announced, fieldRow, fieldText, panelText, part, parts, textOf } from '../element/kit.js';
import { descriptionOf, findByRole, focusedElement, getByRole, queryAllByRole, queryByRole } from '../support/find.js';
import { nextEvent, until } from '../support/until.js';
import { fieldClaims } from './field-claims.js';

/** Looks whether a panel is what its card in the gallery says; throws where it is not (yet). */
export type Claim = (element: ContactDetails) => void | Promise<void>;

const NAME = 'Inês Carvalho';

function heading(element: ContactDetails): string {
  return textOf(queryByRole('heading', undefined, element));
}

function states(element: ContactDetails, ...names: readonly string[]): void {
  for (const name of names) assert.isTrue(element.matches(`:state(${name})`), `:state(${name})`);
}

function has(element: ContactDetails, role: string, name: string | RegExp): void {
  assert.isNotEmpty(queryAllByRole(role, name, element), `${role} ${String(name)}`);
}

function hasNo(element: ContactDetails, role: string, name?: string | RegExp): void {
  assert.isEmpty(queryAllByRole(role, name, element), `${role} ${String(name)}`);
}

function isDirected(element: ContactDetails, direction: string): void {
  assert.strictEqual(getComputedStyle(part(element, 'panel')).direction, direction);
}

function saysOnly(text: string, isRetried = true): (element: ContactDetails) => void {
  return (element) => {
    assert.strictEqual(panelText(element), isRetried ? `${text} Try again` : text);
    assert.strictEqual(heading(element), '');
  };
}

async function inMenu(element: ContactDetails, check: () => void): Promise<void> {
  const button = getByRole('button', 'More actions', element);
  button.click();
  await findByRole('menu', undefined, element);
  try {
    check();
  } finally {
    button.click();
    await until(() => !queryByRole('menu', undefined, element));
  }
}

/** What every state of the gallery claims to be, by its id. */
export const claims: Readonly<Record<string, Claim>> = {
  full: (element) => {
    assert.strictEqual(heading(element), NAME);
    assert.isAtLeast(parts(element, 'channel').length, 2);
    assert.include(fieldText(element, 'Email Address') ?? '', 'ines.carvalho@example.com');
    assert.lengthOf(parts(element, 'tag'), 3);
  },
  'one-name': (element) => {
    assert.strictEqual(heading(element), 'Sukarno');
    assert.strictEqual(textOf(part(element, 'avatar')), 'S');
    assert.strictEqual(fieldText(element, 'Last Name'), 'Not set');
  },
  'no-name': (element) => {
    assert.include(heading(element), '4915112345678');
  },
  unnamed: (element) => {
    assert.strictEqual(heading(element), 'Unnamed contact');
  },
  provenance: async (element) => {
    const button = getByRole('button', 'Edit Country', element);
    await until(() => button.getAttribute('aria-description') === 'From the phone number');
    assert.include(getComputedStyle(fieldRow(element, 'Language')!.querySelector('.value')!, '::after').content, '✦');
  },
  arabic: (element) => {
    assert.include(fieldText(element, 'البلد') ?? '', 'لبنان');
    isDirected(element, 'rtl');
    assert.strictEqual(heading(element), 'ليلى الحسن');
    const phone = getByRole('link', /^\+961/, element);
    assert.strictEqual(getComputedStyle(phone).direction, 'ltr');
  },
  japanese: (element) => {
    assert.strictEqual(heading(element), '山田花子');
    assert.include(fieldText(element, 'Country') ?? '', '日本');
  },
  'very-long': (element) => {
    assert.match(heading(element), /^Hubert.*Schillingsfürst$/);
    assert.match(fieldText(element, 'Company') ?? '', /^Donaudampf.*gesellschaft/);
    has(element, 'button', /^Remove tag .*matching lid/);
  },
  'many-tags': (element) => {
    assert.lengthOf(parts(element, 'tag'), 15);
  },
  'broken-picture': (element) => {
    assert.strictEqual(heading(element), '🌸 Flora Bloom 👩🏽‍🌾');
    assert.strictEqual(textOf(parts(element, 'avatar')[0]), 'FB');
    assert.include(textOf(part(element, 'channel')), 'Carrier pigeon');
  },
  hostile: (element) => {
    assert.include(heading(element), '<img src=x onerror=alert(1)>');
    assert.strictEqual(element.shadowRoot?.querySelector('script, [onerror], [href^="javascript:" i]'), null);
    assert.strictEqual(fieldText(element, 'Website'), 'javascript:alert(1)');
  },

  'editing-name': (element) => {
    states(element, 'editing');
    assert.strictEqual((getByRole('textbox', 'First Name', element) as HTMLInputElement).value, 'Inês');
    assert.strictEqual((getByRole('textbox', 'Last Name', element) as HTMLInputElement).value, 'Carvalho');
    has(element, 'button', /^Save /);
    has(element, 'button', /^Cancel editing /);
  },
  'editing-invalid': (element) => {
    states(element, 'editing');
    const input = getByRole('textbox', 'Email Address', element) as HTMLInputElement;
    assert.strictEqual(input.value, 'ines.carvalho@');
    assert.strictEqual(input.getAttribute('aria-invalid'), 'true');
    assert.include(descriptionOf(input), 'name@example.com');
    assert.strictEqual(focusedElement(), null);
    assert.strictEqual(element.inert, false);
  },
  'draft-news': (element) => {
    states(element, 'editing');
    const input = getByRole('textbox', 'Email Address', element) as HTMLInputElement;
    assert.strictEqual(input.value, 'ines@padaria.example');
    assert.include(descriptionOf(input), 'Aiko Tanaka changed this to inescarvalho@example.net');
    assert.strictEqual(element.inert, false);
  },
  'implied-country': (element) => {
    has(element, 'group', 'This number is from Malaysia.');
    for (const name of ['Set Country', 'Ignore: Country']) has(element, 'button', name);
    assert.include(fieldText(element, 'Country') ?? '', 'Portugal');
    assert.isFalse(element.hasUnsavedEdits);
  },
  saving: (element) => {
    states(element, 'saving');
    assert.include(fieldText(element, 'Email Address') ?? '', 'ines@padaria.example');
  },
  saved: (element) => {
    assert.include(fieldText(element, 'Email Address') ?? '', 'ines@padaria.example');
    has(element, 'button', 'Undo Email Address');
    assert.isFalse(element.hasUnsavedEdits);
  },
  'tag-removed': (element) => {
    assert.lengthOf(parts(element, 'tag'), 2);
    has(element, 'button', 'Undo VIP');
    assert.isFalse(element.hasUnsavedEdits);
  },
  rebased: (element) => {
    assert.include(fieldText(element, 'Email Address') ?? '', 'ines@padaria.example');
    assert.strictEqual(fieldText(element, 'Company'), 'Forno & Filhos');
    hasNo(element, 'group', /changed this|saved/);
    assert.isFalse(element.hasUnsavedEdits);
  },
  queued: (element) => {
    states(element, 'offline');
    for (const what of ['Email Address', 'Conversation Status', 'Company']) has(element, 'button', `${what} isn't saved yet.`);
    has(element, 'group', "You're offline. 3 changes will be saved when you reconnect.");
    for (const name of ['Try again', 'Discard all']) has(element, 'button', name);
  },
  retrying: (element) => {
    has(element, 'button', "Email Address isn't saved yet.");
    has(element, 'group', "Email Address isn't saved yet. We'll keep trying.");
    for (const name of ['Try again', 'Discard']) has(element, 'button', name);
    hasNo(element, 'group', /wasn't saved/);
  },
  'save-failed': (element) => {
    states(element, 'failed');
    has(element, 'button', "Email Address wasn't saved: ines@padaria.example.");
    has(element, 'group', "Email Address wasn't saved: ines@padaria.example. Something went wrong.");
    for (const name of ['Try again', 'Discard']) has(element, 'button', name);
  },
  duplicate: (element) => {
    states(element, 'failed');
    assert.include(panelText(element), messages.takenBy('Rui'));
    for (const name of ['Open Rui', 'Keep editing: Email Address', 'Discard: Email Address']) has(element, 'button', name);
    hasNo(element, 'button', /^Try again/);
  },
  conflict: (element) => {
    states(element, 'conflict');
    has(element, 'group', 'Aiko Tanaka changed this to inescarvalho@example.net');
    has(element, 'button', /^Keep .*ines@padaria\.example/);
    has(element, 'button', 'Use theirs: Email Address');
  },
  'tag-failed': (element) => {
    states(element, 'failed');
    has(element, 'button', /Met at the fair/);
    has(element, 'group', "Tag Met at the fair wasn't added. Something went wrong.");
    assert.lengthOf(parts(element, 'tag'), 3);
  },
  deleted: (element) => {
    states(element, 'deleted');
    saysOnly('This contact was deleted.', false)(element);
  },
  twice: async (element) => {
    getByRole('button', 'More actions', element).click();
    (await findByRole('menuitem', 'Merge with…', element)).click();
    (await findByRole('button', /Ines Carvalho/, element)).click();
    await findByRole('radio', /ines@private.example/, element);
    getByRole('button', 'Cancel', element).click();
    await until(() => !queryByRole('dialog', /^Merge/, element));
  },
  merged: (element) => {
    states(element, 'deleted');
    assert.include(panelText(element), 'This contact was merged into another one.');
    has(element, 'button', 'Show that contact');
  },

  ...fieldClaims,

  loading: (element) => {
    states(element, 'loading');
    assert.strictEqual(part(element, 'skeleton').checkVisibility(), true);
  },
  slow: async (element) => {
    states(element, 'loading');
    await nextEvent(element, 'contact-loaded');
    assert.strictEqual(heading(element), NAME);
  },
  empty: saysOnly('No contact selected', false),
  'not-found': saysOnly(messages.notFound, false),
  failed: async (element) => {
    states(element, 'failed');
    saysOnly(messages.errors.unknown)(element);
    getByRole('button', 'Try again', element).click();
    await nextEvent(element, 'contact-failed');
    await until(() => announced(element) !== '' && queryByRole('button', 'Try again', element));
  },
  offline: (element) => {
    states(element, 'offline', 'failed');
    saysOnly(messages.errors.offline)(element);
  },
  forbidden: saysOnly(messages.errors.forbidden),
  'invalid-data': saysOnly(messages.errors['invalid-data']),

  'read-only': (element) => {
    states(element, 'readonly');
    assert.strictEqual(heading(element), NAME);
    hasNo(element, 'button', /^(Edit|Remove)/);
    hasNo(element, 'combobox');
  },
  'no-edit': async (element) => {
    assert.strictEqual(heading(element), NAME);
    hasNo(element, 'button', /^(Edit|Remove)/);
    await inMenu(element, () => {
      has(element, 'menuitem', 'View Messages');
      for (const name of ['Delete Contact', 'Export Contact']) hasNo(element, 'menuitem', name);
    });
  },
  'no-tags': (element) => {
    has(element, 'button', 'Edit name');
    hasNo(element, 'button', /^Remove tag/);
    hasNo(element, 'combobox');
  },
  'no-new-tags': (element) => {
    has(element, 'combobox', 'Tags');
    has(element, 'button', /^Remove tag/);
  },
  blocked: (element) => {
    states(element, 'blocked');
    assert.strictEqual(textOf(part(element, 'blocked')), 'Blocked');
    return inMenu(element, () => {
      const item = getByRole('menuitem', /Unblock Contact/, element);
      assert.strictEqual(item.getAttribute('aria-disabled'), 'true');
      assert.include(textOf(item), 'Only owners and managers can unblock contacts.');
    });
  },
  'delete-reason': (element) =>
    inMenu(element, () => {
      const item = getByRole('menuitem', /Delete Contact/, element);
      assert.strictEqual(item.getAttribute('aria-disabled'), 'true');
      assert.include(textOf(item) + descriptionOf(item), 'Only owners and managers');
    }),
  masked: (element) => {
    assert.notInclude(fieldText(element, 'Phone Number') ?? '', '912345678');
    hasNo(element, 'button', 'Edit Phone Number');
    hasNo(element, 'button', 'Edit Email Address');
  },

  'data-mode': (element) => {
    assert.strictEqual(element.adapter, undefined);
    assert.strictEqual(heading(element), NAME);
    has(element, 'button', 'Edit name');
  },
  'hide-empty': (element) => {
    assert.strictEqual(heading(element), 'Sukarno');
    assert.lengthOf(
      parts(element, 'field').filter((field) => field.checkVisibility()),
      3,
    );
    assert.notInclude(panelText(element), 'Not set');
  },
  'fold-empty': (element) => {
    assert.strictEqual(fieldText(element, 'Phone Number'), '+62 21 5550101');
    assert.strictEqual(fieldText(element, 'Email Address'), undefined);
    for (const name of ['Add Email Address', 'Add Company']) has(element, 'button', name);
    assert.notInclude(panelText(element), 'Not set');
  },
  'own-actions': async (element) => {
    await inMenu(element, () => {
      for (const name of ['New deal', 'Open orders', 'Block contact', 'Copy Link', 'Export Contact'])
        has(element, 'menuitem', name);
    });
    for (const slot of ['before-fields', 'footer'])
      assert.strictEqual(element.querySelector<HTMLElement>(`[slot=${slot}]`)?.checkVisibility(), true);
  },
  narrow: (element) => {
    assert.strictEqual(heading(element), NAME);
    assert.strictEqual(element.classList.contains('is-narrowest'), true);
  },
};
