/** A path of the package that code can import. */
export interface PublicEntry {
  /** `index` for the package itself; elsewhere its path, as in `adapters-http`. */
  readonly name: string;
  /** The file of its types, as in `./dist/index.d.ts`. */
  readonly types: string;
}

/** The paths of the package that have types, by its `exports`. All languages have the same types: English stands for them. */
export function publicEntries(exports: Readonly<Record<string, unknown>>): readonly PublicEntry[] {
  return Object.entries(exports).flatMap(([path, target]) => {
    const types = hasTypes(target) ? target.types : '';
    if (!types) return [];
    const name = path.replace(/^\.\/?|\.js$/g, '').replace('*', 'en');
    return [{ name: name.replaceAll('/', '-') || 'index', types: types.replace('*', 'en') }];
  });
}

function hasTypes(target: unknown): target is { readonly types: string } {
  return typeof target === 'object' && target !== null && 'types' in target;
}
