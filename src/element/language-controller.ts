import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ownValue } from '../core/own-value.js';
import { teach } from '../core/teach.js';
import { readingMessages } from '../i18n/en-reading.js';
import { knownLanguage, loadMessages } from '../i18n/languages.js';
import type { Messages } from '../i18n/messages.js';

/** English without what only lazy parts say: nobody else asks for that. */
const reading = readingMessages as Partial<Messages> as Messages;
/** English: all of it once a lazy part is there. */
let english = reading;
const connected = new Set<LanguageController>();
let observer: MutationObserver | undefined;

/**
 * The language of the page around an element, and the panel's texts in it: the nearest ancestor's `lang`, through shadow
 * roots, followed when it changes. One observer serves every panel of the page.
 */
export class LanguageController implements ReactiveController {
  /** BCP 47 tag; `en` where no ancestor says. */
  lang = 'en';
  /** The texts: English until those of another language have arrived, and in English those to read by until a part is loaded. */
  messages = english;
  #merged: { readonly messages: Messages; readonly overrides: Partial<Messages>; readonly texts: Messages } | undefined;
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    observer ??= new MutationObserver(() => connected.forEach((controller) => void controller.read()));
    for (let root = this.#host.getRootNode(); ; root = root.host.getRootNode()) {
      observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
      if (!isShadow(root)) break;
    }
    connected.add(this);
    void this.read();
  }

  hostDisconnected(): void {
    connected.delete(this);
    if (!connected.size) observer?.disconnect();
  }

  /** The texts with some of the host's own; the same object as long as neither changes. */
  textsWith(overrides: Partial<Messages>): Messages {
    if (!Object.keys(overrides).length) return this.messages;
    if (this.#merged?.messages !== this.messages || this.#merged.overrides !== overrides) {
      const own = Object.entries(overrides).filter(([key, text]) => isTextOf(this.messages, key, text));
      this.#merged = { messages: this.messages, overrides, texts: { ...this.messages, ...Object.fromEntries(own) } };
    }
    return this.#merged.texts;
  }

  /** Follows the language of the page around; resolves when the texts are there. */
  async read(): Promise<void> {
    const lang = nearestLang(this.#host);
    if (lang === this.lang) return;
    this.lang = lang;
    this.#host.requestUpdate();
    await this.#translate(lang);
  }

  /** Loads the texts of lazy parts, in English: those of other languages come whole, but where there are none, English stays. */
  async complete(): Promise<void> {
    const { messages } = await import('../i18n/en.js');
    if (this.messages === reading) this.messages = messages;
    english = messages;
  }

  /** Takes the texts of the language, unless it has changed again meanwhile. Where there are none, English stays. */
  async #translate(lang: string): Promise<void> {
    const messages = await loadMessages(lang).catch(() => undefined);
    if (lang !== this.lang) return;
    this.messages = messages ?? english;
    this.#host.requestUpdate();
  }
}

/** Whether a text of the host's own can stand for that of the panel. */
function isTextOf(messages: Messages, key: string, text: unknown): boolean {
  if (text === undefined || text === null) return false;
  const known = ownValue({ ...messages }, key);
  const isKnown = typeof text === typeof known || (known === undefined && messages === reading);
  if (!isKnown) teach('message-unknown', `messages.${key}`);
  return isKnown;
}

/** The language of the page around an element. */
function nearestLang(element: Element): string {
  const lang = element.closest('[lang]')?.getAttribute('lang');
  const root = element.getRootNode();
  if (lang) return knownLanguage(lang);
  return isShadow(root) ? nearestLang(root.host) : 'en';
}

/** By what it has: in another window, shadow roots are of another class. */
function isShadow(root: Node): root is ShadowRoot {
  return 'host' in root;
}
