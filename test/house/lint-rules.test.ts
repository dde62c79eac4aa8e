import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import { readSources } from './sources.js';

interface Fault {
  readonly fault: string;
  /** Where the code would lie. The file does not exist. */
  readonly file: string;
  readonly code: string;
  /** The rule that must find it. */
  readonly rule: string;
}

const IMPORTS = 'house/import-table';

const FORBIDDEN_IMPORTS: readonly Fault[] = [
  { fault: 'core imports Lit', file: 'src/core/planted.ts', code: `import 'lit';`, rule: IMPORTS },
  { fault: 'core imports an adapter', file: 'src/core/planted.ts', code: `import '../http/http-adapter.js';`, rule: IMPORTS },
  { fault: 'core imports a Node module', file: 'src/core/planted.ts', code: `import 'node:fs';`, rule: IMPORTS },
  {
    fault: 'core loads the element later',
    file: 'src/core/planted.ts',
    code: `await import('../element/panel.js');`,
    rule: IMPORTS,
  },
  {
    fault: 'core names a type of the element',
    file: 'src/core/planted.ts',
    code: `export type Panel = import('../element/panel.js').Panel;`,
    rule: IMPORTS,
  },
  {
    fault: 'i18n runs code of core',
    file: 'src/i18n/planted.ts',
    code: `import { fold } from '../core/fold-text.js';`,
    rule: IMPORTS,
  },
  {
    fault: 'http re-exports the element',
    file: 'src/http/planted.ts',
    code: `export * from '../element/panel.js';`,
    rule: IMPORTS,
  },
  {
    fault: 'the server imports the client',
    file: 'src/server/planted.ts',
    code: `import '../http/http-adapter.js';`,
    rule: IMPORTS,
  },
  {
    fault: 'the contract runs code of memory',
    file: 'src/contract/planted.ts',
    code: `import { memoryAdapter } from '../memory/memory-adapter.js';`,
    rule: IMPORTS,
  },
  { fault: 'memory imports http', file: 'src/memory/planted.ts', code: `import '../http/transport.js';`, rule: IMPORTS },
  { fault: 'http imports fields', file: 'src/http/planted.ts', code: `import '../fields/text.js';`, rule: IMPORTS },
  { fault: 'http imports texts', file: 'src/http/planted.ts', code: `import '../i18n/en.js';`, rule: IMPORTS },
  { fault: 'fields import the element', file: 'src/fields/planted.ts', code: `import '../element/panel.js';`, rule: IMPORTS },
  {
    fault: 'fields import an adapter',
    file: 'src/fields/planted.ts',
    code: `import '../http/http-adapter.js';`,
    rule: IMPORTS,
  },
  {
    fault: 'the element imports an adapter',
    file: 'src/element/planted.ts',
    code: `import '../http/http-adapter.js';`,
    rule: IMPORTS,
  },
  { fault: 'src imports a test', file: 'src/element/planted.ts', code: `import '../../test/support/until.js';`, rule: IMPORTS },
  { fault: 'a second file knows tom-select', file: 'src/element/planted.ts', code: `import 'tom-select/base';`, rule: IMPORTS },
  {
    fault: 'a second file knows floating-ui',
    file: 'src/element/planted.ts',
    code: `import '@floating-ui/dom';`,
    rule: IMPORTS,
  },
  {
    fault: 'a second file knows libphonenumber-js',
    file: 'src/fields/planted.ts',
    code: `import 'libphonenumber-js/min';`,
    rule: IMPORTS,
  },
  {
    fault: 'a second file loads the flags',
    file: 'src/fields/planted.ts',
    code: `await import('country-flag-icons/string/3x2');`,
    rule: IMPORTS,
  },
];

