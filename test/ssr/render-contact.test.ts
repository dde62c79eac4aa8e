import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ContactError } from '../../src/core/error.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import type { Contact } from '../../src/core/contact.js';
import { parse } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import type { Drawn } from '../../src/element/server-drawn.js';
import { renderContact } from '../../src/ssr.js';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const ANA: Contact = {
  id: 'c_1',
  firstName: 'Ana',
  lastName: 'García',
  country: 'ES',
  email: 'ana@example.com',
  tags: [{ id: 't_vip', name: 'VIP', color: 'red' }],
};

const HOSTILE = `"><script>alert(1)</script></style></template><img src=x onerror=alert(1)>'&`;

/** All elements of a page of that HTML, those of shadow roots too. */
function elementsOf(html: string): readonly Element[] {
  const all = (node: Node): Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(all) : []),
    ...('content' in node ? all(node.content) : []),
  ];
  return all(parse(html)).filter(({ tagName }) => !['html', 'head', 'body'].includes(tagName));
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && node.tagName === 'style') return '';
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  return children.map(textOf).join('');
}

const seen = (html: string) => textOf(parse(html)).replace(/\s+/g, ' ');
const attribute = ({ attrs }: Element, name: string) => attrs.find((each) => each.name === name)?.value;
const drawnFrom = (host: Element) => JSON.parse(attribute(host, 'data-drawn') ?? '') as Drawn;
const named = (html: string, tagName: string, name: string) =>
  elementsOf(html).filter((element) => element.tagName === tagName && attribute(element, 'aria-label') === name);

