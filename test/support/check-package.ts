import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pack } from './pack.js';

/** The most that the package may weigh packed, and that an install of it may bring, in bytes. */
const MOST_PACKED = 600_000;
const MOST_INSTALLED = 12_000_000;

interface Package {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
}

const own = read('package.json');
const folder = mkdtempSync(join(tmpdir(), 'package-'));
const faults: string[] = [];
try {
  const tarball = pack(folder);
  weigh(tarball);
  runTool('publint', ['run', tarball, '--strict']);
  runTool('attw', [tarball, '--quiet']);
  install(tarball);
  weighInstalled();
  for (const module of ['NodeNext', 'ESNext']) compile(module);
} finally {
  rmSync(folder, { recursive: true });
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;

function weigh(tarball: string): void {
  const bytes = statSync(tarball).size;
  console.log(`${String(bytes).padStart(9)} bytes packed, of ${MOST_PACKED} allowed`);
  if (bytes > MOST_PACKED) faults.push(`The package is ${bytes - MOST_PACKED} bytes over its limit.`);
}

/** Runs a tool of this project, which says what is wrong with the package. */
function runTool(name: string, options: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${name}`, options, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) faults.push(`${name}:\n${stdout}${stderr}`);
}

/** Unpacks the package among those that it depends on, and the types of the frameworks. */
function install(tarball: string): void {
  const target = join(folder, 'node_modules', own.name);
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
  for (const name of [...dependenciesOf(own), '@types/react', 'preact', 'solid-js', 'svelte', 'vue']) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve('node_modules', name), link, 'junction');
  }
}

function weighInstalled(): void {
  const folders = [join(folder, 'node_modules', own.name), ...dependenciesOf(own).map((name) => join('node_modules', name))];
  const bytes = folders.reduce((sum, path) => sum + sizeOf(path), 0);
  console.log(`${String(bytes).padStart(9)} bytes installed, in ${folders.length} packages, of ${MOST_INSTALLED} allowed`);
  if (bytes > MOST_INSTALLED) faults.push(`What an install brings is ${bytes - MOST_INSTALLED} bytes over its limit.`);
}

/** The packages that an install brings besides this one. */
function dependenciesOf(root: Package): readonly string[] {
  const names = new Set(Object.keys(root.dependencies ?? {}));
  for (const name of names) {
    for (const next of Object.keys(read(join('node_modules', name, 'package.json')).dependencies ?? {})) names.add(next);
  }
  return [...names];
}

function sizeOf(path: string): number {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** Compiles code of a stranger, strictly and with the declarations of all libraries, against what is in the package. */
function compile(module: string): void {
  for (const name of readdirSync('test/types').filter((file) => /\.tsx?$/.test(file)))
    cpSync(join('test/types', name), join(folder, name));
  const paths = Object.entries(own.exports ?? {}).filter(
    ([path, target]) => target !== null && typeof target !== 'string' && !path.includes('*'),
  );
  const imports = [...paths.map(([path]) => path.slice(1)), '/i18n/de.js'].map((path) => `import '${own.name}${path}';\n`);
  writeFileSync(join(folder, 'everything.ts'), imports.join(''));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const compilerOptions = {
    module,
    moduleResolution: module === 'NodeNext' ? module : 'Bundler',
    ...{ target: 'ES2022', lib: ['ES2023', 'DOM', 'DOM.Iterable'], jsx: 'react-jsx', types: [] },
    ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx'] }));
  const { status, stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder], {
    encoding: 'utf8',
  });
  if (status !== 0) faults.push(`A stranger's code does not compile as ${module}:\n${stdout}`);
}

function read(path: string): Package {
  return JSON.parse(readFileSync(path, 'utf8')) as Package;
}
