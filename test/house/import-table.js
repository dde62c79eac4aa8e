import { dirname, relative, resolve, sep } from 'node:path';

/**
 * What a room of `src` may import: other rooms, rooms of which it may know the types only, and packages.
 * @typedef {{rooms: readonly string[], types?: readonly string[], packages?: readonly string[]}} Entry
 */

/**
 * The import table of the house: a room is a folder of `src`, or a file that lies directly in it.
 * @type {Readonly<Record<string, Entry>>}
 */
const TABLE = {
  core: { rooms: ['core'] },
  store: { rooms: ['store', 'core'] },
  i18n: { rooms: ['i18n'], types: ['core'] },
  http: { rooms: ['http', 'core'] },
  server: { rooms: ['server', 'http', 'core'] },
  memory: { rooms: ['memory', 'core'] },
  contract: { rooms: ['contract', 'core', 'memory'] },
  persistence: { rooms: ['persistence', 'core'], types: ['store'], packages: ['idb'] },
  fields: { rooms: ['fields', 'core', 'i18n'], packages: ['lit', 'libphonenumber-js', 'country-flag-icons'] },
  element: {
    rooms: ['element', 'core', 'store', 'fields', 'i18n'],
    packages: ['lit', '@lit/context', '@floating-ui/dom', 'tom-select'],
  },
  'element.ts': { rooms: ['element', 'core', 'i18n'] },
  'define.ts': { rooms: ['element', 'http'], types: ['core'] },
  'cdn.ts': { rooms: ['define.ts'] },
  'server.ts': { rooms: ['server', 'memory', 'core'] },
  'testing.ts': { rooms: ['contract', 'memory', 'store', 'core'] },
  'index.ts': { rooms: ['define.ts', 'element', 'fields', 'core', 'store', 'http', 'memory', 'persistence', 'i18n'] },
};

/**
 * Packages that one file hides from the rest of the project, and that file.
 * @type {Readonly<Record<string, string>>}
 */
const SEAMS = {
  'tom-select': 'src/element/suggestion-list.ts',
  '@floating-ui/dom': 'src/element/popup.ts',
  'libphonenumber-js': 'src/fields/phone-number.ts',
  'country-flag-icons': 'src/fields/flag-drawing.ts',
  idb: 'src/persistence/indexed-db.ts',
};

/** @typedef {import('estree').Node & {source?: {value?: unknown} | null, importKind?: string, exportKind?: string, specifiers?: readonly {importKind?: string, exportKind?: string}[]}} ImportingNode */

/**
 * Holds every file of `src` to the import table. Knows static imports, re-exports, `import()` and `import('…').Type`.
 * @type {import('eslint').Rule.RuleModule}
 */
export const importTable = {
  meta: { type: 'problem', docs: { description: 'Keep imports flowing in one direction' }, schema: [] },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const room = roomOf(file);
    const entry = room === undefined ? undefined : TABLE[room];

    /** @param {import('estree').Node} node @param {unknown} source @param {boolean} isTypeOnly */
    function check(node, source, isTypeOnly) {
      if (typeof source !== 'string') return;
      const seam = SEAMS[packageOf(source)];
      if (seam !== undefined && seam !== file) {
        context.report({ node, message: `Only ${seam} may know ${packageOf(source)}.` });
      } else if (room !== undefined && !isAllowed(entry, source, isTypeOnly)) {
        context.report({
          node,
          message: `src/${room} may not import ${source}: see the import table of docs/architecture.md.`,
        });
      }
    }

    /** @param {Entry | undefined} allowed @param {string} source @param {boolean} isTypeOnly */
    function isAllowed(allowed, source, isTypeOnly) {
      if (!source.startsWith('.')) return allowed?.packages?.includes(packageOf(source)) ?? false;
      const target = roomOf(
        relative(context.cwd, resolve(dirname(context.filename), source))
          .split(sep)
          .join('/'),
      );
      if (target === undefined) return false;
      return allowed?.rooms.includes(target) || (isTypeOnly && allowed?.types?.includes(target)) || false;
    }

    /** @param {import('eslint').Rule.Node} node */
    const checkDeclaration = (node) => {
      const declaration = /** @type {ImportingNode} */ (node);
      check(node, declaration.source?.value, isTypeOnlyDeclaration(declaration));
    };
    return {
      ImportDeclaration: checkDeclaration,
      ExportNamedDeclaration: checkDeclaration,
      ExportAllDeclaration: checkDeclaration,
      ImportExpression: checkDeclaration,
      TSImportType: (/** @type {ImportingNode} */ node) => check(node, node.source?.value, true),
    };
  },
};

/** @param {ImportingNode} node */
function isTypeOnlyDeclaration({ importKind, exportKind, specifiers = [] }) {
  if (importKind === 'type' || exportKind === 'type') return true;
  return specifiers.length > 0 && specifiers.every((each) => (each.importKind ?? each.exportKind) === 'type');
}

/** @param {string} file path from the project's root @returns {string | undefined} `undefined` outside `src` */
function roomOf(file) {
  const [top, room, ...rest] = file.split('/');
  if (top !== 'src' || room === undefined) return undefined;
  return rest.length ? room : room.replace(/\.js$/, '.ts');
}

/** @param {string} source */
function packageOf(source) {
  const parts = source.split('/');
  return source.startsWith('@') ? parts.slice(0, 2).join('/') : /** @type {string} */ (parts[0]);
}
