import type { ContactAdapter } from './adapter.js';

const names = new WeakMap<object, unknown>();

/** Says which source an adapter reaches, so that another one of that name counts as the same. */
export function nameSource<A extends ContactAdapter>(adapter: A, name: unknown): A {
  names.set(adapter, name);
  return adapter;
}

/**
 * Whether two adapters seem to reach the same source: one object was made like the other, as by a page that writes its adapter into
 * what it renders. Their functions have the same text, all else is the same.
 */
export function isSameSource(a: ContactAdapter, b: ContactAdapter): boolean {
  const [mine, others] = [a, b].map((adapter) => new Map(Object.entries(adapter)));
  const isSame = (key: string) => {
    const [one, other] = [mine?.get(key) as unknown, others?.get(key) as unknown];
    return one === other || (typeof one === 'function' && String(one) === String(other));
  };
  return (
    names.get(a) === names.get(b) &&
    Object.getPrototypeOf(a) === Object.getPrototypeOf(b) &&
    Object.keys({ ...a, ...b }).every(isSame)
  );
}
