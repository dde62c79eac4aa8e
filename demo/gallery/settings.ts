import { ContactError } from 'contact-details';
import type { Fault, Operation } from 'contact-details/adapters/memory.js';
import type { Conditions } from './state.js';

/** A choice of one of the gallery's controls. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export const TOKENS = [
  { value: 'default', label: 'Default' },
  { value: 'ledger', label: 'Ledger' },
  { value: 'orchid', label: 'Orchid' },
] as const satisfies readonly Choice<string>[];

export const DIRECTIONS = [
  { value: 'ltr', label: 'Left to right' },
  { value: 'rtl', label: 'Right to left' },
] as const satisfies readonly Choice<string>[];

export const TEXT_SIZES = [
  { value: '100', label: '100 %' },
  { value: '150', label: '150 %' },
  { value: '200', label: '200 %' },
] as const satisfies readonly Choice<string>[];

export const LATENCIES = [
  { value: '0', label: 'None' },
  { value: '400', label: '0.4 s' },
  { value: '2000', label: '2 s' },
] as const satisfies readonly Choice<string>[];

export const FAILURES = [
  { value: 'none', label: 'Nothing fails' },
  { value: 'reads', label: 'Reading fails' },
  { value: 'writes', label: 'Saving fails' },
  { value: 'lost', label: 'Answers to writes get lost' },
  { value: 'offline', label: 'No network' },
] as const satisfies readonly Choice<string>[];

/** The widths a panel can be given, in CSS pixels. */
export const WIDTHS = { least: 240, usual: 320, most: 720, step: 20 } as const;

/** How the gallery shows the panels; the address says it, so that a view can be passed on. */
export interface Settings {
  readonly tokens: string;
  readonly dir: string;
  readonly text: string;
  /** CSS pixels. */
  readonly width: number;
  /** Milliseconds. */
  readonly latency: string;
  readonly failures: string;
}

export const USUAL: Settings = {
  tokens: 'default',
  dir: 'ltr',
  text: '100',
  width: WIDTHS.usual,
  latency: '0',
  failures: 'none',
};

/** The settings an address asks for; what it does not say, or says wrongly, is as usual. */
export function settingsFrom(address: URLSearchParams): Settings {
  const width = Number(address.get('width')) || USUAL.width;
  return {
    tokens: oneOf(TOKENS, address.get('tokens'), USUAL.tokens),
    dir: oneOf(DIRECTIONS, address.get('dir'), USUAL.dir),
    text: oneOf(TEXT_SIZES, address.get('text'), USUAL.text),
    width: Math.min(WIDTHS.most, Math.max(WIDTHS.least, width)),
    latency: oneOf(LATENCIES, address.get('latency'), USUAL.latency),
    failures: oneOf(FAILURES, address.get('failures'), USUAL.failures),
  };
}

/** The part of the settings that an address has to say. */
export function addressOf(settings: Settings): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      value === USUAL[name as keyof Settings] ? undefined : String(value),
    ]),
  );
}

/** The network that the settings describe. */
export function conditionsOf({ latency, failures }: Settings): Conditions {
  return { latency: Number(latency), fault: ({ operation }) => faultOf(failures, operation) };
}

function faultOf(failures: string, operation: Operation): Fault | undefined {
  const isRead = operation === 'load' || operation.startsWith('suggest');
  if (failures === 'offline') return new ContactError('offline');
  if (failures === 'reads' && isRead) return new ContactError('unavailable');
  if (failures === 'writes' && !isRead) return new ContactError('unavailable');
  return failures === 'lost' && !isRead ? 'lose-response' : undefined;
}

function oneOf(choices: readonly Choice<string>[], value: string | null, otherwise: string): string {
  return choices.some((choice) => choice.value === value) ? (value ?? otherwise) : otherwise;
}
