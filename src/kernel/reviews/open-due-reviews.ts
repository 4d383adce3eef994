import { advanceCase } from '../casework/advance-case.ts';
import { carryAuthorisations } from '../casework/carry-authorisations.ts';
import type { CaseProcedure } from '../casework/case-procedure.ts';
import type { CaseRegistry } from '../casework/case-registry.ts';
import { divisionCodes, findOffice } from '../casework/find-office.ts';
import type { GrantBefore, GrantMember } from '../casework/grant-case-reader.ts';
import { readCalendar } from '../casework/read-calendar.ts';
import type { Benefit, Matter } from '../contract/matter.ts';
import type { HukouKind } from '../contract/parameter.ts';
import { AppError } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { nextNumbers } from '../numbering/next-number.ts';
import { maskName } from '../values/name-mask.ts';
import { checkReviews } from './check-reviews.ts';

interface Due extends Record<string, unknown> { readonly grant: number; readonly household: number; readonly division: number; readonly head: number; readonly hukou: HukouKind; readonly facts: unknown; readonly fen: number; readonly versionCase: number | null }

interface Opening { readonly due: Due; readonly procedure: CaseProcedure; readonly before: GrantBefore; readonly facts: unknown; readonly number: string }

/**
 * Opens the reviews that are due, so many at a time, in a handful of statements: the case with members, authorisations, its first action and its
 * task, as `openGrantCase` would one by one, and what the check says of each. A grant with an open case is left out. Returns how many.
 * No event is announced for each: they are thousands, and nothing has happened yet but that a month began.
 */
export async function openDueReviews(tx: Tx, by: CommandContext, registry: CaseRegistry, matter: Matter, benefit: Benefit, limit: number): Promise<number> {
  const due = await listDue(tx, benefit.id, by.today, limit);
  if (due.length === 0) return 0;
  const members = await readMembers(tx, due, by.today);
  const numbers = await nextNumbers(tx, `${by.city.short}-${matter.caseCode}`, Number(by.today.slice(0, 4)), due.length);
  const places = new Map<number, { procedure: CaseProcedure; office: number }>();
  const openings: Opening[] = [];
  for (const [at, one] of due.entries()) {
    const { procedure } = await placeOf(tx, by, registry, matter, one.division, places);
    const before: GrantBefore = { facts: one.facts, hukouKind: one.hukou, fen: one.fen, members: members.get(one.household) ?? [] };
    const told = procedure.about?.facts(before, {}, { today: by.today, demo: by.city.demo });
    if (!told?.ok) throw new AppError('reviews.unreadable', `procedure ${procedure.id} cannot read the facts of grant ${one.grant}`);
    const facts = procedure.about?.withRecords ? await procedure.about.withRecords(tx, told.facts, before) : told.facts;
    openings.push({ due: one, procedure, before, facts, number: numbers[at] as string });
  }
  const ids = await insertCases(tx, by, matter, openings);
  await insertMembers(tx, openings, ids);
  await carryAuthorisations(tx, ids);
  await insertActions(tx, by, openings, ids);
  await insertTasks(tx, by, openings, ids, places);
  await checkReviews(tx, registry, benefit, ids, by.today);
  return ids.length;
}

const listDue = (tx: Tx, benefit: string, today: string, limit: number): Promise<Due[]> => tx.rows<Due>(
  `select g.id as grant, g.household_id as household, g.division_id as division, h.head_person_id as head, v.hukou_kind as hukou, version_facts(v.facts, v.kept_of) as facts, v.fen, v.case_id as "versionCase"
     from review_plan p join benefit_grant g on g.id = p.grant_id join household h on h.id = g.household_id
     join lateral (select * from grant_version v where v.grant_id = g.id and v.known_to is null and v.state = 'paid' order by v.from_month desc limit 1) v on true
    where p.benefit = $1 and p.due_month <= $2 and g.state = 'active' and not exists (select 1 from case_file c where c.grant_id = g.id and c.outcome is null)
    order by g.id limit $3 for update of g`, [benefit, today, limit]);

