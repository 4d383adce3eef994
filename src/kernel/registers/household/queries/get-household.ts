import { z } from 'zod';
import { dayInput } from '../../../contract/door-fields.ts';
import { defineQuery } from '../../../contract/door.ts';
import { Refusal } from '../../../contract/refusal.ts';
import type { Tx } from '../../../db/tx.ts';
import { addDays, type PlainDate } from '../../../values/plain-date.ts';
import { divisionName } from '../../division/division-name.ts';
import { loadRegistry } from '../../../registry/find-declarations.ts';
import type { Hit } from '../../search/hit.ts';
import { listCaseHits } from '../../search/list-case-hits.ts';

export interface HouseholdMember {
  /** Null when the person's own record lies outside the reader's area: only that there is such a member may be known. */
  readonly person: number | null;
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly masked: string | null;
  readonly relation: string;
  readonly from: string;
  readonly to: string | null;
}
export interface HouseholdAccount {
  readonly id: number; readonly holder: string; readonly bank: string; readonly lastFour: string; readonly agentRelation: string | null;
  readonly from: string; readonly to: string | null;
}
export interface HouseholdVersion {
  readonly address: string; readonly hukouKind: string; readonly from: string; readonly to: string | null; readonly reason: string;
  readonly knownOn: string | null; readonly correctedOn: string | null;
}
export interface HouseholdGrant {
  readonly id: number; readonly benefit: string; readonly state: string; readonly fromMonth: string; readonly toMonth: string | null;
  readonly persons: number; readonly fen: number; readonly change: string; readonly reason: string; readonly caseId: number | null;
  readonly knownOn: string | null; readonly correctedOn: string | null;
}
export interface HouseholdPage {
  /** Day from which another office has it; null while it is here. What is shown is then its last day here. */
  readonly leftOn: string | null;
  readonly id: number; readonly number: string; readonly version: number; readonly place: string | null; readonly address: string; readonly hukouKind: string; readonly head: number;
  readonly members: readonly HouseholdMember[];
  readonly accounts: readonly HouseholdAccount[];
  readonly versions: readonly HouseholdVersion[];
  readonly grants: readonly HouseholdGrant[];
  readonly cases: readonly Hit[];
}

interface Row { id: number; number: string; version: number; division_id: number; address: string; hukou_kind: string; head_person_id: number; left_on: PlainDate | null }

/** A household that moved out of the caller's area: as it was on its last day there. */
const findLeft = (tx: Tx, household: number): Promise<Row | undefined> => tx.find<Row & Record<string, unknown>>(
  `select v.household_id as id, n.number, 0 as version, v.division_id, v.address, v.hukou_kind, v.head_person_id, v.valid_to as left_on
     from household_version v cross join lateral household_number_of(v.household_id) as n (number)
    where v.household_id = $1 and v.known_to is null and v.valid_to is not null order by v.valid_from desc limit 1`, [household]);

/** One household as of a day: who lives in it, where its money goes, what it was granted, its cases, and how its record changed. */
export default defineQuery({
  id: 'household.get-household', title: '家庭详情', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ household: z.number().int().positive(), day: dayInput.optional() }),
  async run(tx, input, by): Promise<HouseholdPage> {
    const row = await tx.find<Row>('select id, number, version, division_id, address, hukou_kind, head_person_id, null as left_on from household where id = $1', [input.household])
      ?? await findLeft(tx, input.household);
    by.saw('household', row ? [row.id] : [], '看家庭');
    if (!row) throw new Refusal('household.not-found');
    const last = row.left_on === null ? undefined : addDays(row.left_on, -1);
    const day = last !== undefined && (input.day === undefined || input.day > last) ? last : input.day ?? by.today;
    const members = await listMembers(tx, row, day);
    by.saw('person', members.flatMap((m) => (m.person === null ? [] : [m.person])), '看家庭');
    const cases = await tx.rows<{ id: number }>('select id from case_file where household_id = $1 order by id desc', [row.id]);
    return {
      id: row.id, number: row.number, version: row.version, leftOn: row.left_on, place: await divisionName(tx, row.division_id), address: row.address, hukouKind: row.hukou_kind, head: row.head_person_id,
      members, accounts: await listAccounts(tx, row.id, day), versions: await listVersions(tx, row.id), grants: await listGrants(tx, row.id),
      cases: await listCaseHits(tx, cases.map((c) => c.id)),
    };
  },
});

const listMembers = (tx: Tx, household: Row, day: PlainDate): Promise<HouseholdMember[]> => tx.rows<HouseholdMember & Record<string, unknown>>(
  `select p.id as person, p.name, p.birth_date as "birthDate", m.relation, m.valid_from as "from", m.valid_to as "to",
          (select d.masked from person_document d where d.person_id = p.id and not d.withdrawn order by d.kind = 'id-card' desc, d.id limit 1) as masked
     from household_member m left join person p on p.id = m.person_id
    where m.household_id = $1 and m.known_to is null and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)
    order by m.person_id = $3 desc, m.id`, [household.id, day, household.head_person_id]);

const listAccounts = (tx: Tx, household: number, day: PlainDate): Promise<HouseholdAccount[]> => tx.rows<HouseholdAccount & Record<string, unknown>>(
  `select id, holder_name as holder, bank_name as bank, last_four as "lastFour", agent_relation as "agentRelation", valid_from as "from", valid_to as "to"
     from payee_account where household_id = $1 and known_to is null and (valid_to is null or valid_to > $2) order by valid_from`, [household, day]);

const listVersions = (tx: Tx, household: number): Promise<HouseholdVersion[]> => tx.rows<HouseholdVersion & Record<string, unknown>>(
  `with version as (select * from household_version where household_id = $1)
   select v.address, v.hukou_kind as "hukouKind", v.valid_from as "from", v.valid_to as "to", v.reason, f.business_day as "knownOn", t.business_day as "correctedOn"
     from version v
     left join command_days(array(select known_from from version)) f on f.id = v.known_from
     left join command_days(array(select known_to from version)) t on t.id = v.known_to
    order by v.valid_from, v.known_from`, [household]);

/** Every version of every grant, also those a later decision replaced, with the days they were known. */
async function listGrants(tx: Tx, household: number): Promise<HouseholdGrant[]> {
  const rows = await tx.rows<HouseholdGrant & Record<string, unknown>>(
    `with version as (select * from grant_version where household_id = $1)
     select v.grant_id as id, v.benefit, v.state, to_char(v.from_month, 'YYYY-MM') as "fromMonth", to_char(v.to_month, 'YYYY-MM') as "toMonth", v.persons, v.fen, v.change, v.reason, v.case_id as "caseId",
            f.business_day as "knownOn", t.business_day as "correctedOn"
       from version v
       left join command_days(array(select known_from from version)) f on f.id = v.known_from
       left join command_days(array(select known_to from version)) t on t.id = v.known_to
      order by v.from_month, v.known_from, v.grant_id`, [household]);
  const registry = await loadRegistry();
  return rows.map((row) => ({ ...row, benefit: registry.findBenefit(row.benefit)?.benefit.title ?? row.benefit }));
}
