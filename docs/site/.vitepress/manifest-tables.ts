import { readFileSync } from 'node:fs';
import type { MarkdownRenderer } from 'vitepress';

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

interface Member extends Described {
  readonly kind: string;
  readonly attribute?: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly parameters?: readonly Described[];
  readonly return?: { readonly type: { readonly text: string } };
}

interface Declaration extends Described {
  readonly members?: readonly Member[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
  readonly cssStates?: readonly Described[];
}

const MARK = /^<!-- manifest: (\w+) -->$/gm;

/** Puts the tables of custom-elements.json where the Markdown says `<!-- manifest: tokens -->`. */
export function manifestTables(md: MarkdownRenderer): void {
  md.core.ruler.before('normalize', 'manifest-tables', (state) => {
    if (!state.src.includes('<!-- manifest:')) return;
    const tables = readTables();
    state.src = state.src.replace(MARK, (_, name: string) => {
      const table = tables[name];
      if (table === undefined) throw new Error(`There is no table ${name}`);
      return table;
    });
  });
}

function readTables(): Readonly<Record<string, string>> {
  const manifest = readFileSync(new URL('../../../custom-elements.json', import.meta.url), 'utf8');
  const { modules } = JSON.parse(manifest) as { modules: readonly { declarations?: readonly Declaration[] }[] };
  const declarations = modules.flatMap(({ declarations: all = [] }) => all);
  const element = declarations.find(({ name }) => name === 'ContactDetails');
  if (!element) throw new Error('custom-elements.json describes no ContactDetails');
  const members = (element.members ?? []).filter((member) => !member.static);
  const fieldsOf = (name = '') =>
    (declarations.find((declaration) => declaration.name === name)?.members ?? []).map(nameAndType);
  return {
    properties: table(
      ['property', 'attribute', 'type', 'what it does'],
      members
        .filter(({ kind }) => kind === 'field')
        .map((item) => [code(item.name), code(item.attribute), code(item.type?.text), withDefault(item)]),
    ),
    methods: table(
      ['method', 'what it does'],
      members
        .filter(({ kind }) => kind === 'method')
        .map((item) => [
          code(`${item.name}(${(item.parameters ?? []).map(({ name, type }) => `${name}: ${type?.text}`).join(', ')})`),
          item.description,
        ]),
    ),
    events: table(
      ['event', 'fields', 'when'],
      (element.events ?? []).map((item) => [code(item.name), fieldsOf(item.type?.text).join('<br>'), item.description]),
    ),
    tokens: table(
      ['token', 'default', 'what it styles'],
      (element.cssProperties ?? []).map((item) => [code(item.name), code(item.default), item.description]),
    ),
    parts: described('part', element.cssParts),
    slots: described('slot', element.slots),
    states: described('state', element.cssStates),
  };
}

function described(head: string, items: readonly Described[] = []): string {
  return table(
    [head, 'what it is'],
    items.map((item) => [code(item.name), item.description]),
  );
}

function withDefault({ description = '', default: value }: Described): string {
  return value === undefined ? description : `${description} ${code(value)} by default.`;
}

function nameAndType({ name, type }: Described): string {
  return `${code(name)}: ${code(type?.text)}`;
}

function code(text: string | undefined): string {
  return text ? `\`${text.replace(/\s+/g, ' ')}\`` : '–';
}

function table(head: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string {
  const row = (cells: readonly (string | undefined)[]) =>
    `| ${cells.map((cell = '') => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}
