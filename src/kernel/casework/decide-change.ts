import { admitDivision } from '../access/admit-division.ts';
import { assess } from '../benefits/assess.ts';
import { changeGrant } from '../benefits/change-grant.ts';
import type { GrantPerson } from '../benefits/grant-version.ts';
import { openGrant } from '../benefits/open-grant.ts';
import { readFacts } from '../benefits/read-facts.ts';
import { endGrant } from '../benefits/stop-grant.ts';
import type { HukouKind } from '../contract/parameter.ts';
import type { Effect } from '../contract/procedure.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import type { Assessment, AsOf } from '../contract/rules.ts';
import { GapMet, makeAsOf } from '../policy/as-of.ts';
import { loadBook } from '../policy/load-book.ts';
import type { HouseholdChange } from '../registers/household/household-change.ts';
import { dayInRegister, recordHouseholdChange, type ChangedHousehold } from '../registers/household/record-household-change.ts';
import { recordDeath } from '../registers/person/record-death.ts';
import { liftGrantHold } from '../payroll/hold-grant.ts';
import { addMonths, formatMonth, type Month } from '../values/month.ts';
import { formatYuan } from '../values/money.ts';
import { firstDayOf, type PlainDate } from '../values/plain-date.ts';
import { assessCase } from './assess-case.ts';
import { getBenefit, recordDecision, refuseUnknown } from './decide.ts';
import { goesOnPhasingOut, phaseOut } from './decide-phase-out.ts';
import { decideGrant, grantOf } from './decide-grant.ts';
import { divisionCodes } from './find-office.ts';
import type { StepContext } from './step-context.ts';

interface ChangeRow {
  readonly id: number; readonly kind: string; readonly words: string; readonly day: PlainDate; readonly change: HouseholdChange | null; readonly otherGrant: number | null;
  readonly otherFacts: unknown; readonly begunFacts: unknown; readonly persons: { readonly here: Readonly<Record<string, number>>; readonly other: Readonly<Record<string, number>> };
}

export interface ChangeDecision {
  /** continue: the grant goes on, as it is or with another amount; end: it stops; phase-out: it goes on for some months and then ends by itself. */
  readonly expected: 'continue' | 'end' | 'phase-out';
  /** Months of the phase-out, by what made the income known. May ask for a parameter. */
  readonly phaseOutMonths?: (kind: string, asOf: AsOf) => number;
}

/**
 * A change of a household decided: register and every grant it touches move in one transaction, those who lose a member before those who gain one, so that nobody
 * is paid twice and no month is lost. Months already paid are not rewritten; the difference follows with the next roll.
 */
export const decideChange = (decision: ChangeDecision): Effect => ({
  id: `decide-change-${decision.expected}`,
  async run(at) {
    const row = await readChangeRow(at);
    const asOf = makeAsOf(await loadBook(at.tx), { day: at.by.today, divisions: await divisionCodes(at.tx, at.case.division_id) });
    const from = known(() => readerOf(at).startMonth(row, at.by.today, asOf));
    // within the city another district may take the household over: what it pays from then on is its own
    if (row.change?.is === 'move') await admitDivision(at.tx, row.change.division);
    const changed = row.change === null ? [] : await recordHouseholdChange(at.tx, at.by, row.change, await dayInRegister(at.tx, row.change, row.day), row.words);
    await followDivision(at, changed);
    const gone = changed.some((one) => one.id === at.case.household_id && one.ended);
    if (gone) await endEmpty(at, row, from, decision);
    else if (decision.expected !== 'end' && (await goesOnPhasingOut(inNewPlace(at, row), row, from))) { /* decided: as it was, to the month it was given */ }
    else if (decision.expected === 'phase-out') await phaseOut(at, row, from, known(() => decision.phaseOutMonths?.(row.kind, asOf) ?? 0));
    else await decideGrant({ expected: decision.expected, evidence: 'none', from: () => from, because: (_at, assessment) => becauseOf(row.words, assessment, from) }).run(inNewPlace(at, row));
    if (row.otherFacts !== null && row.otherGrant !== null) await changeOther(at, row, from);
    const begun = changed.find((one) => one.began);
    if (row.begunFacts !== null && begun) await grantBegun(at, row, from, begun.id);
    await settleDeath(at, row, from);
    await at.tx.run('update household_change set done_on = $2 where id = $1', [row.id, at.by.today]);
  },
});

/** A reported death enters the register with the decision; what was held because of it is settled: the next roll carries what is right. */
async function settleDeath(at: StepContext, row: ChangeRow, from: Month): Promise<void> {
  if (row.change?.is !== 'remove' || row.change.died !== true) return;
  const { person } = row.change;
  const { death } = await at.tx.one<{ death: PlainDate | null }>('select death_date as death from person where id = $1', [person]);
  if (death === null) await recordDeath(at.tx, at.by, { person, diedOn: row.day, source: 'civil-affairs', certificateNo: null, reason: row.words });
  const holds = await at.tx.rows<{ cause: string }>(
    `select h.cause from grant_hold h join person_death d on h.cause = 'person_death ' || d.id where h.grant_id = $1 and h.lifted_on is null and d.person_id = $2`, [grantOf(at), person]);
  for (const { cause } of holds) await liftGrantHold(at.tx, at.by, { grantId: grantOf(at), cause, reason: `已核定，${formatMonth(from)}起`, release: false });
}

const readerOf = (at: StepContext) => {
  const reader = at.procedure.about?.change;
  if (!reader) throw new AppError('procedure.no-change', `procedure ${at.procedure.id} does not say what a change is`);
  return reader;
};

