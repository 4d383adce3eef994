import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { endGrant } from '../benefits/stop-grant.ts';
import { restoreGrant } from '../benefits/restore-grant.ts';
import { holdGrant, liftGrantHold } from '../payroll/hold-grant.ts';
import { addMonths, month, monthOf, type Month } from '../values/month.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { CaseRegistry } from './case-registry.ts';
import { openChange } from './open-change.ts';

interface Death { readonly id: number; readonly person: number; readonly name: string; readonly diedOn: PlainDate; readonly certificate: string | null }
interface Touched { readonly grant: number; readonly benefit: string; readonly division: number; readonly persons: number }

export const causeOf = (deathId: number): string => `person_death ${deathId}`;

/**
 * A death became known: the next payment of every grant the person counts in is held, whatever the benefit, and a change is opened for the office to decide
 * (several members: one less; nobody else: the end). Running it again changes nothing.
 */
export async function reactToDeath(tx: Tx, by: CommandContext, registry: CaseRegistry, deathId: number): Promise<void> {
  const death = await findDeath(tx, deathId);
  if (!death) return;
  const after = addMonths(monthOf(death.diedOn), 1);
  for (const touched of await listTouched(tx, death.person, after)) {
    await holdGrant(tx, by, { grantId: touched.grant, fromMonth: after, cause: causeOf(death.id), reason: `${death.name}已于 ${death.diedOn} 去世，待核定` });
    if (registry.findBenefit(touched.benefit)?.benefit.claimant === 'person') await endOwn(tx, by, touched, death);
    else await openOnce(tx, by, registry, touched, death);
  }
}

/** What a person drew for himself ends with the month of death, without a decision: nobody else is counted in it. */
async function endOwn(tx: Tx, by: CommandContext, touched: Touched, death: Death): Promise<void> {
  await endGrant(tx, by, { grantId: touched.grant, lastMonth: monthOf(death.diedOn), reason: ownEnd(death.id, death.diedOn) });
}
const ownEnd = (id: number, day: string): string => `${day}去世（死亡登记${id}）`;

/** A case about a grant has ended: deaths that hold it and had to wait for that case are opened now. */
export async function reactToWaiting(tx: Tx, by: CommandContext, registry: CaseRegistry, caseId: number): Promise<void> {
  const waiting = await tx.rows<{ death: number }>(
    `select split_part(h.cause, ' ', 2)::bigint as death from case_file c join grant_hold h on h.grant_id = c.grant_id and h.lifted_on is null and h.cause like 'person_death %'
      where c.id = $1 and c.outcome is not null order by h.id`, [caseId]);
  for (const { death } of waiting) await reactToDeath(tx, by, registry, death);
}

/** Undefined when the registration was lifted meanwhile. */
const findDeath = (tx: Tx, id: number): Promise<Death | undefined> => tx.find<Death & Record<string, unknown>>(
  `select d.id, d.person_id as person, p.name, d.died_on as "diedOn", d.certificate_no as certificate from person_death d join person p on p.id = d.person_id
    where d.id = $1 and d.kind = 'died' and not exists (select 1 from person_death l where l.lifts_id = d.id)`, [id]);

const listTouched = (tx: Tx, person: number, after: Month): Promise<Touched[]> => tx.rows<Touched & Record<string, unknown>>(
  `select distinct g.id as grant, g.benefit, g.division_id as division,
          (select count(distinct o.person_id)::int from grant_person o where o.grant_id = g.id and o.known_to is null and (o.to_month is null or o.to_month > $2)) as persons
     from grant_person gp join benefit_grant g on g.id = gp.grant_id
    where gp.person_id = $1 and gp.known_to is null and (gp.to_month is null or gp.to_month > $2) and g.state <> 'ended' order by g.id`, [person, `${after}-01`]);

/** A request that is being worked on is left alone: whoever decides it sees the hold, and once it has ended the death's own decision opens. */
async function openOnce(tx: Tx, by: CommandContext, registry: CaseRegistry, touched: Touched, death: Death): Promise<void> {
  const known = await tx.find(`select 1 from household_change c where c.grant_id = $1 and c.kind = 'death' and c.happened_on = $2 and (c.persons->'here') @> any (array(select jsonb_build_object(key, $3::bigint) from jsonb_object_keys(c.persons->'here') key))`, [touched.grant, death.diedOn, death.person]);
  if (known) return;
  await tx.run('savepoint open_change');
  try {
    await openChange(tx, by, registry, { grantId: touched.grant, how: 'system', values: { kind: 'death', happenedOn: death.diedOn, person: death.name, ...(death.certificate === null ? {} : { certificate: death.certificate }), ...await successorOf(tx, touched.grant, death.person) } });
    await tx.run('release savepoint open_change');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await tx.run('rollback to savepoint open_change');
  }
}

