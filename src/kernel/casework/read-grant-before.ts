import { Refusal } from '../contract/refusal.ts';
import type { HukouKind } from '../contract/parameter.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { GrantBefore, GrantMember } from './grant-case-reader.ts';

/** A grant with what a case about it has to know. */
export interface GrantRead extends GrantBefore {
  readonly benefit: string;
  readonly householdId: number;
  readonly divisionId: number;
  readonly headPersonId: number;
  readonly state: 'active' | 'suspended' | 'ended';
}

/** The grant, locked, with the facts it was last assessed on and the members of its household on the day. Throws `not-found` outside the area. */
export async function readGrantBefore(tx: Tx, grantId: number, day: PlainDate, lock = true): Promise<GrantRead> {
  const grant = await tx.find<{ benefit: string; householdId: number; divisionId: number; state: GrantRead['state']; headPersonId: number; hukouKind: HukouKind }>(
    `select g.benefit, g.household_id as "householdId", g.division_id as "divisionId", g.state, h.head_person_id as "headPersonId", h.hukou_kind as "hukouKind"
       from benefit_grant g join household h on h.id = g.household_id where g.id = $1${lock ? ' for update of g' : ''}`, [grantId]);
  if (!grant) throw new Refusal('not-found');
  const version = await tx.find<{ facts: unknown; fen: number; caseId: number | null }>(
    `select version_facts(facts, kept_of) as facts, fen, case_id as "caseId" from grant_version where grant_id = $1 and known_to is null and state = 'paid' order by from_month desc limit 1`, [grantId]);
  const members = await tx.rows<GrantMember & Record<string, unknown>>(
    `select coalesce(k.key, c.key, p.id::text) as key, p.id as "personId", p.name, m.relation, p.id = $3 as head, p.sex, p.birth_date as "birthDate", p.death_date as "deathDate"
       from household_member m join person p on p.id = m.person_id left join member_keys($1, $5) k on k.person_id = p.id left join case_member c on c.case_id = $4 and c.person_id = p.id
      where m.household_id = $1 and m.known_to is null and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2) order by p.id = $3 desc, m.id`,
    [grant.householdId, day, grant.headPersonId, version?.caseId ?? null, version?.facts == null ? null : JSON.stringify(version.facts)]);
  return { ...grant, facts: version?.facts ?? null, fen: version?.fen ?? 0, members };
}
