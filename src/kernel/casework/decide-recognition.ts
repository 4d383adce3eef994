import { assess } from '../benefits/assess.ts';
import { limitGrant } from '../benefits/limit-grant.ts';
import { openGrant } from '../benefits/open-grant.ts';
import { readFacts } from '../benefits/read-facts.ts';
import type { Benefit } from '../contract/matter.ts';
import type { HukouKind } from '../contract/parameter.ts';
import type { Effect } from '../contract/procedure.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import type { Assessment } from '../contract/rules.ts';
import { loadBook } from '../policy/load-book.ts';
import { openRecognition, type OpenedRecognition } from '../recognitions/open-recognition.ts';
import { formatMonth, monthOf, type Month } from '../values/month.ts';
import { addDays, formatDateLong, type PlainDate } from '../values/plain-date.ts';
import { assessCase, readKnown } from './assess-case.ts';
import { readerOf } from './case-procedure.ts';
import { firstMonthOf, getBenefit, recordDecision, refuseUnknown } from './decide.ts';
import { divisionCodes } from './find-office.ts';
import { listCounted } from './list-counted.ts';
import type { StepContext } from './step-context.ts';

/**
 * 认定: a decision that gives a status for a time instead of money, on frozen evidence and an assessment made at this moment. Money that hangs on
 * the status is granted in the same transaction, for as long as it holds.
 */
export const recognise: Effect = {
  id: 'recognise',
  async run(at) {
    if (!at.view.verification.frozen) throw new Refusal('verification.incomplete', { missing: at.view.verification.missing.join('；') || '核对报告还没有出具' });
    const assessment = await assessCase(at.tx, at.registry, { row: at.case, procedure: at.procedure });
    refuseUnknown(assessment);
    if (assessment.outcome !== 'granted') throw new Refusal('decision.not-granted', { grounds: assessment.grounds.filter((ground) => ground.result === 'unmet').map((ground) => ground.because).join('；') });
    const benefit = getBenefit(at);
    if (!benefit.recognises) throw new AppError('decision.not-a-recognition', `benefit ${benefit.id} recognises nothing`);
    const supplement = await assessSupplement(at, benefit.recognises.supplement);
    const decisionId = await recordDecision(at, { outcome: 'granted', assessment, firstMonth: null, fen: null, statement: `同意认定为${benefit.title}。${supplement === null ? '' : `每月另发${supplement.benefit.title}。`}` });
    const opened = await open(at, benefit, decisionId);
    if (supplement !== null) await grantSupplement(at, opened, supplement, decisionId);
  },
};

async function open(at: StepContext, benefit: Benefit, decisionId: number): Promise<OpenedRecognition> {
  const persons = await listCounted(at.tx, at.registry, { row: at.case, procedure: at.procedure });
  return openRecognition(at.tx, at.by, {
    kind: benefit.id, householdId: at.case.household_id ?? 0, divisionId: at.case.division_id, caseId: at.case.id, decisionId, persons: persons.map((one) => one.personId),
    months: await validityOf(at, benefit), titleOf: (standing) => at.registry.findBenefit(standing)?.benefit.title ?? standing,
  });
}

/** Months, as set for this place on the day of the decision. A gap stops the decision: a status without an end is none. */
async function validityOf(at: StepContext, benefit: Benefit): Promise<number> {
  const book = await loadBook(at.tx);
  const answer = book.read(benefit.recognises?.validity ?? '', await divisionCodes(at.tx, at.case.division_id), at.by.today);
  if (answer.is === 'gap') throw new Refusal('recognition.no-validity', { what: answer.title, reason: answer.reason });
  return Number(answer.reading.value);
}

interface Supplement { readonly benefit: Benefit; readonly assessment: Assessment; readonly facts: unknown }

/** What is paid beside the status, by the same facts; null where nothing is. A figure that is missing stops the decision. */
async function assessSupplement(at: StepContext, id: string | undefined): Promise<Supplement | null> {
  const benefit = id === undefined ? undefined : at.registry.findBenefit(id)?.benefit;
  if (!benefit) return null;
  const { facts } = await at.tx.one<{ facts: unknown }>('select facts from case_file where id = $1', [at.case.id]);
  const reads = readerOf(at.procedure);
  const read = readFacts(benefit, reads?.withCase ? reads.withCase(facts, await readKnown(at.tx, at.case)) : facts);
  if (!read.ok) throw new Refusal('case.facts-wrong', { what: read.errors.map((error) => error.sentence).join(''), fields: read.errors });
  const assessment = assess(benefit, read.facts, { book: await loadBook(at.tx), divisions: await divisionCodes(at.tx, at.case.division_id), day: at.case.opened_on });
  refuseUnknown(assessment);
  return assessment.outcome === 'granted' && assessment.fen > 0 ? { benefit, assessment, facts } : null;
}

async function grantSupplement(at: StepContext, opened: OpenedRecognition, { benefit, assessment, facts }: Supplement, decisionId: number): Promise<void> {
  const last = monthOf(addDays(opened.validTo, -1));
  const firstMonth = laterOf(firstMonthOf(benefit.starts, at.case.opened_on, at.by.today), monthOf(opened.validFrom));
  if (firstMonth > last) return;
  const { hukou_kind: hukouKind } = await at.tx.one<{ hukou_kind: HukouKind }>('select hukou_kind from household where id = $1', [at.case.household_id]);
  const grantId = await openGrant(at.tx, at.by, {
    benefit: benefit.id, caseId: at.case.id, householdId: at.case.household_id ?? 0, divisionId: at.case.division_id, hukouKind, firstMonth, facts, assessment, decisionId,
    persons: await listCounted(at.tx, at.registry, { row: at.case, procedure: at.procedure }), reason: `${day(at.by.today)}认定，${formatMonth(firstMonth)}起发`,
  });
  await limitGrant(at.tx, at.by, { grantId, lastMonth: last, reason: `认定到 ${day(opened.validTo)} 期满` });
  await at.tx.run('insert into recognition_grant (recognition_id, grant_id, household_id, division_id) values ($1, $2, $3, $4)', [opened.id, grantId, at.case.household_id, at.case.division_id]);
}

const laterOf = (one: Month, other: Month): Month => (one > other ? one : other);
const day = (value: PlainDate): string => formatDateLong(value);
