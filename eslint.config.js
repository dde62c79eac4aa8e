import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import security from 'eslint-plugin-security';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { importCircles } from './test/house/import-circles.js';
import { importTable } from './test/house/import-table.js';
import { ownKeys } from './test/house/own-keys.js';
import { strangerImports } from './test/house/stranger-imports.js';

const SOURCE = ['**/*.{ts,js,mjs}'];

const BROWSER_GLOBALS = [
  ...['window', 'document', 'navigator', 'location', 'history', 'customElements', 'matchMedia', 'getComputedStyle'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'requestAnimationFrame', 'HTMLElement', 'Element', 'Node', 'ShadowRoot'],
];
const NETWORK_GLOBALS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Request', 'Response', 'Headers'];

/** @param {readonly string[]} names @param {string} message @returns {['error', ...{name: string, message: string}[]]} */
const without = (names, message) => ['error', ...names.map((name) => ({ name, message }))];

const HTML_STRINGS = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment'];

const DOM_MAKERS = [
  ...['createElement', 'createElementNS', 'createTextNode', 'createDocumentFragment', 'cloneNode', 'importNode'],
  ...['append', 'prepend', 'appendChild', 'insertBefore', 'replaceChildren', 'replaceWith'],
];

const house = {
  rules: {
    'import-table': importTable,
    'import-circles': importCircles,
    'stranger-imports': strangerImports,
    'own-keys': ownKeys,
  },
};

