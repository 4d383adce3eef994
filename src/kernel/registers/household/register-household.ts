import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import type { HukouKind } from '../../contract/parameter.ts';
import { nextNumber } from '../../numbering/next-number.ts';
import type { PlainDate } from '../../values/plain-date.ts';

export interface HouseholdFacts {
  readonly divisionId: number;
  readonly address: string;
  readonly hukouKind: HukouKind;
  readonly headPersonId: number;
  readonly members: readonly { readonly personId: number; readonly relation: string }[];
  readonly validFrom: PlainDate;
}

/** 户: people living together, at an address, on a day. Its number is 户 + year + serial, never reused. */
export async function registerHousehold(tx: Tx, by: CommandContext, facts: HouseholdFacts, reason: string): Promise<{ id: number; number: string }> {
  const number = await nextNumber(tx, `${by.city.short}-HH`, Number(by.today.slice(0, 4)));
  const { id } = await tx.one<{ id: number }>(
    'insert into household (number, head_person_id, division_id, address, hukou_kind) values ($1, $2, $3, $4, $5) returning id',
    [number, facts.headPersonId, facts.divisionId, facts.address, facts.hukouKind]);
  await tx.run(
    `insert into household_version (household_id, division_id, head_person_id, address, hukou_kind, valid_from, reason) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, facts.divisionId, facts.headPersonId, facts.address, facts.hukouKind, facts.validFrom, reason]);
  await tx.run(
    `insert into household_member (household_id, division_id, person_id, relation, valid_from, reason)
     select $1, $2, m.person, m.relation, $3, $4 from unnest($5::bigint[], $6::text[]) as m (person, relation)`,
    [id, facts.divisionId, facts.validFrom, reason, facts.members.map((m) => m.personId), facts.members.map((m) => m.relation)]);
  return { id, number };
}

export interface AccountFacts {
  readonly householdId: number; readonly divisionId: number; readonly holderName: string; readonly holderPersonId: number | null;
  /** Relation registered for a 代领人; null when the holder is of the household. */
  readonly agentRelation: string | null;
  readonly bankCode: string; readonly bankName: string; readonly number: string; readonly validFrom: PlainDate;
}

/** The account a household is paid into; an earlier one in force ends the day before, its record closed, never changed. */
export async function registerAccount(tx: Tx, by: CommandContext, facts: AccountFacts): Promise<number> {
  const before = await tx.find<{ id: number; valid_from: string }>(
    'select id, valid_from from payee_account where household_id = $1 and known_to is null and (valid_to is null or valid_to > $2)', [facts.householdId, facts.validFrom]);
  if (before) {
    await tx.run('update payee_account set known_to = current_command() where id = $1', [before.id]);
    if (before.valid_from < facts.validFrom) {
      await tx.run(
        `insert into payee_account (household_id, division_id, holder_name, holder_person_id, agent_relation, bank_code, bank_name, number_cipher, number_hash, key_id, last_four, valid_from, valid_to)
         select household_id, division_id, holder_name, holder_person_id, agent_relation, bank_code, bank_name, number_cipher, number_hash, key_id, last_four, valid_from, $2 from payee_account where id = $1`,
        [before.id, facts.validFrom]);
    }
  }
  const sealed = by.city.keys.seal(facts.number);
  const { id } = await tx.one<{ id: number }>(
    `insert into payee_account (household_id, division_id, holder_name, holder_person_id, agent_relation, bank_code, bank_name, number_cipher, number_hash, key_id, last_four, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [facts.householdId, facts.divisionId, facts.holderName, facts.holderPersonId, facts.agentRelation, facts.bankCode, facts.bankName,
      sealed.cipher, by.city.keys.findHash(`account:${facts.number}`), sealed.keyId, facts.number.slice(-4), facts.validFrom]);
  return id;
}
