import { readdirSync, readFileSync } from 'node:fs';

/** The package.json of an example. */
export interface Manifest {
  readonly description: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The names of all examples. */
export const EXAMPLES: readonly string[] = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

export function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(`examples/${name}/package.json`, 'utf8')) as Manifest;
}
