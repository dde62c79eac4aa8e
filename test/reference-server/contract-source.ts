import type { MemorySeed } from '../../src/memory/memory-adapter.js';
import type { Contact, Tag } from '../../src/core/contact.js';
import type { Permissions } from '../../src/core/permissions.js';
import { findMember } from '../../demo/server/contacts/member.js';
import type { Member } from '../../demo/server/contacts/member.js';
import type { Database } from '../../demo/server/database/database.js';
import { insertWorkspace } from '../../demo/server/seed/insert-seed.js';
import type { ContactSeed } from '../../demo/server/seed/rows.js';

const ASKER = 'u_asker';

/** Empties the database, fills it with a contract's seed, and answers the member who may do what its `can` says. */
export async function holdSeed(database: Database, seed: MemorySeed): Promise<Member> {
  const { contacts, fields = [], tags = [], options = {}, can = {} } = seed;
  const known = new Map([...tags, ...contacts.flatMap((contact) => contact.tags ?? [])].map((tag) => [tag.id, tag]));
  const colleagues = (options['assignee'] ?? []).map(({ value, label }) => ({ id: value, name: label, role: 'agent' }));
  await database.script('TRUNCATE workspaces, idempotency_keys CASCADE');
  await database.transaction((transaction) =>
    insertWorkspace(transaction, {
      ...{ id: 'w_contract', name: 'Contract', fields, conversations: [] },
      users: [
        ...colleagues,
        { id: ASKER, name: 'Asker', role: can.delete ? 'owner' : 'agent', restrictions: restrictions(can) },
      ],
      tags: [...known.values()],
      contacts: contacts.map(toSeed),
    }),
  );
  const member = await findMember(database, ASKER);
  if (!member) throw new Error('The asker was not inserted');
  return member;
}

function restrictions(can: Permissions): readonly string[] {
  return [
    ...(can.edit === false ? ['restrict_contact_editing'] : []),
    ...(can.createTags === false ? ['restrict_tag_creation'] : []),
  ];
}

function toSeed({ assignee, tags = [], ...contact }: Contact): ContactSeed {
  return { ...contact, tagIds: tags.map((tag: Tag) => tag.id), ...(assignee ? { assigneeId: assignee.id } : {}) };
}
