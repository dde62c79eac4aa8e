import type { ContactAdapter, MergeChoices, TagReference, WriteOptions } from '../core/adapter.js';
import type { Contact, ContactPatch, EntryList } from '../core/contact.js';
import type { EntryPatch } from '../core/entries.js';
import { isBlank } from '../core/invisible-text.js';
import { parseContact, parseOptions, parseSnapshot, parseTags } from '../core/parse.js';
import { parseDuplicates } from '../core/parse-duplicates.js';
import type { Permissions } from '../core/permissions.js';
import type { Clock } from '../core/clock.js';
import { eventResponse, eventsResponse } from './event-response.js';
import { isRecord } from '../core/parser.js';
import { entryErrors, isText, patchErrors, PATCH_LIMITS } from '../core/patch-errors.js';
import { Refusal } from './problem.js';
import { contactsOf, optionalKey, readJson, requiredKey, requiredVersion, searchOf } from './request.js';
import { MERGE_PATCH, toETag } from '../http/transport.js';

/**
 * One request to answer: `id` is the first name in its path, a contact's or a field's, and `partId` the second: a tag's, a
 * channel's, or the value of an entry.
 */
export interface Task<A extends ContactAdapter = ContactAdapter> {
  readonly adapter: A;
  readonly request: Request;
  readonly id: string;
  readonly partId: string;
  readonly clock: Clock;
}

/** What one method of one URL does. */
export interface Endpoint {
  /** Whether this adapter can do it at all. */
  readonly isOffered: (adapter: ContactAdapter) => boolean;
  readonly answer: (task: Task) => Promise<Response>;
}

/** One URL of the contract: `*` stands for a name. */
export interface Resource {
  readonly path: readonly string[];
  readonly methods: Readonly<Record<string, Endpoint>>;
}

/** The HTTP contract: which methods each URL has, and which ability of the adapter answers them. */
export const RESOURCES: readonly Resource[] = [
  {
    path: ['contacts', '*'],
    methods: { GET: needing('load', load), PATCH: needing('save', save), DELETE: needing('delete', remove) },
  },
  entryResource('emails'),
  entryResource('phones'),
  { path: ['contacts', '*', 'tags'], methods: { POST: needing('addTag', addTagByName) } },
  {
    path: ['contacts', '*', 'tags', '*'],
    methods: { PUT: needing('addTag', addTagById), DELETE: needing('removeTag', removeTag) },
  },
  {
    path: ['contacts', '*', 'block'],
    methods: { PUT: needing('setBlocked', setBlocked(true)), DELETE: needing('setBlocked', setBlocked(false)) },
  },
  { path: ['contacts', '*', 'channels', '*'], methods: { DELETE: needing('removeChannel', removeChannel) } },
  { path: ['contacts', '*', 'duplicates'], methods: { GET: needing('suggestDuplicates', suggestDuplicates) } },
  { path: ['contacts', '*', 'merge'], methods: { POST: needing('merge', merge) } },
  { path: ['contacts', '*', 'events'], methods: { GET: always(watch) } },
  { path: ['events'], methods: { GET: always(watchSeveral) } },
  { path: ['tags'], methods: { GET: always(suggestTags) } },
  { path: ['fields', '*', 'options'], methods: { GET: always(suggestOptions) } },
];

/** The URL of an entry of a list, by its value. */
function entryResource(list: EntryList): Resource {
  return {
    path: ['contacts', '*', list, '*'],
    methods: {
      PATCH: needing('saveEntry', (task) => saveEntry(list, task)),
      DELETE: needing('removeEntry', (task) => removeEntry(list, task)),
    },
  };
}

type Able<K extends keyof ContactAdapter> = ContactAdapter & Required<Pick<ContactAdapter, K>>;

function needing<K extends keyof ContactAdapter>(ability: K, answer: (task: Task<Able<K>>) => Promise<Response>): Endpoint {
  const isAble = (adapter: ContactAdapter): adapter is Able<K> => adapter[ability] !== undefined;
  return {
    isOffered: isAble,
    answer: ({ adapter, ...task }) =>
      isAble(adapter) ? answer({ ...task, adapter }) : Promise.reject(new Refusal(405, 'Not offered')),
  };
}

