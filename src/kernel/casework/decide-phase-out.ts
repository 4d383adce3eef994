import { findPhaseOut, phaseOutGrant } from '../benefits/phase-out-grant.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Assessment } from '../contract/rules.ts';
import { formatMonth, addMonths, monthsBetween, type Month } from '../values/month.ts';
import { firstDayOf } from '../values/plain-date.ts';
import { assessCase } from './assess-case.ts';
import { recordDecision, refuseUnknown } from './decide.ts';
import { grantOf } from './decide-grant.ts';
import { listCounted } from './list-counted.ts';
import type { StepContext } from './step-context.ts';

interface ChangedBy { readonly words: string }

const onlyIncome = (assessment: Assessment): boolean => assessment.outcome === 'refused' && assessment.grounds.every((ground) => ground.result !== 'unmet' || ground.id === 'income');
const factsOf = async (at: StepContext): Promise<unknown> => (await at.tx.one<{ facts: unknown }>('select facts from case_file where id = $1', [at.case.id])).facts;

/** 给予渐退期: the income alone is above the line; what was paid goes on for some months, then the grant ends by itself. */
export async function phaseOut(at: StepContext, row: Pick<ChangedBy, 'words'>, from: Month, months: number): Promise<void> {
  const assessment = await assessCase(at.tx, at.registry, { row: at.case, procedure: at.procedure }, firstDayOf(from));
  refuseUnknown(assessment);
  if (assessment.outcome !== 'refused') throw new Refusal('decision.not-refused');
  if (!onlyIncome(assessment)) throw new Refusal('change.phase-out-income-only');
  if (months < 1) throw new Refusal('change.no-phase-out');
  const last = addMonths(from, months - 1);
  const statement = `收入已超过标准，给予 ${months} 个月渐退期，按原金额发到 ${formatMonth(last)}，之后停发。`;
  const decisionId = await recordDecision(at, { outcome: 'changed', assessment, firstMonth: from, fen: null, statement });
  await phaseOutGrant(at.tx, at.by, {
    grantId: grantOf(at), fromMonth: from, months, facts: await factsOf(at), caseId: at.case.id, decisionId, reason: `${row.words}，渐退期 ${months} 个月，到${formatMonth(last)}`, endReason: `渐退期满（${row.words}）`,
  });
}

/**
 * Something else happens to a household that is being phased out (a birth, a move, a death): as long as its income alone keeps it above the line, it is paid what it
 * was until the month it was given, no longer. True when that was decided; what makes it qualify again, or fails for another reason, is decided as ever.
 */
export async function goesOnPhasingOut(at: StepContext, row: ChangedBy, from: Month): Promise<boolean> {
  const running = await findPhaseOut(at.tx, grantOf(at), from);
  if (running === undefined) return false;
  const assessment = await assessCase(at.tx, at.registry, { row: at.case, procedure: at.procedure }, firstDayOf(from));
  if (!assessment || !onlyIncome(assessment)) return false;
  const persons = (await listCounted(at.tx, at.registry, { row: at.case, procedure: at.procedure })).map((one) => one.personId);
  const decisionId = await recordDecision(at, { outcome: 'changed', assessment, firstMonth: from, fen: null, statement: `${row.words}。渐退期不变，按原金额发到 ${formatMonth(running.last)}，之后停发。` });
  await phaseOutGrant(at.tx, at.by, {
    grantId: grantOf(at), fromMonth: from, months: monthsBetween(from, addMonths(running.last, 1)), facts: await factsOf(at), persons, caseId: at.case.id, decisionId,
    reason: `${row.words}，渐退期到${formatMonth(running.last)}`, endReason: running.endReason,
  });
  return true;
}
