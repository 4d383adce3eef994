import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assessExample } from '../../src/kernel/benefits/assess-example.ts';
import { readExamples, type Example } from '../../src/kernel/benefits/read-example.ts';
import type { Assessment } from '../../src/kernel/contract/rules.ts';
import { findDeclarations } from '../../src/kernel/registry/find-declarations.ts';
import type { Registry } from '../../src/kernel/registry/registry.ts';

export interface JudgedExample {
  readonly file: string;
  readonly example: Example;
  readonly answer: Assessment;
}

/** The declarations and everything around them that the conformance check looks at; no more than values, so that a test can plant a wrong one. */
export interface House {
  readonly registry: Registry;
  /** Matter id → its README. */
  readonly readmes: ReadonlyMap<string, string>;
  /** Benefit id → its golden cases, judged. */
  readonly examples: ReadonlyMap<string, readonly JudgedExample[]>;
  /** Catalogue ids that stand in brackets in the title of some test: [S001]. */
  readonly proved: ReadonlySet<string>;
  readonly systems: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
}

export async function readHouse(root: string): Promise<House> {
  const registry = await findDeclarations(root);
  // one test walks every declared register and bears the ids of each
  const walked = existsSync(join(root, 'test/acceptance/registers/registers.test.ts')) ? registry.matters.flatMap((matter) => (matter.registers ?? []).flatMap((register) => register.covers)) : [];
  const folders = registry.declarations.matters.map((one) => ({ matter: one.declaration, folder: join(root, dirname(one.file)) }));
  const examples = new Map<string, readonly JudgedExample[]>();
  for (const { matter, folder } of folders) {
    for (const benefit of matter.benefits ?? []) examples.set(benefit.id, await judgeExamples(registry, benefit.id, folder));
  }
  return {
    registry,
    readmes: new Map(folders.flatMap(({ matter, folder }) => (existsSync(join(folder, 'README.md')) ? [[matter.id, readFileSync(join(folder, 'README.md'), 'utf8')]] : []))),
    examples,
    proved: new Set([...walked, ...globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'], { cwd: root }).filter((file) => !file.startsWith('test/conformance')).flatMap((file) => readFileSync(join(root, file), 'utf8').match(/(?<=\[)S\d{3}(?=\])/g) ?? [])]),
    systems: readIds(join(root, 'catalogue/systems.jsonl')),
    figures: readIds(join(root, 'catalogue/figures.jsonl')),
  };
}

/** Cases of a matter's `examples/*.yaml`, or `examples/BENEFIT/*.yaml` where it has several benefits, told in Chinese and read by the `read-example-facts.ts` beside it or, where matters share their facts, in its domain's `common/`. */
async function judgeExamples(registry: Registry, benefitId: string, folder: string): Promise<JudgedExample[]> {
  const found = registry.findBenefit(benefitId);
  const own = globSync(`examples/${benefitId}/*.yaml`, { cwd: folder }).sort();
  const files = own.length > 0 ? own : globSync('examples/*.yaml', { cwd: folder }).sort();
  if (found === undefined || files.length === 0) return [];
  const reader = (await import(pathToFileURL(findReader(folder)).href)) as { readonly readExampleFacts: (household: Example['household']) => unknown };
  const figures = { parameters: registry.parameters, values: registry.parameterValues };
  return files.flatMap((file) =>
    readExamples(file, readFileSync(join(folder, file), 'utf8')).map((example) => ({
      file, example, answer: assessExample(found.benefit, example, reader.readExampleFacts(example.household), figures),
    })),
  );
}

function findReader(folder: string): string {
  const own = join(folder, 'read-example-facts.ts');
  const shared = globSync('common/**/read-example-facts.ts', { cwd: dirname(folder) })[0];
  return existsSync(own) || shared === undefined ? own : join(dirname(folder), shared);
}

function readIds(path: string): Set<string> {
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '');
  return new Set(lines.map((line) => String((JSON.parse(line) as { id: unknown }).id)));
}
