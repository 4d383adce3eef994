import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, type ESTree } from 'vite';

/** The two faces of the application, each its own bundle. */
export type Face = 'portal' | 'workbench';

/** Where the pages of a face lie. A new page is a new file and nothing else. */
const PATTERNS: Record<Face, readonly string[]> = {
  portal: ['src/web/portal/pages/*.page.tsx', 'src/domains/*/web/*.portal.tsx', 'src/domains/*/*/web/*.portal.tsx'],
  workbench: ['src/web/workbench/pages/*.page.tsx', 'src/domains/*/web/*.workbench.tsx', 'src/domains/*/*/web/*.workbench.tsx'],
};

export type Literal = string | number | boolean | null | readonly Literal[] | { readonly [key: string]: Literal };
/** What a page says of itself without being loaded: everything in its `definePage({…})` but the component. */
export interface CollectedPage { readonly file: string; readonly meta: { readonly path: string } & Readonly<Record<string, Literal>>; }

/** Files (relative to the root, sorted) that declare pages of a face. */
export function listPageFiles(root: string, face: Face): string[] {
  return PATTERNS[face].flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
}

/** Reads every page's declaration without running it, so that the router knows all pages while each is loaded only when opened. */
export function collectPages(root: string, face: Face): CollectedPage[] {
  const pages = listPageFiles(root, face).map((file) => ({ file, meta: readPageMeta(file, readFileSync(join(root, file), 'utf8')) }));
  const seen = new Map<string, string>();
  for (const { file, meta } of pages) {
    const other = seen.get(meta.path);
    if (other !== undefined) throw new Error(`${file}: path "${meta.path}" is already the path of ${other}; give one of them another path`);
    seen.set(meta.path, file);
  }
  return pages;
}

/** The literal part of `export default definePage({…})`. Throws naming file, key and remedy. */
export function readPageMeta(file: string, source: string): CollectedPage['meta'] {
  const parsed = parseSync(file, source);
  const first = parsed.errors[0];
  if (first !== undefined) throw new Error(`${file}: ${first.message}`);
  const exported = parsed.program.body.find((node) => node.type === 'ExportDefaultDeclaration');
  const call = exported?.declaration;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier' || call.callee.name !== 'definePage') {
    throw new Error(`${file}: no \`export default definePage({…})\`; a page file ends with one`);
  }
  const declared = call.arguments[0];
  if (declared?.type !== 'ObjectExpression') throw new Error(`${file}: definePage takes an object written in place`);
  const meta = Object.fromEntries(declared.properties.filter((property) => keyOf(property) !== 'component').map((property) => readProperty(file, property)));
  if (typeof meta.path !== 'string' || !meta.path.startsWith('/')) throw new Error(`${file}: definePage needs \`path\`, a text that starts with /`);
  if (typeof meta.title !== 'string') throw new Error(`${file}: definePage needs \`title\`, the page's Chinese name`);
  return meta as CollectedPage['meta'];
}

function keyOf(property: ESTree.ObjectPropertyKind): string | undefined {
  if (property.type !== 'Property' || property.computed) return undefined;
  if (property.key.type === 'Identifier') return property.key.name;
  return property.key.type === 'Literal' ? String(property.key.value) : undefined;
}

function readProperty(file: string, property: ESTree.ObjectPropertyKind): [string, Literal] {
  const key = keyOf(property);
  if (key === undefined || property.type !== 'Property') throw new Error(`${file}: definePage holds a spread or computed key; write each key in place`);
  return [key, readLiteral(file, key, property.value)];
}

function readLiteral(file: string, key: string, node: ESTree.Expression): Literal {
  if (node.type === 'Literal' && (node.value === null || ['string', 'number', 'boolean'].includes(typeof node.value))) return node.value as Literal;
  if (node.type === 'ArrayExpression') {
    return node.elements.map((element) => {
      if (element === null || element.type === 'SpreadElement') throw notLiteral(file, key);
      return readLiteral(file, key, element);
    });
  }
  if (node.type === 'ObjectExpression') return Object.fromEntries(node.properties.map((property) => readProperty(file, property)));
  throw notLiteral(file, key);
}

const notLiteral = (file: string, key: string) =>
  new Error(`${file}: \`${key}\` in definePage is not a plain text, number or list; write the value itself there (only \`component\` may be a name)`);
