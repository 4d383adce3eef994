import { demandSecondFactor } from '../access/second-factor/demand-second-factor.ts';
import { openGrant } from '../benefits/open-grant.ts';
import { makeWayFor } from '../recognitions/make-way.ts';
import type { Benefit } from '../contract/matter.ts';
import type { HukouKind } from '../contract/parameter.ts';
import type { Effect } from '../contract/procedure.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import type { Assessment, Ground } from '../contract/rules.ts';
import { issuePaper } from '../service/issue-paper.ts';
import { requireComplete } from '../dossier/require-complete.ts';
import { sealFile } from '../dossier/seal-file.ts';
import { addMonths, formatMonth, monthOf, type Month } from '../values/month.ts';
import { formatYuan } from '../values/money.ts';
import { firstDayOf, formatMonthDay, type PlainDate } from '../values/plain-date.ts';
import { assessCase } from './assess-case.ts';
import { benefitOf } from './case-procedure.ts';
import { listCounted } from './list-counted.ts';
import { decisionWords, wordsOf } from './decision-words.ts';
import type { StepContext } from './step-context.ts';

/** Judges the facts again before an opinion or a notice is built on them. An answer that cannot be given yet stops the step, naming what is missing. */
export const assessNow: Effect = { id: 'assess', run: async (at) => { refuseUnknown(await assessCase(at.tx, at.registry, { row: at.case, procedure: at.procedure }, at.by.today)); } };

/**
 * A decision: on evidence that is frozen, on an assessment made at this moment, with every ground. A grant follows a yes in the same
 * transaction; a no keeps all grounds for the written notice. `evidence: 'none'` where the law asks for no check of means.
 */
export const decide = (outcome: 'granted' | 'refused', asked: { readonly evidence?: 'frozen' | 'none' } = {}): Effect => ({
  id: `decide-${outcome}`,
  async run(at) {
    if (asked.evidence !== 'none' && !at.view.verification.frozen) throw new Refusal('verification.incomplete', { missing: at.view.verification.missing.join('；') || '核对报告还没有出具' });
    const benefit = getBenefit(at);
    const month = firstMonthOf(benefit.starts, at.case.opened_on, at.by.today);
    const assessment = await assessCase(at.tx, at.registry, { row: at.case, procedure: at.procedure }, firstDayOf(month));
    refuseUnknown(assessment);
    refuseOther(assessment, outcome);
    if (outcome === 'granted') await requireComplete(at.tx, at.matter, at.procedure, at.case, at.by.today);
    const firstMonth = outcome === 'granted' ? month : null;
    const statement = firstMonth === null ? assessment.explanation : `同意。每月 ${formatYuan(assessment.fen)} 元，从 ${formatMonth(firstMonth)}起发。`;
    const decision = await recordDecision(at, { outcome, assessment, firstMonth, statement, fen: firstMonth === null ? null : assessment.fen });
    if (firstMonth !== null) await grant(at, assessment, benefit, decision, firstMonth);
  },
});

export function refuseUnknown(assessment: Assessment | null): asserts assessment is Assessment {
  if (!assessment) throw new AppError('decision.no-benefit', 'a procedure that decides must name its benefit');
  if (assessment.outcome !== 'unknown') return;
  const unknown = assessment.grounds.filter((ground) => ground.result === 'unknown');
  throw new Refusal('decision.unknown', { missing: unknown.map((ground) => ground.because).join('；'), needs: unknown.flatMap((ground) => ground.needs) });
}

function refuseOther(assessment: Assessment, outcome: 'granted' | 'refused'): void {
  if (assessment.outcome === outcome) return;
  if (outcome === 'refused') throw new Refusal('decision.not-refused');
  throw new Refusal('decision.not-granted', { grounds: assessment.grounds.filter((ground) => ground.result === 'unmet').map((ground) => ground.because).join('；') });
}

export function getBenefit(at: StepContext): Benefit {
  const found = at.registry.findBenefit(benefitOf(at.procedure, at.case.form) ?? '');
  if (!found) throw new AppError('decision.no-benefit', `procedure ${at.procedure.id} decides but names no benefit`);
  return found.benefit;
}

/** First month that is paid. Pure. */
export function firstMonthOf(starts: Benefit['starts'], applied: PlainDate, decided: PlainDate): Month {
  switch (starts) {
    case 'month-after-confirmation': return addMonths(monthOf(decided), 1);
    case 'month-of-confirmation': return monthOf(decided);
    case 'month-of-application': return monthOf(applied);
  }
}

export interface NewDecision {
  readonly outcome: 'granted' | 'refused' | 'kept' | 'changed' | 'suspended' | 'ended' | 'resumed' | 'terminated';
  readonly assessment: Assessment;
  /** First month the decision counts for; null when nothing is paid by it. */
  readonly firstMonth: Month | null;
  readonly statement: string;
  /** 分 a month; null when nothing is paid. */
  readonly fen: number | null;
  readonly grounds?: readonly Ground[];
}

/** Writes a decision into the sealed record with its grounds, its evidence and who took it; its number. */
export async function recordDecision(at: StepContext, decision: NewDecision): Promise<number> {
  await demandSecondFactor(at.tx, at.by);
  const { id } = await at.tx.one<{ id: number }>(
    `insert into decision (case_id, division_id, outcome, decided_on, first_month, fen, grounds, assessment, evidence_digest, statement, post_id, account_id, decided_by, office_name, action_id, grant_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, (select digest from evidence where case_id = $1 order by id desc limit 1), $9, $10, $11, $12, $13, $14, $15) returning id`,
    [at.case.id, at.case.division_id, decision.outcome, at.by.today, decision.firstMonth, decision.fen, JSON.stringify(decision.grounds ?? decision.assessment.grounds), JSON.stringify(decision.assessment),
      decision.statement, at.by.caller.post?.id ?? null, at.by.caller.account?.id ?? null, at.by.caller.account?.name ?? '', at.office?.name ?? '', at.actionId, at.case.grant_id]);
  await issuePaper(at.tx, at.by, at.matter, id);
  await sealDecided(at, decisionWords(at.procedure, decision.outcome));
  return id;
}

/** The household's file of the year is closed with every decision. */
async function sealDecided(at: StepContext, words: string): Promise<void> {
  if (!at.matter.dossier || at.case.household_id === null) return;
  await sealFile(at.tx, at.by, { household: at.case.household_id, year: Number(at.case.opened_on.slice(0, 4)), division: at.case.division_id, caseId: at.case.id, because: `${at.case.number} ${words}` });
}

async function grant(at: StepContext, assessment: Assessment, benefit: Benefit, decisionId: number, firstMonth: Month): Promise<void> {
  const { hukou_kind: hukouKind } = await at.tx.one<{ hukou_kind: HukouKind }>('select hukou_kind from household where id = $1', [at.case.household_id]);
  const { facts } = await at.tx.one<{ facts: unknown }>('select facts from case_file where id = $1', [at.case.id]);
  const persons = await listCounted(at.tx, at.registry, { row: at.case, procedure: at.procedure });
  await makeWayFor(at.tx, at.by, { benefit: benefit.id, persons: persons.map((one) => one.personId), from: firstDayOf(firstMonth) });
  await openGrant(at.tx, at.by, {
    benefit: benefit.id, caseId: at.case.id, householdId: at.case.household_id ?? 0, divisionId: at.case.division_id, hukouKind, firstMonth, facts, assessment, decisionId,
    persons,
    reason: `${formatMonthDay(at.by.today)}${wordsOf(at.procedure).granted}，${Number(firstMonth.slice(5))}月起发`,
  });
}
