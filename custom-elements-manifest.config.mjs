/** @typedef {{declarations?: {events?: {name?: string}[], members?: {privacy?: string}[]}[]}} Module */

/**
 * Leaves only what a host can use. `dispatchEvent(new SomeEvent())` makes the analyzer add an event without a name (the
 * named ones come from `@fires`), and private members are none of a host's business.
 */
const publicOnly = {
  name: 'public-only',
  /** @param {{customElementsManifest: {modules: Module[]}}} context */
  packageLinkPhase({ customElementsManifest }) {
    for (const declaration of customElementsManifest.modules.flatMap(({ declarations = [] }) => declarations)) {
      if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name);
      if (declaration.members) declaration.members = declaration.members.filter(({ privacy }) => privacy !== 'private');
    }
  },
};

/** Names the built modules, which are in the package, instead of the sources, which are not. */
const builtPaths = {
  name: 'built-paths',
  /** @param {{customElementsManifest: object}} context */
  packageLinkPhase({ customElementsManifest }) {
    const renamed = JSON.stringify(customElementsManifest).replace(/"\/?src\/([^"]*)\.[tj]s"/g, '"dist/$1.js"');
    Object.assign(customElementsManifest, JSON.parse(renamed));
  },
};

export default {
  globs: ['src/element/contact-details.ts', 'src/element/events.ts', 'src/{index,element,define}.ts'],
  // package.json names the manifest already; the analyzer would lay the whole file out anew.
  packagejson: false,
  plugins: [publicOnly, builtPaths],
};
