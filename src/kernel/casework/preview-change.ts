import { assess } from '../benefits/assess.ts';
import { readFacts } from '../benefits/read-facts.ts';
import type { Assessment } from '../contract/rules.ts';
import { AppError } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { GapMet, makeAsOf } from '../policy/as-of.ts';
import { loadBook } from '../policy/load-book.ts';
import { dayInRegister, planInRegister } from '../registers/household/record-household-change.ts';
import { loadRefusals, sentenceOf } from '../registry/load-refusals.ts';
import { addMonths, listMonths, monthOf, type Month } from '../values/month.ts';
import { firstDayOf, type PlainDate } from '../values/plain-date.ts';
import type { CaseRegistry } from './case-registry.ts';
import { findVillage } from './drafts.ts';
import { divisionCodes } from './find-office.ts';
import { findNewcomer, personsOf, readChange, toRegisterChange, type ChangeRead } from './read-change.ts';

/** One household of a change side by side: who is in it, what a month is worth. */
export interface PreviewSide {
  readonly title: string;
  readonly before: readonly { readonly name: string; readonly relation: string }[];
  readonly after: readonly { readonly name: string; readonly relation: string; readonly fresh: boolean }[];
  readonly beforeFen: number;
  /** Null when nothing is paid after it. */
  readonly assessment: Assessment | null;
}
export interface ChangePreview {
  readonly words: string;
  readonly day: PlainDate;
  readonly sides: readonly PreviewSide[];
  /** First month it would count for if it were decided today; null while a figure is missing. */
  readonly from: Month | null;
  readonly fromMissing: string | null;
  /** Months already drawn that would be paid differently: more is 补发, less is to be recovered. 分. */
  readonly months: readonly { readonly month: Month; readonly before: number; readonly after: number }[];
  readonly conflicts: readonly string[];
  readonly notes: readonly string[];
}

/** What would follow from a report if it were decided today. Nothing is recorded. */
export async function previewChange(tx: Tx, by: CommandContext, registry: CaseRegistry, asked: { grantId: number; values: unknown }): Promise<ChangePreview> {
  const read = await readChange(tx, by, registry, asked, false);
  const conflicts = await findConflicts(tx, by, read, asked.grantId);
  const start = await startOf(tx, by, read);
  const judge = await makeJudge(tx, by, registry, read, start.from);
  const gone = leavingAll(read);
  const sides = [
    sideOf(read, '这一户', read.grant, read.grant.fen, gone ? null : judge(read.event.here)),
    ...(read.event.other === undefined || read.other === null ? [] : [sideOf(read, '转入的户', read.other, read.other.fen, judge(read.event.other))]),
    ...(read.event.begun === undefined ? [] : [sideOf(read, '新分出的户', null, 0, judge(read.event.begun))]),
  ];
  const months = start.from === null ? [] : await listDifferences(tx, by, asked.grantId, start.from, amountOf(sides[0]));
  return { words: read.event.words, day: read.event.day, sides, ...start, months, conflicts, notes: read.event.notes };
}

/** Nobody of the household is left to be paid. */
export const leavingAll = (read: Pick<ChangeRead, 'event'>): boolean => read.event.here === null;
const amountOf = (side: PreviewSide | undefined): number => (side?.assessment?.outcome === 'granted' ? side.assessment.fen : 0);

async function findConflicts(tx: Tx, by: CommandContext, read: ChangeRead, grantId: number): Promise<string[]> {
  const table = await loadRefusals();
  const conflicts: string[] = [];
  const persons = personsOf(read);
  for (const [at, one] of read.event.newcomers.entries()) {
    const known = await findNewcomer(tx, by, one);
    persons.set(one.key, known ?? -(at + 1));
    const granted = known === null ? [] : await tx.rows('select persons_already_granted($1, $2, $3, daterange($4, null))', [read.grant.benefit, [known], grantId, `${addMonths(monthOf(by.today), 1)}-01`]);
    if (granted.length > 0) conflicts.push(sentenceOf(table, { code: 'grant.person-already', details: { count: granted.length } }));
  }
  if (read.event.change !== null) {
    const change = await toRegisterChange(tx, by, read, read.event.change, persons);
    const { plan } = await planInRegister(tx, by, change, await dayInRegister(tx, change, read.event.day));
    if (!plan.ok) conflicts.push(sentenceOf(table, plan.no));
  }
  const busy = await tx.find<{ number: string }>('select number from case_file where grant_id = $1 and outcome is null', [grantId]);
  if (busy) conflicts.push(sentenceOf(table, { code: 'case.grant-busy', details: { number: busy.number } }));
  return conflicts;
}

