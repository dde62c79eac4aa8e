/** A member of a record, if it is the record's own: `constructor` is a key of every object, and of no record. */
export function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