// The runner waits for what `test()` answers; a chai plug-in declares that every `equal` answers a promise, which it does not.
const AWAITED_BY_THE_RUNNER = [
  { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
  { from: 'package', package: 'chai', name: 'Equal' },
];

/** What pages replace, as Prototype.js and MooTools do, by something else than an iterator. */
const REPLACED = [
  {
    selector:
      'ForOfStatement > CallExpression.right > MemberExpression.callee[object.name!="Object"][property.name=/^(entries|keys|values)$/]',
    message: 'Pages replace the iterators of arrays: loop over the thing itself, or use forEach.',
  },
  {
    selector: 'MemberExpression[object.name="Array"][property.name="from"]',
    message: 'Pages replace Array.from: spread.',
  },
];
/** An element may be in another document than its script, where classes are others. */
const OTHER_DOCUMENT = {
  selector:
    'BinaryExpression[operator="instanceof"][right.name=/^((HTML|SVG)\\w*Element|Element|Node|Document|ShadowRoot|\\w*Event)$/]',
  message: 'In another window an element is of another class: ask what it has.',
};

export default tseslint.config(
  { ignores: ['dist/', 'cdn/', 'demo/dist/', 'docs/site/.vitepress/{cache,dist,public}/', 'coverage/', '.data/', 'examples/'] },
  {
    files: SOURCE,
    extends: [
      tseslint.configs.recommendedTypeChecked,
      lit['flat/recommended'],
      wc['flat/recommended'],
      wc['flat/best-practice'],
    ],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { noInlineConfig: true },
    rules: {
      ...litA11y.configs.recommended.rules,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-implicit-coercion': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // How an interface of the platform is extended.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An async function without an await is how a method that throws becomes one that rejects.
      '@typescript-eslint/require-await': 'off',
      // Lit calls a template's handlers on their host.
      '@typescript-eslint/unbound-method': 'off',
      // Safari takes the role from a list without bullets; saying it again brings it back.
      'lit-a11y/no-redundant-role': 'off',
      // The buttons of rows and of tags share a listener on their list: they are buttons, which keys press.
      'lit-a11y/click-events-have-key-events': 'off',
      // Labels and states that another template or a later script supplies: axe checks them in the page.
      'lit-a11y/accessible-name': 'off',
      'lit-a11y/role-has-required-aria-attrs': 'off',
      'lit/ban-attributes': ['error', 'style', '.innerhtml', '.outerhtml', 'onclick', 'onerror', 'onload'],
      'no-restricted-properties': [
        'error',
        ...HTML_STRINGS.map((property) => ({
          property,
          message: 'Build nodes, or render a template: no strings become HTML.',
        })),
        { object: 'document', property: 'write', message: 'Build nodes.' },
        ...['it', 'test', 'describe', 'suite'].flatMap((object) =>
          ['only', 'skip', 'todo'].map((property) => ({ object, property, message: 'Every test runs.' })),
        ),
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^lit(-html)?/directives/(unsafe-|style-map)', message: 'Not under a strict content security policy.' },
            { regex: '^lit(-html)?/static-html', message: 'Templates are constants.' },
          ],
        },
      ],
    },
  },
  {
    // Type casts in comments are invisible to these rules; the compiler checks the files all the same.
    files: ['**/*.{js,mjs}'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['{src,demo}/**/*.ts'],
    extends: [security.configs.recommended, noUnsanitized.configs.recommended],
    plugins: { house },
    rules: {
      ...Object.fromEntries(Object.keys(security.rules).map((name) => [`security/${name}`, 'error'])),
      // Knows no types, so that it warns of every array: this rule of ours asks for `Object.hasOwn` where a key is data.
      'security/detect-object-injection': 'off',
      'house/own-keys': 'error',
      // Counts stars, and warns of patterns that take no time; those for which time matters are tried in test/core/pattern.test.ts
      // and test/fields/long-texts.test.ts.
      'security/detect-unsafe-regex': 'off',
    },
  },
  {
    // Makes a pattern of a definition, which is tested in linear time; the others are put together of constants, or escaped.
    files: [
      ...['src/core/pattern.ts', 'src/fields/phone-number.ts', 'src/fields/phone-text.ts'],
      ...['demo/server/contacts/field-access.ts', 'demo/server/contacts/phone-rule.ts'],
    ],
    rules: { 'security/detect-non-literal-regexp': 'off' },
  },
  {
    // Files whose names come from the command line, from the environment or from this code, and never from a request.
    files: ['demo/server/main.ts', 'demo/server/database/*.ts', 'demo/server/web/dev-pages.ts'],
    rules: { 'security/detect-non-literal-fs-filename': 'off' },
  },
  {
    // Arabic, with the marks that keep a number in its place beside it.
    files: ['src/i18n/ar.ts'],
    rules: { 'security/detect-bidi-characters': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { house },
    rules: { 'house/import-table': 'error', 'house/import-circles': 'error', 'no-console': 'error' },
  },
  {
    // Tells hosts of their mistakes.
    files: ['src/core/{lessons,teach}.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/{element,fields}/**/*.ts'],
    ignores: ['src/element/combobox/**', 'src/fields/flag-drawing.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: `CallExpression > MemberExpression.callee[property.name=/^(${DOM_MAKERS.join('|')})$/]`,
          message: 'Render a template: lit-html is the one way to make DOM.',
        },
        ...REPLACED,
        OTHER_DOCUMENT,
      ],
    },
  },
  {
    // The files left out make elements, which belong to whatever document they are put into.
    files: ['src/{element,fields}/**/*.ts'],
    ignores: ['src/element/combobox/{suggestion-list,trusted-html}.ts', 'src/fields/{flag-drawing,formats}.ts'],
    rules: {
      'no-restricted-globals': without(
        [
          ...['document', 'window', 'getComputedStyle', 'getSelection', 'matchMedia'],
          ...['requestAnimationFrame', 'cancelAnimationFrame'],
        ],
        'An element may be moved into another document: ask its ownerDocument.',
      ),
    },
  },
  {
    files: ['src/{core,store,http,i18n,memory,persistence}/**/*.ts', 'src/element/combobox/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...REPLACED] },
  },
  {
    // JSX is described in namespaces.
    files: ['src/frameworks/**/*.ts'],
    rules: { '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }] },
  },
  {
    files: ['demo/**/*.ts'],
    plugins: { house },
    rules: { 'house/stranger-imports': 'error' },
  },
  {
    files: ['src/{core,store}/**/*.ts'],
    rules: {
      'no-restricted-globals': without(
        [...BROWSER_GLOBALS, ...NETWORK_GLOBALS],
        'The core and the store know no DOM and no network.',
      ),
    },
  },
  {
    files: ['src/{http,server,ssr,memory,contract,i18n}/**/*.ts', 'src/{server,ssr,testing}.ts'],
    rules: { 'no-restricted-globals': without(BROWSER_GLOBALS, 'Runs on servers too.') },
  },
  {
    files: ['test/**'],
    rules: {
      // The words of a failed test may be ugly.
      '@typescript-eslint/no-base-to-string': 'off',
      // Hostile sources are tested too: they throw and reject with anything.
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
  {
    // Packages of its own, which are not there when the project is linted; `npm run docs` checks the types.
    files: ['docs/site/**'],
    rules: {
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Wrong code, which the compiler must refuse.
    files: ['test/types/**'],
    rules: {
      '@typescript-eslint/ban-ts-comment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['test/**/*.test.ts'],
    rules: {
      'no-restricted-globals': without(
        ['setTimeout', 'setInterval'],
        'Tests do not sleep: await an event, `until`, or settle by hand.',
      ),
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@open-wc/testing', importNames: ['aTimeout', 'waitUntil'], message: 'Await an event, or `until`.' },
            { name: 'node:timers/promises', message: 'Tests do not sleep.' },
          ],
        },
      ],
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: AWAITED_BY_THE_RUNNER }],
      // Chai's assertions are expressions.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
