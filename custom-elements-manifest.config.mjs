import { posix } from 'node:path';

/**
 * @typedef {{name: string, fieldName?: string, privacy?: string, default?: string}} Member
 * @typedef {{name: string, events?: {name?: string}[], members?: Member[], attributes?: Member[]}} Declaration
 * @typedef {{declaration: {name: string, module?: string}}} Export
 * @typedef {{path: string, declarations?: Declaration[], exports?: Export[]}} Module
 */

/**
 * Says what a property is where it is not given: the object `DEFAULTS` of the element's module, by the names of properties. Lit's
 * properties are only declared, so that the analyzer finds no initial values.
 */
function defaultValues() {
  /** @type {Map<string, string>} */
  const values = new Map();
  return {
    name: 'default-values',
    /** @param {{ts: import('typescript'), node: import('typescript').Node}} context */
    analyzePhase({ ts, node }) {
      if (!ts.isVariableDeclaration(node) || node.name.getText() !== 'DEFAULTS') return;
      if (!node.initializer || !ts.isObjectLiteralExpression(node.initializer)) return;
      for (const property of node.initializer.properties) {
        if (ts.isPropertyAssignment(property)) values.set(property.name.getText(), property.initializer.getText());
      }
    },
    /** @param {{moduleDoc: Module}} context */
    moduleLinkPhase({ moduleDoc }) {
      for (const { members = [], attributes = [] } of moduleDoc.declarations ?? []) {
        for (const item of [...members, ...attributes]) {
          const value = values.get(item.fieldName ?? item.name);
          if (value !== undefined) item.default = value;
        }
      }
    },
  };
}

/**
 * Leaves only what a host can use. `dispatchEvent(new SomeEvent())` makes the analyzer add an event without a name (the
 * named ones come from `@fires`), it takes variables of methods for the module's, and private and protected members are none of
 * a host's business.
 */
const publicOnly = {
  name: 'public-only',
  /** @param {{customElementsManifest: {modules: Module[]}}} context */
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      const exported = (module.exports ?? []).map(({ declaration }) => declaration.name);
      module.declarations = (module.declarations ?? []).filter(({ name }) => exported.includes(name));
      for (const declaration of module.declarations) {
        if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name);
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
      }
    }
  },
};

/** @param {Member} member */
function isPublic({ privacy = 'public' }) {
  return privacy === 'public';
}

/** Names the built modules, which are in the package, instead of the sources, which are not. */
const builtPaths = {
  name: 'built-paths',
  /** @param {{customElementsManifest: {modules: Module[]}}} context */
  packageLinkPhase({ customElementsManifest }) {
    const renamed = JSON.stringify(customElementsManifest).replace(/"\/?src\/([^"]*)\.[tj]s"/g, '"dist/$1.js"');
    Object.assign(customElementsManifest, JSON.parse(renamed));
    for (const { path, exports = [] } of customElementsManifest.modules) {
      for (const { declaration } of exports) {
        if (declaration.module?.startsWith('.')) declaration.module = posix.join(posix.dirname(path), declaration.module);
      }
    }
  },
};

export default {
  globs: ['src/element/contact-details.ts', 'src/element/events.ts', 'src/{index,element,define}.ts'],
  // package.json names the manifest already; the analyzer would lay the whole file out anew.
  packagejson: false,
  litelement: true,
  plugins: [defaultValues(), publicOnly, builtPaths],
};
