import DataLoader from 'dataloader';
import { ContactError, fold, permissionsFor } from 'contact-details/server.js';
import type { AnsweringAdapter, ContactSnapshot, Option } from 'contact-details/server.js';
import type { Database } from '../database/database.js';
import type { ContactNews } from './contact-news.js';
import { findContacts } from './contact-rows.js';
import { absence, ContactWrites } from './contact-writes.js';
import { asSeenBy, isClosed, loadFields } from './field-access.js';
import { findDuplicates } from './likely-duplicates.js';
import { asPerson, listColleagues } from './member.js';
import type { Member } from './member.js';
import { searchTags } from './tags.js';
import { isText } from './text.js';

/** How many contacts are read by one query at most. */
const BATCH = 100;

/** Where contacts are kept, and who tells of changes. */
export interface ContactSource {
  readonly database: Database;
  readonly news: ContactNews;
}

/**
 * The contacts of one member's workspace, as that member may see and change them. Every rule is enforced here, whatever
 * the page shows: another workspace's contact does not exist (`not-found`), everything is refused to nobody
 * (`unauthenticated`), and what the role does not allow is `forbidden`. `onEnd` is called when what is watched has no more news
 * for the member.
 */
export function postgresAdapter(
  { database, news }: ContactSource,
  member: Member | undefined,
  onEnd = (): void => undefined,
): Required<AnsweringAdapter> {
  // What is asked for at once, as by a stream of many contacts, is one query.
  const contacts = new DataLoader(
    async (ids: readonly string[]) => {
      const reader = demandMember(member);
      const [found, fields] = [await findContacts(database, reader.workspaceId, ids), await loadFields(database, reader)];
      return ids.map((id) => ({ contact: found.get(id), fields }));
    },
    { cache: false, maxBatchSize: BATCH },
  );
  const load = async (id: string): Promise<ContactSnapshot> => {
    const reader = demandMember(member);
    const { contact, fields } = await contacts.load(demandId(id));
    if (!contact) throw await absence(database, { workspaceId: reader.workspaceId, id });
    return {
      contact: asSeenBy(reader, contact, fields),
      fields: fields.filter(({ access }) => access !== 'hide'),
      can: permissionsFor(reader),
      me: asPerson(reader),
    };
  };
  const writes = (id: string): ContactWrites => {
    demandId(id);
    return new ContactWrites(database, demandMember(member));
  };

  return {
    load,
    save: async (id, patch, options) => writes(id).save(id, patch, options),
    saveEntry: async (id, list, value, patch, options) => writes(id).setEntry(id, list, value, patch, options),
    removeEntry: async (id, list, value, options) => writes(id).setEntry(id, list, value, undefined, options),
    addTag: async (id, tag, options) => writes(id).addTag(id, tag, options),
    removeTag: async (id, tagId, options) => writes(id).removeTag(id, tagId, options),
    setBlocked: async (id, isBlocked, options) => writes(id).setBlocked(id, isBlocked, options),
    removeChannel: async (id, channelId, options) => writes(id).removeChannel(id, channelId, options),
    delete: async (id, options) => writes(id).delete(id, options),
    merge: async (id, otherId, choices, options) => writes(id).merge(id, otherId, choices, options),

    suggestDuplicates: async (id, { query, limit }) =>
      isText(query) ? findDuplicates(database, demandMember(member), demandId(id), { query, limit }) : [],

    suggestTags: async (query, { limit }) =>
      isText(query) ? searchTags(database, demandMember(member).workspaceId, query, limit) : [],

    suggestOptions: async (fieldKey, query, { limit }) => {
      const reader = demandMember(member);
      const field = (await loadFields(database, reader)).find(({ key }) => key === fieldKey);
      const isPerson = fieldKey === 'assignee' || field?.type === 'person';
      const options = isClosed(field?.access) ? [] : isPerson ? await people(database, reader) : (field?.options ?? []);
      return matching(options, query).slice(0, limit);
    },

    watch: (id, onChange) => {
      const { workspaceId, id: userId } = demandMember(member);
      return news.follow({ workspaceId, id }, { userId, onChange, onEnd });
    },
  };
}

/** The options whose label has the query in it, folded, those that begin with it first. */
function matching(options: readonly Option[], query: string): readonly Option[] {
  const wanted = fold(query);
  const places = new Map(options.map((option) => [option, fold(option.label).indexOf(wanted)]));
  const isFirst = (option: Option) => places.get(option) === 0;
  const found = options.filter((option) => places.get(option) !== -1);
  return [...found.filter(isFirst), ...found.filter((option) => !isFirst(option))];
}

async function people(database: Database, reader: Member): Promise<readonly Option[]> {
  const colleagues = await listColleagues(database, reader);
  return colleagues.map(asPerson).map(({ id, name, ...picture }) => ({ value: id, label: name, ...picture }));
}

function demandMember(member: Member | undefined): Member {
  if (!member) throw new ContactError('unauthenticated');
  return member;
}

/** An id that no row can have is an id of nothing. */
function demandId(id: string): string {
  if (!isText(id)) throw new ContactError('not-found');
  return id;
}
