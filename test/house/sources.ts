import { readdirSync } from 'node:fs';

/** Paths of the scripts (TypeScript and JavaScript) below some folders of the project, built ones left out. */
export function readSources(folders: readonly string[]): readonly string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`))
    .filter((path) => /\.(ts|js|mjs)$/.test(path) && !path.startsWith('demo/dist/'));
}
