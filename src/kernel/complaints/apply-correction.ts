import { assess } from '../benefits/assess.ts';
import { changeGrant } from '../benefits/change-grant.ts';
import { readOverpaid } from '../benefits/overpaid.ts';
import { readFacts } from '../benefits/read-facts.ts';
import { endGrant, suspendGrant } from '../benefits/stop-grant.ts';
import { firstDay } from '../benefits/grant-version.ts';
import { readerOf } from '../casework/case-procedure.ts';
import { getProcedure } from '../casework/case-registry.ts';
import { readGrantBefore, type GrantRead } from '../casework/read-grant-before.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { openErrand } from '../errands/open-errand.ts';
import { divisionCodesAbove, loadBook } from '../policy/load-book.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import { addMonths, formatMonth, type Month } from '../values/month.ts';
import { fen, formatYuan } from '../values/money.ts';
import type { ComplaintRow } from './complaint.ts';

/** What a complaint that was borne out changes in the data. Months are those the change counts from. */
export type Correction =
  | { readonly kind: 'none' }
  | { readonly kind: 'case'; readonly caseId: number }
  | { readonly kind: 'suspend'; readonly grantId: number; readonly fromMonth: Month }
  | { readonly kind: 'end'; readonly grantId: number; readonly fromMonth: Month }
  | { readonly kind: 'change'; readonly grantId: number; readonly fromMonth: Month; readonly facts: unknown };

export interface Corrected { readonly did: string; readonly overpaidFen: number; readonly grantId: number | null; readonly errandId: number | null }

/**
 * Carries out what an upheld complaint means: facts of an open case are to be judged again by its office; a grant is suspended, ended or
 * worked out anew on the corrected facts, with the complaint as ground; what was paid too much is worked out from the ledger.
 */
export async function applyCorrection(tx: Tx, by: CommandContext, row: ComplaintRow, correction: Correction): Promise<Corrected> {
  if (correction.kind === 'none') return { did: '不改数据', overpaidFen: 0, grantId: null, errandId: null };
  if (correction.kind === 'case') return rejudge(tx, by, row, correction.caseId);
  const grant = await readGrantBefore(tx, correction.grantId, by.today);
  if (row.household_id === null || grant.householdId !== row.household_id) throw new Refusal('complaint.not-its-grant');
  const busy = await tx.find<{ number: string }>('select number from case_file where grant_id = $1 and outcome is null', [correction.grantId]);
  if (busy) throw new Refusal('complaint.case-open', { number: busy.number });
  const did = await changeTheGrant(tx, by, row, grant, correction);
  const { restFen } = await readOverpaid(tx, correction.grantId);
  // 社会救助暂行办法 第十三条: less or nothing is told in writing, with the reasons
  const errandId = await openErrand(tx, by, {
    kind: 'tell-household', title: '书面告知家庭：核查后待遇有变化', divisionId: grant.divisionId, roles: ['town-clerk', 'town-lead'], sourceId: row.id, grantId: correction.grantId, householdId: grant.householdId,
    because: `${did}${restFen > 0 ? `；多发 ${formatYuan(fen(restFen))} 元` : ''}。写明理由和可以申请复议，不说是谁反映的。`,
  });
  return { did, overpaidFen: restFen, grantId: correction.grantId, errandId };
}

async function rejudge(tx: Tx, by: CommandContext, row: ComplaintRow, caseId: number): Promise<Corrected> {
  const open = await tx.find<{ household_id: number | null; division_id: number; outcome: string | null }>('select household_id, division_id, outcome from case_file where id = $1', [caseId]);
  if (!open || open.outcome !== null || open.household_id !== row.household_id) throw new Refusal('complaint.not-its-grant');
  const errandId = await openErrand(tx, by, {
    kind: 'correct-facts', title: '按投诉核查结果更正申报情况，重新审核', divisionId: open.division_id, roles: ['town-clerk', 'town-lead'], sourceId: row.id, caseId, because: `投诉 ${row.number} 查实，见核查记录。`,
  });
  return { did: '交受理机关更正申报情况，重新审核', overpaidFen: 0, grantId: null, errandId };
}

/** Who authorised the check of their means is known to the case the grant came from, not to its facts. */
async function withAuthorisations(tx: Tx, grantId: number, facts: unknown): Promise<unknown> {
  const from = await tx.find<{ id: number; matter: string; procedure: string }>(
    'select c.id, c.matter, c.procedure from case_file c join grant_version v on v.case_id = c.id where v.grant_id = $1 order by v.id desc limit 1', [grantId]);
  if (!from) return facts;
  const reader = readerOf(getProcedure(await loadRegistry(), from.matter, from.procedure));
  const authorised = await tx.rows<{ key: string }>('select m.key from case_member m join authorisation a on a.case_id = m.case_id and a.person_id = m.person_id where m.case_id = $1', [from.id]);
  return reader?.withCase ? reader.withCase(facts, { authorised: authorised.map((row) => row.key) }) : facts;
}

async function changeTheGrant(tx: Tx, by: CommandContext, row: ComplaintRow, grant: GrantRead, correction: Exclude<Correction, { kind: 'none' | 'case' }>): Promise<string> {
  const { grantId, fromMonth } = correction;
  const ground = `投诉核查属实（${row.number}）`;
  const lastMonth = addMonths(fromMonth, -1);
  if (correction.kind === 'suspend') { await suspendGrant(tx, by, { grantId, fromMonth, reason: ground }); return `从${formatMonth(fromMonth)}起暂停`; }
  if (correction.kind === 'end') { await endGrant(tx, by, { grantId, lastMonth, reason: ground }); return `从${formatMonth(fromMonth)}起停发`; }
  if (grant.facts === null) throw new Refusal('complaint.no-facts');
  const benefit = (await loadRegistry()).findBenefit(grant.benefit)?.benefit;
  if (!benefit) throw new AppError('complaint.no-benefit', `no benefit ${grant.benefit} is declared`);
  const told = readFacts(benefit, correction.facts);
  const read = told.ok ? readFacts(benefit, await withAuthorisations(tx, grantId, told.facts)) : told;
  if (!read.ok) throw new Refusal('case.facts-wrong', { what: read.errors.map((error) => error.sentence).join(''), fields: read.errors });
  const assessment = assess(benefit, read.facts, { book: await loadBook(tx), divisions: await divisionCodesAbove(tx, grant.divisionId), day: firstDay(fromMonth) });
  if (assessment.outcome === 'unknown') throw new Refusal('complaint.unclear', { missing: assessment.grounds.filter((one) => one.result === 'unknown').map((one) => one.because).join('；') });
  if (assessment.outcome === 'refused') { await endGrant(tx, by, { grantId, lastMonth, reason: `${ground}，不再符合条件` }); return `从${formatMonth(fromMonth)}起不符合条件，停发`; }
  const counted = new Set((await tx.rows<{ person_id: number }>('select person_id from grant_person where grant_id = $1 and known_to is null', [grantId])).map((one) => one.person_id));
  await changeGrant(tx, by, {
    grantId, fromMonth, hukouKind: grant.hukouKind, facts: correction.facts, assessment, change: 'income', reason: ground, persons: grant.members.filter((one) => counted.has(one.personId)).map(({ key, personId }) => ({ key, personId })),
  });
  return `从${formatMonth(fromMonth)}起按更正后的情况重算，每月 ${formatYuan(assessment.fen)} 元`;
}
