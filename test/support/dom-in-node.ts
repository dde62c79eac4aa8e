import { Window } from 'happy-dom';
import { JSDOM } from 'jsdom';

const ADDRESS = 'http://localhost/';

/** What Node has too, and a page's scripts find as the DOM's own. */
const REPLACED = [
  'Event',
  'EventTarget',
  'CustomEvent',
  'MessageEvent',
  'AbortController',
  'AbortSignal',
  'DOMException',
  'navigator',
];

export type DomName = 'jsdom' | 'happy-dom';

/** Puts a DOM that is made for unit tests into Node's global scope, as test runners do. */
export function useDom(name: DomName): void {
  const window: object =
    name === 'jsdom' ? new JSDOM('', { pretendToBeVisual: true, url: ADDRESS }).window : new Window({ url: ADDRESS });
  for (const key of namesIn(window).filter((key) => !(key in globalThis) || REPLACED.includes(key))) {
    const value: unknown = Reflect.get(window, key);
    const isMethod = typeof value === 'function' && /^[a-z]/.test(key);
    Object.defineProperty(globalThis, key, {
      value: isMethod ? (value.bind(window) as unknown) : value,
      configurable: true,
      writable: true,
    });
  }
}

/** The names of all that an object has or inherits. */
function namesIn(object: object | null): readonly string[] {
  return object ? [...Object.getOwnPropertyNames(object), ...namesIn(Object.getPrototypeOf(object) as object | null)] : [];
}