async function readMembers(tx: Tx, due: readonly Due[], today: string): Promise<Map<number, GrantMember[]>> {
  const rows = await tx.rows<GrantMember & { household: number } & Record<string, unknown>>(
    `select d.household, coalesce(k.key, c.key, p.id::text) as key, p.id as "personId", p.name, m.relation, p.id = d.head as head, p.sex, p.birth_date as "birthDate", p.death_date as "deathDate"
       from unnest($1::bigint[], $2::bigint[], $3::bigint[], $5::jsonb[]) as d (household, head, version_case, facts)
       join household_member m on m.household_id = d.household and m.known_to is null and m.valid_from <= $4 and (m.valid_to is null or m.valid_to > $4)
       join person p on p.id = m.person_id
       left join lateral (select key from member_keys(d.household, d.facts) t where d.facts is not null and t.person_id = p.id) k on true left join case_member c on c.case_id = d.version_case and c.person_id = p.id
      order by d.household, p.id = d.head desc, m.id`, [due.map((one) => one.household), due.map((one) => one.head), due.map((one) => one.versionCase), today, due.map((one) => (one.facts === null ? null : JSON.stringify(one.facts)))]);
  return Map.groupBy(rows.map(({ household, ...member }) => ({ household, member: member as GrantMember })), (row) => row.household)
    .entries().reduce((map, [household, found]) => map.set(household, found.map((row) => row.member)), new Map<number, GrantMember[]>());
}

/** Procedure and office of a division: the same for all households of a village. */
async function placeOf(tx: Tx, by: CommandContext, registry: CaseRegistry, matter: Matter, division: number, known: Map<number, { procedure: CaseProcedure; office: number }>): Promise<{ procedure: CaseProcedure; office: number }> {
  const found = known.get(division);
  if (found) return found;
  const procedure = registry.findProcedure(matter.id, await divisionCodes(tx, division), by.today, 'review') as CaseProcedure | undefined;
  if (!procedure) throw new AppError('reviews.no-procedure', `matter ${matter.id} has review cycles but no review procedure on ${by.today}`);
  const power = procedure.states[procedure.start]?.tasks[0]?.actor.power;
  if (power === undefined) throw new AppError('reviews.no-task', `procedure ${procedure.id} begins without a task`);
  const place = { procedure, office: (await findOffice(tx, matter, power, { division, day: by.today })).id };
  known.set(division, place);
  return place;
}

async function insertCases(tx: Tx, by: CommandContext, matter: Matter, openings: readonly Opening[]): Promise<number[]> {
  const rows = await tx.rows<{ id: number; number: string }>(
    `insert into case_file (number, matter, procedure, kind, grant_id, opened_on, household_id, applicant_person_id, division_id, state, state_since, state_seq, version, form, facts)
     select c.number, $1, c.procedure, 'review', c.grant_id, $2, c.household, c.head, c.division, c.state, $2, 1, 1, '{}', c.facts
       from unnest($3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::int[], $9::text[], $10::jsonb[]) as c (number, procedure, grant_id, household, head, division, state, facts) returning id, number`,
    [matter.id, by.today, openings.map((o) => o.number), openings.map((o) => o.procedure.id), openings.map((o) => o.due.grant), openings.map((o) => o.due.household), openings.map((o) => o.due.head),
      openings.map((o) => o.due.division), openings.map((o) => o.procedure.start), openings.map((o) => JSON.stringify(o.facts))]);
  const byNumber = new Map(rows.map((row) => [row.number, row.id]));
  return openings.map((one) => byNumber.get(one.number) as number);
}

