import { globSync } from 'node:fs';
import { cruiseSources } from './cruise-sources.ts';

// npm run check:arrows: prints every import that goes against the house, and fails too when it saw too few modules to judge.
const { summary, modules } = await cruiseSources(process.cwd());
const sources = globSync('src/**/*.{ts,tsx}').length;
const seen = modules.filter((module) => module.source.startsWith('src/')).length;
for (const violation of summary.violations) {
  process.stderr.write(`${violation.from} → ${violation.to}\n  ${violation.rule.name}: ${violation.comment ?? ''}\n`);
}
if (seen < sources) process.stderr.write(`only ${seen} of ${sources} source files were seen: the check cannot be trusted\n`);
process.stdout.write(`arrows: ${seen} modules, ${summary.violations.length} against the house\n`);
process.exit(summary.violations.length > 0 || seen < sources ? 1 : 0);
