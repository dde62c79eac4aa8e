import { nextEvent } from '../../support/until.js';
import { walk } from './journey.js';
import { faultsIn, wordsOf } from './scan.js';
import type { Vocabulary } from './scan.js';

/** What the test asks of a page that stands in a frame, with a policy of its own. */
export interface HostilePage {
  /** Leads a panel full of this text through all states; answers what was wrong, each with its state. */
  try(text: string): Promise<readonly string[]>;
  /** Puts the text into HTML as careless code would, and answers what was wrong. */
  tryCarelessly(text: string): Promise<readonly string[]>;
  /** How often the panel was looked at, and at how many elements. */
  readonly looks: { states: number; elements: number };
}

declare global {
  interface Window {
    hostilePage?: Promise<HostilePage>;
  }
}

/** Texts as people write them, each of which is shown in a way of its own: what they bring into the panel, any data may. */
const PLAIN = [
  ...['https://example.com/ana', 'ana@example.com', '+351912345678', 'PT', '#336699', `${'a long name '.repeat(20)}x`],
  ...['whatsapp', 'sms', 'line', 'firstName', 'of\nseveral\r\nlines\r'],
];

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const ownNames = () => prototypes.map((one) => Object.getOwnPropertyNames(one).length).join();

// Edits that are not saved are left with the page.
addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
window.hostilePage = open();

async function open(): Promise<HostilePage> {
  const words = new Set<string>();
  const vocabulary: Vocabulary = { words };
  const looks = { states: 0, elements: 0 };
  const events = listen();
  performance.setResourceTimingBufferSize(10_000);
  const known = ownNames();

  for (const text of PLAIN) {
    await walk(text, (_state, roots) => wordsOf(roots).forEach((word) => words.add(word)));
  }
  events.splice(0);
  performance.clearResourceTimings();

  const incidents = (): readonly string[] => {
    const requests = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ initiatorType, name }) => initiatorType !== 'img' && !name.startsWith(`${location.origin}/`))
      .map(({ initiatorType, name }) => `request by ${initiatorType}: ${name}`);
    performance.clearResourceTimings();
    return [...events.splice(0), ...requests, ...(ownNames() === known ? [] : ['a prototype has changed'])];
  };

  return {
    looks,
    async try(text) {
      const faults: string[] = [];
      await walk(text, (state, roots) => {
        looks.states += 1;
        looks.elements += roots.reduce((sum, root) => sum + root.querySelectorAll('*').length, 0);
        faults.push(...[...faultsIn(roots, vocabulary), ...incidents()].map((fault) => `${state}: ${fault}`));
      }).catch((error: unknown) => faults.push(`stopped: ${String(error)}`));
      return [...faults, ...incidents()];
    },
    async tryCarelessly(text) {
      const place = document.createElement('div');
      document.body.append(place);
      // Set like this since ESLint refuses it, as it should.
      Reflect.set(place, 'innerHTML', carelessly(text));
      // What opens after it says so after it: by then the code that the text has for that has run.
      const last = document.createElement('details');
      const toggled = nextEvent(last, 'toggle');
      place.append(last);
      last.open = true;
      await toggled;
      const faults = [...faultsIn([place, document], vocabulary), ...incidents()];
      place.remove();
      return faults;
    },
  };
}

/** The markup of a value and of a link as the panel has them, put together of texts. */
function carelessly(text: string): string {
  const link = `<a part="link" dir="ltr" rel="noopener noreferrer" referrerpolicy="no-referrer" href="${text}"></a>`;
  return `<bdi class="value" part="value">${text}</bdi>${link}`;
}

/** Notes what happens in the page: code of a text that was executed, errors, and what the policy has forbidden. */
function listen(): string[] {
  const events: string[] = [];
  Object.assign(window, { executed: () => events.push('EXECUTED') });
  addEventListener('error', ({ message }) => events.push(`error: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => events.push(`unhandled: ${String(reason)}`));
  // Pictures at addresses that are fine, but that this policy does not allow, are not asked for.
  addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    if (effectiveDirective !== 'img-src') events.push(`violation of ${effectiveDirective}: ${blockedURI}`);
  });
  return events;
}
