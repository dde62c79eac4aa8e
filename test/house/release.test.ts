import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { faultsInRelease, withRelease } from '../support/changelog.js';
import { publicEntries } from '../support/public-entries.js';
import { printedSizes, sizesToPrint } from '../support/size-table.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>
  >;
}

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const { version, exports } = JSON.parse(read('package.json')) as {
  version: string;
  exports: Readonly<Record<string, unknown>>;
};

/** A changelog of these sections, each with one entry unless it is said to be empty. */
const changelogOf = (...headings: readonly string[]) =>
  `# Changelog\n\n${headings.map((heading) => `## ${heading.replace(' (empty)', '')}\n${heading.endsWith(' (empty)') ? '' : '\n- Something.\n'}`).join('\n')}`;

describe('a version can be released', () => {
  test('when the changelog says what is new, dated on its tag', () => {
    assert.deepEqual(faultsInRelease('0.1.0', changelogOf('[Unreleased]')), []);
    const tagged = changelogOf('[Unreleased] (empty)', '[0.2.0] - 2026-12-01', '[0.1.0] - 2026-11-27');
    assert.deepEqual(faultsInRelease('0.2.0', tagged, 'v0.2.0'), []);
  });

  test('when it follows Semantic Versioning', () => {
    assert.deepEqual(faultsInRelease('0.1', changelogOf('[Unreleased]')), ['0.1 is no version by https://semver.org/.']);
  });

  test('when there is something new', () => {
    assert.deepEqual(faultsInRelease('0.1.0', changelogOf('[Unreleased] (empty)')), [
      'CHANGELOG.md says nothing of what is new.',
    ]);
  });

  test('when the changelog has a place for what comes next, and its versions in order', () => {
    assert.deepEqual(faultsInRelease('0.1.0', changelogOf('[0.1.0] - 2026-11-27')), [
      'CHANGELOG.md does not begin with "## [Unreleased]".',
    ]);
    const mixed = changelogOf('[Unreleased]', '[0.9.0] - 2026-12-01', '[0.10.0] - 2026-12-24');
    assert.deepEqual(faultsInRelease('0.11.0', mixed), ['The versions in CHANGELOG.md are not in order, the newest first.']);
  });

  test('when its tag, package.json and the changelog name the same version', () => {
    const changelog = changelogOf('[Unreleased] (empty)', '[0.1.0] - 2026-11-27');
    assert.deepEqual(faultsInRelease('0.1.0', changelog, 'v0.2.0'), ['The tag is v0.2.0, and package.json says 0.1.0.']);
    assert.deepEqual(faultsInRelease('0.2.0', changelog, 'v0.2.0'), [
      'The newest version in CHANGELOG.md is not 0.2.0. Run: npm version',
    ]);
  });

  test('when the tagged version has its entries and its day, and has taken what was not released', () => {
    const changelog = changelogOf('[Unreleased]', '[0.1.0] (empty)');
    assert.deepEqual(faultsInRelease('0.1.0', changelog, 'v0.1.0'), [
      'CHANGELOG.md says nothing of 0.1.0.',
      'CHANGELOG.md does not say when 0.1.0 was released.',
      'CHANGELOG.md has entries that belong to no version.',
    ]);
  });
});

test('the changelog as it is can become the version that it is about', () => {
  const changelog = read('CHANGELOG.md');
  assert.deepEqual(faultsInRelease(version, changelog), []);
  assert.deepEqual(faultsInRelease(version, withRelease(changelog, version, '2026-11-27'), `v${version}`), []);
});

test('the sizes in the README are compared with what was built, in two digits', () => {
  const names = [
    'live',
    'en',
    'sending',
    'active-rows',
    'editing',
    'combobox',
    'popup',
    'popups',
    'merge-dialog',
    'phone-number',
    'named-editing',
  ];
  const more = ['exact-editing', 'linear-test', 'de', 'flag-drawing'];
  const chunks = [...names, ...more].map((name) => ({ path: `cdn/chunks/${name}-abc123.js`, bytes: 2_649 }));
  const sizes = sizesToPrint([{ path: 'cdn/contact-details.js', bytes: 31_953 }, ...chunks]);
  assert.deepEqual(sizes.slice(0, 6), ['32', '2.6', '2.6 + 2.6', '2.6', '2.6', '2.6 + 2.6']);
  assert.equal(printedSizes(read('README.md')).length, sizes.length);
});

test('every path of the package that has types has a report of what it exports', () => {
  const reports = publicEntries(exports).map(({ name }) => `${name}.api.md`);
  assert.ok(reports.includes('index.api.md') && reports.includes('adapters-http.api.md'));
  assert.deepEqual(readdirSync(new URL('docs/api', ROOT)).sort(), reports.sort());
});

describe('the workflows', () => {
  const folder = '.github/workflows';
  const workflows = readdirSync(new URL(folder, ROOT)).map((name) => [name, read(`${folder}/${name}`)] as const);
  const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

  for (const [name, text] of workflows) {
    const workflow = parse(text) as Workflow;
    test(`${name} uses actions by their commits, and may only read unless a job says more`, () => {
      const actions = stepsOf(workflow).flatMap(({ uses }) => uses ?? []);
      assert.ok(actions.length);
      for (const action of actions) assert.match(action, /@[\da-f]{40}$/);
      assert.deepEqual(workflow.permissions, { contents: 'read' });
    });

    test(`${name} runs everything before anything else`, () => {
      const [first] = stepsOf(workflow).flatMap(({ run }) => run ?? []);
      assert.equal(first, '.ci/run');
    });
  }

  test('a release is checked, and published with its provenance', () => {
    const release = parse(read(`${folder}/release.yml`)) as Workflow;
    const commands = stepsOf(release).flatMap(({ run }) => run ?? []);
    const check = commands.indexOf('npm run release:check');
    const publish = commands.findIndex((command) => /^npm publish .*--provenance/.test(command));
    assert.ok(check > 0 && publish > check, commands.join('\n'));
    const permissions = Object.values(release.jobs).map((job) => job.permissions?.['id-token']);
    assert.deepEqual(permissions, ['write']);
  });
});
