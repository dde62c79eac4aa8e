import type { DuplicateContact, DuplicateReason } from './adapter.js';
import type { Contact } from './contact.js';
import { parseContact } from './parse.js';
import { list, object } from './parser.js';
import type { Parser } from './parser.js';

const REASONS: readonly DuplicateReason[] = ['email', 'phone', 'name'];

const someContact: Parser<Contact> = (input, path, odd) =>
  parseContact(input, String((Object(input) as Partial<Contact>).id), odd, path);

/** Those of the reasons that the panel has words for. */
const reasons: Parser<readonly DuplicateReason[]> = (input) =>
  REASONS.filter((reason) => Array.isArray(input) && input.includes(reason));

const duplicates = list(object<DuplicateContact>({ contact: someContact, reasons }, ['contact']));

/** The contacts that `suggestDuplicates` answers. */
export function parseDuplicates(input: unknown): readonly DuplicateContact[] {
  return (duplicates(input, 'duplicates') ?? []).map((duplicate) => ({ ...duplicate, reasons: duplicate.reasons ?? [] }));
}
