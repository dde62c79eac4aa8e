import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'vite';

/**
 * The files that a browser must fetch before a module can run: the module itself and everything it imports statically,
 * directly or not, read from the built files themselves.
 * @throws {Error} when one of them imports something that is no file beside it
 */
export function staticClosure(entry: string): readonly string[] {
  const found = new Set([entry]);
  for (const file of found) {
    for (const source of staticImports(file)) {
      if (!source.startsWith('.')) throw new Error(`${file} imports ${source}: it is not self-contained`);
      found.add(join(dirname(file), source));
    }
  }
  return [...found];
}

function staticImports(file: string): readonly string[] {
  return parseAst(readFileSync(file, 'utf8')).body.flatMap((statement) => {
    const isImporting =
      statement.type === 'ImportDeclaration' ||
      statement.type === 'ExportAllDeclaration' ||
      statement.type === 'ExportNamedDeclaration';
    return isImporting && statement.source ? [statement.source.value] : [];
  });
}
