import assert from 'node:assert/strict';
import test from 'node:test';
import { permissionsFor } from '../../src/core/permissions.js';

/**
 * Edit, edit tags, create tags, delete, view messages, export, block: by role, without a restriction and with each of those below. Who may view
 * messages may open channels, and who may edit as well may start conversations; owners and managers
 * who may edit remove channels; who may edit and delete may merge; who may edit changes email addresses and phone numbers.
 */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  owner: ['etcdmxb', '---dmx-', 'et-dmxb', 'etc-mxb', 'etcd-xb', 'etcdm-b', 'etcdmx-'],
  manager: ['etcdmxb', '---dmx-', 'et-dmxb', 'etc-mxb', 'etcd-xb', 'etcdm-b', 'etcdmx-'],
  agent: ['etc-mxb', '----mx-', 'et--mxb', 'etc-mxb', 'etc--xb', 'etc-m-b', 'etc-mx-'],
  viewer: ['----m--', '----m--', '----m--', '----m--', '-------', '----m--', '----m--'],
  constructor: ['----m--', '----m--', '----m--', '----m--', '-------', '----m--', '----m--'],
};

const DELETERS = ['owner', 'manager'];

const RESTRICTIONS = [
  [],
  ['restrict_contact_editing'],
  ['restrict_tag_creation'],
  ['restrict_contact_deletion'],
  ['restrict_message_viewing'],
  ['restrict_contact_export'],
  ['restrict_contact_blocking'],
] as const;

for (const [role, rights] of Object.entries(TABLE)) {
  for (const [index, restrictions] of RESTRICTIONS.entries()) {
    const [edit, editTags, createTags, remove, viewMessages, take, block] = [...(rights[index] ?? '')].map(
      (right) => right !== '-',
    );
    test(`a role “${role}” with ${restrictions.join() || 'no restriction'} has the rights ${rights[index]}`, () => {
      const removeChannels = edit && DELETERS.includes(role);
      const channels = { openChannels: viewMessages, startConversations: edit && viewMessages, removeChannels };
      const both = { merge: edit && remove, block, editEntries: edit };
      const expected = { edit, editTags, createTags, delete: remove, viewMessages, export: take, ...both, ...channels };
      assert.deepEqual(permissionsFor({ role, restrictions }), expected);
    });
  }
}

test('restrictions add up, and an unknown one takes nothing away', () => {
  const restrictions = ['restrict_contact_deletion', 'restrict_tag_creation', 'restrict_lunch'];
  const { edit, delete: remove, createTags } = permissionsFor({ role: 'owner', restrictions });
  assert.deepEqual([edit, remove, createTags], [true, false, false]);
});

test('without a list of restrictions there are none', () => {
  assert.equal(permissionsFor({ role: 'owner' }).delete, true);
});
