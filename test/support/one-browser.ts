/**
 * The test files that prove nothing about a browser: they are about what is said, sent, kept or computed, and not about focus,
 * keys, geometry, platform controls, storage or what a browser runs. Chromium is enough for them.
 */
export const ONE_BROWSER: readonly string[] = [
  ...['avatar', 'names-of-things', 'phone-number', 'rating', 'time-zones', 'values'].map((name) => fileOf('fields', name)),
  ...['announcements', 'contrast', 'element-schedules', 'error-codes', 'events', 'failing-parts'].map((name) =>
    fileOf('element', name),
  ),
  ...['entries', 'field-access', 'fields', 'implied-values', 'loading-on-intent', 'made-anew', 'name', 'near-tags'].map(
    (name) => fileOf('element', name),
  ),
  ...['odd-data', 'one-connection', 'panel-driver', 'provenance', 'refusing', 'sources', 'states', 'tag-limits'].map((name) =>
    fileOf('element', name),
  ),
  ...['tag-names', 'teaching', 'unknown-text', 'unsaved', 'unsaved-summary'].map((name) => fileOf('element', name)),
  ...['page', 'states', 'themes'].map((name) => fileOf('gallery', name)),
];

/** Those of some files that run in a browser: all in Chromium; elsewhere without those of one browser, unless `all` is wanted. */
export function filesFor(browser: string, files: readonly string[], all: boolean): readonly string[] {
  return all || browser === 'chromium' ? files : files.filter((file) => !ONE_BROWSER.includes(file));
}

function fileOf(room: string, name: string): string {
  return `test/${room}/${name}.test.ts`;
}