/** A figure nobody entered stops the decision, naming it. */
function known<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof GapMet) throw new Refusal('decision.unknown', { missing: `“${error.gap.title}”还没有录入：${error.gap.reason}` });
    throw error;
  }
}

async function readChangeRow(at: StepContext): Promise<ChangeRow> {
  const row = await at.tx.find<ChangeRow & Record<string, unknown>>(
    `select id, kind, words, happened_on as day, change, other_grant_id as "otherGrant", other_facts as "otherFacts", begun_facts as "begunFacts", persons from household_change where case_id = $1 for update`, [at.case.id]);
  if (!row) throw new AppError('change.no-report', `case ${at.case.number} decides a change nobody reported`);
  return row;
}

/** 11月3日添丁，增 533.00: what happened, and the amount it leads to. */
const becauseOf = (words: string, assessment: Assessment, from: Month): string => `${words}，${Number(from.slice(5))}月起每月 ${formatYuan(assessment.fen)}`;

/** A household that moved is judged by the figures of where it lives now. */
const inNewPlace = (at: StepContext, row: ChangeRow): StepContext => (row.change?.is === 'move' ? { ...at, case: { ...at.case, division_id: row.change.division } } : at);

/** The grants of a household that moved belong to its new office from now on; versions of earlier months keep the old one. */
async function followDivision(at: StepContext, changed: readonly ChangedHousehold[]): Promise<void> {
  await at.tx.run(`update benefit_grant g set division_id = h.division_id from household h where h.id = g.household_id and g.household_id = any ($1) and g.division_id <> h.division_id and g.state <> 'ended'`,
    [changed.filter((one) => !one.began && !one.ended).map((one) => one.id)]);
}

/** Nobody is left in the household: what it drew ends, whatever its income was. */
async function endEmpty(at: StepContext, row: ChangeRow, from: Month, decision: ChangeDecision): Promise<void> {
  if (decision.expected !== 'end') throw new Refusal('change.nobody-left');
  const assessment = await assessCase(at.tx, at.registry, { row: at.case, procedure: at.procedure });
  if (!assessment) throw new AppError('decision.no-benefit', 'a procedure that decides must name its benefit');
  const decisionId = await recordDecision(at, { outcome: 'ended', assessment, firstMonth: from, fen: null, statement: `${row.words}，从 ${formatMonth(from)}起停发。` });
  await endGrant(at.tx, at.by, { grantId: grantOf(at), lastMonth: addMonths(from, -1), caseId: at.case.id, decisionId, reason: row.words });
}

async function judge(at: StepContext, facts: unknown, division: number, from: Month): Promise<{ assessment: Assessment; keys: readonly string[] }> {
  const benefit = getBenefit(at);
  const read = readFacts(benefit, facts);
  if (!read.ok) throw new Refusal('case.facts-wrong', { what: read.errors.map((error) => error.sentence).join(''), fields: read.errors });
  const where = { book: await loadBook(at.tx), divisions: await divisionCodes(at.tx, division), day: at.case.opened_on, moneyDay: firstDayOf(from) };
  const assessment = assess(benefit, read.facts, where);
  refuseUnknown(assessment);
  const keys = at.procedure.about?.counts?.(read.facts, assessment.rules.id, makeAsOf(where.book, where));
  return { assessment, keys: keys ?? [] };
}

const personsFor = (keys: readonly string[], persons: Readonly<Record<string, number>>): GrantPerson[] =>
  keys.map((key) => {
    const personId = persons[key];
    if (personId === undefined) throw new AppError('change.person-unknown', `no person behind member ${key} of a change`);
    return { key, personId };
  });

/** The household that gains: its grant goes on with the new members, or ends when it is no longer below the line. */
async function changeOther(at: StepContext, row: ChangeRow, from: Month): Promise<void> {
  const grantId = row.otherGrant as number;
  const grant = await at.tx.one<{ division: number; hukou: HukouKind }>('select g.division_id as division, h.hukou_kind as hukou from benefit_grant g join household h on h.id = g.household_id where g.id = $1', [grantId]);
  const { assessment, keys } = await judge(at, row.otherFacts, grant.division, from);
  if (assessment.outcome === 'granted') {
    await changeGrant(at.tx, at.by, {
      grantId, fromMonth: from, hukouKind: grant.hukou, facts: row.otherFacts, assessment, persons: personsFor(keys, row.persons.other), caseId: at.case.id, decisionId: null,
      change: 'members', reason: becauseOf(row.words, assessment, from),
    });
  } else {
    await endGrant(at.tx, at.by, { grantId, lastMonth: addMonths(from, -1), caseId: at.case.id, decisionId: null, reason: `${row.words}，${assessment.explanation}` });
  }
}

/** The household that began by a split: a grant of its own from the same month, when it qualifies by itself. */
async function grantBegun(at: StepContext, row: ChangeRow, from: Month, household: number): Promise<void> {
  const home = await at.tx.one<{ division: number; hukou: HukouKind }>('select division_id as division, hukou_kind as hukou from household where id = $1', [household]);
  const { assessment, keys } = await judge(at, row.begunFacts, home.division, from);
  if (assessment.outcome !== 'granted') return;
  await openGrant(at.tx, at.by, {
    benefit: getBenefit(at).id, caseId: at.case.id, householdId: household, divisionId: home.division, hukouKind: home.hukou, firstMonth: from, facts: row.begunFacts, assessment, decisionId: null,
    reason: becauseOf(row.words, assessment, from), persons: personsFor(keys, row.persons.here),
  });
}
