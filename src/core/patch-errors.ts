import { isStandardKey } from './contact.js';
import type { FieldError } from './error.js';
import { isBlank } from './invisible-text.js';
import { isRecord } from './parser.js';

/** What a patch may hold at most: code points of a text, entries of a list, custom fields, problems told at once. */
export const PATCH_LIMITS = { text: 50_000, name: 255, list: 1_000, fields: 500, errors: 20 } as const;

/**
 * Everything that keeps this from being a `ContactPatch`, empty when nothing does: for the side that takes patches from
 * somebody it does not trust. Reads the value only, looks no deeper than a patch goes, and never throws.
 */
export function patchErrors(patch: unknown): readonly FieldError[] {
  if (!isRecord(patch)) return [{ pointer: '', detail: 'must be an object' }];
  return Object.entries(patch)
    .flatMap(([key, value]) => {
      if (key === 'custom') return customErrors(value);
      if (!isStandardKey(key)) return complain(key, 'is not a field that can be changed');
      return value === null || isValueOf(key, value) ? [] : complain(key, `must be ${kindOf(key)} or null`);
    })
    .slice(0, PATCH_LIMITS.errors);
}

/** Everything that keeps this from being an `EntryPatch` of an entry of that value; like `patchErrors`. */
export function entryErrors(value: string, patch: unknown): readonly FieldError[] {
  if (!isRecord(patch)) return [{ pointer: '', detail: 'must be an object' }];
  const { value: given = value, label = null, isPrimary = true, ...others } = patch;
  return [
    ...(isText(given, PATCH_LIMITS.name) && !isBlank(given) ? [] : complain('value', 'must be a text of 1 to 255 characters')),
    ...(label === null || isText(label, PATCH_LIMITS.name)
      ? []
      : complain('label', 'must be a text of at most 255 characters or null')),
    ...(isPrimary === true ? [] : complain('isPrimary', 'must be true: another one is made primary instead')),
    ...Object.keys(others).flatMap((key) => complain(key, 'is no member of an entry')),
  ];
}

function customErrors(custom: unknown): readonly FieldError[] {
  if (!isRecord(custom)) return complain('custom', 'must be an object');
  const entries = Object.entries(custom);
  if (entries.length > PATCH_LIMITS.fields) return complain('custom', 'has too many members');
  return entries.flatMap(([key, value]) => {
    if (isStandardKey(key)) return complain(['custom', key], 'is a standard field');
    if (!isText(key, PATCH_LIMITS.name)) return complain('custom', 'has a key that cannot be stored');
    return isFieldValue(value)
      ? []
      : complain(['custom', key], 'must be a text, number, boolean, list of texts, person or null');
  });
}

/** Whether this is a text that every store can keep: within the limit, well-formed Unicode, no U+0000. */
export function isText(value: unknown, limit: number): value is string {
  if (typeof value !== 'string' || /\p{Cs}|\0/u.test(value)) return false;
  // A code point is at most two units: only texts around the limit need to be taken apart.
  return value.length <= limit || (value.length <= 2 * limit && [...value].length <= limit);
}

function isValueOf(key: string, value: unknown): boolean {
  return key === 'assignee' ? isPerson(value) : isText(value, PATCH_LIMITS.text);
}

function kindOf(key: string): string {
  return key === 'assignee' ? 'a person' : 'a text';
}

function isFieldValue(value: unknown): boolean {
  if (value === null || typeof value === 'boolean' || Number.isFinite(value)) return true;
  if (Array.isArray(value)) return value.length <= PATCH_LIMITS.list && value.every((item) => isText(item, PATCH_LIMITS.text));
  return isText(value, PATCH_LIMITS.text) || isPerson(value);
}

function isPerson(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, name, avatarUrl = '', ...others } = value;
  const texts = [id, name, avatarUrl];
  return texts.every((text) => isText(text, PATCH_LIMITS.text)) && Object.keys(others).length === 0;
}

function complain(path: string | readonly string[], detail: string): readonly FieldError[] {
  const names = typeof path === 'string' ? [path] : path;
  const pointer = names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return [{ pointer, detail }];
}
