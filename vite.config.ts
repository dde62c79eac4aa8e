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
const LICENSES = 'third-party-licenses.md';
/** What npm users import. */
const ENTRIES = [
  ...modulesIn('src').filter((path) => path !== CDN_ENTRY),
  ...['src/http/http-adapter.ts', 'src/memory/memory-adapter.ts'],
  ...modulesIn('src/i18n').filter((path) => /\/[a-z]{2,3}(-[A-Z]{2})?\.ts$/.test(path)),
  ...modulesIn('src/frameworks').filter((path) => !path.endsWith('/template-props.ts')),
];

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
  plugins: [minifyLibraries],
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
      external: (id) => packages.some((name) => id === name || id.startsWith(`${name}/`)),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        // What every path of the package needs is one file, and not one for each set of paths that need it.
        codeSplitting: { groups: [{ name: 'core', test: CORE }] },
      },
    },
  },
};

/** The panel's styles and templates are texts in modules, which no minifier of scripts looks into. */
const minifyTexts: Plugin = {
  name: 'minify-texts',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/(element|fields)\//.test(id)) return null;
    const minified = code.replace(/(?<=css`)[^`$]+(?=`)/, (styles) =>
      transform({ filename: id, code: Buffer.from(styles), minify: true }).code.toString(),
    );
    // Neither scripts nor templates mean anything by how far a line is indented.
    return { code: minified.replace(/\n\s+/g, '\n'), map: null };
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
 * What lit brings for browsers without shadow roots or shared style sheets, in which the panel does not run, for attributes that
 * reflect or are no texts and flags, of which it has none, for shadow roots and styles, which the panel makes itself, and for its own
 * developers; by file, and what takes its place. A new version of lit may say it otherwise: then the build fails.
 */
const LEFT_OUT: readonly (readonly [file: RegExp, text: RegExp, instead: string])[] = [
  [/reactive-element\/css-tag\.js$/, /\w\.ShadowRoot&&.+?"replace"in CSSStyleSheet\.prototype/, '!0'],
  [/reactive-element\/css-tag\.js$/, /Error\("Value passed.+?security\."\)/, 'Error()'],
  [/reactive-element\/css-tag\.js$/, /Error\("CSSResult.+?instead\."\)/, 'Error()'],
  [/reactive-element\/reactive-element\.js$/, /c=\w\.trustedTypes,l=c\?c\.emptyScript:""/, 'l=""'],
  [/reactive-element\/reactive-element\.js$/, /toAttribute\(t,s\)\{switch.+?return t\},/, ''],
  [/reactive-element\/reactive-element\.js$/, /case Number:.+?catch\(t\)\{i=null\}/, ''],
  [/reactive-element\/reactive-element\.js$/, /_\$ET\(t,s\)\{.+?this\._\$Em=null\}\}(?=_\$AK)/, ''],
  [/reactive-element\/reactive-element\.js$/, /,!0===e&&this\._\$Em!==t&&\(this\._\$Eq\?\?=new Set\)\.add\(t\)/, ''],
  [/reactive-element\/reactive-element\.js$/, /this\._\$Eq&&=this\._\$Eq\.forEach\(t=>this\._\$ET\(t,this\[t\]\)\),/, ''],
  [/reactive-element\/reactive-element\.js$/, /this\.elementStyles=this\.finalizeStyles\(this\.styles\)/, ''],
  [/reactive-element\/reactive-element\.js$/, /static finalizeStyles\(s\)\{.+?return i\}(?=static)/, ''],
  [/reactive-element\/reactive-element\.js$/, /createRenderRoot\(\)\{.+?,t\}(?=connectedCallback)/, ''],
  [/reactive-element\/reactive-element\.js$/, /,p=\w\.reactiveElementPolyfillSupport/, ',p=void 0'],
  [/reactive-element\/reactive-element\.js$/, /,\(\w\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  [/lit-element\/lit-element\.js$/, /createRenderRoot\(\)\{.+?,t\}(?=update)/, ''],
  [/lit-element\/lit-element\.js$/, /,\w\.litElementHydrateSupport\?\.\(\{LitElement:i\}\)/, ''],
  [/lit-element\/lit-element\.js$/, /=\w\.litElementPolyfillSupport/, '=void 0'],
  [/lit-element\/lit-element\.js$/, /\(\w\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  [/lit-html\/lit-html\.js$/, /=\w\.litHtmlPolyfillSupport/, '=void 0'],
  [/lit-html\/lit-html\.js$/, /,\(\w\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
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
