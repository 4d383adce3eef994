import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectPages } from '../collect-pages.ts';
import type { Registry } from '../../kernel/registry/registry.ts';

/** One row of the catalogue held against what was really seen to work. */
export interface RowStatus {
  readonly id: string; readonly name: string; readonly line: string; readonly depth: string;
  readonly covered: boolean; readonly works: 'no' | 'first' | 'whole';
  /** Passed tests that bear the id. */ readonly tests: number;
  /** Pages that name the row and answered with rows when the browser opened them. */ readonly screens: number;
  readonly figures: { readonly bound: number; readonly all: number };
}
interface CatalogueRow { id: string; name: string; line: string; depth: string; figures: string[] }
interface VitestReport { testResults: { assertionResults: { fullName: string; status: string }[] }[] }

/**
 * Works out the status from what the last run of the tests left behind: never written by hand. `first` = a passed test and a page that answered;
 * `whole` = besides, a passed test that claims the whole row ([S001 whole]) and every figure of the row bound to an indicator.
 */
export function readStatus(root: string, registry: Registry): RowStatus[] {
  const rows = readFileSync(join(root, 'catalogue/systems.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as CatalogueRow);
  const screensDeclared = (['workbench', 'portal'] as const).flatMap((face) => collectPages(root, face)).flatMap((page) => page.meta.covers ?? []);
  const covered = new Set([...registry.matters.flatMap((matter) => matter.covers), ...screensDeclared]);
  const bound = new Set(registry.matters.flatMap((matter) => matter.indicators ?? []).flatMap((indicator) => indicator.figures));
  const passed = passedTests(root);
  const answered = answeredScreens(root);
  return rows.map((row) => {
    const tests = passed.filter((name) => name.includes(`[${row.id}]`) || name.includes(`[${row.id} `));
    const screens = answered.filter((page) => page.covers.includes(row.id)).length;
    const figures = { bound: row.figures.filter((figure) => bound.has(figure)).length, all: row.figures.length };
    const first = tests.length > 0 && screens > 0;
    const whole = first && tests.some((name) => name.includes(`[${row.id} whole]`)) && figures.bound === figures.all;
    return { id: row.id, name: row.name, line: row.line, depth: row.depth, covered: covered.has(row.id), works: whole ? 'whole' : first ? 'first' : 'no', tests: tests.length, screens, figures };
  });
}

function passedTests(root: string): string[] {
  const file = join(root, 'test/.artifacts/vitest.json');
  if (!existsSync(file)) return [];
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  return report.testResults.flatMap((result) => result.assertionResults).filter((test) => test.status === 'passed').map((test) => test.fullName);
}

/** Written by the crawl in the browser: which page, which rows of the catalogue it names, whether it showed rows. */
function answeredScreens(root: string): { path: string; covers: string[] }[] {
  return globSync('test/.artifacts/screens-*.json', { cwd: root })
    .flatMap((file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as { path: string; covers: string[]; answered: boolean }[]).filter((page) => page.answered);
}
