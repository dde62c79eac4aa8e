import { expect } from '@open-wc/testing';
import { defineFieldType } from '../../src/core/field-type.js';
import type { ContactAdapter } from '../../src/core/adapter.js';
import type { LessonCode } from '../../src/core/lessons.js';
import { LESSONS } from '../../src/core/lessons.js';
import { define } from '../../src/define.js';
import { matchesPattern } from '../../src/core/pattern.js';
import { getByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { fill, press } from '../support/user.js';
import { ANA, mount, openMenu, panelText, show } from './kit.js';

const SECRET = 'maria.secret@example.com';

/** What is said in the console from now on, until the test ends. */
function hearConsole(): string[][] {
  const said: string[][] = [];
  const original = console.warn;
  console.warn = (...words: unknown[]) => void said.push(words.map(String));
  stops.push(() => (console.warn = original));
  return said;
}
const stops: (() => void)[] = [];
afterEach(() =>
  stops
    .splice(0)
    .reverse()
    .forEach((stop) => stop()),
);

type Load = ContactAdapter['load'];
const load: Load = async () => ({ contact: { ...ANA, email: SECRET } });
const answering = (answer: unknown) => (async () => answer) as never;

async function saveEmail(adapter: ContactAdapter): Promise<void> {
  const element = await mount({ adapter, contactId: ANA.id });
  await element.whenSettled();
  await element.edit('email');
  await fill(getByRole('textbox', 'Email Address', element), `new.${SECRET}`);
  await press('Enter');
  await element.whenSettled();
}

interface Mistake {
  readonly make: () => unknown;
  /** What the console must name. */
  readonly names: RegExp;
}

/** Every mistake, made once. */
const MISTAKES: Readonly<Record<LessonCode, Mistake>> = {
  'adapter-threw': {
    make: () =>
      mount({ contactId: ANA.id, adapter: { load: async () => (undefined as never as Load)(SECRET, undefined as never) } }),
    names: /load.*TypeError.*at |load.*TypeError.*@/s,
  },
  'adapter-without-load': {
    make: () => mount({ contactId: ANA.id, adapter: {} as ContactAdapter }),
    names: /load\(id, \{signal\}\)/,
  },
  'adapter-made-anew': {
    async make() {
      const element = await mount({ contactId: ANA.id, adapter: { load: () => load('', undefined as never) } });
      await element.whenSettled();
      element.adapter = { load: () => load('', undefined as never) };
    },
    names: /panel\.adapter/,
  },
  'answer-without-contact': {
    make: () => mount({ contactId: ANA.id, adapter: { load: answering({ ...ANA, email: SECRET }) } }),
    names: /load: answer\.contact.*\{contact, fields\?, can\?\}/,
  },
  'answer-of-a-write': {
    make: () => saveEmail({ load, save: answering({ contact: { ...ANA, email: SECRET } }) }),
    names: /save: contact\.id/,
  },
  'answer-about-another': {
    make: () => mount({ contactId: SECRET, adapter: { load } }),
    names: /load: contact\.id/,
  },
  'answer-unreadable': {
    async make() {
      const { fetch } = window;
      stops.push(() => (window.fetch = fetch));
      window.fetch = async () => new Response(`<p>${SECRET}`);
      await mount({ contactId: ANA.id, src: '/not-json' });
    },
    names: /load/,
  },
  'data-not-understood': {
    make: () => mount({ contactId: ANA.id, adapter: { load: answering({ contact: { ...ANA, tags: SECRET } }) } }),
    names: /load: contact\.tags.*Expected a list/,
  },
  'field-without-key': {
    make: () => mount({ contact: ANA, fields: [{ label: SECRET } as never] }),
    names: /panel\.fields\.0/,
  },
  'field-of-unknown-type': {
    make: () => mount({ contact: ANA, fields: [{ key: 'plan', type: 'txet' }] }),
    names: /fields\.plan\.type/,
  },
  'value-beside-custom': {
    make: () => mount({ contact: { ...ANA, plan: SECRET } as never, fields: [{ key: 'plan', type: 'text' }] }),
    names: /panel\.contact\.plan/,
  },
  'message-unknown': {
    make: () => mount({ contact: ANA, messages: { noTagz: SECRET } as never }),
    names: /messages\.noTagz/,
  },
  'fields-beside-adapter': {
    make: () => mount({ contactId: ANA.id, adapter: { load }, fields: [] }),
    names: /panel\.fields/,
  },
  'contact-given-again': {
    async make() {
      const element = await mount({ contact: ANA });
      await element.edit('email');
      await fill(getByRole('textbox', 'Email Address', element), SECRET);
      await press('Enter');
      await element.whenSettled();
      element.contact = { ...ANA };
      await element.updateComplete;
      expect(panelText(element)).to.contain(SECRET);
    },
    names: /panel\.contact/,
  },
  'flag-says-false': { make: () => mount({ contact: ANA }, { readonly: 'false' }), names: /readonly/ },
  'contact-href': {
    async make() {
      const element = await show(ANA, { attributes: { 'contact-href': 'javascript:go({id})' } });
      await openMenu(element);
      return element;
    },
    names: /javascript:go/,
  },
  'heading-level': { make: () => mount({ contact: ANA }, { 'heading-level': '9' }), names: /1 to 6/ },
  'pattern-unreadable': { make: () => matchesPattern(SECRET, '(unread', undefined), names: /\(unread/ },
  'pattern-slow': { make: () => matchesPattern(SECRET, '(a+)+$', () => undefined), names: /\(a\+\)\+/ },
  'policy-blocked': {
    make() {
      const sample = { sample: 'lit-html', violatedDirective: 'trusted-types', documentURI: location.href };
      document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', sample));
    },
    names: /trusted-types lit-html/,
  },
  'drawn-not-understood': {
    make() {
      const snapshot = { contact: { ...ANA, email: [SECRET] } };
      return mount({ adapter: { load } }, { 'contact-id': ANA.id, 'data-drawn': JSON.stringify({ snapshot }) });
    },
    names: /data-drawn: contact\.email.*Expected a text/,
  },
  'two-copies': {
    make() {
      if (!customElements.get('taken-panel')) customElements.define('taken-panel', class extends HTMLElement {});
      define('taken-panel');
    },
    names: /taken-panel/,
  },
  'update-failed': {
    make() {
      const text = () => {
        throw new TypeError('broken type');
      };
      defineFieldType({ name: 'broken', text });
      return mount({ contact: { ...ANA, custom: { plan: 'x' } }, fields: [{ key: 'plan', type: 'broken' }] });
    },
    names: /broken type/,
  },
};

const said = (lines: readonly string[][], code: string) => lines.filter(([text]) => text?.includes(`#${code}`));

describe('a mistake of the host is told in the console, once, with what was expected and where to read on, and no value', () => {
  for (const code of Object.keys(LESSONS) as LessonCode[]) {
    it(code, async () => {
      const { make, names } = MISTAKES[code];
      const lines = hearConsole();
      await make();
      await until(() => said(lines, code).length, 'the lesson');
      await make();
      const [lesson = [], ...more] = said(lines, code);
      expect(lesson.join('\n')).to.match(names).and.to.contain('contact-details: ');
      expect(lines.flat().join('\n')).not.to.contain(SECRET);
      expect(more).to.deep.equal([]);
    });
  }

  it('and each is explained by a row of docs/troubleshooting.md, which has no other', async () => {
    const text = await (await fetch('/docs/troubleshooting.md')).text();
    const rows = [...text.matchAll(/^\| <a id="([\w-]+)"><\/a>`([\w-]+)` \|.+\|.+\|$/gm)].map(([, anchor, code]) => [
      anchor,
      code,
    ]);
    expect(rows).to.have.deep.members(Object.keys(LESSONS).map((code) => [code, code]));
  });
});
