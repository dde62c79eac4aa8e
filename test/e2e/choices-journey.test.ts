import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ShownContact } from './shown-contact.js';

interface Chosen {
  readonly type: string;
  readonly label: string;
  readonly key: string;
  /** What the person types to find it. */
  readonly typed: string;
  readonly option: string;
  readonly stored: unknown;
}

const CHOSEN: readonly Chosen[] = [
  { type: 'country', label: 'Ships To', key: 'shipsTo', typed: 'japa', option: 'Japan', stored: 'JP' },
  { type: 'language', label: 'Second Language', key: 'secondLanguage', typed: 'ital', option: 'Italian', stored: 'it' },
  {
    ...{ type: 'person', label: 'Design Advisor', key: 'advisor', typed: 'jonas', option: 'Jónas Þórsson' },
    stored: { id: 'u_jonas', name: 'Jónas Þórsson', avatarUrl: '/avatars/p22.svg' },
  },
];

/** Fields that are chosen in a list made for them, by a person who has no mouse, and what the database says afterwards. */
describe('a person who chooses values', () => {
  let contact: ShownContact;

  before(async () => {
    contact = await ShownContact.open();
  });
  after(() => contact.close());

  const assigneeId = async () => {
    const [row] = await contact.demo.query<{ assignee_id: string | null }>(
      "SELECT assignee_id FROM contacts WHERE id = 'c_1001'",
    );
    return row?.assignee_id;
  };

  const choose = async (label: string, typed: string, option: string) => {
    const { visitor } = contact;
    await contact.edit(label, 'combobox');
    await contact.retype(typed);
    await visitor.find('option', option);
    await visitor.press('Enter');
    await visitor.settled();
  };

  const toggle = async (...labels: readonly string[]) => {
    await contact.edit('Interests', 'group');
    for (const label of labels) {
      await contact.visitor.tabTo(label);
      await contact.visitor.press('Space');
    }
  };

  for (const { type, label, key, typed, option, stored } of CHOSEN) {
    test(`finds and chooses a ${type} by keyboard, and the database has it`, async () => {
      await choose(label, typed, option);
      assert.deepEqual(await contact.custom(key), stored);
      assert.equal(await contact.visitor.focusedName(), `Edit ${label}`);
    });
  }

  test('assigns the contact to somebody else, and the database has it', async () => {
    assert.equal(await assigneeId(), 'u_olivia');
    await choose('Assigned To', 'mate', 'Mateo Rivera');
    assert.equal(await assigneeId(), 'u_mateo');
  });

  test('leaves a choice as it was with Escape, and nothing is sent', async () => {
    const before = await contact.custom('shipsTo');
    await contact.edit('Ships To', 'combobox');
    await contact.retype('portu');
    await contact.visitor.find('option', 'Portugal');
    await contact.visitor.press('Escape');
    await contact.visitor.leaves('combobox', 'Ships To');
    await contact.visitor.settled();
    assert.deepEqual(await contact.custom('shipsTo'), before);
  });

  test('ticks and unticks several choices, and the database has them', async () => {
    assert.deepEqual(await contact.custom('interests'), ['lamps', 'chairs', 'textiles']);
    await toggle('Lamps', 'Care');
    await contact.save();
    const interests = (await contact.custom('interests')) as readonly string[];
    assert.deepEqual(interests.toSorted(), ['care', 'chairs', 'textiles']);
  });

  test('sets a day and a time, and the database has that moment of the reader’s clock', async () => {
    const { visitor } = contact;
    await contact.edit('Next Visit', 'DateTime');
    // The year has four digits at most: after them, the control goes on to the hour.
    await visitor.type('12242026');
    await visitor.type('063000PM');
    await contact.save();
    const stored = String(await contact.custom('nextVisit'));
    const [kept, meant] = await visitor.page.evaluate(
      (...texts) => texts.map((text) => new Date(text).getTime()),
      stored,
      '2026-12-24T18:30',
    );
    assert.equal(kept, meant, stored);
  });

  test('clears each of them, and the database has no value', async () => {
    const { visitor } = contact;
    await toggle('Chairs', 'Textiles', 'Care');
    await contact.save();
    await contact.edit('Next Visit', 'DateTime');
    await contact.emptyParts(7);
    await contact.save();
    await contact.edit('Ships To', 'combobox');
    await (await visitor.find('option', 'Not set')).click();
    await visitor.settled();
    for (const key of ['interests', 'nextVisit', 'shipsTo']) assert.equal(await contact.custom(key), undefined, key);
  });

  test('caused no violation of the page’s policy, and no error', () => {
    contact.demo.expectNoTrouble();
  });
});
