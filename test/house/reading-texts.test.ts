import assert from 'node:assert/strict';
import { dirname, resolve } from 'node:path';
import test from 'node:test';
import ts from 'typescript';
import { readingMessages } from '../../src/i18n/en-reading.js';

const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', ts.sys.readFile).config, ts.sys, '.');
const program = ts.createProgram(['src/cdn.ts'], { ...options, noEmit: true });
const checker = program.getTypeChecker();

/** The files of the first script: what its entry imports at once. */
function filesOfFirstScript(path = resolve('src/cdn.ts'), found = new Set<string>()): ReadonlySet<string> {
  const source = program.getSourceFile(path);
  if (!source || found.has(path)) return found;
  found.add(path);
  for (const statement of source.statements) {
    const isImport = ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword;
    const from =
      isImport || (ts.isExportDeclaration(statement) && !statement.isTypeOnly) ? statement.moduleSpecifier : undefined;
    if (from && ts.isStringLiteral(from) && from.text.startsWith('.'))
      filesOfFirstScript(resolve(dirname(path), from.text.replace(/\.js$/, '.ts')), found);
  }
  return found;
}

/** The texts that a file names, wherever it has them from. */
function textsIn(path: string): readonly string[] {
  const names: string[] = [];
  const isMessages = (node: ts.Node) => ['Messages', 'ValueWords'].includes(checker.getTypeAtLocation(node).symbol?.name);
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && isMessages(node.expression)) names.push(node.name.text);
    if (ts.isObjectBindingPattern(node) && isMessages(node))
      names.push(...node.elements.map(({ name, propertyName }) => (propertyName ?? name).getText()));
    ts.forEachChild(node, visit);
  };
  const source = program.getSourceFile(path);
  if (source) visit(source);
  return names;
}

test('the first script says nothing but the texts that it brings', () => {
  const files = [...filesOfFirstScript()];
  const said = files.flatMap((path) => textsIn(path).map((name) => [name, path] as const));
  const known = new Set(Object.keys(readingMessages));
  assert.deepEqual(
    said.filter(([name]) => !known.has(name)),
    [],
  );
  const unused = [...known].filter((name) => !said.some(([other]) => other === name));
  assert.deepEqual(unused, []);
});
