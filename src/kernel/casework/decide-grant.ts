import { changeGrant } from '../benefits/change-grant.ts';
import { endGrant } from '../benefits/stop-grant.ts';
import type { HukouKind } from '../contract/parameter.ts';
import type { Effect } from '../contract/procedure.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import type { Assessment } from '../contract/rules.ts';
import { addMonths, formatMonth, monthOf, type Month } from '../values/month.ts';
import { formatYuan, type Fen } from '../values/money.ts';
import { firstDayOf, formatMonthDay } from '../values/plain-date.ts';
import { assessCase } from './assess-case.ts';
import { recordDecision, refuseUnknown } from './decide.ts';
import { listCounted, type CountedMember } from './list-counted.ts';
import type { StepContext } from './step-context.ts';

/** How a decision about a grant is made known and from when it counts; the matter says so, with its articles. */
export interface GrantDecision {
  /** What the approver decides: it goes on (as it is or with another amount), or it ends. */
  readonly expected: 'continue' | 'end';
  /** First month the decision counts for; the month after the decision where nothing is said. */
  readonly from?: (at: StepContext) => Month;
  /** As it will stand on the roll; a plain sentence where nothing is said. */
  readonly because?: (at: StepContext, assessment: Assessment) => string;
  /** What is checked before: evidence frozen (default), or nothing where the law asks for no check. */
  readonly evidence?: 'frozen' | 'none';
}

/**
 * A decision about a benefit already granted, on an assessment made at this moment: kept, changed or ended from a month on. Months already
 * paid are not rewritten: the difference follows with the next roll. Refuses what does not agree with the assessment.
 */
export const decideGrant = (decision: GrantDecision): Effect => ({
  id: `decide-grant-${decision.expected}`,
  async run(at) {
    if (decision.evidence !== 'none' && !at.view.verification.frozen) throw new Refusal('verification.incomplete', { missing: at.view.verification.missing.join('；') || '核对报告还没有出具' });
    const from = decision.from?.(at) ?? addMonths(monthOf(at.by.today), 1);
    const assessment = await assessCase(at.tx, at.registry, { row: at.case, procedure: at.procedure }, firstDayOf(from));
    refuseUnknown(assessment);
    if (decision.expected === 'continue') await continueGrant(at, decision, assessment, from);
    else await stopGrant(at, decision, assessment, from);
  },
});

async function continueGrant(at: StepContext, decision: GrantDecision, assessment: Assessment, from: Month): Promise<void> {
  if (assessment.outcome !== 'granted') {
    throw new Refusal('decision.not-granted', { grounds: assessment.grounds.filter((ground) => ground.result === 'unmet').map((ground) => ground.because).join('；') });
  }
  const before = await readPresent(at, from);
  const persons = await listCounted(at.tx, at.registry, { row: at.case, procedure: at.procedure });
  const outcome = before.fen === assessment.fen && samePersons(before.personIds, persons) ? 'kept' : 'changed';
  const statement = outcome === 'kept' ? `维持，每月 ${formatYuan(assessment.fen)} 元。`
    : `每月由 ${formatYuan(before.fen)} 元改为 ${formatYuan(assessment.fen)} 元，从 ${formatMonth(from)}起。`;
  const decisionId = await recordDecision(at, { outcome, assessment, firstMonth: from, fen: assessment.fen, statement });
  const { facts } = await at.tx.one<{ facts: unknown }>('select facts from case_file where id = $1', [at.case.id]);
  const { hukou_kind: hukouKind } = await at.tx.one<{ hukou_kind: HukouKind }>('select hukou_kind from household where id = $1', [at.case.household_id]);
  await changeGrant(at.tx, at.by, {
    grantId: grantOf(at), fromMonth: from, hukouKind, facts, assessment, persons, caseId: at.case.id, decisionId,
    change: samePersons(before.personIds, persons) ? 'income' : 'members', reason: decision.because?.(at, assessment) ?? `${formatMonthDay(at.by.today)}${outcome === 'kept' ? '维持' : '核定变更'}`,
  });
}

async function stopGrant(at: StepContext, decision: GrantDecision, assessment: Assessment, from: Month): Promise<void> {
  if (assessment.outcome !== 'refused') throw new Refusal('decision.not-refused');
  const decisionId = await recordDecision(at, { outcome: 'ended', assessment, firstMonth: from, fen: null, statement: `从 ${formatMonth(from)}起停发。${assessment.explanation}` });
  await endGrant(at.tx, at.by, {
    grantId: grantOf(at), lastMonth: addMonths(from, -1), caseId: at.case.id, decisionId, reason: decision.because?.(at, assessment) ?? `${formatMonthDay(at.by.today)}决定停发`,
  });
}

const samePersons = (before: readonly number[], now: readonly CountedMember[]): boolean => before.length === now.length && now.every((one) => before.includes(one.personId));

export function grantOf(at: StepContext): number {
  if (at.case.grant_id === null) throw new AppError('decision.no-grant', `case ${at.case.number} is about no grant`);
  return at.case.grant_id;
}

/** What the grant is worth in the month the decision begins to count. */
async function readPresent(at: StepContext, from: Month): Promise<{ fen: Fen; personIds: readonly number[] }> {
  const version = await at.tx.find<{ id: number; fen: Fen }>(
    `select id, fen from grant_version where grant_id = $1 and known_to is null and from_month <= $2 and (to_month is null or to_month > $2)`, [grantOf(at), `${from}-01`]);
  const persons = version ? await at.tx.rows<{ id: number }>('select person_id as id from version_person where version_id = $1', [version.id]) : [];
  return { fen: version?.fen ?? (0 as Fen), personIds: persons.map((one) => one.id) };
}