const CIRCLES: readonly Fault[] = [
  {
    fault: 'a circle of types inside one room',
    file: 'src/core/contact.ts',
    code: `import type { ContactError } from './error.js'; export type Failed = ContactError;`,
    rule: 'house/import-circles',
  },
  {
    fault: 'a circle that an import in the middle of a type closes',
    file: 'src/core/contact.ts',
    code: `export type Failed = import('./error.js').ContactError;`,
    rule: 'house/import-circles',
  },
  {
    fault: 'a circle that a dynamic import closes',
    file: 'src/core/contact.ts',
    code: `export const later = () => import('./adapter.js');`,
    rule: 'house/import-circles',
  },
  {
    fault: 'a circle of re-exports across rooms',
    file: 'src/core/error.ts',
    code: `export * from '../http/http-adapter.js';`,
    rule: 'house/import-circles',
  },
];

const STRANGER = 'house/stranger-imports';

const DEMO_IMPORTS: readonly Fault[] = [
  ...[
    `import '../../src/index.js';`,
    `export type * from '../../src/core/contact.js';`,
    `await import('../../src/core/error.js');`,
    `export type Contact = import('../../src/index.js').Contact;`,
    `import 'contact-details/dist/index.js';`,
    `import 'contact-details/testing.js';`,
    `import '../../test/support/until.js';`,
  ].map((code) => ({ fault: `in the demo: ${code}`, file: 'demo/inbox/planted.ts', code, rule: STRANGER })),
];

const HAND_MADE_DOM: readonly Fault[] = [
  ['src/element/planted.ts', `document.createElement('p');`],
  ['src/fields/planted.ts', `document.createElementNS('http://www.w3.org/2000/svg', 'svg');`],
  ['src/element/reading/planted.ts', `document.body.append('x');`],
  ['src/element/popups/planted.ts', `document.body.replaceChildren();`],
].map(([file = '', code = '']) => ({ fault: `in ${file}: ${code}`, file, code, rule: 'no-restricted-syntax' }));

const FORBIDDEN_GLOBALS: readonly Fault[] = ['window', 'document', 'HTMLElement', 'fetch', 'localStorage'].map((name) => ({
  fault: `core uses ${name}`,
  file: 'src/core/planted.ts',
  code: `export const it = ${name};`,
  rule: 'no-restricted-globals',
}));

const FOREIGN_PAGES: readonly Fault[] = [
  ...['document.body', 'window.name', 'getComputedStyle(node)', 'requestAnimationFrame(() => {})'].map((code) => ({
    fault: `the element uses ${code}, of whatever document its script is in`,
    file: 'src/element/planted.ts',
    code: `declare const node: Element; export const it = ${code};`,
    rule: 'no-restricted-globals',
  })),
  ...['HTMLElement', 'Element', 'ShadowRoot', 'KeyboardEvent'].map((name) => ({
    fault: `the element asks for the class ${name} of its own window`,
    file: 'src/element/planted.ts',
    code: `export const it = (node: unknown) => node instanceof ${name};`,
    rule: 'no-restricted-syntax',
  })),
  ...['for (const each of list.entries()) void each;', 'for (const each of list.values()) void each;', 'Array.from(list);'].map(
    (code) => ({
      fault: `the core relies on what pages replace: ${code}`,
      file: 'src/core/planted.ts',
      code: `declare const list: string[]; ${code}`,
      rule: 'no-restricted-syntax',
    }),
  ),
];

const UNSAFE_HTML: readonly Fault[] = [
  ...['innerHTML', 'outerHTML'].map((property) => ({
    fault: `a string becomes ${property}`,
    file: 'src/element/planted.ts',
    code: `document.body.${property} = 'x';`,
    rule: 'no-restricted-properties',
  })),
  {
    fault: 'a string becomes adjacent HTML',
    file: 'demo/planted.ts',
    code: `document.body.insertAdjacentHTML('beforeend', 'x');`,
    rule: 'no-restricted-properties',
  },
  ...['unsafe-html', 'unsafe-svg', 'style-map'].map((directive) => ({
    fault: `the ${directive} directive`,
    file: 'src/element/planted.ts',
    code: `import 'lit/directives/${directive}.js';`,
    rule: 'no-restricted-imports',
  })),
  {
    fault: 'an inline style in a template',
    file: 'src/element/planted.ts',
    code: `import { html } from 'lit'; export const it = html\`<p style="color: red"></p>\`;`,
    rule: 'lit/ban-attributes',
  },
  {
    fault: 'an innerHTML binding in a template',
    file: 'src/element/planted.ts',
    code: `import { html } from 'lit'; export const it = html\`<p .innerHTML=\${'x'}></p>\`;`,
    rule: 'lit/ban-attributes',
  },
];

