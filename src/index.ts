/** What npm users import: registers the element, and exports everything public. */
import { define } from './define.js';

define();

export { httpAdapter } from './http/http-adapter.js';
export { memoryAdapter } from './memory/memory-adapter.js';
export type * from './core/adapter.js';
export type * from './core/contact.js';
export type { EntryList } from './core/contact.js';
export type { EntryPatch } from './core/entries.js';
export { displayName, initials } from './core/display-name.js';
export { ContactError } from './core/error.js';
export type { ContactErrorOptions, ErrorCode, ExistingContact, FieldError } from './core/error.js';
export { defineFieldType } from './core/field-type.js';
export type { Complaint, FieldEditing, FieldType, ShowContext } from './core/field-type.js';
export type { FieldDefinition, Option } from './core/field-definition.js';
export type { Persistence, SavedRecord } from './store/saved-edits-format.js';
export { permissionsFor } from './core/permissions.js';
export type { Permissions, Principal } from './core/permissions.js';
export { define } from './define.js';
export { ContactDetails } from './element/contact-details.js';
export { contactAdapterContext } from './element/adapter-context.js';
export * from './element/editing/edit-requests.js';
export * from './element/events.js';
export * from './element/merging/merge-events.js';
export * from './element/popups/menu-requests.js';
export * from './element/rows/row-requests.js';
export type { PanelState } from './element/custom-states.js';
export type { MenuItem } from './element/view.js';
export type { Messages } from './i18n/messages.js';
export { clearLocalData, indexedDbPersistence } from './persistence/indexed-db.js';
export type { IndexedDbOptions } from './persistence/indexed-db.js';
