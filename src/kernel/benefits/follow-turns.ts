import type { Tx } from '../db/tx.ts';
import { makeAsOf } from '../policy/as-of.ts';
import { loadBook } from '../policy/load-book.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import type { Registry } from '../registry/registry.ts';
import { listPathsOf } from '../repricing/list-paths.ts';
import { loadVersions, type LoadedVersion } from '../repricing/load-versions.ts';
import { addMonths, type Month } from '../values/month.ts';
import { firstDayOf } from '../values/plain-date.ts';
import type { Benefit } from '../contract/matter.ts';
import { assess } from './assess.ts';
import { getRules } from './get-rules.ts';
import { firstDay, toGrantLines } from './grant-version.ts';
import { readFacts } from './read-facts.ts';
import { replaceVersions } from './replace-versions.ts';
import { takeGrant } from './take-grant.ts';

/**
 * The answer about some grants changes by itself in months that are known beforehand: a birthday, the end of a term (`turns` of the rules). Each such month begins a
 * version of its own, judged with the ages of its first day; from the first month in which the conditions are no longer met nothing is due, and the grant ends when
 * the month before is over. What cannot be told beforehand stays as written.
 */
export async function followTurns(tx: Tx, id: string, grants: readonly number[], from: Month, declared?: Registry): Promise<void> {
  const registry = declared ?? await loadRegistry();
  const benefit = registry.findBenefit(id)?.benefit;
  if (benefit === undefined || !benefit.rules.some((rules) => rules.turns)) return;
  const versions = await loadVersions(tx, registry, grants, from, null);
  const book = await loadBook(tx);
  const paths = await listPathsOf(tx, [...new Set(versions.map((version) => version.divisionId))], { books: [book], benefits: [benefit] });
  for (const version of versions) await turn(tx, version, benefit, { book, divisions: paths.get(version.divisionId) ?? [] });
}

async function turn(tx: Tx, version: LoadedVersion, benefit: Benefit, at: { readonly book: Awaited<ReturnType<typeof loadBook>>; readonly divisions: readonly string[] }): Promise<void> {
  const read = readFacts(benefit, version.facts);
  if (!read.ok) return;
  for (const { month, because } of listTurns(version, benefit, read.facts, at)) {
    const day = firstDayOf(month);
    const answer = assess(benefit, read.facts, { ...at, day });
    if (answer.outcome === 'unknown') return;
    const grant = await takeGrant(tx, version.grantId, month);
    const common = { hukouKind: version.hukouKind, basis: 'assessment' as const, caseId: null, decisionId: null };
    if (answer.outcome === 'refused') {
      const reason = answer.grounds.filter((ground) => ground.result === 'unmet').map((ground) => ground.because).join('；');
      await replaceVersions(tx, grant, month, null, { ...common, state: 'ended', personIds: [], lines: [], facts: null, assessment: null, change: 'ended', reason });
      await tx.run('update benefit_grant set last_month = $2, version = version + 1 where id = $1', [grant.id, firstDay(addMonths(month, -1))]);
      return;
    }
    await replaceVersions(tx, grant, month, version.toMonth, {
      ...common, state: 'paid', personIds: version.persons.map((person) => person.personId), lines: toGrantLines(answer.lines, version.persons), facts: version.facts, assessment: answer, change: 'other', reason: because,
    });
  }
}

/** Turns that fall within the months of a version, in order. */
function listTurns(version: LoadedVersion, benefit: Benefit, facts: unknown, at: { readonly book: Parameters<typeof makeAsOf>[0]; readonly divisions: readonly string[] }) {
  const rules = getRules(benefit, at.divisions, version.lawDay);
  const asOf = makeAsOf(at.book, { day: version.lawDay, divisions: at.divisions });
  return (rules.turns?.(facts, asOf) ?? []).filter(({ month }) => month > version.fromMonth && (version.toMonth === null || month < version.toMonth)).toSorted((a, b) => (a.month < b.month ? -1 : 1));
}