/** Makes an endpoint that is offered by every adapter: where the ability is missing there are no suggestions, or no news. */
function always(answer: Endpoint['answer']): Endpoint {
  return { isOffered: () => true, answer };
}

async function load({ adapter, request, id }: Task): Promise<Response> {
  const { contact, fields = [], can = {}, ...rest } = parseSnapshot(await adapter.load(id, { signal: request.signal }), id);
  return json({ contact, fields, can: withAbilities(can, adapter), ...rest }, contact.version);
}

/** The methods of an adapter that a permission is about. */
const METHODS = {
  edit: ['save'],
  editEntries: ['saveEntry', 'removeEntry'],
  editTags: ['addTag', 'removeTag'],
  block: ['setBlocked'],
  removeChannels: ['removeChannel'],
  delete: ['delete'],
  merge: ['merge', 'suggestDuplicates'],
} as const satisfies { readonly [Ability in keyof Permissions]?: readonly (keyof ContactAdapter)[] };

/** Forbids what the adapter cannot do: over HTTP nobody sees which methods it has. */
function withAbilities(can: Permissions, adapter: ContactAdapter): Permissions {
  const missing = Object.entries(METHODS).filter(([, methods]) => methods.some((method) => !adapter[method]));
  return { ...can, ...Object.fromEntries(missing.map(([ability]) => [ability, false])) };
}

async function save({ adapter, request, id }: Task<Able<'save'>>): Promise<Response> {
  const options = conditional(request);
  const patch = await readJson(request, MERGE_PATCH);
  const errors = patchErrors(patch);
  if (errors.length) throw new Refusal(422, 'The patch is not one of a contact', { errors });
  return contactOf(await adapter.save(id, patch as ContactPatch, options), id, adapter, request);
}

async function remove({ adapter, request, id }: Task<Able<'delete'>>): Promise<Response> {
  await adapter.delete(id, conditional(request));
  return new Response(null, { status: 204 });
}

async function saveEntry(list: EntryList, { adapter, request, id, partId }: Task<Able<'saveEntry'>>): Promise<Response> {
  const options = repeatable(request);
  const patch = await readJson(request, MERGE_PATCH);
  const errors = entryErrors(partId, patch);
  if (errors.length) throw new Refusal(422, 'The patch is not one of an entry', { errors });
  return contactOf(await adapter.saveEntry(id, list, partId, patch as EntryPatch, options), id, adapter, request);
}

async function removeEntry(list: EntryList, { adapter, request, id, partId }: Task<Able<'removeEntry'>>): Promise<Response> {
  return contactOf(await adapter.removeEntry(id, list, partId, repeatable(request)), id, adapter, request);
}

async function addTagByName({ adapter, request, id }: Task<Able<'addTag'>>): Promise<Response> {
  const options = { key: requiredKey(request), signal: request.signal };
  return contactOf(
    await adapter.addTag(id, tagNamed(await readJson(request, 'application/json')), options),
    id,
    adapter,
    request,
  );
}

function tagNamed(body: unknown): TagReference {
  const name = isRecord(body) && Object.keys(body).length === 1 ? body['name'] : undefined;
  if (isText(name, PATCH_LIMITS.name) && !isBlank(name)) return { name };
  const errors = [{ pointer: '/name', detail: 'must be a text of 1 to 255 characters, the only member' }];
  throw new Refusal(422, 'The body does not name a tag', { errors });
}

async function addTagById({ adapter, request, id, partId }: Task<Able<'addTag'>>): Promise<Response> {
  return contactOf(await adapter.addTag(id, { id: partId }, repeatable(request)), id, adapter, request);
}

async function removeTag({ adapter, request, id, partId }: Task<Able<'removeTag'>>): Promise<Response> {
  return contactOf(await adapter.removeTag(id, partId, repeatable(request)), id, adapter, request);
}

function setBlocked(isBlocked: boolean) {
  return async ({ adapter, request, id }: Task<Able<'setBlocked'>>): Promise<Response> =>
    contactOf(await adapter.setBlocked(id, isBlocked, repeatable(request)), id, adapter, request);
}