const RECORD = 'const record: Record<string, string> = {};';

const UNSAFE_CODE: readonly Fault[] = [
  {
    fault: 'a record that is read by any key',
    file: 'src/core/planted.ts',
    code: `${RECORD} export const read = (key: string) => record[key];`,
    rule: 'house/own-keys',
  },
  {
    fault: 'a record that is written by any key',
    file: 'demo/planted.ts',
    code: `${RECORD} export const write = (key: string) => (record[key] = '');`,
    rule: 'house/own-keys',
  },
  {
    fault: 'a pattern made of a variable',
    file: 'src/core/planted.ts',
    code: `export const test = (pattern: string) => new RegExp(pattern).test('');`,
    rule: 'security/detect-non-literal-regexp',
  },
  {
    fault: 'code in a text',
    file: 'src/core/planted.ts',
    code: `export const run = (code: string): unknown => eval(code);`,
    rule: 'security/detect-eval-with-expression',
  },
  {
    fault: 'a file that is named by a request',
    file: 'demo/server/web/planted.ts',
    code: `import { readFile } from 'node:fs/promises'; export const read = (name: string) => readFile(name);`,
    rule: 'security/detect-non-literal-fs-filename',
  },
  {
    fault: 'a text that becomes HTML',
    file: 'src/element/planted.ts',
    code: `export const show = (place: Element, text: string) => (place.innerHTML = text);`,
    rule: 'no-unsanitized/property',
  },
];

const CARELESSNESS: readonly Fault[] = [
  {
    fault: 'a floating promise',
    file: 'src/core/planted.ts',
    code: `Promise.resolve(1);`,
    rule: '@typescript-eslint/no-floating-promises',
  },
  {
    fault: 'a promise where a condition is expected',
    file: 'src/core/planted.ts',
    code: `export const it = Promise.resolve(false) ? 1 : 2;`,
    rule: '@typescript-eslint/no-misused-promises',
  },
  {
    fault: 'an any',
    file: 'src/core/planted.ts',
    code: `export const it: any = 1;`,
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    fault: 'an unhandled member of a union',
    file: 'src/core/planted.ts',
    code: `export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1; } return 2; }`,
    rule: '@typescript-eslint/switch-exhaustiveness-check',
  },
  {
    fault: 'a silenced compiler',
    file: 'src/core/planted.ts',
    code: `// @ts-expect-error: because\nexport const it: string = 1;`,
    rule: '@typescript-eslint/ban-ts-comment',
  },
  {
    fault: 'a fault that a comment hides',
    file: 'src/core/planted.ts',
    code: `console.log(1); // eslint-disable-line`,
    rule: 'no-console',
  },
  { fault: 'a word to the console', file: 'src/core/planted.ts', code: `console.log(1);`, rule: 'no-console' },
  {
    fault: 'a picture without a text',
    file: 'src/element/planted.ts',
    code: `import { html } from 'lit'; export const it = html\`<img src="x.png">\`;`,
    rule: 'lit-a11y/alt-text',
  },
  {
    fault: 'an element that leaks a listener',
    file: 'src/element/planted.ts',
    code: `export class X extends HTMLElement { connectedCallback() { window.addEventListener('resize', this.f); } f() {} }`,
    rule: 'wc/require-listener-teardown',
  },
  {
    fault: 'a sleeping test',
    file: 'test/element/planted.test.ts',
    code: `setTimeout(() => {}, 10);`,
    rule: 'no-restricted-globals',
  },
  {
    fault: 'a test that sleeps through the library',
    file: 'test/element/planted.test.ts',
    code: `import { aTimeout } from '@open-wc/testing'; await aTimeout(10);`,
    rule: 'no-restricted-imports',
  },
  {
    fault: 'a skipped test',
    file: 'test/element/planted.test.ts',
    code: `it.skip('x', () => {});`,
    rule: 'no-restricted-properties',
  },
  {
    fault: 'a focused test',
    file: 'test/core/imaginary.test.ts',
    code: `describe.only('x', () => {});`,
    rule: 'no-restricted-properties',
  },
];

