import { getValue } from '../../../src/core/contact.js';
import type { Contact, FieldValues } from '../../../src/core/contact.js';
import { FIELDS, CONTACTS, TAGS } from '../../store/sched/person.js';
import { rootOf } from '../../store/sched/memory.js';
import type { Memory } from '../../store/sched/memory.js';
import { hasItem, LINE, tagId, versionOf } from '../../store/sched/server.js';
import type { Effect } from '../../store/sched/server.js';
import { Violation } from '../../store/sched/violation.js';
import { startServer } from '../../support/server.js';
import type { TestServer } from '../../support/server.js';

/** Writes down each change of a contact and each answer, with the transaction that both belong to. */
const RECORDER = `
  CREATE TABLE recorded_changes (transaction text, contact_id text);
  CREATE TABLE recorded_answers (
    position bigint GENERATED ALWAYS AS IDENTITY, transaction text, key text, user_id text, contact_id text, answer jsonb
  );
  CREATE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO recorded_changes VALUES (pg_current_xact_id()::text, NEW.id);
    RETURN NEW;
  END $$;
  CREATE FUNCTION record_answer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO recorded_answers (transaction, key, user_id, contact_id, answer)
      VALUES (pg_current_xact_id()::text, NEW.key, NEW.user_id, NEW.contact_id, NEW.answer);
    RETURN NEW;
  END $$;
  CREATE TRIGGER record_change AFTER UPDATE ON contacts FOR EACH ROW EXECUTE FUNCTION record_change();
  CREATE TRIGGER record_answer AFTER INSERT ON idempotency_keys FOR EACH ROW EXECUTE FUNCTION record_answer();`;

const ids = CONTACTS.map((id) => `'${id}'`).join();

/** Contacts, tags and the field of the schedules, as they are at the beginning of each; the primary email address stays as it is. */
const BEGINNING = `
  DELETE FROM conversations WHERE contact_id IN (${ids});
  DELETE FROM contacts WHERE id IN (${ids});
  DELETE FROM deleted_contacts WHERE id IN (${ids});
  DELETE FROM idempotency_keys;
  DELETE FROM recorded_changes;
  DELETE FROM recorded_answers;
  ${CONTACTS.map(
    (id) => `INSERT INTO contacts (workspace_id, id, first_name, last_name, email, custom, channels)
      SELECT workspace_id, '${id}', '${id} first', '${id} last', '${id}@example.com', '{"plan": "${id} plan"}', '${JSON.stringify([LINE])}'
      FROM contacts WHERE id = 'c_1001';
    INSERT INTO conversations (workspace_id, id, contact_id, channel_type, channel_name, updated_at)
      SELECT workspace_id, '${id}-talk', id, 'line', 'LINE', now() FROM contacts WHERE id = '${id}';
    INSERT INTO contact_tags (workspace_id, contact_id, tag_id) SELECT workspace_id, id, '${tagId('VIP')}' FROM contacts WHERE id = '${id}';`,
  ).join('\n')}`;

const VOCABULARY = `
  DELETE FROM contact_tags; DELETE FROM tags;
  ${TAGS.map(
    (tag) => `INSERT INTO tags (workspace_id, id, name, folded_name)
      SELECT workspace_id, '${tagId(tag)}', '${tag}', '${tag.toLowerCase()}' FROM contacts WHERE id = 'c_1001';`,
  ).join('\n')}
  UPDATE field_definitions SET definition = '{"label": "Plan", "type": "text"}' WHERE key = 'plan';`;

interface Answer {
  readonly key: string;
  readonly contact_id: string;
  readonly answer: Contact;
  readonly is_change: boolean;
}

/** The real server, and a record of everything that was ever applied, in the form in which judges read it. */
export class RecordedServer {
  readonly server: TestServer;
  /** What was changed, in the order in which it was. */
  effects: readonly Effect[] = [];
  /** The same, and what was answered without a change, because it was so already. */
  log: readonly Effect[] = [];
  #history = new Map<string, readonly Contact[]>();

  private constructor(server: TestServer) {
    this.server = server;
  }

  static async open(): Promise<RecordedServer> {
    const server = await startServer();
    await server.database.script(VOCABULARY + RECORDER);
    return new RecordedServer(server);
  }

  /** Makes the contacts what they are at the beginning of a schedule. */
  async begin(): Promise<void> {
    await this.server.database.script(BEGINNING);
  }

  doneAt(key: string): number | undefined {
    return this.log.find((effect) => effect.key === key)?.version;
  }

  hasBeen(id: string, tag: string, isThere: boolean, since: number): boolean {
    const versions = this.#history.get(id) ?? [];
    return versions.some((contact) => versionOf(contact) >= since && hasItem(contact, tag) === isThere);
  }

  /** Reads the record. Changes that nobody asked for in a keyed write are a violation, and so are answers to what was not done. */
  async read(memory: Memory): Promise<void> {
    const { database } = this.server;
    const unkeyed = await database.query(
      'SELECT 1 FROM recorded_changes WHERE transaction NOT IN (SELECT transaction FROM recorded_answers)',
    );
    if (unkeyed.length) throw new Violation('R5', `${unkeyed.length} changes belong to no key`);
    const answers = await database.query<Answer>(
      `SELECT key, contact_id, answer, transaction IN (SELECT transaction FROM recorded_changes) AS is_change
       FROM recorded_answers ORDER BY position`,
    );
    const history = new Map<string, readonly Contact[]>(CONTACTS.map((id) => [id, [beginningOf(id)]]));
    const effects: Effect[] = [];
    this.log = answers.map(({ key: given, contact_id: contactId, answer, is_change: isChange }) => {
      const versions = history.get(contactId) ?? [];
      const before = versions.at(-1) ?? answer;
      history.set(contactId, [...versions, answer]);
      const intents = memory.fieldIntents.get(rootOf(given)) ?? [];
      const wish = memory.tagIntents.get(rootOf(given));
      if (wish && hasItem(answer, wish.tag) !== wish.isThere)
        throw new Violation('R1', `${given} was answered and not done: ${wish.tag} is ${wish.isThere ? 'not there' : 'there'}`);
      const key = intents.length || wish ? given : undefined;
      const changed = FIELDS.filter((field) => getValue(answer, field) !== getValue(before, field));
      const meant = intents.filter(({ field, value }) => getValue(answer, field) === value).map(({ field }) => field);
      const effectOf = (fields: readonly string[]): Effect => ({
        ...{ contactId, key, version: versionOf(answer) },
        values: pick(answer, fields),
        replaced: pick(before, fields),
      });
      if (isChange) effects.push(effectOf(changed));
      return effectOf([...new Set([...changed, ...meant])]);
    });
    this.effects = effects;
    this.#history = history;
  }
}

function beginningOf(id: string): Contact {
  return {
    ...{ id, version: '1', firstName: `${id} first`, lastName: `${id} last`, custom: { plan: `${id} plan` } },
    channels: [LINE],
    tags: [{ id: tagId('VIP'), name: 'VIP' }],
  };
}

function pick(contact: Contact, fields: readonly string[]): FieldValues {
  return Object.fromEntries(fields.map((field) => [field, getValue(contact, field)]));
}