async function removeChannel({ adapter, request, id, partId }: Task<Able<'removeChannel'>>): Promise<Response> {
  return contactOf(await adapter.removeChannel(id, partId, repeatable(request)), id, adapter, request);
}

async function suggestDuplicates({ adapter, request, id }: Task<Able<'suggestDuplicates'>>): Promise<Response> {
  const found = await adapter.suggestDuplicates(id, { ...searchOf(new URL(request.url)), signal: request.signal });
  return json({ duplicates: parseDuplicates(found) });
}

async function merge({ adapter, request, id }: Task<Able<'merge'>>): Promise<Response> {
  const options = conditional(request);
  const { other, otherVersion, choices } = mergeOf(await readJson(request, 'application/json'));
  const versions = { ...options, ...(otherVersion === undefined ? {} : { otherVersion }) };
  return contactOf(await adapter.merge(id, other, choices, versions), id, adapter, request);
}

/** What a merge asks for. */
interface Merge {
  readonly other: string;
  readonly otherVersion?: string;
  readonly choices: MergeChoices;
}

function mergeOf(body: unknown): Merge {
  const { other, otherVersion, choices, ...others } = isRecord(body) ? body : {};
  const problems = {
    other: isText(other, PATCH_LIMITS.name) && other ? '' : 'must be the id of another contact',
    otherVersion: otherVersion === undefined || typeof otherVersion === 'string' ? '' : 'must be a version',
    choices: isChoices(choices) ? '' : 'must say "this" or "other" for each of at most 500 keys',
    ...Object.fromEntries(Object.keys(others).map((key) => [key, 'is not known'])),
  };
  const errors = Object.entries(problems)
    .filter(([, detail]) => detail)
    .map(([key, detail]) => ({ pointer: `/${key}`, detail }));
  if (errors.length) throw new Refusal(422, 'The body does not say what is to be merged', { errors });
  return body as Merge;
}

function isChoices(choices: unknown): boolean {
  const entries = isRecord(choices) ? Object.entries(choices) : undefined;
  const isChoice = ([key, side]: readonly [string, unknown]) =>
    isText(key, PATCH_LIMITS.name) && (side === 'this' || side === 'other');
  return entries !== undefined && entries.length <= PATCH_LIMITS.fields && entries.every(isChoice);
}

async function suggestTags({ adapter, request }: Task): Promise<Response> {
  const { query, limit } = searchOf(new URL(request.url));
  return json({ tags: parseTags(await adapter.suggestTags?.(query, { limit, signal: request.signal })) });
}

async function suggestOptions({ adapter, request, id }: Task): Promise<Response> {
  const { query, limit } = searchOf(new URL(request.url));
  return json({ options: parseOptions(await adapter.suggestOptions?.(id, query, { limit, signal: request.signal })) });
}

async function watch({ adapter, request, id, clock }: Task): Promise<Response> {
  return canWatch(adapter) ? eventResponse(adapter, id, request, clock) : new Response(null, { status: 204 });
}

async function watchSeveral({ adapter, request, clock }: Task): Promise<Response> {
  const ids = contactsOf(new URL(request.url));
  return canWatch(adapter) ? eventsResponse(adapter, ids, request, clock) : new Response(null, { status: 204 });
}

function canWatch(adapter: ContactAdapter): adapter is Able<'watch'> {
  return adapter.watch !== undefined;
}

function conditional(request: Request): WriteOptions {
  const version = requiredVersion(request);
  return { key: requiredKey(request), signal: request.signal, ...(version === undefined ? {} : { version }) };
}

/** Reads the options of a write that may be repeated: where the client gives no key, it gets a new one. */
function repeatable(request: Request): WriteOptions {
  return { key: optionalKey(request) ?? crypto.randomUUID(), signal: request.signal };
}

/** Answers with what a write led to, which is read where the adapter has answered nothing. */
async function contactOf(answer: Contact | void, id: string, adapter: ContactAdapter, { signal }: Request): Promise<Response> {
  const contact = parseContact(answer || (await adapter.load(id, { signal })).contact, id);
  return json(contact, contact.version);
}

function json(body: object, version?: string): Response {
  const headers = { 'content-type': 'application/json', ...(version === undefined ? {} : { etag: toETag(version) }) };
  return new Response(JSON.stringify(body), { headers });
}
