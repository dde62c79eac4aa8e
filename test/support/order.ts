/** About how many seconds the files take that are much longer than others. */
export const LONG_FILES: Readonly<Record<string, number>> = {
  'test/store/sched.test.ts': 300,
  'test/store/planted.test.ts': 40,
  'test/reference-server/faults.test.ts': 40,
  'test/reference-server/permissions.test.ts': 15,
  'test/reference-server/masked-values.test.ts': 25,
  'test/reference-server/stopping.test.ts': 60,
  'test/house/lint-rules.test.ts': 15,
  'test/house/jsdom.test.ts': 12,
  'test/house/snippets.test.ts': 15,
  'test/house/happy-dom.test.ts': 12,
  'test/gallery/states.test.ts': 60,
  'test/gallery/themes.test.ts': 15,
  'test/element/announcements.test.ts': 15,
  'test/element/contrast.test.ts': 20,
  'test/element/leaks.test.ts': 50,
  'test/element/hostile-data.test.ts': 40,
  'test/fields/every-type.test.ts': 15,
};

const END_TO_END = 30;
const IN_BROWSER = 6;
const IN_NODE = 2;

/** About how many seconds a test file takes: long ones are started first, so that none of them runs alone at the end. */
export function secondsFor(file: string, browser?: string): number {
  return LONG_FILES[file] ?? (file.startsWith('test/e2e/') ? END_TO_END : browser ? IN_BROWSER : IN_NODE);
}