/** Who most likely follows a head who died: the eldest member left; the office may have another named. */
async function successorOf(tx: Tx, grant: number, person: number): Promise<{ nextHead?: string }> {
  const next = await tx.find<{ name: string }>(
    `select p.name from benefit_grant g join household h on h.id = g.household_id join household_member m on m.household_id = h.id and m.known_to is null and m.valid_to is null join person p on p.id = m.person_id
      where g.id = $1 and h.head_person_id = $2 and p.id <> $2 and p.death_date is null order by p.birth_date nulls last, p.id limit 1`, [grant, person]);
  return next ? { nextHead: next.name } : {};
}

/** The death was an error: holds are let go, and what was decided because of it is undone with arrears. */
export async function reactToLifting(tx: Tx, by: CommandContext, deathId: number): Promise<void> {
  const holds = await tx.rows<{ grant: number }>('select grant_id as grant from grant_hold where cause = $1', [causeOf(deathId)]);
  for (const { grant } of holds) {
    await undoDecision(tx, by, grant, deathId);
    await restoreOwn(tx, by, grant, deathId);
    await liftGrantHold(tx, by, { grantId: grant, cause: causeOf(deathId), reason: '撤销死亡登记', release: true });
  }
}

/** A grant that ended by the registration alone is paid on, with arrears. */
async function restoreOwn(tx: Tx, by: CommandContext, grant: number, deathId: number): Promise<void> {
  const ended = await tx.find<{ from: string; command: number }>(
    `select to_char(v.from_month, 'YYYY-MM') as from, v.known_from as command from grant_version v join person_death d on d.id = $2
      where v.grant_id = $1 and v.known_to is null and v.state = 'ended' and v.reason = d.died_on || $3`, [grant, deathId, `去世（死亡登记${deathId}）`]);
  if (ended) await restoreGrant(tx, by, { grantId: grant, fromMonth: month(ended.from), before: ended.command, reason: restored(deathId) });
}

/** The grant and the household as they were before the decision that followed the death; nothing to do when there was none. */
async function undoDecision(tx: Tx, by: CommandContext, grant: number, deathId: number): Promise<void> {
  const done = await tx.find<{ id: number; household: number; person: number; command: number; from: string }>(
    `select c.id, c.household_id as household, d.person_id as person, x.command_id as command, x.first_month as from
       from household_change c join person_death d on d.id = $2 join decision x on x.case_id = c.case_id
      where c.grant_id = $1 and c.kind = 'death' and c.happened_on = d.died_on and c.done_on is not null order by c.id desc limit 1`, [grant, deathId]);
  if (!done || (await tx.find(`select 1 from grant_version where grant_id = $1 and known_to is null and reason = $2`, [grant, restored(deathId)]))) return;
  await restoreGrant(tx, by, { grantId: grant, fromMonth: month(done.from), before: done.command, reason: restored(deathId) });
  await restoreMembership(tx, done);
}

const restored = (deathId: number): string => `撤销死亡登记（${deathId}），恢复发放`;

/** Rows of the register that the decision closed hold again; those it wrote are closed. */
async function restoreMembership(tx: Tx, done: { household: number; command: number }): Promise<void> {
  const member = 'household_id, division_id, person_id, relation, valid_from, valid_to';
  await tx.run('update household_member set known_to = current_command() where household_id = $1 and known_from = $2 and known_to is null', [done.household, done.command]);
  await tx.run(`insert into household_member (${member}, reason) select ${member}, '撤销死亡登记' from household_member where household_id = $1 and known_to = $2 order by id`, [done.household, done.command]);
  const version = 'household_id, division_id, head_person_id, address, hukou_kind, valid_from, valid_to';
  const closed = await tx.run('update household_version set known_to = current_command() where household_id = $1 and known_from = $2 and known_to is null', [done.household, done.command]);
  await tx.run(`insert into household_version (${version}, reason) select ${version}, '撤销死亡登记' from household_version where household_id = $1 and known_to = $2 order by id`, [done.household, done.command]);
  if (closed > 0) await tx.run(
    `update household h set head_person_id = v.head_person_id, version = h.version + 1 from household_version v where v.household_id = h.id and h.id = $1 and v.known_to is null and v.valid_to is null`, [done.household]);
}
