import type { Channel, ContactEntry, FieldValue } from '../core/contact.js';
import { CUSTOM, channelOf, isCustomValue, readCard, readEntries } from './card.js';
import type { CardMapping, ReadCard, SkippedPart, SkipReason } from './card.js';
import { countryOf, dayOf, emailOf, languageOf, phoneOf, pictureOf } from './card-values.js';
import { parseLine, splitValue, unescapeText, unfold } from './content-line.js';
import type { ContentLine } from './content-line.js';
import { decodeQuotedPrintable } from './quoted-printable.js';

/** The cards of a text. */
export interface CardFile {
  readonly cards: readonly ReadCard[];
  /** What of the text belongs to no contact. */
  readonly skipped: readonly SkippedPart[];
}

/** A card while it is being read. */
interface OpenCard {
  readonly begin: ContentLine;
  readonly lines: ContentLine[];
  readonly skipped: SkippedPart[];
}

/** Properties that are about the card and not about the contact: nobody misses them. */
const ABOUT_THE_CARD =
  /^(BEGIN|END|VERSION|PRODID|REV|UID|KIND|CLASS|SOURCE|FN|N|MAILER|SORT-STRING|X-ABLABEL|X-ABADR|X-ABUID|X-ABSHOWAS|X-ADDRESSBOOKSERVER-KIND|X-MS-OL-DESIGN|X-MS-OL-DEFAULT-POSTAL-ADDRESS|X-PHONETIC-(FIRST|LAST)-NAME)$/;
/** Properties of older programs that are each for one service. */
const SERVICE =
  /^X-(SKYPE|AIM|ICQ|MSN|YAHOO|JABBER|GTALK|GOOGLE-TALK|QQ|TWITTER|TELEGRAM|WHATSAPP|LINE|VIBER|WECHAT)(?:-USERNAME)?$/;
/** Types that say how something is reached, and not what for. */
const NO_LABEL = /^(internet|x400|pref|voice|msg|text|textphone|video|smtp)$/i;
/** Types that stand for the words which sources keep. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ...['work', 'home', 'mobile', 'other'].map((word) => [word, word] as const),
  ['cell', 'mobile'],
]);
/** Groups that Google has for everybody. */
const OF_GOOGLE = ['mycontacts', 'starred'];

/**
 * Reads the cards of a text: vCard 2.1, 3.0 and 4.0, as programs write them. Nothing throws: what is not understood, or has no place
 * in a contact, is told.
 */
export function fromVCard(text: string, mapping: CardMapping = {}): CardFile {
  const cards: ReadCard[] = [];
  const skipped: SkippedPart[] = [];
  let open: OpenCard | undefined;
  /** How many cards are open inside of the card: that of an assistant, in versions before 4.0. */
  let depth = 0;
  const close = (reason?: SkipReason) => {
    if (!open) return;
    if (reason) open.skipped.push(skip(open.begin, reason));
    if (isGroup(open.lines)) skipped.push(skip(open.begin, 'group'));
    else cards.push(new CardReader(open.lines, open.skipped, mapping).read());
    open = undefined;
    depth = 0;
  };
  for (const unfolded of unfold(text)) {
    const written = unfolded.text.trimStart();
    if (!written) continue;
    const line = parseLine({ ...unfolded, text: written });
    const isOfCard = line?.value.trim().toUpperCase() === 'VCARD';
    if (!line) {
      (open?.skipped ?? skipped).push({ property: written.slice(0, 20), line: unfolded.line, reason: 'invalid' });
    } else if (line.name === 'BEGIN' && isOfCard) {
      if (open?.lines.at(-1)?.name === 'AGENT') depth += 1;
      else {
        close('unfinished');
        open = { begin: line, lines: [], skipped: [] };
      }
    } else if (line.name === 'END' && isOfCard && open) {
      if (depth) depth -= 1;
      else close();
    } else if (!depth) {
      if (open) open.lines.push(line);
      else skipped.push(skip(line, 'no-place'));
    }
  }
  close('unfinished');
  return { cards, skipped };
}

/** Reads one card: each property is taken once, and what nobody has taken is told. */
class CardReader {
  readonly #rest: Set<ContentLine>;
  readonly #skipped: SkippedPart[];
  readonly #properties: Readonly<Record<string, string>>;

  constructor(lines: readonly ContentLine[], skipped: SkippedPart[], { properties = {} }: CardMapping) {
    this.#rest = new Set(lines.filter(({ value }) => /[^;,\s]/.test(value)));
    this.#skipped = skipped;
    this.#properties = properties;
  }

