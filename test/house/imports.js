import { relative, resolve, dirname, sep } from 'node:path';

/** @typedef {import('estree').Node & {source?: {value?: unknown} | null, importKind?: string, exportKind?: string, specifiers?: readonly {importKind?: string, exportKind?: string}[]}} ImportingNode */

/**
 * Calls back with each import of a file: static ones, re-exports, `import()` and `import('…').Type`.
 * @param {(node: import('estree').Node, source: string, isTypeOnly: boolean) => void} check
 * @returns {import('eslint').Rule.RuleListener}
 */
export function forEachImport(check) {
  /** @param {unknown} node */
  const visit = (node) => {
    const importing = /** @type {ImportingNode} */ (node);
    const source = importing.source?.value;
    if (typeof source === 'string') check(importing, source, isTypeOnly(importing));
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
    TSImportType: visit,
  };
}

/** @param {ImportingNode} node */
function isTypeOnly({ type, importKind, exportKind, specifiers = [] }) {
  if (/** @type {string} */ (type) === 'TSImportType' || importKind === 'type' || exportKind === 'type') return true;
  return specifiers.length > 0 && specifiers.every((each) => (each.importKind ?? each.exportKind) === 'type');
}

/**
 * The path of the linted file, from the project's root.
 * @param {import('eslint').Rule.RuleContext} context
 */
export function fileOf({ cwd, filename }) {
  return relative(cwd, filename).split(sep).join('/');
}

/**
 * The path of the source that a relative import of this file leads to, from the project's root.
 * @param {string} file @param {string} source
 */
export function targetOf(file, source) {
  const path = relative('.', resolve(dirname(file), source))
    .split(sep)
    .join('/');
  return path.replace(/\.js$/, '.ts');
}

/** The name of the package that an import which is not relative leads to. @param {string} source */
export function packageOf(source) {
  const parts = source.split('/');
  return source.startsWith('@') ? parts.slice(0, 2).join('/') : /** @type {string} */ (parts[0]);
}
