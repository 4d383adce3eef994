import { openGrant } from '../benefits/open-grant.ts';
import type { Benefit } from '../contract/matter.ts';
import type { HukouKind } from '../contract/parameter.ts';
import type { Effect } from '../contract/procedure.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import type { Assessment } from '../contract/rules.ts';
import { addMonths, formatMonth, monthOf, type Month } from '../values/month.ts';
import { formatYuan } from '../values/money.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { assessCase } from './assess-case.ts';
import { listCounted } from './list-counted.ts';
import type { StepContext } from './step-context.ts';

/** Judges the facts again before an opinion or a notice is built on them. An answer that cannot be given yet stops the step, naming what is missing. */
export const assessNow: Effect = { id: 'assess', run: async (at) => { refuseUnknown(await assessCase(at.tx, at.registry, { row: at.case, procedure: at.procedure })); } };

/**
 * A decision: on evidence that is frozen, on an assessment made at this moment, with every ground. A grant follows a yes in the same
 * transaction; a no keeps all grounds for the written notice.
 */
export const decide = (outcome: 'granted' | 'refused'): Effect => ({
  id: `decide-${outcome}`,
  async run(at) {
    if (!at.view.verification.frozen) throw new Refusal('verification.incomplete', { missing: at.view.verification.missing.join('；') || '核对报告还没有出具' });
    const assessment = await assessCase(at.tx, at.registry, { row: at.case, procedure: at.procedure });
    refuseUnknown(assessment);
    refuseOther(assessment, outcome);
    const benefit = getBenefit(at);
    const firstMonth = outcome === 'granted' ? firstMonthOf(benefit.starts, at.case.opened_on, at.by.today) : null;
    const decision = await recordDecision(at, assessment, outcome, firstMonth);
    if (firstMonth !== null) await grant(at, assessment, benefit, decision, firstMonth);
  },
});

function refuseUnknown(assessment: Assessment | null): asserts assessment is Assessment {
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

function getBenefit(at: StepContext): Benefit {
  const found = at.registry.findBenefit(at.procedure.reads?.benefit ?? '');
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

async function recordDecision(at: StepContext, assessment: Assessment, outcome: 'granted' | 'refused', firstMonth: Month | null): Promise<number> {
  const statement = firstMonth === null ? assessment.explanation : `同意。每月 ${formatYuan(assessment.fen)} 元，从 ${formatMonth(firstMonth)}起发。`;
  const { id } = await at.tx.one<{ id: number }>(
    `insert into decision (case_id, division_id, outcome, decided_on, first_month, fen, grounds, assessment, evidence_digest, statement, post_id, account_id, decided_by, office_name, action_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, (select digest from evidence where case_id = $1 order by id desc limit 1), $9, $10, $11, $12, $13, $14) returning id`,
    [at.case.id, at.case.division_id, outcome, at.by.today, firstMonth, firstMonth === null ? null : assessment.fen, JSON.stringify(assessment.grounds), JSON.stringify(assessment), statement,
      at.by.caller.post?.id ?? null, at.by.caller.account?.id ?? null, at.by.caller.account?.name ?? '', at.office?.name ?? '', at.actionId]);
  return id;
}

async function grant(at: StepContext, assessment: Assessment, benefit: Benefit, decisionId: number, firstMonth: Month): Promise<void> {
  const { hukou_kind: hukouKind } = await at.tx.one<{ hukou_kind: HukouKind }>('select hukou_kind from household where id = $1', [at.case.household_id]);
  const { facts } = await at.tx.one<{ facts: unknown }>('select facts from case_file where id = $1', [at.case.id]);
  await openGrant(at.tx, at.by, {
    benefit: benefit.id, caseId: at.case.id, householdId: at.case.household_id ?? 0, divisionId: at.case.division_id, hukouKind, firstMonth, facts, assessment, decisionId,
    persons: await listCounted(at.tx, at.registry, { row: at.case, procedure: at.procedure }),
    reason: `${Number(at.by.today.slice(5, 7))}月${Number(at.by.today.slice(8))}日批准，${Number(firstMonth.slice(5))}月起发`,
  });
}
