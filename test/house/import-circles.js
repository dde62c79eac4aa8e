import { readFileSync, statSync } from 'node:fs';
import ts from 'typescript';
import { fileOf, forEachImport, targetOf } from './imports.js';

/** What each file imports, while it is as it was when it was read. @type {Map<string, {time: number, imports: readonly string[]}>} */
const read = new Map();

/** The sources that a file imports, in whichever way, types included. @param {string} file @returns {readonly string[]} */
function importsOf(file) {
  const time = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (time === undefined) return [];
  const known = read.get(file);
  if (known?.time === time) return known.imports;
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  const sources = importedFiles.map(({ fileName }) => fileName).filter((source) => source.startsWith('.'));
  const imports = sources.map((source) => targetOf(file, source));
  read.set(file, { time, imports });
  return imports;
}

/**
 * The shortest way along imports from one file to another, both included; `undefined` if there is none.
 * @param {string} from @param {string} to @returns {readonly string[] | undefined}
 */
function wayBetween(from, to) {
  const ways = new Map([[from, [from]]]);
  for (const [file, way] of ways) {
    if (file === to) return way;
    for (const next of importsOf(file)) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return undefined;
}

/**
 * Forbids imports that lead back to where they stand, imports of types included: two files that need each other are one
 * thing, or miss a third.
 * @type {import('eslint').Rule.RuleModule}
 */
export const importCircles = {
  meta: { type: 'problem', docs: { description: 'Keep imports free of circles' }, schema: [] },
  create(context) {
    const file = fileOf(context);
    return forEachImport((node, source) => {
      const way = source.startsWith('.') ? wayBetween(targetOf(file, source), file) : undefined;
      if (way) context.report({ node, message: `Imports run in a circle: ${[file, ...way].join(' → ')}` });
    });
  },
};
