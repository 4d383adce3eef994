import { createRequire } from 'node:module';
import { cruise, type ICruiseResult, type IConfiguration } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const rules = createRequire(import.meta.url)('./rules.cjs') as IConfiguration;

/** Walks the imports of the sources below `root` and holds them against the rules. */
export async function cruiseSources(root: string): Promise<ICruiseResult> {
  const result = await cruise(['src'], { ...rules.options, ruleSet: { forbidden: rules.forbidden ?? [] }, validate: true, baseDir: root }, {}, { tsConfig: extractTSConfig('tsconfig.json') });
  return result.output as ICruiseResult;
}
