import { fileOf, forEachImport, packageOf, targetOf } from './imports.js';

/** What the package offers to everybody. */
const PUBLIC = /^contact-details(\/(server|ssr|define|element|vcard)\.js|\/(adapters|i18n)\/[\w-]+\.js)?$/;

/**
 * Holds the demo to what a stranger can import: its own files, and what the package exports. The gallery may use what is
 * meant for tests.
 * @type {import('eslint').Rule.RuleModule}
 */
export const strangerImports = {
  meta: { type: 'problem', docs: { description: 'Use the package as a stranger would' }, schema: [] },
  create(context) {
    const file = fileOf(context);

    /** @param {string} source */
    function isAllowed(source) {
      if (source.startsWith('.')) return targetOf(file, source).startsWith('demo/');
      if (packageOf(source) !== 'contact-details' || PUBLIC.test(source)) return true;
      return source === 'contact-details/testing.js' && file.startsWith('demo/gallery/');
    }

    return forEachImport((node, source) => {
      if (!isAllowed(source)) {
        context.report({ node, message: `The demo may not import ${source}: a stranger has only the package's exports.` });
      }
    });
  },
};
