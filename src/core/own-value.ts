/** What a record itself has under a key that is data: `constructor` and `__proto__` are in every record, and belong to none. */
export function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