  read(): ReadCard {
    const [uidLine] = this.#lines(/^UID$/);
    const [fullLine] = this.#lines(/^FN$/);
    const language = this.#first(/^LANG$/, (line) => languageOf(textOf(line)));
    const emails = readEntries(this.#entries(/^EMAIL$/, emailOf));
    const phones = readEntries(this.#entries(/^TEL$/, phoneOf));
    const found = {
      uid: uidLine && textOf(uidLine),
      fullName: fullLine && textOf(fullLine),
      ...this.#name(),
      nickname: this.#first(/^NICKNAME$/, (line) => componentsOf(line, ',')[0]?.trim()),
      email: emails.primary,
      emails: emails.all,
      phone: phones.primary,
      phones: phones.all,
      language,
      country: this.#country(language),
      avatarUrl: this.#first(/^PHOTO$/, (line) => pictureOf(textOf(line)), 'no-place'),
      tags: this.#tags(),
      channels: this.#channels(),
      custom: this.#custom(),
    };
    const left = [...this.#rest].filter(({ name }) => !ABOUT_THE_CARD.test(name));
    const skipped = [...this.#skipped, ...left.map((line) => skip(line, 'no-place'))];
    return readCard(
      found,
      skipped.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)),
    );
  }

  /** The properties of such a name that nobody has taken, the preferred ones first. */
  #lines(name: RegExp): readonly ContentLine[] {
    return [...this.#rest].filter((line) => name.test(line.name)).sort((one, other) => preference(one) - preference(other));
  }

  /** Takes the preferred property that can be read; others that say something else are told. */
  #first(name: RegExp, read: (line: ContentLine) => string | undefined, otherwise: SkipReason = 'invalid'): string | undefined {
    let first: string | undefined;
    for (const line of this.#lines(name)) {
      const value = read(line);
      this.#rest.delete(line);
      if (value === undefined) this.#skipped.push(skip(line, otherwise));
      else if (first !== undefined && value !== first) this.#skipped.push(skip(line, 'second'));
      first ??= value;
    }
    return first;
  }

  /** Takes all that can be read, the preferred ones first. */
  #entries(name: RegExp, read: (text: string) => string | undefined): readonly ContactEntry[] {
    return this.#lines(name).flatMap((line) => {
      const value = read(textOf(line));
      const label = labelOf(line);
      this.#rest.delete(line);
      if (value === undefined) this.#skipped.push(skip(line, 'invalid'));
      return value === undefined ? [] : [{ value, ...(label && { label }) }];
    });
  }

  /** First name, with further ones, and last name. A title before them, or a suffix behind, has no place. */
  #name(): { readonly firstName: string | undefined; readonly lastName: string | undefined } {
    const [line] = this.#lines(/^N$/);
    const [lastName = '', given = '', further = '', ...titles] = line ? componentsOf(line, ';').map((part) => part.trim()) : [];
    if (line && titles.some(Boolean)) this.#skipped.push(skip(line, 'no-place'));
    return { firstName: [given, further].filter(Boolean).join(' '), lastName };
  }

  /** The country of an address. The rest of an address has no place. */
  #country(language: string | undefined): string | undefined {
    let country: string | undefined;
    for (const line of this.#lines(/^ADR$/)) {
      this.#rest.delete(line);
      const parts = componentsOf(line, ';');
      const name = parts[6]?.trim() ?? '';
      const found = countryOf(line.params.get('CC')?.[0] ?? '') ?? countryOf(name, language) ?? this.#countryOfApple(line);
      if (parts.slice(0, 6).some((part) => part.trim())) this.#skipped.push(skip(line, 'no-place'));
      else if (!found) this.#skipped.push(skip(line, 'invalid'));
      else if (country !== undefined && found !== country) this.#skipped.push(skip(line, 'second'));
      country ??= found;
    }
    return country;
  }

  /** Apple writes the name of the country as its author does, and its code beside it. */
  #countryOfApple({ group }: ContentLine): string | undefined {
    const line = group ? this.#lines(/^X-ABADR$/).find((other) => other.group === group) : undefined;
    return line && countryOf(textOf(line));
  }

  #tags(): readonly string[] {
    return this.#lines(/^CATEGORIES$/).flatMap((line) => {
      this.#rest.delete(line);
      const names = componentsOf(line, ',').map((name) => name.trim());
      return names.filter((name) => name && !OF_GOOGLE.includes(name.toLowerCase()));
    });
  }

  #channels(): readonly Channel[] {
    return this.#lines(/^(IMPP|(X-)?SOCIALPROFILE|X-.+)$/).flatMap((line) => {
      const channel = readChannel(line);
      if (channel) this.#rest.delete(line);
      return channel ?? [];
    });
  }

  #custom(): Readonly<Record<string, FieldValue>> {
    const mapped = Object.entries(this.#properties).map(([key, property]) => {
      const isDay = property === 'BDAY' || property === 'ANNIVERSARY';
      const [line] = this.#lines(/./).filter(({ name }) => name === property.toUpperCase());
      if (!line) return [key, undefined] as const;
      this.#rest.delete(line);
      const value = isDay ? dayOf(textOf(line)) : property === 'ORG' ? joined(line) : textOf(line);
      if (value === undefined) this.#skipped.push(skip(line, 'invalid'));
      return [key, value] as const;
    });
    const own = this.#lines(/^JSPROP$/).map((line) => {
      const [domain = '', key = ''] = splitPointer(line.params.get('JSPTR')?.[0] ?? '');
      const value = domain === CUSTOM ? jsonOf(textOf(line)) : undefined;
      if (isCustomValue(value)) this.#rest.delete(line);
      return [key, isCustomValue(value) ? value : undefined] as const;
    });
    return Object.fromEntries([...mapped, ...own].flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  }
}

