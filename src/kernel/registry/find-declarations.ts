import { globSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Domain, Matter } from '../contract/matter.ts';
import type { ParameterValue } from '../contract/parameter.ts';
import { AppError } from '../contract/refusal.ts';
import { readParameterFiles } from '../policy/read-parameter-files.ts';
import { makeRegistry, type Declared, type Registry } from './registry.ts';

const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/**
 * Finds and checks every declaration: DOMAIN/domain.ts (exports `domain`) and DOMAIN/MATTER/matter.ts (exports `matter`) under src/domains,
 * and the figures in parameters/ beside a matter or in a domain's common/. Throws AppError('declaration-wrong' | 'parameter-file-wrong').
 */
export async function findDeclarations(root = PROJECT): Promise<Registry> {
  const domains = await importAll<Domain>(root, 'src/domains/*/domain.ts', 'domain');
  const matters = await importAll<Matter>(root, 'src/domains/*/*/matter.ts', 'matter');
  return makeRegistry({ domains, matters, values: readValues(root, matters) });
}

async function importAll<T>(root: string, pattern: string, name: string): Promise<Declared<T>[]> {
  const files = globSync(pattern, { cwd: root }).map((file) => file.split(sep).join('/')).sort();
  return Promise.all(
    files.map(async (file) => {
      const module = (await import(pathToFileURL(join(root, file)).href)) as Readonly<Record<string, T | undefined>>;
      const declaration = module[name];
      if (declaration === undefined) throw new AppError('declaration-wrong', `${file}：${name}：没有导出它。写 export const ${name} = …`);
      return { file, declaration };
    }),
  );
}

/** A folder's figures may set the parameters of its matter; a domain's `common/` those of any of the domain's matters. */
function readValues(root: string, matters: readonly Declared<Matter>[]): Declared<ParameterValue>[] {
  const domains = [...new Set(matters.map((matter) => dirname(dirname(matter.file))))];
  const folders = [
    ...domains.map((domain) => ({ folder: join(domain, 'common'), of: matters.filter((matter) => matter.file.startsWith(`${domain}/`)) })),
    ...matters.map((matter) => ({ folder: dirname(matter.file), of: [matter] })),
  ];
  return folders.flatMap(({ folder, of }) => {
    const parameters = [...new Set(of.flatMap((matter) => matter.declaration.parameters ?? []))];
    return readParameterFiles(join(root, folder, 'parameters'), parameters, root).map(({ file, value }): Declared<ParameterValue> => ({ file, declaration: value }));
  });
}

let loaded: Promise<Registry> | undefined;

/** The declarations of this installation, read once. */
export function loadRegistry(): Promise<Registry> {
  loaded ??= findDeclarations();
  return loaded;
}
