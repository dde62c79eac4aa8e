import type { LitElement } from 'lit';
import type { ContactSnapshot } from '../core/adapter.js';
import { ContactError } from '../core/error.js';
import { parseSnapshot } from '../core/parse.js';
import { isNothing } from '../core/parser.js';
import { teach } from '../core/teach.js';
import type { LanguageController } from './language-controller.js';
import type { SourceController } from './source-controller.js';

/** What can have the focus. */
const FOCUSABLE = 'a[href], button, input, summary, [tabindex]';

/** What a server has drawn a panel from: the attribute `data-drawn`, as JSON. */
export interface Drawn {
  /** What it has read, for the first load; `undefined` where the contact is a property. */
  readonly snapshot?: ContactSnapshot | undefined;
  /** What no attribute says. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What a person has done in a panel that only a server had drawn, each by its place among its like. */
interface Use {
  readonly typed: readonly string[];
  readonly opened: readonly boolean[];
  /** What has the focus; -1 for nothing. */
  readonly focused: number;
}

/** What a panel is made ready by before it begins. */
export interface Preparation {
  readonly source: SourceController;
  readonly language: LanguageController;
  /** Makes the formats of a language ready. */
  readonly makeFormats: (lang: string) => void;
  /** Has the panel begin. */
  readonly connect: () => void;
}

/**
 * Puts a panel in the place of what a server has drawn, once all that its first drawing takes is loaded: that then looks the same,
 * and comes in the same frame. What the server has read is not read again, and what was typed meanwhile is kept.
 */
export async function takeOver(panel: LitElement, preparation: Preparation): Promise<void> {
  const { connect, language, makeFormats, source } = preparation;
  await language.read();
  // It may have left meanwhile; or it has come back, and has been taken over then.
  if (!panel.isConnected || panel.renderRoot) return;
  makeFormats(language.lang);
  const { properties, snapshot } = takeDrawn(panel);
  giveProperties(panel, properties);
  source.sent = snapshot;
  const use = useOf(panel);
  connect();
  await panel.updateComplete;
  source.store?.restoreEdits({ withDrafts: true });
  repeat(use, panel);
}

/** What the server has drawn the panel from, parsed like an answer: nothing of what cannot be understood, of which the host is told. */
function takeDrawn(panel: LitElement): Drawn {
  const text = panel.dataset['drawn'] ?? '';
  panel.removeAttribute('data-drawn');
  const { properties, snapshot } = understood(() => Object(JSON.parse(text)) as Partial<Record<keyof Drawn, unknown>>) ?? {};
  return {
    properties: Object(properties) as Drawn['properties'],
    snapshot: isNothing(snapshot) ? undefined : understood(() => parseSnapshot(snapshot, idIn(snapshot))),
  };
}

function understood<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    teach('drawn-not-understood', 'data-drawn', error instanceof ContactError ? error : undefined);
    return undefined;
  }
}

/** The id of the contact that was sent: which one is to be shown is known later. */
function idIn(snapshot: unknown): string {
  const { contact } = Object(snapshot) as { contact?: unknown };
  return String((Object(contact) as { id?: unknown }).id);
}

/** Gives a panel the properties that the server had been given, where the page has given it none. */
function giveProperties(panel: LitElement, properties: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(properties)) {
    const current: unknown = Reflect.get(panel, name);
    if (current === undefined || (Array.isArray(current) && !current.length)) Object.assign(panel, { [name]: value });
  }
}

function useOf(panel: LitElement): Use {
  return {
    typed: all<HTMLInputElement>(panel, 'input').map(({ value }) => value),
    opened: all<HTMLDetailsElement>(panel, 'details').map(({ open }) => open),
    focused: all(panel, FOCUSABLE).findIndex((element) => element === panel.shadowRoot?.activeElement),
  };
}

/** Does once more what was done in what the server had drawn. */
function repeat({ focused, opened, typed }: Use, panel: LitElement): void {
  all<HTMLDetailsElement>(panel, 'details').forEach((details, place) => (details.open = opened[place] ?? details.open));
  all<HTMLInputElement>(panel, 'input').forEach((input, place) => {
    const text = typed[place];
    if (!text || input.value) return;
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  if (!panel.shadowRoot?.activeElement) all<HTMLElement>(panel, FOCUSABLE)[focused]?.focus();
}

function all<Kind extends Element>({ shadowRoot }: LitElement, selector: string): readonly Kind[] {
  return [...(shadowRoot?.querySelectorAll<Kind>(selector) ?? [])];
}
