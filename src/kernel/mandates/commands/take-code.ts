import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Tx } from '../../db/tx.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { WRONG_CODES_A_DAY } from '../basis.ts';
import { readFitness } from '../check-terms.ts';
import { insertMandate } from '../insert-mandate.ts';
import { nameInput } from '../terms-input.ts';

interface Offer { readonly id: number; readonly division_id: number; readonly principal_person_id: number; readonly relation: string; readonly matters: string[]; readonly valid_to: PlainDate }

/**
 * 替别人办: the helper writes the code the principal told him, and the principal's name. From then on the mandate holds. A wrong code is counted,
 * and says nothing about whether such a person exists.
 */
export default defineCommand({
  id: 'mandates.take-code', title: '用授权码', allow: { residents: true },
  input: z.strictObject({ principalName: nameInput, code: z.string().trim().regex(/^\d{8}$/, '授权码是 8 位数字。') }),
  async run(tx, input, by): Promise<{ mandate: number | null; triesLeft: number }> {
    const account = by.caller.account?.id ?? null;
    const { misses } = await tx.one<{ misses: number }>(`select count(*)::int as misses from mandate_code_miss where account_id = $1 and at > now() - interval '1 day'`, [account]);
    if (misses >= WRONG_CODES_A_DAY) throw new Refusal('mandate.too-many-tries');
    const offer = await findOffer(tx, by.city.keys.findHash(`mandate-code:${input.code}`), input.principalName, by.caller.account?.name ?? '');
    if (offer === undefined || by.caller.person === null) {
      await tx.run('insert into mandate_code_miss (account_id) values ($1)', [account]);
      return { mandate: null, triesLeft: WRONG_CODES_A_DAY - misses - 1 };
    }
    if (offer.principal_person_id === by.caller.person) throw new Refusal('mandate.himself');
    const { adult } = await readFitness(tx, by.caller.person, by.caller.account?.name ?? '', { today: by.today, division: offer.division_id });
    if (!adult) throw new Refusal('mandate.child-helper');
    // the helper writes into the principal's place: only this once, by the code
    await tx.run(`select set_config('mz.divisions', $1, true)`, [`{${offer.division_id}}`]);
    const mandate = await insertMandate(tx, by, {
      divisionId: offer.division_id, principal: { id: offer.principal_person_id, name: input.principalName }, helper: { person: by.caller.person, name: by.caller.account?.name ?? '' },
      relation: offer.relation, basis: 'code', matters: offer.matters, from: by.today, to: offer.valid_to, file: null,
    });
    // two phones with one code: the second waits here and finds it used
    if ((await tx.run('update mandate_code set used_by = $2 where id = $1 and used_by is null and not withdrawn', [offer.id, mandate])) === 0) throw new Refusal('mandate.over');
    return { mandate, triesLeft: WRONG_CODES_A_DAY - misses };
  },
});

const findOffer = (tx: Tx, hash: Buffer, principal: string, helper: string): Promise<Offer | undefined> =>
  tx.find<Offer & Record<string, unknown>>('select * from mandate_code_for($1, $2, $3)', [hash, principal, helper]);
