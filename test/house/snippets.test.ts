import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { transform } from 'lightningcss';
import { compile } from 'svelte/compiler';
import { useDom } from '../support/dom-in-node.js';

interface Snippet {
  /** The document and the line, as in `README.md:12`. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

const ROOT = new URL('../../', import.meta.url);
/** A folder that git does not see, inside the project, so that the names of packages lead somewhere. */
const FOLDER = new URL('.data/snippets/', ROOT);

/** What the documents leave to the reader, as code that runs. */
const PRELUDE = `
import { memoryAdapter } from 'contact-details';
import type { Contact, ContactAdapter, ContactDetails, ContactSavedEvent, WriteOptions } from 'contact-details';
import type { MemorySeed } from 'contact-details/testing.js';

const contact = { id: 'c_1001', firstName: 'Ana', lastName: 'García', tags: [] };
const adapter = memoryAdapter({ contacts: [contact], tags: [{ id: 't_1', name: 'VIP' }], can: { delete: true } });
const panel = document.createElement('contact-details');
panel.adapter = adapter;
panel.contactId = contact.id;
document.body.append(panel);

const given = {
  adapter,
  panel,
  id: contact.id,
  openThread: (id: string) => id,
  user: { id: 'u_1' },
  adapterFor: (user: string): ContactAdapter => (user ? adapter : adapter),
  userOf: (request: Request) => request.url,
  app: { all: (path: string, answer: (context: { req: { raw: Request } }) => unknown) => [path, answer] },
  write: { version: '2', key: 'k_1' } as WriteOptions,
  row: { version: '2' },
  toContact: (row: { version: string }) => ({ ...contact, ...row }),
  emptySource: async () => ({ adapter, fill: async (seed: MemorySeed) => void seed, drop: () => undefined }),
};
Object.assign(globalThis, given);

declare global {
  const adapter: ContactAdapter;
  const panel: ContactDetails;
  const id: string;
  const openThread: typeof given.openThread;
  const user: typeof given.user;
  const adapterFor: typeof given.adapterFor;
  const userOf: typeof given.userOf;
  const app: typeof given.app;
  const write: typeof given.write;
  const row: typeof given.row;
  const ContactError: typeof import('contact-details').ContactError;
  const toContact: typeof given.toContact;
  const emptySource: typeof given.emptySource;
  const jQuery: (selector: string) => JQuery;
  interface JQuery {
    prop(name: 'contact', value: Contact): JQuery;
    on(name: 'contact-saved', handler: (event: { originalEvent: ContactSavedEvent }) => void): JQuery;
  }
}
`;

/** As much of others' packages as the documents use. */
const OTHERS = `
declare module '@angular/core' {
  export function Component(options: { selector: string; template: string; imports?: readonly unknown[] }): ClassDecorator;
  export function Input(): PropertyDecorator;
  export class ElementRef<T> { nativeElement: T }
  export function inject<T>(token: unknown): T;
}
declare module '@vitejs/plugin-vue' {
  export default function vue(options: {
    template: { compilerOptions: { isCustomElement: (tag: string) => boolean } };
  }): unknown;
}
`;

/** The snippets of a document, in order. */
function snippetsIn(path: string): readonly Snippet[] {
  const document = readFileSync(new URL(path, ROOT), 'utf8');
  return [...document.matchAll(/^```(\w+)(?: live)?\n(.*?)^```$/gms)].map(({ index, 1: language = '', 2: text = '' }) => {
    const line = document.slice(0, index).split('\n').length;
    return { place: `${path}:${line}`, language, text };
  });
}

const readme = snippetsIn('README.md');
const guide = snippetsIn('docs/writing-an-adapter.md');
const stacks = readdirSync(new URL('docs/stacks', ROOT)).flatMap((name) => snippetsIn(`docs/stacks/${name}`));
const live = snippetsIn('docs/site/pages/index.md').concat(snippetsIn('docs/site/pages/try-it.md'));
const all = [...readme, ...guide, ...stacks, ...live];

/** Writes snippets as modules, and answers what the compiler says of them. */
function check(folder: string, snippets: readonly Snippet[], compilerOptions: Readonly<Record<string, unknown>>): string {
  const url = new URL(`${folder}/`, FOLDER);
  mkdirSync(url, { recursive: true });
  writeFileSync(new URL('prelude.ts', url), PRELUDE);
  writeFileSync(new URL('others.d.ts', url), OTHERS);
  for (const snippet of snippets) {
    writeFileSync(new URL(nameOf(snippet), url), asModule(snippet));
  }
  const options = { extends: '../../../test/types/tsconfig.json', include: ['.'], exclude: [], compilerOptions };
  writeFileSync(new URL('tsconfig.json', url), JSON.stringify(options));
  const arguments_ = ['node_modules/vue-tsc/bin/vue-tsc.js', '--noEmit', '-p', `.data/snippets/${folder}`];
  return spawnSync(process.execPath, arguments_, { cwd: ROOT, encoding: 'utf8' }).stdout;
}

/** A snippet as a module of its own, in the JSX of the framework whose types it imports. */
function asModule({ language, text }: Snippet): string {
  if (language === 'vue') return text;
  const [, framework = 'react'] = /contact-details\/(preact|solid)'/.exec(text) ?? [];
  const pragma = `/** @jsxImportSource ${framework === 'solid' ? 'solid-js' : framework} */`;
  return `${language === 'tsx' ? pragma : ''}${text}\nexport {};\n`;
}

/** The scripts in a page that import, or use what the page has. */
function scriptsOf({ place, text }: Snippet): readonly Snippet[] {
  const scripts = [...text.matchAll(/<script type="module">\n(.*?)<\/script>/gs)];
  return scripts.map(([, script = ''], index) => ({ place: `${place}-${index}`, language: 'js', text: script }));
}

/** The name of a snippet's file; a component of Angular is imported by its own. */
function nameOf({ language, place, text }: Snippet): string {
  if (language === 'ts' && text.includes('class ContactDetailsElement')) return 'contact-details-element.ts';
  const extension = { js: 'ts', ts: 'ts', tsx: 'tsx', vue: 'vue' }[language] ?? language;
  return `${place.replace(/\W/g, '-')}.${extension}`;
}

const inLanguage = (snippets: readonly Snippet[], ...languages: readonly string[]) =>
  snippets.filter(({ language }) => languages.includes(language));

describe('the snippets of the documents', () => {
  before(() => rmSync(FOLDER, { recursive: true, force: true }));
  after(() => rmSync(FOLDER, { recursive: true, force: true }));

  test('that are JavaScript use what there is', () => {
    const scripts = [...inLanguage(all, 'js'), ...inLanguage(all, 'html').flatMap(scriptsOf)];
    assert.ok(scripts.length > 10);
    assert.equal(
      check('js', scripts, {
        types: ['node'],
        noImplicitAny: false,
        strictNullChecks: false,
        exactOptionalPropertyTypes: false,
      }),
      '',
    );
  });

  test('that have types are strict', () => {
    const typed = inLanguage(all, 'ts', 'tsx', 'vue');
    assert.ok(typed.length > 5);
    const options = { experimentalDecorators: true };
    assert.equal(check('ts', typed, options), '');
  });

  test('that are components of Svelte compile', () => {
    const components = inLanguage(all, 'svelte');
    assert.ok(components.length);
    for (const { text, place } of components) assert.deepEqual(compile(text, { filename: place }).warnings, []);
  });

  test('that are HTML set attributes that there are', () => {
    const tags = inLanguage(all, 'html').flatMap(({ text }) => text.match(/<contact-details[^>]*>/g) ?? []);
    assert.ok(tags.length > 3);
    const names = tags.flatMap((tag) => [...tag.matchAll(/([\w-]+)="/g)].map(([, name]) => name));
    const { tags: described } = JSON.parse(readFileSync(new URL('vscode.html-custom-data.json', ROOT), 'utf8')) as {
      tags: readonly { attributes: readonly { name: string }[] }[];
    };
    const known = described.flatMap(({ attributes }) => attributes.map(({ name }) => name));
    assert.deepEqual(
      names.filter((name = '') => !known.includes(name)),
      [],
    );
  });

  test('that are import maps lead to files, and to all that the package depends on', () => {
    const maps = inLanguage(all, 'html').flatMap(
      ({ text }) => /<script type="importmap">(.*?)<\/script>/s.exec(text)?.[1] ?? [],
    );
    assert.equal(maps.length, 1);
    const { imports } = JSON.parse(maps[0] ?? '') as { imports: Readonly<Record<string, string>> };
    const others = Object.entries(imports).filter(([name]) => !name.startsWith('contact-details'));
    for (const [name, path] of others) assert.ok(existsSync(new URL(`.${path}`, ROOT)), `${name}: ${path}`);
    const { dependencies } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { dependencies: object };
    assert.deepEqual(
      Object.keys(dependencies).filter((name) => !Object.hasOwn(imports, name)),
      [],
    );
  });

  test('that are CSS are CSS', () => {
    const sheets = inLanguage(readme, 'css');
    assert.ok(sheets.length);
    for (const { text, place } of sheets) {
      assert.doesNotThrow(() => transform({ filename: place, code: Buffer.from(text) }), place);
    }
  });

  describe('run', async () => {
    useDom('jsdom');
    for (const snippet of inLanguage(readme, 'js')) {
      test(snippet.place, async () => {
        await import(new URL('js/prelude.ts', FOLDER).href);
        await import(new URL(`js/${nameOf(snippet)}`, FOLDER).href);
      });
    }
  });
});
