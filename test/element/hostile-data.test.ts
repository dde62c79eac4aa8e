import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import type { Contact } from '../../src/core/contact.js';
import { ContactError } from '../../src/core/error.js';
import type { ErrorCode } from '../../src/core/error.js';
import type { FieldDefinition, Option } from '../../src/core/field-definition.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { builtInFieldTypes } from '../../src/fields/built-in.js';
import { findByRole, getByRole, queryAllByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { mount } from './kit.js';

const CORPUS = [
  '<script>executed()</script>',
  '<img src=x onerror=executed()>',
  '"><svg onload=executed()>',
  "' onfocus=executed() autofocus x='",
  'javascript:executed()',
  'data:text/html,<script>executed()</script>',
  'https://evil.example/x.svg"onload="executed()',
  '<iframe srcdoc="<script>parent.executed()</script>">',
  '</style><style>@import "//evil.example"</style>',
  'url(//evil.example/leak)',
  '{{constructor.constructor("executed()")()}}',
  '${executed()}',
  '<!--<template shadowrootmode=open><img src=x onerror=executed()>',
  '\u0000\u202e<a href=javascript:executed()>',
  '__proto__',
];

const TYPES = builtInFieldTypes.map(({ name }) => name);

const ALLOWED_PROTOCOLS = ['https:', 'http:', 'mailto:', 'tel:', 'sms:'];

/** The payload in every text of a contact. */
function contactOf(payload: string): Contact {
  const person = { id: payload, name: payload, avatarUrl: payload };
  const valueOf = (type: string) => (type === 'person' ? person : type === 'multilist' ? [payload] : payload);
  return {
    id: payload,
    version: '1',
    displayName: payload,
    avatarUrl: payload,
    firstName: payload,
    lastName: payload,
    country: payload,
    language: payload,
    email: payload,
    phone: payload,
    assignee: person,
    status: payload,
    channels: (['active', 'inactive', 'unavailable'] as const).map((state) => ({
      ...{ id: `${state}${payload}`, type: payload, name: payload, handle: payload, state, connectedAt: payload },
    })),
    tags: [{ id: payload, name: payload, emoji: payload, color: payload, description: payload }],
    custom: { [payload]: payload, area: payload, ...Object.fromEntries(TYPES.map((type) => [keyOf(type), valueOf(type)])) },
    lastEdits: Object.fromEntries(['email', 'area'].map((key) => [key, { by: person, at: payload }])),
  };
}

/** Key of the custom field of a type. */
function keyOf(type: string): string {
  return `a ${type}`;
}

function fieldsOf(payload: string): readonly FieldDefinition[] {
  const texts = { label: payload, description: payload, patternHint: payload, group: payload, linkText: payload };
  const options = optionsOf(payload);
  return [
    { key: payload, type: payload, ...texts, readonly: true, readonlyReason: payload },
    { key: 'area', type: 'text', pattern: 'never', ...texts, options },
    // Countries and languages have options of their own.
    ...TYPES.map((type) => ({ ...{ key: keyOf(type), type, ...texts }, ...(type.endsWith('list') && { options }) })),
  ];
}

function optionsOf(payload: string): readonly Option[] {
  return [{ value: payload, label: payload, avatarUrl: payload, keywords: [payload] }];
}

async function showPayload(payload: string, refusal: ErrorCode = 'invalid'): Promise<ContactDetails> {
  const error = new ContactError(refusal, { message: payload, existing: { id: payload, name: payload } });
  const adapter = memoryAdapter(
    {
      contacts: [contactOf(payload)],
      fields: fieldsOf(payload),
      can: { delete: true },
      me: { id: `${payload} 3`, name: payload, avatarUrl: payload },
      options: { assignee: optionsOf(payload) },
      tags: [{ id: 'other', name: `${payload} 2`, color: payload, emoji: payload, description: payload }],
    },
    { faults: ({ operation }) => (operation === 'save' ? error : undefined) },
  );
  const actions = [{ id: payload, label: payload, icon: payload, disabled: true, reason: payload }];
  const element = await mount({ adapter, contactId: payload, actions });
  await element.whenSettled();
  return element;
}

/** What no data may ever bring into the panel. */
function faultsIn(element: ContactDetails): readonly string[] {
  const elements = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
  return elements.flatMap((node) => [
    ...(['script', 'iframe', 'object', 'embed', 'style', 'base', 'meta', 'template', 'link'].includes(node.localName)
      ? [`<${node.localName}>`]
      : []),
    ...(node instanceof HTMLImageElement && !/^(https|blob):|^data:image\//.test(node.src) ? [`img ${node.src}`] : []),
    ...(node instanceof HTMLAnchorElement && !ALLOWED_PROTOCOLS.includes(node.protocol) ? [`a ${node.href}`] : []),
    ...(node instanceof HTMLAnchorElement && (node.rel !== 'noopener noreferrer' || node.referrerPolicy !== 'no-referrer')
      ? [`a without rel: ${node.href}`]
      : []),
    ...[...node.attributes]
      .filter(
        ({ name, value }) =>
          name.startsWith('on') || (['id', 'class', 'part', 'style'].includes(name) && /executed|evil/.test(value)),
      )
      .map(({ name, value }) => `${node.localName} ${name}="${value}"`),
  ]);
}

describe('hostile data', () => {
  const executions: string[] = [];
  /** A picture at an `https:` address is asked for: that is what pictures are. */
  const evilRequests = () =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name, initiatorType }) => name.includes('evil.example') && initiatorType !== 'img')
      .map(({ name, initiatorType }) => `${initiatorType} ${name}`);

  before(() => {
    performance.setResourceTimingBufferSize(3000);
    Object.assign(window, { executed: () => executions.push('!') });
  });

  afterEach(() => {
    expect(executions).to.deep.equal([]);
    expect(evilRequests()).to.deep.equal([]);
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
  });

  for (const [index, payload] of CORPUS.entries()) {
    it(`is text and nothing else (${index})`, async () => {
      const element = await showPayload(payload);
      expect(faultsIn(element)).to.deep.equal([]);
      expect(element.shadowRoot?.textContent).to.contain(payload.trim());
    });
  }

  for (const payload of [CORPUS.slice(0, 5).join(''), CORPUS.slice(5).join('')]) {
    it('is text in editors of every type, in their complaints and lists', async () => {
      const element = await showPayload(payload);
      for (const type of TYPES) {
        await element.edit(keyOf(type));
        await until(() => queryAllByRole('button', /^Cancel editing /, element).length, type);
        expect(faultsIn(element)).to.deep.equal([]);
        await click(getByRole('button', /^Cancel editing /, element));
      }
      await element.edit('assignee');
      await until(() => queryAllByRole('option', undefined, element).length > 1, 'the people');
      expect(faultsIn(element)).to.deep.equal([]);
    });

    it('is text in the name of a contact that has a value already', async () => {
      const element = await showPayload(payload, 'duplicate');
      await element.edit(keyOf('text'));
      const input = element.shadowRoot?.activeElement as HTMLInputElement;
      await fill(input, 'new');
      await press('Enter');
      const way = await findByRole('button', 'Keep editing', element);
      expect(way.parentElement?.textContent).to.contain(payload.trim());
      expect(faultsIn(element)).to.deep.equal([]);
    });

    it('is text in editors, complaints, notices, the menu and the dialog too', async () => {
      const element = await showPayload(payload);
      for (const key of ['name', 'email', 'phone', 'area']) await element.edit(key);
      expect(faultsIn(element)).to.deep.equal([]);
      for (const input of queryAllByRole('textbox', undefined, element)) {
        input.focus();
        await press('Enter');
      }
      await element.whenSettled();
      expect(faultsIn(element)).to.deep.equal([]);
      await click(getByRole('button', 'More actions', element));
      await click(await findByRole('menuitem', 'Delete Contact', element));
      await findByRole('alertdialog', undefined, element);
      expect(faultsIn(element)).to.deep.equal([]);
    });

    it('is text in suggestions and in what they say', async () => {
      const element = await showPayload(payload);
      const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
      await click(input);
      await until(() => queryAllByRole('option', undefined, element).length > 0);
      input.value = payload;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await press('ArrowDown');
      expect(faultsIn(element)).to.deep.equal([]);
    });
  }

  it('as an address becomes a link only if it is one that a browser may follow', async () => {
    const element = await showPayload('ana@example.com?bcc=everybody@evil.example');
    const links = [...(element.shadowRoot?.querySelectorAll('a') ?? [])].map(({ href }) => href);
    expect(links.filter((href) => href.includes('?'))).to.deep.equal([]);
  });
});
