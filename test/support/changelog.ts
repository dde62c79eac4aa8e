import { compare, valid } from 'semver';

/** The part of a changelog that is about one version, or about what is not released yet. */
interface Section {
  /** A version, or `Unreleased`. */
  readonly title: string;
  /** As in `2026-11-27`; empty for what is not released yet. */
  readonly date: string;
  /** Whether it says anything in a list. */
  readonly hasEntries: boolean;
}

const UNRELEASED = 'Unreleased';
const HEADING = /^## \[([^\]]+)\](?: - (\S+))?$/;

/** What keeps a version from being released: an empty text for `tag` means that it is not about to be yet. */
export function faultsInRelease(version: string, changelog: string, tag = ''): readonly string[] {
  if (!valid(version)) return [`${version} is no version by https://semver.org/.`];
  const sections = sectionsOf(changelog);
  const [unreleased, ...released] = sections;
  if (unreleased?.title !== UNRELEASED) return [`CHANGELOG.md does not begin with "## [${UNRELEASED}]".`];
  const own = released.find(({ title }) => title === version);
  const order = released.map(({ title }) => title);
  const inOrder = order.every((title) => valid(title)) && order.toSorted((a, b) => compare(b, a)).join() === order.join();
  return [
    ...(inOrder ? [] : ['The versions in CHANGELOG.md are not in order, the newest first.']),
    ...(tag ? faultsInTagged(version, tag, unreleased, released) : []),
    ...(tag || own?.hasEntries || unreleased.hasEntries ? [] : ['CHANGELOG.md says nothing of what is new.']),
  ];
}

function faultsInTagged(version: string, tag: string, unreleased: Section, [newest]: readonly Section[]): readonly string[] {
  const isOwn = newest?.title === version;
  return [
    ...(tag === `v${version}` ? [] : [`The tag is ${tag}, and package.json says ${version}.`]),
    ...(isOwn ? [] : [`The newest version in CHANGELOG.md is not ${version}. Run: npm version`]),
    ...(isOwn && !newest.hasEntries ? [`CHANGELOG.md says nothing of ${version}.`] : []),
    ...(isOwn && !/^\d{4}-\d{2}-\d{2}$/.test(newest.date) ? [`CHANGELOG.md does not say when ${version} was released.`] : []),
    ...(unreleased.hasEntries ? ['CHANGELOG.md has entries that belong to no version.'] : []),
  ];
}

/** The changelog in which what was not released yet is this version, of this day. */
export function withRelease(changelog: string, version: string, date: string): string {
  return changelog.replace(`## [${UNRELEASED}]`, `## [${UNRELEASED}]\n\n## [${version}] - ${date}`);
}

function sectionsOf(changelog: string): readonly Section[] {
  return changelog.split(/^(?=## )/m).flatMap((text) => {
    const [heading = '', ...lines] = text.split('\n');
    const [, title, date = ''] = HEADING.exec(heading) ?? [];
    return title ? [{ title, date, hasEntries: lines.some((line) => line.startsWith('- ')) }] : [];
  });
}
