import { fileOf, forEachImport, packageOf, targetOf } from './imports.js';

/**
 * What a room of `src` may import: other rooms (or single files of them), rooms of which it may know the types only, and
 * packages.
 * @typedef {{rooms: readonly string[], types?: readonly string[], packages?: readonly string[]}} Entry
 */

/**
 * The import table of the house: a room is a folder of `src`, or a file that lies directly in it.
 * @type {Readonly<Record<string, Entry>>}
 */
export const TABLE = {
  core: { rooms: ['core'], packages: ['re2js'] },
  store: { rooms: ['store', 'core'] },
  i18n: { rooms: ['i18n'], types: ['core'] },
  http: { rooms: ['http', 'core'] },
  server: { rooms: ['server', 'http/transport.ts', 'core'] },
  memory: { rooms: ['memory', 'core'] },
  contract: { rooms: ['contract', 'core'], types: ['memory'] },
  persistence: { rooms: ['persistence', 'core'], types: ['store'], packages: ['idb'] },
  vcard: { rooms: ['vcard', 'core'] },
  fields: { rooms: ['fields', 'core', 'i18n'], packages: ['lit', 'libphonenumber-js', 'country-flag-icons', 'big.js'] },
  element: {
    rooms: ['element', 'core', 'store', 'fields', 'vcard', 'i18n'],
    packages: ['lit', '@lit/context', '@floating-ui/dom', 'tom-select'],
  },
  frameworks: { rooms: ['frameworks'], types: ['element'], packages: ['lit', 'react', 'preact', 'solid-js', 'svelte', 'vue'] },
  ssr: { rooms: ['ssr', 'element', 'core', 'store', 'http', 'fields', 'i18n'], packages: ['lit', '@lit-labs/ssr'] },
  'element.ts': { rooms: ['element', 'core', 'i18n'] },
  'define.ts': { rooms: ['element', 'http', 'core'] },
  'cdn.ts': { rooms: ['define.ts'] },
  'server.ts': { rooms: ['server', 'memory', 'core'] },
  'ssr.ts': { rooms: ['ssr'] },
  'testing.ts': { rooms: ['contract', 'memory', 'store', 'core', 'element/panel-driver.ts'] },
  'vcard.ts': { rooms: ['vcard'] },
  'index.ts': { rooms: ['define.ts', 'element', 'fields', 'core', 'store', 'http', 'memory', 'persistence', 'i18n'] },
};

/**
 * Packages that one file hides from the rest of the project, and that file.
 * @type {Readonly<Record<string, string>>}
 */
export const SEAMS = {
  'tom-select': 'src/element/combobox/suggestion-list.ts',
  '@floating-ui/dom': 'src/element/popups/popup.ts',
  'libphonenumber-js': 'src/fields/phone-number.ts',
  'country-flag-icons': 'src/fields/flag-drawing.ts',
  'big.js': 'src/fields/number-editing.ts',
  re2js: 'src/core/linear-test.ts',
  idb: 'src/persistence/indexed-db.ts',
};

/**
 * Holds every file of `src` to the import table.
 * @type {import('eslint').Rule.RuleModule}
 */
export const importTable = {
  meta: { type: 'problem', docs: { description: 'Keep imports flowing in one direction' }, schema: [] },
  create(context) {
    const file = fileOf(context);
    const room = roomOf(file);
    const entry = room === undefined ? undefined : TABLE[room];

    /** @param {string} source @param {boolean} isTypeOnly */
    function isAllowed(source, isTypeOnly) {
      if (!source.startsWith('.')) return entry?.packages?.includes(packageOf(source)) ?? false;
      const target = targetOf(file, source);
      const rooms = [...(entry?.rooms ?? []), ...((isTypeOnly && entry?.types) || [])];
      return rooms.some((allowed) => allowed === roomOf(target) || `src/${allowed}` === target);
    }

    return forEachImport((node, source, isTypeOnly) => {
      const seam = SEAMS[packageOf(source)];
      if (seam !== undefined && seam !== file) {
        context.report({ node, message: `Only ${seam} may know ${packageOf(source)}.` });
      } else if (room !== undefined && !isAllowed(source, isTypeOnly)) {
        context.report({
          node,
          message: `src/${room} may not import ${source}: see the import table of docs/architecture.md.`,
        });
      }
    });
  },
};

/** @param {string} file path from the project's root @returns {string | undefined} `undefined` outside `src` */
function roomOf(file) {
  const [top, room] = file.split('/');
  return top === 'src' ? room : undefined;
}
