import { parseDocument, stringify } from 'yaml';
import { Refusal } from '../../contract/refusal.ts';
import { checkInput } from '../../db/check-input.ts';
import { declarationShape, type OwnDeclaration } from './declaration-shape.ts';

const HEAD = '# 大民政台账声明文件。可以在别的城市“台账 → 自建台账 → 导入”里打开，成为那里的草稿。\n';

/** A declaration as a file: always in the order of its shape, so that two editions compare line by line. Pure. */
export function writeDeclarationFile(declaration: OwnDeclaration): string {
  return HEAD + stringify(inOrder(declaration), { lineWidth: 0, aliasDuplicateObjects: false });
}

/** A file from outside, held to the shape: no tags, no anchors, nothing unknown. Refuses `record.design-file` with the first thing that is wrong. Pure. */
export function readDeclarationFile(text: string): OwnDeclaration {
  const document = parseDocument(text, { schema: 'core', strict: true, uniqueKeys: true, customTags: [], merge: false });
  const [broken] = document.errors;
  if (broken) throw new Refusal('record.design-file', { where: `第 ${broken.linePos?.[0].line ?? 1} 行`, why: '这不是 YAML，或者同一个名字写了两次' });
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new Refusal('record.design-file', { where: '文件', why: '用了引用（& 和 *），请把内容写全' });
  }
  const read = checkInput(declarationShape, content);
  if (read.ok) return read.input;
  const [first] = read.fields;
  throw new Refusal('record.design-file', { where: first?.path === '' || first === undefined ? '文件' : first.path, why: first?.sentence ?? '不是台账声明' });
}

/** Keys in the order of the shape, whatever order they were kept in. */
function inOrder(declaration: OwnDeclaration): unknown {
  const read = declarationShape.parse(declaration);
  return Object.fromEntries(Object.keys(declarationShape.shape).flatMap((key) => { const value = read[key as keyof OwnDeclaration]; return value === undefined ? [] : [[key, value]]; }));
}
