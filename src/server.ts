/** What servers import: the handler of the HTTP contract, and what adapters and endpoints are made of. There is no Lit in it. */
export { contactHandler } from './server/handler.js';
export type { AdapterFor, ContactHandlerOptions } from './server/handler.js';
export { matchesPattern } from './server/pattern.js';
export { demandOwnOrigin } from './server/origin.js';
export { problemFor, Refusal } from './server/problem.js';
export { readJson } from './server/request.js';
export { memoryAdapter } from './memory/memory-adapter.js';
export type { Call, Fault, MemoryOptions, MemorySeed, Operation } from './memory/memory-adapter.js';
export type {
  AnsweringAdapter,
  ContactAdapter,
  ContactSnapshot,
  DuplicateContact,
  DuplicateReason,
  MergeChoices,
  MergeOptions,
  TagReference,
  WriteOptions,
} from './core/adapter.js';
export type {
  Channel,
  Contact,
  ContactEntry,
  ContactPatch,
  FieldValue,
  FieldValues,
  Person,
  Provenance,
  Tag,
} from './core/contact.js';
export { ContactError } from './core/error.js';
export type { ContactErrorOptions, ErrorCode, ExistingContact, FieldError } from './core/error.js';
export type { FieldDefinition, Option } from './core/field-definition.js';
export { foldText as fold } from './core/fold-text.js';
export { cleanAddress } from './core/invisible-text.js';
export { displayName } from './core/display-name.js';
export { isBlank } from './core/invisible-text.js';
export { allFields } from './core/field-definition.js';
export { getValue, isStandardKey } from './core/contact.js';
export { entriesOf, isSameAddress, PRIMARY_KEYS } from './core/contact.js';
export { withEntry, withPrimaries } from './core/entries.js';
export type { EntryList } from './core/contact.js';
export type { EntryPatch } from './core/entries.js';
export { fromPatch, isSameValue, withValues } from './core/merge-patch.js';
export { isChoosable, joinedByKey, mayChoose, mergedContact, takenKeys } from './core/merged-contact.js';
export { entryErrors, patchErrors } from './core/patch-errors.js';
export { permissionsFor } from './core/permissions.js';
export type { Permissions, Principal } from './core/permissions.js';