async function insertMembers(tx: Tx, openings: readonly Opening[], ids: readonly number[]): Promise<void> {
  const rows = openings.flatMap((one, at) => one.before.members.map((member) => ({ caseId: ids[at], division: one.due.division, ...member })));
  await tx.run(
    `insert into case_member (case_id, division_id, person_id, key, relation, name_masked, number_masked)
     select m.case_id, m.division, m.person, m.key, m.relation, m.name, (select masked from person_document d where d.person_id = m.person and not d.withdrawn order by d.id limit 1)
       from unnest($1::bigint[], $2::int[], $3::bigint[], $4::text[], $5::text[], $6::text[]) as m (case_id, division, person, key, relation, name)`,
    [rows.map((row) => row.caseId), rows.map((row) => row.division), rows.map((row) => row.personId), rows.map((row) => row.key), rows.map((row) => row.relation), rows.map((row) => maskName(row.name))]);
}

async function insertActions(tx: Tx, by: CommandContext, openings: readonly Opening[], ids: readonly number[]): Promise<void> {
  await tx.run(
    `insert into case_action (case_id, division_id, seq, step, from_state, to_state, on_day, actor_kind, account_id, post_id, post_role, actor_name, office_name, seen, data)
     select a.case_id, a.division, 1, 'open', null, a.state, $1, 'system', $2, $3, null, '系统', null, null, a.data
       from unnest($4::bigint[], $5::int[], $6::text[], $7::jsonb[]) as a (case_id, division, state, data)`,
    [by.today, by.caller.account?.id ?? null, by.caller.post?.id ?? null, ids, openings.map((o) => o.due.division), openings.map((o) => o.procedure.start),
      openings.map((o) => JSON.stringify({ how: 'system', ...(o.due.facts === null ? { untold: true } : {}) }))]);
}

async function insertTasks(tx: Tx, by: CommandContext, openings: readonly Opening[], ids: readonly number[], places: ReadonlyMap<number, { office: number }>): Promise<void> {
  const calendar = await readCalendar(tx);
  const rows = openings.flatMap((one, at) => {
    const state = advanceCase(undefined, { seq: 1, step: 'open', to: one.procedure.start, on: by.today, data: {} }, one.procedure, calendar);
    return state.tasks.map((task) => {
      const declared = one.procedure.states[task.state]?.tasks.find((each) => each.id === task.task);
      if (!declared) throw new AppError('reviews.no-task', `procedure ${one.procedure.id} has no task ${task.task}`);
      return { ...task, caseId: ids[at], division: one.due.division, office: places.get(one.due.division)?.office, declared };
    });
  });
  await tx.run(
    `insert into case_task (case_id, division_id, task, title, state, opened_seq, roles, power, office_division_id, opened_on, counted_from, due_on, limit_days, limit_calendar, limit_law, assumed, waits)
     select t.case_id, t.division, t.task, t.title, t.state, 1, string_to_array(t.roles, ','), t.power, t.office, $1, t.counted, t.due, t.days, t.calendar, t.law, t.assumed, t.waits
       from unnest($2::bigint[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[], $10::date[], $11::date[], $12::int[], $13::text[], $14::jsonb[], $15::boolean[], $16::boolean[])
         as t (case_id, division, task, title, state, roles, power, office, counted, due, days, calendar, law, assumed, waits)`,
    [by.today, rows.map((r) => r.caseId), rows.map((r) => r.division), rows.map((r) => r.task), rows.map((r) => r.declared.title), rows.map((r) => r.state), rows.map((r) => r.declared.actor.roles.join(',')),
      rows.map((r) => r.declared.actor.power), rows.map((r) => r.office), rows.map((r) => r.countedFrom), rows.map((r) => r.dueOn), rows.map((r) => r.declared.within?.days ?? null),
      rows.map((r) => r.declared.within?.calendar ?? null), rows.map((r) => (r.declared.within ? JSON.stringify(r.declared.within.law) : null)), rows.map((r) => r.assumed), rows.map((r) => r.declared.waits === true)]);
}
