import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import { minify } from 'terser';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const packages = Object.keys({ ...dependencies, ...peerDependencies });
const target = 'es2022';
const CDN_ENTRY = 'src/cdn.ts';
/** The core, without what is loaded by itself, and the small things beside the texts. */
const CORE = /\/src\/(core\/(?!linear-test|lessons)|i18n\/(isolate|per-language)|http\/transport)/;
/** The store, without what is loaded by itself. */
const STORE = /\/src\/store\/(?!saved-edits|sending|undo-expiry)/;
/** The classes of events that lazy parts send, which are exported too. */
const REQUESTS = /\/src\/element\/(panel-event|\w+\/\w+-(requests|events))/;
const LICENSES = 'third-party-licenses.md';
/** What npm users import. */
const ENTRIES = [
  ...modulesIn('src').filter((path) => path !== CDN_ENTRY),
  ...['src/http/http-adapter.ts', 'src/memory/memory-adapter.ts'],
  ...modulesIn('src/i18n').filter((path) => /\/[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?\.ts$/.test(path)),
  ...modulesIn('src/frameworks').filter((path) => !path.endsWith('/template-props.ts')),
];

/** The panel's styles and templates are texts in modules, which no minifier of scripts looks into. */
const minifyTexts: Plugin = {
  name: 'minify-texts',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/(element|fields)\//.test(id)) return null;
    const minified = code.replace(/(?<=css`)[^`]+(?=`)/, (styles) => {
      if (styles.includes('${')) throw new Error(`${id} has a value in its styles: the first script has no code for it`);
      return transform({ filename: id, code: Buffer.from(styles), minify: true }).code.toString();
    });
    // Neither scripts nor templates mean anything by how far a line is indented.
    return { code: minified.replace(/\n\s+/g, '\n'), map: null };
  },
};

/** Minifies the chunks that are nearly all code and data of a library. */
const minifyLibraries: Plugin = {
  name: 'minify-libraries',
  async generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || !/^(combobox|phone-number|flag-drawing)$/.test(file.name)) continue;
      const { code } = await minify(file.code, { module: true });
      file.code = code ?? file.code;
    }
  },
};

/**
 * For npm: a file for each path of the package, and the chunks that they share or load later. The packages we depend on are left
 * to the host's own tools; of the larger ones only what is used is built in.
 */
const lib: UserConfig = {
  plugins: [minifyTexts, minifyLibraries],
  publicDir: false,
  build: {
    target,
    outDir: 'dist',
    minify: false,
    license: { fileName: LICENSES },
    lib: {
      entry: Object.fromEntries(ENTRIES.map((path) => [path.replace(/^src\/|\.ts$/g, ''), path])),
      formats: ['es'],
    },
    rolldownOptions: {
      experimental: { attachDebugInfo: 'none' },
      external: (id) => packages.some((name) => id === name || id.startsWith(`${name}/`)),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        // The declarations have them.
        comments: { jsdoc: false },
        // What every path of the package needs is one file, and not one for each set of paths that need it.
        codeSplitting: {
          groups: [
            { name: 'core', test: CORE },
            { name: 'store', test: STORE },
            { name: 'requests', test: REQUESTS },
          ],
        },
      },
    },
  },
};

/** After the minifier that Vite brings, Terser takes off another one to eight percent. */
const minifyFurther: Plugin = {
  name: 'minify-further',
  async generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const map = bundle[`${file.fileName}.map`];
      if (map?.type !== 'asset') throw new Error(`${file.fileName} has no source map`);
      const minified = await minify(file.code, {
        module: true,
        nameCache: { vars: { props: sharedNames(file.code) } },
        ecma: 2020,
        // Nothing is read here for what reading does, and no function of the first script is a constructor.
        compress: {
          booleans: false,
          hoist_funs: true,
          keep_fargs: false,
          passes: 4,
          pure_getters: true,
          unsafe_arrows: file.isEntry,
        },
        format: { comments: /^!/ },
        sourceMap: { content: String(map.source) },
      });
      file.code = minified.code ?? file.code;
      map.source = typeof minified.map === 'string' ? minified.map : JSON.stringify(minified.map);
    }
  },
};

/** The names under which a chunk shares what it has: where it calls them by the same names, it does not give each a second one. */
function sharedNames(code: string): Readonly<Record<string, string>> {
  const [, list = ''] = /\bexport ?\{([^}]*)\};?\s*$/.exec(code) ?? [];
  const names = [...list.matchAll(/([\w$]+) as ([\w$]+)/g)];
  return Object.fromEntries(names.map(([, local = '', shared = '']) => [`$${local}`, shared]));
}

/** Prints the hash of each built script, for `integrity` in pages that load it from elsewhere, and writes them beside the scripts. */
const printIntegrity: Plugin = {
  name: 'print-integrity',
  writeBundle({ dir = '.' }, bundle) {
    const names = Object.keys(bundle).filter((name) => name.endsWith('.js'));
    const hashOf = (name: string) =>
      createHash('sha384')
        .update(readFileSync(join(dir, name)))
        .digest('base64');
    const hashes = Object.fromEntries(names.map((name) => [name, `sha384-${hashOf(name)}`]));
    writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
    for (const [name, hash] of Object.entries(hashes)) console.log(`${hash}  ${name}`);
  },
};

/**
 * What lit brings and this panel has no use for, by file, and what takes its place: browsers without shadow roots or shared style
 * sheets, in which it does not run; attributes that reflect or are no texts and flags, and converters of them; decorators, accessors of
 * one's own, and defaults that come back; shadow roots and styles, which it makes itself; what is called once at first;
 * templates of SVG and MathML, and of what is no template yet; values in styles, in comments and in the text of a textarea, a title, a
 * script or a style; texts for its own developers. A new version of lit may say it otherwise: then the build fails.
 */
const LEFT_OUT: readonly (readonly [file: RegExp, text: RegExp, instead: string])[] = [
  [/reactive-element\/css-tag\.js$/, /\w\.ShadowRoot&&.+?"replace"in CSSStyleSheet\.prototype/, '!0'],
  [/reactive-element\/css-tag\.js$/, /if\(this\._\$cssResult\$=!0,o!==s\)throw Error\(.+?\);/, ''],
  [
    /reactive-element\/css-tag\.js$/,
    /const s=this\.t;.+?(?=return t\})/,
    't??(t=this.o=new CSSStyleSheet).replaceSync(this.cssText);',
  ],
  [/reactive-element\/css-tag\.js$/, /\(t,\.\.\.e\)=>\{const o=1===t\.length.+?return new n\(o,t,s\)\}/, '([t])=>new n(t)'],
  [/reactive-element\/reactive-element\.js$/, /c=\w\.trustedTypes,l=c\?c\.emptyScript:""/, 'l=""'],
  [/reactive-element\/reactive-element\.js$/, /toAttribute\(t,s\)\{switch.+?return t\},/, ''],
  [/reactive-element\/reactive-element\.js$/, /case Number:.+?catch\(t\)\{i=null\}/, ''],
  [/reactive-element\/reactive-element\.js$/, /,this\.prototype\.hasOwnProperty\(t\)&&\(.+?\.wrapped=!0\)/, ''],
  [/reactive-element\/reactive-element\.js$/, /const t=this\.constructor\.elementProperties;if\(t\.size>0\).+?,i,e\)\}/, ''],
  [/reactive-element\/reactive-element\.js$/, /i&&!\(this\._\$Ej\?\?=new Map\)\.has\(t\)&&.+?void 0!==r\)\|\|\(/, '('],
  [/reactive-element\/reactive-element\.js$/, /=r\?\?this\._\$Ej\?\.get\(e\)\?\?r/, '=r'],
  [/reactive-element\/reactive-element\.js$/, /,this\.firstUpdated\(t\)/, ''],
  [/reactive-element\/reactive-element\.js$/, /firstUpdated\(t\)\{\}/, ''],
  [/reactive-element\/reactive-element\.js$/, /_\$ET\(t,s\)\{.+?this\._\$Em=null\}\}(?=_\$AK)/, ''],
  [/reactive-element\/reactive-element\.js$/, /,!0===e&&this\._\$Em!==t&&\(this\._\$Eq\?\?=new Set\)\.add\(t\)/, ''],
  [/reactive-element\/reactive-element\.js$/, /this\._\$Eq&&=this\._\$Eq\.forEach\(t=>this\._\$ET\(t,this\[t\]\)\),/, ''],
  [/reactive-element\/reactive-element\.js$/, /this\.elementStyles=this\.finalizeStyles\(this\.styles\)/, ''],
  [/reactive-element\/reactive-element\.js$/, /static finalizeStyles\(s\)\{.+?return i\}(?=static)/, ''],
  [/reactive-element\/reactive-element\.js$/, /createRenderRoot\(\)\{.+?,t\}(?=connectedCallback)/, ''],
  [/reactive-element\/reactive-element\.js$/, /,p=\w\.reactiveElementPolyfillSupport/, ',p=void 0'],
  [/reactive-element\/reactive-element\.js$/, /Symbol\.metadata\?\?=.+?new WeakMap;/, ''],
  [/reactive-element\/reactive-element\.js$/, /const t=this\[Symbol\.metadata\];.+?\}(?=this\._\$Eh=)/, ''],
  [/reactive-element\/reactive-element\.js$/, /static addInitializer\(t\)\{.+?\}(?=static)/, ''],
  [/reactive-element\/reactive-element\.js$/, /,void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\)/, ''],
  [/reactive-element\/reactive-element\.js$/, /,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/, ''],
  [/reactive-element\/reactive-element\.js$/, /removeController\(t\)\{.+?\}(?=_\$E_)/, ''],
  [/reactive-element\/reactive-element\.js$/, /h="function"==typeof t\.converter\?.+?:u(?=;)/, 'h=u'],
  [/reactive-element\/reactive-element\.js$/, /\|\|i\.useDefault&&i\.reflect&&.+?\(t,i\)\)/, ''],
  [/reactive-element\/reactive-element\.js$/, /,\(\w\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  [/lit-element\/lit-element\.js$/, /createRenderRoot\(\)\{.+?,t\}(?=update)/, ''],
  [/lit-element\/lit-element\.js$/, /,\w\.litElementHydrateSupport\?\.\(\{LitElement:i\}\)/, ''],
  [/lit-element\/lit-element\.js$/, /=\w\.litElementPolyfillSupport/, '=void 0'],
  [/lit-element\/lit-element\.js$/, /\(\w\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  [/lit-html\/lit-html\.js$/, /=\w\.litHtmlPolyfillSupport/, '=void 0'],
  [/lit-html\/lit-html\.js$/, /l=2===i\?"<svg>":3===i\?"<math>":""(?=,)/, 'l=""'],
  [/lit-html\/lit-html\.js$/, /\+\(2===i\?"<\/svg>":3===i\?"<\/math>":""\)/, ''],
  [/lit-html\/lit-html\.js$/, /if\((this\.el=S\.createElement\(f,e\),.+?),2===i\|\|3===i\)\{.+?\}(?=for)/, '$1;'],
  [/lit-html\/lit-html\.js$/, /y\.test\(u\[2\]\)&&\(n=RegExp\("<\/"\+u\[2\],"g"\)\),/, ''],
  [/lit-html\/lit-html\.js$/, /if\(y\.test\(r\.tagName\)\)\{.+?\}\}(?=\}else if)/, ''],
  [/lit-html\/lit-html\.js$/, /else\{let t=-1;.+?o\.length-1\}(?=l\+\+)/, ''],
  [/lit-html\/lit-html\.js$/, /\(void 0===s\.el.+?\),s\)(?=;if)/, 's'],
  [/lit-html\/lit-html\.js$/, /,\(\w\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  [/lit-html\/directives\/live\.js$/, /constructor\(r\)\{.+?a single expression"\)\}/, ''],
];

const leaveOut: Plugin = {
  name: 'leave-out',
  transform(code, id) {
    const parts = LEFT_OUT.filter(([file]) => file.test(id));
    if (!parts.length) return null;
    const rest = parts.reduce((text, [, left, instead]) => {
      if (!left.test(text)) throw new Error(`${id} has no ${String(left)}`);
      return text.replace(left, instead);
    }, code);
    return { code: rest, map: null };
  },
};

/** Loops over the members of an object, which a page may have given some more by `Object.prototype`: only its own are meant. */
const ownMembers: Plugin = {
  name: 'own-members',
  transform(code, id) {
    if (!/\/(tom-select|@orchidjs)\//.test(id)) return null;
    return { code: code.replace(/for \((let|var|const) (\w+) in (\w+)\)/g, 'for ($1 $2 of Object.keys($3))'), map: null };
  },
  // The same in what rolldown itself adds, where a module is used as an object.
  renderChunk: (code) => ({
    code: code.replace(/for \(var (\w+) in (\w+)\)(?= \{?\s*\w+\(\w+, \1, \{)/g, 'for (var $1 of Object.keys($2))'),
    map: null,
  }),
};

/** For a script tag: one file with everything needed to read a contact, and chunks beside it that come on demand. */
const cdn: UserConfig = {
  plugins: [leaveOut, ownMembers, minifyTexts, minifyFurther, printIntegrity],
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target,
    outDir: 'cdn',
    // For tools that read reports of errors; the package does without: it would be twice as large.
    sourcemap: 'hidden',
    modulePreload: false,
    license: { fileName: LICENSES },
    lib: { entry: { 'contact-details': CDN_ENTRY }, formats: ['es'] },
    rolldownOptions: {
      // The entry exports nothing, so what it shares with later chunks may live in it instead of in files of its own.
      preserveEntrySignatures: false,
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash:6].js',
        hashCharacters: 'hex',
        // One file for whatever the entry imports, however many chunks need it too.
        codeSplitting: { groups: [{ name: 'contact-details', tags: ['$initial'] }] },
        minify: true,
        comments: { legal: false },
        // The first script is all our own.
        postBanner: (chunk) => (chunk.isEntry ? '' : '/*! See ../third-party-licenses.md */'),
      },
    },
  },
};

/**
 * The demo's pages, which import the package by its name: `paths` of tsconfig.json leads to its sources. Nothing inline, and no
 * data: URLs: they run under a content security policy that forbids both.
 */
const demo: UserConfig = {
  root: 'demo',
  resolve: { tsconfigPaths: true },
  build: {
    target,
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: ['index', 'contacts', 'gallery', 'server-rendered'].map((name) => `demo/${name}.html`) },
  },
};

/** The gallery alone, for the documentation. */
const gallery: UserConfig = { ...demo, build: { ...demo.build, rolldownOptions: { input: 'demo/gallery.html' } } };

/** The modules that lie directly in a folder. */
function modulesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

export default defineConfig(({ mode }) => {
  const others: Readonly<Record<string, UserConfig>> = { cdn, demo, gallery };
  return others[mode] ?? lib;
});
