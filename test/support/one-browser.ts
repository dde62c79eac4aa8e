/**
 * The test files that prove nothing about a browser: they are about what is said, sent, kept or computed, and not about focus,
 * keys, geometry, platform controls, storage or what a browser runs. Chromium is enough for them.
 */
export const ONE_BROWSER: readonly string[] = [
  ...['avatar', 'names-of-things', 'phone-number', 'rating', 'time-zones', 'values'].map((name) => fileOf('fields', name)),
  ...['announcements', 'contrast', 'element-schedules', 'error-codes', 'events', 'failing-parts'].map((name) =>
    fileOf('element', name),
  ),
  ...['field-access', 'fields', 'implied-values', 'name', 'one-connection'].map((name) => fileOf('element', name)),
  ...['sources', 'states', 'tag-limits', 'unsaved'].map((name) => fileOf('element', name)),
  ...['page', 'themes'].map((name) => fileOf('gallery', name)),
];

/** Those of some files that run in a browser: all in Chromium; elsewhere without those of one browser, unless `all` is wanted. */
export function filesFor(browser: string, files: readonly string[], all: boolean): readonly string[] {
  return all || browser === 'chromium' ? files : files.filter((file) => !ONE_BROWSER.includes(file));
}

function fileOf(room: string, name: string): string {
  return `test/${room}/${name}.test.ts`;
}
