import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import type { PlainDate } from '../../values/plain-date.ts';

export interface AccountFacts {
  readonly householdId: number; readonly divisionId: number; readonly holderName: string; readonly holderPersonId: number | null;
  /** Relation registered for a 代领人; null when the holder is of the household. */
  readonly agentRelation: string | null;
  readonly bankCode: string; readonly bankName: string; readonly number: string; readonly validFrom: PlainDate;
}

/** Keyed hash under which an account number is found again. Lines of signed rolls rest on it, so it outlives a change of keys; the number itself does not. */
export const accountHash = (by: Pick<CommandContext, 'city'>, number: string): Buffer => by.city.keys.fingerprint(`account:${number}`);

const CHUNK = 5_000;

/**
 * The accounts households are paid into, one a household; an earlier one in force ends the day before, its record closed, never changed.
 * Answers the ids in the order asked.
 */
export async function registerAccounts(tx: Tx, by: CommandContext, accounts: readonly AccountFacts[]): Promise<number[]> {
  const ids: number[] = [];
  for (let start = 0; start < accounts.length; start += CHUNK) ids.push(...await registerChunk(tx, by, accounts.slice(start, start + CHUNK)));
  return ids;
}

async function registerChunk(tx: Tx, by: CommandContext, accounts: readonly AccountFacts[]): Promise<number[]> {
  await endEarlier(tx, accounts);
  const column = <K extends keyof AccountFacts>(key: K): AccountFacts[K][] => accounts.map((a) => a[key]);
  const sealed = accounts.map((a) => by.city.keys.seal(a.number));
  const rows = await tx.rows<{ id: number; household_id: number }>(
    `insert into payee_account (household_id, division_id, holder_name, holder_person_id, agent_relation, bank_code, bank_name, number_cipher, number_hash, key_id, last_four, valid_from)
     select household, division, holder, person, relation, bank, bank_name, cipher, hash, key, last_four, since
       from unnest($1::bigint[], $2::int[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::bytea[], $10::text[], $11::text[], $12::date[])
            with ordinality as a (household, division, holder, person, relation, bank, bank_name, cipher, hash, key, last_four, since, nth)
      order by nth returning id, household_id`,
    [column('householdId'), column('divisionId'), column('holderName'), column('holderPersonId'), column('agentRelation'), column('bankCode'), column('bankName'),
      sealed.map((s) => s.cipher), accounts.map((a) => accountHash(by, a.number)), sealed.map((s) => s.keyId), accounts.map((a) => a.number.slice(-4)), column('validFrom')]);
  const idOf = new Map(rows.map((r) => [r.household_id, r.id]));
  return accounts.map((a) => idOf.get(a.householdId) as number);
}

async function endEarlier(tx: Tx, accounts: readonly AccountFacts[]): Promise<void> {
  const before = await tx.rows<{ id: number; until: string }>(
    `select p.id, a.since as until from unnest($1::bigint[], $2::date[]) as a (household, since)
       join payee_account p on p.household_id = a.household and p.known_to is null and (p.valid_to is null or p.valid_to > a.since)`,
    [accounts.map((a) => a.householdId), accounts.map((a) => a.validFrom)]);
  if (before.length === 0) return;
  await tx.run('update payee_account set known_to = current_command() where id = any($1)', [before.map((b) => b.id)]);
  await tx.run(
    `insert into payee_account (household_id, division_id, holder_name, holder_person_id, agent_relation, bank_code, bank_name, number_cipher, number_hash, key_id, last_four, valid_from, valid_to)
     select p.household_id, p.division_id, p.holder_name, p.holder_person_id, p.agent_relation, p.bank_code, p.bank_name, p.number_cipher, p.number_hash, p.key_id, p.last_four, p.valid_from, b.until
       from unnest($1::bigint[], $2::date[]) as b (id, until) join payee_account p using (id) where p.valid_from < b.until`,
    [before.map((b) => b.id), before.map((b) => b.until)]);
}