async function makeJudge(tx: Tx, by: CommandContext, registry: CaseRegistry, read: ChangeRead, from: Month | null): Promise<(facts: unknown) => Assessment> {
  const found = registry.findBenefit(read.grant.benefit);
  if (!found) throw new AppError('case.no-benefit', `no benefit ${read.grant.benefit} is declared`);
  const moved = read.event.change?.is === 'move' ? await findVillage(tx, read.event.change.division, by.today) : undefined;
  const at = { book: await loadBook(tx), divisions: await divisionCodes(tx, moved ?? read.grant.divisionId), day: by.today, ...(from === null ? {} : { moneyDay: firstDayOf(from) }) };
  return (facts) => {
    const checked = readFacts(found.benefit, facts);
    if (!checked.ok) throw new AppError('change.facts-wrong', `an event of ${read.procedure.id} made facts its benefit does not read`);
    return assess(found.benefit, checked.facts, at);
  };
}

function sideOf(read: ChangeRead, title: string, home: Pick<ChangeRead['grant'], 'members'> | null, beforeFen: number, assessment: Assessment | null): PreviewSide {
  const before = (home?.members ?? []).map((one) => ({ key: one.key, name: one.name, relation: one.relation }));
  const after = membersAfter(read, title, before);
  return {
    title, before: before.map(({ name, relation }) => ({ name, relation })), beforeFen, assessment,
    after: after.map(({ key, name, relation }) => ({ name, relation, fresh: !before.some((one) => one.key === key && one.relation === relation) })),
  };
}

interface Named { readonly key: string; readonly name: string; readonly relation: string }

/** Members of one side after the event, in words; the register's own answer is asked for conflicts. */
function membersAfter(read: ChangeRead, title: string, before: readonly Named[]): readonly Named[] {
  const { change, newcomers } = read.event;
  if (change === null) return before;
  const names = new Map([...read.grant.members.map((one) => [one.key, one.name] as const), ...newcomers.map((one) => [one.key, one.name] as const)]);
  const named = (key: string, relation: string): Named => ({ key, relation, name: names.get(key) ?? '' });
  const headed = (list: readonly Named[], head: string | undefined): readonly Named[] => list.map((one) => (one.key === head ? { ...one, relation: '户主' } : one));
  const gaining = title === '转入的户';
  switch (change.is) {
    case 'add': return [...before, named(change.person, change.relation)];
    case 'remove': return headed(before.filter((one) => one.key !== change.person), change.nextHead);
    case 'transfer': return gaining ? [...before, named(change.person, change.relation)] : headed(before.filter((one) => one.key !== change.person), change.nextHead);
    case 'split': return title === '新分出的户' ? change.persons.map((one) => named(one.person, one.person === change.head ? '户主' : one.relation)) : headed(before.filter((one) => !change.persons.some((gone) => gone.person === one.key)), change.nextHead);
    case 'merge': return gaining ? [...before, ...change.relations.map((one) => named(one.person, one.relation))] : [];
    case 'head': return before.map((one) => ({ ...one, relation: one.key === change.head ? '户主' : change.relations?.find((told) => told.person === one.key)?.relation ?? (one.relation === '户主' || one.relation === '本人' ? '其他' : one.relation) }));
    case 'move': return before;
    case 'dissolve': return [];
  }
}

async function startOf(tx: Tx, by: CommandContext, read: ChangeRead): Promise<{ from: Month | null; fromMissing: string | null }> {
  try {
    const asOf = makeAsOf(await loadBook(tx), { day: by.today, divisions: await divisionCodes(tx, read.grant.divisionId) });
    return { from: read.reader.startMonth(read.event, by.today, asOf), fromMissing: null };
  } catch (error) {
    if (error instanceof GapMet) return { from: null, fromMissing: `“${error.gap.title}”还没有录入：${error.gap.reason}` };
    throw error;
  }
}

/** Months that rolls already carry, as they were and as they would be. */
async function listDifferences(tx: Tx, _by: CommandContext, grantId: number, from: Month, after: number): Promise<ChangePreview['months']> {
  const { last } = await tx.one<{ last: string | null }>(`select to_char(max(for_month), 'YYYY-MM') as last from roll_line_item where grant_id = $1 and known_to is null`, [grantId]);
  if (last === null || last < from) return [];
  const rows = await tx.rows<{ month: Month; fen: number }>(
    `select to_char(for_month, 'YYYY-MM') as month, sum(fen)::bigint as fen from roll_line_item where grant_id = $1 and known_to is null and for_month >= $2 group by for_month`, [grantId, `${from}-01`]);
  return listMonths(from, addMonths(last as Month, 1)).map((month) => ({ month, before: Number(rows.find((row) => row.month === month)?.fen ?? 0), after }))
    .filter((one) => one.before !== one.after);
}
