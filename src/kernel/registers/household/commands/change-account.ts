import { z } from 'zod';
import { dayInput } from '../../../contract/door-fields.ts';
import { defineCommand } from '../../../contract/door.ts';
import { Refusal } from '../../../contract/refusal.ts';
import type { Tx } from '../../../db/tx.ts';
import { normaliseDigits } from '../../../values/chinese-text.ts';
import { registerAccount } from '../register-household.ts';

const number = z.string().max(60).transform((text) => normaliseDigits(text).replace(/[\s-]/g, '')).refine((text) => /^\d{8,30}$/.test(text), { message: '账号只能是 8 到 30 位数字。', params: { code: 'account.number' } });

/**
 * 变更领款账户: from a day on the household is paid into another account, for a reason. Whoever holds it is a member on that day, or a 代领人 whose
 * relation is registered. `seen` is the account the clerk was looking at, null where there was none.
 */
export default defineCommand({
  id: 'household.change-account', title: '变更领款账户', allow: { roles: ['village-clerk', 'town-clerk', 'payroll-officer'] },
  input: z.strictObject({
    household: z.number().int().positive(), seen: z.number().int().positive().nullable(), from: dayInput,
    holderPerson: z.number().int().positive().optional(), agentName: z.string().trim().min(1).max(60).optional(), agentRelation: z.string().trim().min(1).max(40).optional(),
    bankCode: z.string().trim().min(1).max(40), bankName: z.string().trim().min(1).max(80), number, reason: z.string().trim().min(2).max(200),
  }),
  async run(tx, input, by): Promise<{ readonly account: number }> {
    const household = await tx.find<{ division_id: number }>('select division_id from household where id = $1 for update', [input.household]);
    if (!household) throw new Refusal('household.not-found');
    const now = await tx.find<{ id: number }>(
      'select id from payee_account where household_id = $1 and known_to is null and valid_from <= $2 and (valid_to is null or valid_to > $2)', [input.household, input.from]);
    if ((now?.id ?? null) !== input.seen) throw new Refusal('household.account-changed');
    const holder = await findHolder(tx, input);
    const account = await registerAccount(tx, by, {
      householdId: input.household, divisionId: household.division_id, ...holder, bankCode: input.bankCode, bankName: input.bankName, number: input.number, validFrom: input.from,
    });
    await tx.run('insert into account_change (household_id, division_id, payee_account_id, reason) values ($1, $2, $3, $4)', [input.household, household.division_id, account, input.reason]);
    return { account };
  },
});

interface Holder { readonly holderName: string; readonly holderPersonId: number | null; readonly agentRelation: string | null }

async function findHolder(tx: Tx, input: { household: number; from: string; holderPerson?: number | undefined; agentName?: string | undefined; agentRelation?: string | undefined }): Promise<Holder> {
  if (input.holderPerson === undefined) {
    if (input.agentName === undefined || input.agentRelation === undefined) throw new Refusal('household.holder-missing');
    return { holderName: input.agentName, holderPersonId: null, agentRelation: input.agentRelation };
  }
  const member = await tx.find<{ name: string }>(
    `select p.name from household_member m join person p on p.id = m.person_id
      where m.household_id = $1 and m.person_id = $2 and m.known_to is null and m.valid_from <= $3 and (m.valid_to is null or m.valid_to > $3)`, [input.household, input.holderPerson, input.from]);
  if (!member) throw new Refusal('household.holder-not-member');
  return { holderName: member.name, holderPersonId: input.holderPerson, agentRelation: null };
}
