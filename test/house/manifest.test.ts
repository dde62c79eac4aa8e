import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

interface Named {
  readonly name: string;
}

interface Declaration extends Named {
  readonly attributes?: readonly (Named & { readonly fieldName?: string })[];
  readonly members?: readonly Named[];
  readonly events?: readonly (Named & { readonly type?: { readonly text: string } })[];
}

interface Module {
  readonly path: string;
  readonly declarations: readonly Declaration[];
  readonly exports: readonly {
    readonly kind: string;
    readonly name: string;
    readonly declaration: Named & { module: string };
  }[];
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { modules } = JSON.parse(read('custom-elements.json')) as { readonly modules: readonly Module[] };
const { exports } = JSON.parse(read('package.json')) as {
  readonly exports: Readonly<Record<string, { readonly default?: string } | string | null>>;
};
const targets = Object.values(exports).map((target) => (typeof target === 'object' ? target?.default : target));
const declarations = modules.flatMap((module) => module.declarations);
const element = declarations.find(({ name }) => name === 'ContactDetails');

describe('the manifest', () => {
  test('describes modules that a host can import', () => {
    for (const { path } of modules) assert.ok(targets.includes(`./${path}`), path);
  });

  test('says of everything that is exported where it is described', () => {
    for (const { path, exports: all } of modules) {
      assert.ok(all.length > 0, path);
      for (const { declaration } of all) {
        const home = modules.find((module) => module.path === declaration.module);
        assert.ok(
          home?.declarations.some(({ name }) => name === declaration.name),
          `${path}: ${declaration.name}`,
        );
      }
    }
  });

  test('says which module registers the element', () => {
    const definitions = modules.flatMap(({ path, exports: all }) =>
      all
        .filter(({ kind }) => kind === 'custom-element-definition')
        .map(({ name, declaration }) => ({ path, name, declaration })),
    );
    const declaration = { name: 'ContactDetails', module: 'dist/element.js' };
    assert.deepEqual(definitions, [{ path: 'dist/index.js', name: 'contact-details', declaration }]);
  });

  test('names the property of every attribute', () => {
    const properties = element?.members?.map(({ name }) => name) ?? [];
    assert.ok(element?.attributes?.length);
    for (const { name, fieldName } of element.attributes) assert.ok(properties.includes(fieldName ?? ''), name);
  });

  test('describes the class of every event', () => {
    assert.ok(element?.events?.length);
    for (const { name, type } of element.events)
      assert.ok(
        declarations.some((found) => found.name === type?.text),
        name,
      );
  });
});

test('editors and language models are told of every attribute, event, slot, part and token', () => {
  const { attributes, events, slots, cssParts, cssProperties } = element as Declaration & Record<string, readonly Named[]>;
  const told = {
    'vscode.html-custom-data.json': [attributes, events, slots],
    'vscode.css-custom-data.json': [cssParts, cssProperties],
    'web-types.json': [attributes, events, slots, cssParts, cssProperties],
    'llms.txt': [attributes, events, slots, cssParts, cssProperties],
  };
  for (const [path, groups] of Object.entries(told)) {
    const text = read(path);
    for (const group of groups) {
      assert.ok(group?.length, path);
      for (const { name } of group) assert.ok(text.includes(name), `${path}: ${name}`);
    }
  }
});
