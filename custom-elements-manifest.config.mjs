import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/**
 * @typedef {{name: string, description?: string, default?: string}} Described
 * @typedef {Described & {kind?: string, fieldName?: string, attribute?: string, privacy?: string, type?: {text: string}}} Member
 * @typedef {{name: string, summary?: string, tagName?: string, members?: Member[], attributes?: Member[],
 *   events?: (Described & {type?: {text: string}})[], slots?: Described[], cssParts?: Described[], cssProperties?: Described[],
 *   cssStates?: Described[]}} Declaration
 * @typedef {{kind: string, name: string, declaration: {name: string, module?: string | undefined}}} Export
 * @typedef {{kind: string, path: string, declarations?: Declaration[], exports?: Export[]}} Module
 * @typedef {{customElementsManifest: {modules: Module[]}}} Context
 */

/** Where the analyzer writes the manifest, and the files that are made of it. */
const outdir = process.argv[process.argv.indexOf('--outdir') + 1 || Infinity] ?? '.';

/** The modules of the package that are described; what several of them export is described in the first. */
const ENTRIES = ['element', 'define', 'index'];

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
 * Describes the modules that the package has, and of what they export only what a host can use: private and protected members are
 * none of a host's business, and `dispatchEvent(new SomeEvent())` makes the analyzer add an event without a name, beside those of
 * `@fires`.
 */
const published = {
  name: 'published',
  /** @param {Context} context */
  packageLinkPhase({ customElementsManifest }) {
    const sources = new Map(customElementsManifest.modules.map((module) => [module.path.replace(/^\//, ''), module]));
    /** Where each thing is described. @type {Map<string, string>} */
    const homes = new Map();
    customElementsManifest.modules = ENTRIES.map((entry) => {
      const path = `dist/${entry}.js`;
      const found = exportedBy(sources, `src/${entry}.ts`);
      const declarations = found.filter(({ name }) => !homes.has(name));
      for (const { name } of declarations) homes.set(name, path);
      const exports = found.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: homes.get(name) } }));
      const element = entry === 'element' ? undefined : found.find(({ tagName }) => tagName);
      if (element?.tagName) {
        const declaration = { name: element.name, module: homes.get(element.name) };
        exports.push({ kind: 'custom-element-definition', name: element.tagName, declaration });
      }
      return { kind: 'javascript-module', path, declarations: declarations.map(withoutPrivate), exports };
    });
  },
};

/**
 * What a module exports, of all that was analyzed.
 * @param {Map<string, Module>} sources @param {string} path @returns {Declaration[]}
 */
function exportedBy(sources, path) {
  const { declarations = [], exports = [] } = sources.get(path) ?? {};
  return exports.flatMap(({ declaration: { name, module = path } }) => {
    const from = module.startsWith('.') ? new URL(module, `file:///${path}`).pathname.slice(1) : module.replace(/^\//, '');
    const source = from.replace(/\.js$/, '.ts');
    if (source !== path) return exportedBy(sources, source).filter((found) => name === '*' || found.name === name);
    return declarations.filter((found) => found.name === name);
  });
}

/** @param {Declaration} declaration @returns {Declaration} */
function withoutPrivate(declaration) {
  const { events, members } = declaration;
  return {
    ...declaration,
    ...(events && { events: events.filter(({ name }) => name) }),
    ...(members && { members: members.filter(isPublic) }),
  };
}

/** @param {Member} member */
function isPublic({ privacy = 'public' }) {
  return privacy === 'public';
}

/** The element in words, for language models: https://llmstxt.org. */
const llmsText = {
  name: 'llms-text',
  /** @param {Context} context */
  packageLinkPhase({ customElementsManifest }) {
    const element = customElementsManifest.modules.flatMap(({ declarations = [] }) => declarations).find(isElement);
    if (element) writeFileSync(join(outdir, 'llms.txt'), textOf(element));
  },
};

/** @param {Declaration} declaration */
function isElement({ tagName }) {
  return tagName !== undefined;
}

/** @param {Declaration} element */
function textOf({ tagName, summary, members = [], attributes = [], events = [], slots = [], ...css }) {
  const documents = 'https://github.com/contact-details/contact-details/blob/main';
  const { cssParts = [], cssProperties = [], cssStates = [] } = css;
  const isMethod = (/** @type {Member} */ { kind }) => kind === 'method';
  const sections = {
    Attributes: attributes.map(line),
    Properties: members.filter((member) => !isMethod(member)).map(line),
    Methods: members.filter(isMethod).map((method) => line({ ...method, name: `${method.name}()` })),
    Events: events.map(line),
    Slots: slots.map(line),
    'CSS custom properties': cssProperties.map(line),
    'CSS parts': cssParts.map((part) => line({ ...part, name: `::part(${part.name})` })),
    'CSS states': cssStates.map((state) => line({ ...state, name: `:state(${state.name})` })),
    Documents: [
      `- [README](${documents}/README.md): how it is used, and everything above in tables`,
      `- [Frameworks](${documents}/docs/frameworks.md): React, Preact, Solid, Vue, Svelte and Angular`,
      `- [Writing an adapter](${documents}/docs/writing-an-adapter.md): how it reaches the contacts of any source`,
      `- [HTTP contract](${documents}/docs/openapi.yaml): what a server answers, as OpenAPI 3.1`,
    ],
  };
  const intro = `# ${tagName}

> ${summary} \`npm install ${tagName}\`; \`import '${tagName}'\` registers \`<${tagName}>\`.

Set \`src\` (a base URL), \`adapter\` (an object with \`load\` and, optionally, \`save\` and others) or \`contact\` (plain data),
and \`contactId\`. Listen to the events.
`;
  return [intro, ...Object.entries(sections).map(([title, lines]) => `## ${title}\n\n${lines.join('\n')}\n`)].join('\n');
}

/** @param {Described & {type?: {text: string}}} item */
function line({ name, description, type, default: byDefault }) {
  const more = [type && `\`${type.text}\``, byDefault !== undefined && `default \`${byDefault}\``].filter(Boolean).join(', ');
  return `- \`${name}\`${more && ` (${more})`}: ${description}`;
}

export default {
  globs: [
    'src/element/contact-details.ts',
    'src/element/{events,panel-event}.ts',
    'src/element/*/*-{events,requests}.ts',
    'src/{index,element,define}.ts',
  ],
  // package.json names the manifest already; the analyzer would lay the whole file out anew.
  packagejson: false,
  litelement: true,
  plugins: [
    defaultValues(),
    published,
    customElementVsCodePlugin({ outdir, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir, hideLogs: true }),
    llmsText,
  ],
};
