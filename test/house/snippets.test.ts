import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import type { ContactAdapter, ContactDetails } from 'contact-details';

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
}
`;

/** As much of Angular as the documents use. */
const ANGULAR = `
declare module '@angular/core' {
  export function Component(options: { selector: string; template: string; imports?: readonly unknown[] }): ClassDecorator;
  export function Input(): PropertyDecorator;
  export class ElementRef<T> { nativeElement: T }
  export function inject<T>(token: unknown): T;
}
`;

/** The snippets of a document, in order. */
function snippetsIn(path: string): readonly Snippet[] {
  const document = readFileSync(new URL(path, ROOT), 'utf8');
  return [...document.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(({ index, 1: language = '', 2: text = '' }) => {
    const line = document.slice(0, index).split('\n').length;
    return { place: `${path}:${line}`, language, text };
  });
}

const readme = snippetsIn('README.md');
const frameworks = snippetsIn('docs/frameworks.md');
/** Writes snippets as modules, and answers what the compiler says of them. */
function check(folder: string, snippets: readonly Snippet[], compilerOptions: Readonly<Record<string, unknown>>): string {
  const url = new URL(`${folder}/`, FOLDER);
  mkdirSync(url, { recursive: true });
  writeFileSync(new URL('prelude.ts', url), PRELUDE);
  writeFileSync(new URL('angular.d.ts', url), ANGULAR);
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
    const scripts = inLanguage(readme, 'js');
    assert.ok(scripts.length > 5);
    assert.equal(
      check('js', scripts, { noImplicitAny: false, strictNullChecks: false, exactOptionalPropertyTypes: false }),
      '',
    );
  });

  test('that have types are strict', () => {
    const typed = inLanguage([...readme, ...frameworks], 'ts', 'tsx', 'vue');
    assert.ok(typed.length > 5);
    const options = { experimentalDecorators: true };
    assert.equal(check('ts', typed, options), '');
  });

  test('that are components of Svelte compile', () => {
    const components = inLanguage(frameworks, 'svelte');
    assert.ok(components.length);
    for (const { text, place } of components) assert.deepEqual(compile(text, { filename: place }).warnings, []);
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
