import type { PlainDate } from '../values/plain-date.ts';
import type { Tx } from '../db/tx.ts';
import { loadBook } from '../policy/load-book.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import type { Assessment } from '../contract/rules.ts';
import { assess } from './assess.ts';
import { explain } from './explain.ts';
import { keptOf } from './grant-version.ts';
import { fen, formatYuan } from '../values/money.ts';
import { readFacts } from './read-facts.ts';

interface Slim extends Record<string, unknown> {
  readonly id: number; readonly benefit: string; readonly facts: unknown; readonly fen: number; readonly known: number; readonly codes: readonly string[];
  readonly assessment: { readonly day: PlainDate; readonly pricedOn?: PlainDate; readonly explanation?: string };
}

/**
 * Assessments of grant versions with their working and figures. What a new standard made keeps the answer beside the facts; how it was worked out is
 * worked out again here, from the same facts, by the law of the same day and the figures as they were known when it was recorded.
 */
export async function wholeAssessments<V extends { readonly id: number; readonly assessment: unknown }>(tx: Tx, versions: readonly V[]): Promise<V[]> {
  const slim = versions.filter((version) => isSlim(version.assessment)).map((version) => version.id);
  if (slim.length === 0) return [...versions];
  const rows = await tx.rows<Slim>(
    `select v.id, v.benefit, version_facts(v.facts, v.kept_of) as facts, v.fen, v.known_from as known, version_assessment(v.assessment, v.kept_of) as assessment, array(select a.code from divisions_above(v.division_id) a order by a.depth) as codes from grant_version v where v.id = any ($1)`, [slim]);
  const registry = await loadRegistry();
  const whole = new Map<number, unknown>();
  for (const row of rows) {
    const benefit = registry.findBenefit(row.benefit)?.benefit;
    const read = benefit && readFacts(benefit, row.facts);
    if (!benefit || !read?.ok) continue;
    const { day, pricedOn } = row.assessment;
    const again = assess(benefit, read.facts, { book: await loadBook(tx, row.known), divisions: row.codes, day, ...(pricedOn === undefined ? {} : { moneyDay: pricedOn }) });
    whole.set(row.id, { ...(keptOf(again) as object), ...wordsOf(again, row) });
  }
  return versions.map((version) => (whole.has(version.id) ? { ...version, assessment: whole.get(version.id) } : version));
}

const isSlim = (assessment: unknown): boolean => typeof assessment === 'object' && assessment !== null && !('working' in assessment);

/** The sentence and the working of what was recorded. A working that does not come to the recorded amount is not shown: the amount stands, not what is reckoned today. */
function wordsOf(again: Assessment, recorded: Slim): Pick<Assessment, 'working' | 'explanation'> {
  const answer = again.working.findLast((step) => step.role === 'answer');
  const adds = answer !== undefined && 'fen' in answer.value && answer.value.fen === recorded.fen;
  const working = adds ? again.working : [];
  const said = adds ? explain({ outcome: 'granted', grounds: [], fen: fen(recorded.fen), working }) : `每月发给 ${formatYuan(fen(recorded.fen))} 元。`;
  return { working, explanation: recorded.assessment.explanation ?? said };
}