function skip({ line, name }: ContentLine, reason: SkipReason): SkippedPart {
  return { property: name, line, reason };
}

function isGroup(lines: readonly ContentLine[]): boolean {
  return lines.some(({ name, value }) => /^(X-ADDRESSBOOKSERVER-)?KIND$/.test(name) && /^\s*group\s*$/i.test(value));
}

/** 1 is what is preferred most; what says nothing comes last. */
function preference({ params }: ContentLine): number {
  const isPreferred = params.get('TYPE')?.some((type) => type.toLowerCase() === 'pref') ?? false;
  return Number(params.get('PREF')?.[0]) || (isPreferred ? 1 : 101);
}

/** What an address or a number is for, by the first of its types that says so. */
function labelOf({ params }: ContentLine): string | undefined {
  const isKnown = (type: string) => NO_LABEL.test(type.trim()) || LABELS.has(type.trim().toLowerCase());
  // Some programs quote a list of types as a whole; a label with a comma in it is one label.
  const types = (params.get('TYPE') ?? []).flatMap((type) => (type.split(',').every(isKnown) ? type.split(',') : type));
  const type = types.map((each) => each.trim()).find((each) => each && !NO_LABEL.test(each));
  return LABELS.get(type?.toLowerCase() ?? '') ?? type;
}

function textOf(line: ContentLine): string {
  return unescapeText(decoded(line, line.value)).trim();
}

/** What is encoded is taken apart before it is decoded, as a separator stands for itself. */
function componentsOf(line: ContentLine, separator: ';' | ','): readonly string[] {
  return splitValue(line.value, separator).map((part) => unescapeText(decoded(line, part)));
}

function decoded({ params }: ContentLine, value: string): string {
  const isQuoted = params.get('ENCODING')?.some((encoding) => encoding.toUpperCase() === 'QUOTED-PRINTABLE') ?? false;
  return isQuoted ? decodeQuotedPrintable(value, params.get('CHARSET')?.[0]).replace(/\r\n?/g, '\n') : value;
}

function joined(line: ContentLine): string {
  const parts = componentsOf(line, ';').map((part) => part.trim());
  return parts.filter(Boolean).join(', ');
}

/** A handle at a service; `undefined` where the service is not said. */
function readChannel(line: ContentLine): Channel | undefined {
  const [, own] = SERVICE.exec(line.name) ?? [];
  const value = textOf(line);
  if (own) return channelOf(own, value);
  if (!/^(IMPP|(X-)?SOCIALPROFILE)$/.test(line.name)) return undefined;
  const param = (name: string) => line.params.get(name)?.[0];
  const [, scheme, rest] = /^([a-z][a-z\d+.-]*):(.+)$/is.exec(value) ?? [];
  const isText = param('VALUE')?.toLowerCase() === 'text' || scheme === undefined;
  const isPage = /^(https?|x-apple)$/i.test(scheme ?? '');
  const type =
    param('SERVICE-TYPE') ?? param('X-SERVICE-TYPE') ?? (line.name === 'X-SOCIALPROFILE' ? param('TYPE') : undefined);
  const service = type ?? (isText || isPage ? undefined : scheme);
  const handle = param('USERNAME') ?? param('X-USER') ?? (isText || isPage ? value : rest);
  return service && handle ? channelOf(service, handle) : undefined;
}

function splitPointer(pointer: string): readonly string[] {
  return pointer.split('/').map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
