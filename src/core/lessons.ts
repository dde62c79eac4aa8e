import type { ContactError } from './error.js';

const DOCUMENT = 'https://github.com/contact-details/contact-details/blob/main/docs/troubleshooting.md';

/** What a host can do wrong, and what to do about it. Each has a row in `docs/troubleshooting.md`. */
export const LESSONS = {
  'adapter-threw': 'The adapter threw something else than a ContactError. Mend it, or throw a ContactError that says why.',
  'adapter-without-load': 'The adapter has no load(). Expected an object with at least load(id, {signal}).',
  'adapter-made-anew':
    'panel.adapter is made anew each time the page renders. It is taken for the same one. Make it once, outside of what renders.',
  'answer-without-contact':
    'load() must answer {contact, fields?, can?}, and answered something else: the contact itself, perhaps.',
  'answer-of-a-write':
    'A write must answer the contact as it is then, or nothing. It answered something else: {contact}, perhaps.',
  'answer-about-another': 'The answer is about another contact than the one asked for. Expected its id, as a text or a number.',
  'answer-unreadable': 'The answer of the server is not the JSON of the HTTP contract.',
  'data-not-understood': 'Something has not the type that is expected there.',
  'field-without-key': 'A definition of a field must be an object that has a key.',
  'field-of-unknown-type':
    'There is no field type of that name: the field is shown as text and not edited. Expected a built-in type, or one of defineFieldType().',
  'value-beside-custom':
    'The value of a field of your own stands beside `custom`, and is not shown. Expected it in contact.custom.',
  'message-unknown': 'There is no text of that name, or it is of another kind (a text, a function, an object): it is not used.',
  'fields-beside-adapter':
    'panel.fields and panel.can are for a `contact` without an adapter; with one, load() answers them. They are not used.',
  'contact-given-again':
    'panel.contact is the same as before, without the edits that were made since: they are kept. Take the contact of the event contact-saved into your state.',
  'flag-says-false':
    'A boolean attribute counts as true by being there, whatever it says. Remove it, or set the property to false.',
  'contact-href':
    'contactHref leads to no page: the menu has no link to copy. Expected a URI template such as /contacts/{id}, by http: or https:.',
  'heading-level': 'headingLevel must be a level from 1 to 6. It is 2 now.',
  'pattern-unreadable': 'The pattern is no regular expression; it is not checked.',
  'pattern-slow': 'The pattern could take too long; it is not checked.',
  'policy-blocked':
    "The page's content security policy forbids the Trusted Types policy lit-html, without which nothing is shown. Add it: trusted-types lit-html. Where the page has a lit of its own, add 'allow-duplicates' too.",
  'drawn-not-understood':
    'The attribute data-drawn says something that is not understood: the contact is read anew. Expected what renderContact() writes there.',
  'two-copies':
    'The tag is taken already, by another copy of this package or another element. Load one copy: field types and texts of the other are not known.',
  'update-failed': 'The panel could not be drawn.',
} as const;

/** The name of a mistake, as it stands in the console. */
export type LessonCode = keyof typeof LESSONS;

/** A mistake, or a failure of which it must be found out whether it was one. */
export type Mistake = LessonCode | 'failure';

/** Says in the console what is wrong; nothing where nobody has made a mistake. */
export function tell(mistake: Mistake, place: string, error?: ContactError): void {
  const words = lesson(mistake, place, error);
  if (words.length) console.warn(...words);
}

function lesson(mistake: Mistake, place: string, error?: ContactError): readonly unknown[] {
  const code = mistake === 'failure' ? codeOf(place, error) : mistake;
  if (!code) return [];
  const where = [place, ...pathsOf(error)].filter(Boolean).join(': ');
  const text = `contact-details: ${code}${where && ` (${where})`}. ${LESSONS[code]}${expectedAt(pathsOf(error))} ${DOCUMENT}#${code}`;
  return [text, ...(error?.cause === undefined ? [] : [code === 'update-failed' ? error.cause : traceOf(error.cause)])];
}

const NOT_UNDERSTOOD = 'Not understood: ';

function pathsOf(error: ContactError | undefined): readonly string[] {
  const { message = '' } = error ?? {};
  return message.startsWith(NOT_UNDERSTOOD) ? [message.slice(NOT_UNDERSTOOD.length)] : [];
}

/** Which mistake was behind a failure of this operation; none where the source just failed. */
function codeOf(operation: string, error: ContactError | undefined): LessonCode | undefined {
  const { cause, code } = error ?? {};
  const [path] = pathsOf(error);
  if (path === undefined) {
    if (operation === 'update')
      return cause instanceof TypeError && /load\(\)/.test(cause.message) ? 'adapter-without-load' : 'update-failed';
    if (code === 'invalid-data') return 'answer-unreadable';
    return cause === undefined ? undefined : 'adapter-threw';
  }
  if (/^answer(\.contact)?$/.test(path)) return 'answer-without-contact';
  if (path.endsWith('another contact')) return 'answer-about-another';
  if (/(^|\.)fields\.\d+/.test(path)) return 'field-without-key';
  const isOfWrite = !['load', 'update'].includes(operation);
  return isOfWrite && /^contact(\.id)?$/.test(path) ? 'answer-of-a-write' : 'data-not-understood';
}

/** What is expected at the ends of paths. */
const EXPECTED: readonly (readonly [path: RegExp, expected: string])[] = [
  [/(tags|channels|fields|options)$/, 'a list'],
  [/(tags|channels|fields)\.\d+$/, 'an object, or a text'],
  [/(custom|can|provenance|contact)$/, 'an object'],
  [/custom\./, 'a text, a number, true or false, a list of texts, or a person {id, name}'],
  [/can\./, 'true or false'],
  [/assignee|\bme\b/, 'a person {id, name}'],
  [/\.id$/, 'a text or a number'],
  [/./, 'a text'],
];

function expectedAt([path]: readonly string[]): string {
  const expected = path && EXPECTED.find(([end]) => end.test(path));
  return expected ? ` Expected ${expected[1]}.` : '';
}

/** The kind of what was thrown, and the places in the code. Its message may hold personal data, and is left out. */
function traceOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `A value of the type ${typeof thrown} was thrown.`;
  const places = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at |@.*:\d+$/.test(line));
  return [`${thrown.name} (its message is in error.cause of contact-failed)`, ...places].join('\n');
}