/** What the rules must leave alone. */
const ALLOWED = [
  { file: 'src/core/planted.ts', code: `import './fold-text.js';` },
  { file: 'src/i18n/planted.ts', code: `import type { ErrorCode } from '../core/error.js'; export type Code = ErrorCode;` },
  { file: 'src/http/planted.ts', code: `import '../core/error.js'; import './transport.js';` },
  { file: 'src/server/planted.ts', code: `import '../http/transport.js'; import './problem.js';` },
  { file: 'src/contract/planted.ts', code: `export type { MemorySeed } from '../memory/memory-adapter.js';` },
  { file: 'src/fields/planted.ts', code: `import 'lit'; import '../core/field-definition.js'; import '../i18n/en.js';` },
  {
    file: 'src/element/planted.ts',
    code: `import 'lit/directives/repeat.js'; import '@lit/context'; import '../fields/text.js';`,
  },
  { file: 'src/element/combobox/suggestion-list.ts', code: `import 'tom-select/base'; document.createElement('p');` },
  { file: 'src/fields/flag-drawing.ts', code: `document.createElementNS('http://www.w3.org/2000/svg', 'svg');` },
  { file: 'demo/planted.ts', code: `import 'contact-details'; import 'contact-details/i18n/de.js'; import './shell/url.js';` },
  { file: 'demo/gallery/planted.ts', code: `import 'contact-details/testing.js'; import 'lit';` },
  {
    file: 'src/core/planted.ts',
    code: `${RECORD} export const read = (key: string) => (Object.hasOwn(record, key) ? record[key] : undefined);`,
  },
];

const faults = [
  ...FORBIDDEN_IMPORTS,
  ...CIRCLES,
  ...DEMO_IMPORTS,
  ...HAND_MADE_DOM,
  ...FORBIDDEN_GLOBALS,
  ...FOREIGN_PAGES,
  ...UNSAFE_HTML,
  ...UNSAFE_CODE,
  ...CARELESSNESS,
];
/** Files that do not exist are checked as if they were part of the project. */
const planted = new Set([...faults, ...ALLOWED].map(({ file }) => file).filter((file) => !existsSync(file)));
const projectService = {
  allowDefaultProject: [...planted],
  maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: planted.size,
};
const eslint = new ESLint({ overrideConfig: { languageOptions: { parserOptions: { projectService } } } });

for (const { fault, file, code, rule } of faults) {
  test(`lint finds ${fault}`, async () => {
    const [result] = await eslint.lintText(code, { filePath: file });
    const found = result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
    assert.ok(found.includes(rule), `${rule} is not among: ${found.join(', ') || 'nothing'}`);
  });
}

for (const { file, code } of ALLOWED) {
  test(`lint lets ${file} have ${code}`, async () => {
    const [result] = await eslint.lintText(code, { filePath: file });
    const found = result?.messages.filter(({ ruleId }) => ruleId?.startsWith('house/') || ruleId === 'no-restricted-syntax');
    assert.deepEqual(found, []);
  });
}

test('lint leaves out nothing of src, test and demo', async () => {
  for (const file of readSources(['src', 'test', 'demo'])) assert.equal(await eslint.isPathIgnored(file), false, file);
});
