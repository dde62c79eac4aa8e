import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import type { IConfigFile } from '@microsoft/api-extractor';
import { publicEntries } from './public-entries.js';

/**
 * Writes down what each public path of the package exports, with all types, into `docs/api`. With `--check` it writes nothing, and
 * fails where that is not what is there: a change of what is public shows in the diff of a commit, and is reviewed.
 */
const isCheck = process.argv.includes('--check');
const REPORTS = 'docs/api';
const WORK = '.data/api';
const TYPES = join(WORK, 'types');
const FRESH = join(WORK, 'reports');
/** The reports that also have the types of which public ones are made; the other paths give out parts of these. */
const WHOLE = ['index', 'server', 'testing'];

rmSync(WORK, { recursive: true, force: true });
for (const folder of [REPORTS, FRESH]) mkdirSync(folder, { recursive: true });
const { status, stdout } = spawnSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', TYPES],
  { encoding: 'utf8' },
);
if (status !== 0) throw new Error(stdout);

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Readonly<Record<string, unknown>> };
const entries = publicEntries(exports);
const configs = entries.map(({ name, types }) => configOf(name, join(TYPES, types.replace('./dist/', ''))));
const [first] = configs;
if (!first) throw new Error('The package exports no types.');
const compilerState = CompilerState.create(first, {
  additionalEntryPoints: configs.slice(1).map((config) => config.mainEntryPointFilePath),
});
const changed = configs.filter((config) => !isAsWritten(config)).map((config) => basename(config.reportFilePath));
const names = entries.map(({ name }) => `${name}.api.md`);
const gone = readdirSync(REPORTS).filter((file) => file.endsWith('.api.md') && !names.includes(file));
if (isCheck) complain();
else for (const file of gone) rmSync(join(REPORTS, file));

/** Compares the report of an entry with what is written there; without `--check` it is written anew. */
function isAsWritten(config: ExtractorConfig): boolean {
  const { apiReportChanged, succeeded } = Extractor.invoke(config, {
    compilerState,
    localBuild: !isCheck,
    messageCallback(message) {
      message.handled = true;
      if (message.logLevel === ExtractorLogLevel.Error) throw new Error(message.formatMessageWithLocation('.'));
    },
  });
  return isCheck ? succeeded && !apiReportChanged : true;
}

/** Prints the differences, and what to do about them. */
function complain(): void {
  for (const file of changed) {
    const diff = spawnSync('git', ['diff', '--no-index', '--no-color', join(REPORTS, file), join(FRESH, file)], {
      encoding: 'utf8',
    });
    console.error(diff.stdout || `${join(REPORTS, file)} is missing.`);
  }
  for (const file of gone) console.error(`${join(REPORTS, file)} is of a path that the package has no more.`);
  if (!changed.length && !gone.length) return;
  console.error('What is public has changed. If it may (docs/versioning.md), run: npm run api');
  process.exitCode = 1;
}

function configOf(name: string, types: string): ExtractorConfig {
  const silent = { logLevel: ExtractorLogLevel.None };
  const configObject: IConfigFile = {
    projectFolder: resolve('.'),
    mainEntryPointFilePath: resolve(types),
    newlineKind: 'lf',
    compiler: {
      overrideTsconfig: {
        compilerOptions: {
          target: 'ES2022',
          module: 'NodeNext',
          moduleResolution: 'NodeNext',
          types: [],
          strict: true,
          skipLibCheck: true,
        },
        include: [`${resolve(TYPES)}/**/*.d.ts`],
      },
    },
    apiReport: {
      enabled: true,
      includeForgottenExports: WHOLE.includes(name),
      reportFileName: `${name}.api.md`,
      reportFolder: resolve(REPORTS),
      reportTempFolder: resolve(FRESH),
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: {
      extractorMessageReporting: {
        default: { logLevel: ExtractorLogLevel.Error },
        // All that is exported is public: docs/versioning.md.
        'ae-missing-release-tag': silent,
        // The types that public ones are made of are in some of the reports.
        'ae-forgotten-export': silent,
        'ae-undocumented': silent,
        'ae-unresolved-link': silent,
      },
      compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
      tsdocMessageReporting: { default: silent },
    },
  };
  return ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve('package.json'),
  });
}