describe('renderContact', () => {
  it('answers an element whose shadow root has the contact in it', async () => {
    const html = await renderContact({ contact: ANA });
    const [host, template] = elementsOf(html);
    assert.equal(host?.tagName, 'contact-details');
    assert.equal(template && attribute(template, 'shadowrootmode'), 'open');
    for (const text of ['Ana García', 'ana@example.com', 'Spain', 'VIP', 'c_1']) assert.match(seen(html), new RegExp(text));
  });

  it('leaves nothing in it but elements, texts and attributes: no marks, no listeners, no styles of single elements', async () => {
    const html = await renderContact({ contact: ANA });
    assert.doesNotMatch(html, /lit-part|lit-node|\$lit|\[object|undefined/);
    for (const { attrs } of elementsOf(html)) for (const { name } of attrs) assert.doesNotMatch(name, /^(style|on.*|[.@?].*)$/);
  });

  it('writes the styles of single elements as rules, beside those of the panel, under the page’s nonce', async () => {
    const html = await renderContact({ contact: ANA, nonce: 'bm9uY2U=' });
    const styles = elementsOf(html).filter(({ tagName }) => tagName === 'style');
    assert.equal(styles.length, 1);
    assert.equal(styles[0] && attribute(styles[0], 'nonce'), 'bm9uY2U=');
    const tag = elementsOf(html).find((element) => attribute(element, 'part') === 'tag');
    const mark = tag && attribute(tag, 'data-style');
    assert.ok(html.includes(`[data-style="${mark}"]{--_tag: #dc2626}`));
  });

  it('takes every text for a text, wherever it stands', async () => {
    const fields: FieldDefinition[] = [
      { key: 'note', label: HOSTILE, group: HOSTILE, type: 'textarea' },
      { key: 'plan', type: 'list', options: [{ value: HOSTILE, label: HOSTILE }] },
    ];
    const html = await renderContact({
      contact: {
        ...{ id: HOSTILE, firstName: HOSTILE, email: HOSTILE, phone: HOSTILE, country: HOSTILE, avatarUrl: HOSTILE },
        tags: [{ id: HOSTILE, name: HOSTILE, emoji: HOSTILE, color: HOSTILE, description: HOSTILE }],
        channels: [{ id: HOSTILE, type: HOSTILE, name: HOSTILE, handle: HOSTILE, state: 'active', connectedAt: HOSTILE }],
        custom: { note: HOSTILE, plan: HOSTILE },
      },
      fields,
      src: HOSTILE,
      nonce: HOSTILE,
      lang: HOSTILE,
    });
    const elements = elementsOf(html);
    assert.deepEqual(
      elements.filter(
        ({ tagName, attrs }) => ['script', 'img'].includes(tagName) || attrs.some(({ name }) => name.startsWith('on')),
      ),
      [],
    );
    assert.equal(elements.filter(({ tagName }) => tagName === 'template').length, 1);
    assert.equal(elements[0] && attribute(elements[0], 'contact-id'), HOSTILE);
    assert.match(seen(html), /<script>alert\(1\)<\/script>/);
  });

  it('sends nothing of what its reader may not see', async () => {
    const html = await renderContact({
      contact: { ...ANA, custom: { salary: 'a lot', shoe: '43' } },
      fields: [
        { key: 'salary', type: 'text', access: 'mask' },
        { key: 'shoe', type: 'text', access: 'hide' },
        { key: 'email', type: 'email', access: 'mask' },
      ],
      src: '/api',
    });
    assert.doesNotMatch(html, /a lot|43|ana@example/);
    assert.match(seen(html), /salary/);
  });

  it('sends along what the source has answered, for the first load', async () => {
    const html = await renderContact({
      contact: ANA,
      can: { delete: true },
      src: '/api',
      readonly: true,
      headingLevel: 3,
      contactHref: '/c/{id}',
    });
    const [host] = elementsOf(html);
    assert.ok(host);
    assert.equal(attribute(host, 'src'), '/api');
    assert.equal(attribute(host, 'contact-id'), 'c_1');
    assert.equal(attribute(host, 'readonly'), '');
    assert.equal(attribute(host, 'heading-level'), '3');
    assert.equal(attribute(host, 'contact-href'), '/c/{id}');
    const { properties, snapshot } = drawnFrom(host);
    assert.deepEqual({ ...snapshot?.contact, custom: undefined }, { ...ANA, custom: undefined });
    assert.deepEqual(snapshot?.can, { delete: true });
    assert.deepEqual(properties, {});
  });

  it('gives the element the contact itself, where there is no source to read it from', async () => {
    const html = await renderContact({ contact: ANA, collapsedGroups: ['Billing'] });
    const [host] = elementsOf(html);
    assert.ok(host);
    assert.equal(attribute(host, 'contact-id'), undefined);
    const { properties, snapshot } = drawnFrom(host);
    assert.equal(snapshot, undefined);
    assert.equal((properties['contact'] as Contact).email, ANA.email);
    assert.deepEqual(properties['collapsedGroups'], ['Billing']);
  });

  it('offers what the adapter of the page can do', async () => {
    const load = async () => ({ contact: ANA });
    const readOnly = await renderContact({ contact: ANA, adapter: { load } });
    assert.equal(named(readOnly, 'button', 'Edit name').length, 0);
    const writable = await renderContact({ contact: ANA, adapter: { load, save: async () => ANA } });
    assert.equal(named(writable, 'button', 'Edit name').length, 1);
  });

  it('is in the language of the page, formats too', async () => {
    const since = { key: 'since', type: 'date', label: 'Seit' };
    const html = await renderContact({ contact: { ...ANA, custom: { since: '2024-05-31' } }, fields: [since], lang: 'de-AT' });
    assert.match(seen(html), /Spanien.*Vorname.*31\.05\.2024/);
    assert.equal(elementsOf(html).map((element) => attribute(element, 'lang'))[0], 'de-AT');
  });

  it('has English texts and the formats of the page’s language where the panel does not speak it', async () => {
    const html = await renderContact({ contact: ANA, lang: 'fr' });
    assert.match(seen(html), /Espagne.*First Name/);
    const panel = elementsOf(html).find((element) => attribute(element, 'id') === 'panel');
    assert.equal(panel && attribute(panel, 'lang'), 'en');
    assert.match(seen(await renderContact({ contact: ANA, lang: 'no such language!' })), /Spain.*First Name/);
  });

  it('uses the texts of the host', async () => {
    const html = await renderContact({ contact: { id: 'c_1' }, messages: { unnamed: 'Who is this?' } });
    assert.match(seen(html), /Who is this\?/);
  });

  it('draws every type of field, many of them, and folds groups and empty ones as the element does', async () => {
    const types: Readonly<Record<string, Exclude<Contact['custom'], undefined>[string]>> = {
      ...{ text: 'Text', textarea: 'Two\nlines', url: 'https://example.com/a', email: 'b@example.com', phone: '+34600111222' },
      ...{ list: 'a', multilist: ['a', 'b'], checkbox: true, number: 1234.5, currency: 9.5, percent: 12 },
      ...{ date: '2024-05-31', time: '13:05', datetime: '2024-05-31T10:00:00Z', country: 'DE', language: 'pt-BR' },
      person: { id: 'u_1', name: 'Rui Costa' },
    };
    const options = ['a', 'b', 'c', 'd', 'e'].map((value) => ({ value, label: `Option ${value}` }));
    const fields = Object.keys(types).map((type) => ({
      key: `of_${type}`,
      type,
      label: `A ${type}`,
      group: 'All types',
      options,
    }));
    const custom = Object.fromEntries(Object.entries(types).map(([type, value]) => [`of_${type}`, value]));
    const html = await renderContact({ contact: { ...ANA, custom }, fields, collapsedGroups: ['All types'], foldEmpty: true });
    for (const type of Object.keys(types)) assert.match(seen(html), new RegExp(`A ${type}`));
    for (const text of ['1,234.5', 'May 31, 2024', 'Germany', 'Rui Costa', 'Option a, Option b'])
      assert.ok(seen(html).includes(text), text);
    const group = elementsOf(html).find(({ tagName }) => tagName === 'details');
    assert.ok(group);
    assert.equal(attribute(group, 'open'), undefined);
    assert.equal(named(html, 'input', 'Find a field').length, 1);
  });

  it('fails with the path of what cannot be understood', async () => {
    const broken = { id: 'c_1', tags: 7 } as unknown as Contact;
    await assert.rejects(renderContact({ contact: broken }), (error: unknown) => {
      return error instanceof ContactError && error.code === 'invalid-data' && /tags/.test(error.message);
    });
  });
});
