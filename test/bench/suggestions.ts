import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { CAN, contactOf } from './contacts.js';
import { painted } from './measure.js';

/** Milliseconds from a key to the frame that shows what the source has found for it, and what the source took of that. */
export interface SuggestionTiming {
  readonly paint: number;
  readonly source: number;
}

/** How long the source takes over the network, in milliseconds. */
const LATENCY = 40;
const ROUNDS = 12;

/**
 * Types a letter into the tag field of a panel whose source knows that many tags, several times over. Each time it is the first
 * letter, for which the source is always asked.
 */
export async function timeSuggestions(known: number): Promise<readonly SuggestionTiming[]> {
  const contact = { ...contactOf(0), tags: [] };
  const tags = Array.from({ length: known }, (_, index) => ({ id: `k_${index}`, name: `${letterOf(index)} ${index}` }));
  const memory = memoryAdapter({ contacts: [contact], tags, can: CAN }, { latency: LATENCY });
  let source = Number.NaN;
  const host = document.createElement('contact-details');
  host.adapter = {
    ...memory,
    async suggestTags(query, options) {
      const start = performance.now();
      const found = (await memory.suggestTags?.(query, options)) ?? [];
      source = performance.now() - start;
      return found;
    },
  };
  host.contactId = contact.id;
  document.body.append(host);
  await host.whenSettled();
  const input = host.shadowRoot?.querySelector<HTMLInputElement>('#tag-input');
  if (!input) throw new Error('There is no tag field');
  const rows = () =>
    [...(host.shadowRoot?.querySelectorAll('[role=option] .tag-name') ?? [])].map(({ textContent }) => textContent);
  input.focus();
  await shows(host, () => rows().length > 0);
  const timings: SuggestionTiming[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    enter(input, '');
    await shows(host, () => rows().length > 1 && !rows().every((name) => name[0] === rows()[0]?.[0]));
    const letter = letterOf(round);
    const start = performance.now();
    source = Number.NaN;
    enter(input, letter);
    await shows(host, () => !Number.isNaN(source) && rows().every((name) => name.startsWith(letter)));
    timings.push({ paint: performance.now() - start, source });
  }
  host.remove();
  return timings;
}

function letterOf(index: number): string {
  return String.fromCodePoint(65 + (index % 26));
}

function enter(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Resolves when the frame has been drawn that shows what is true at last. */
async function shows(host: HTMLElement, isTrue: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!isTrue()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(host.shadowRoot ?? host, { childList: true, subtree: true });
    look();
  });
  await painted();
}
