import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { CODE_HOURS } from '../basis.ts';
import { checkTerms, readFitness } from '../check-terms.ts';
import { dayInput, mattersInput, nameInput, relationInput } from '../terms-input.ts';

/** 请人替我办: the principal names who may act, in what and until when, and gets a code to tell them. A later code takes the place of an earlier one. */
export default defineCommand({
  id: 'mandates.issue-code', title: '给授权码', allow: { residents: true },
  input: z.strictObject({ helperName: nameInput, relation: relationInput, matters: mattersInput, to: dayInput }),
  scopeForResident: async (tx, _input, person) => (await tx.rows<{ id: number | null }>('select place_of_person($1) as id', [person])).flatMap((row) => row.id ?? []),
  async run(tx, input, by) {
    const { division } = await tx.one<{ division: number | null }>('select place_of_person($1) as division', [by.caller.person]);
    if (division === null || by.caller.person === null) throw new Refusal('not-found');
    const name = by.caller.account?.name ?? '';
    if (input.helperName === name) throw new Refusal('mandate.himself');
    await checkTerms({ from: by.today, to: input.to, matters: input.matters }, by.today);
    const { adult } = await readFitness(tx, by.caller.person, name, { today: by.today, division });
    if (!adult) throw new Refusal('mandate.child-principal');
    await tx.run('update mandate_code set withdrawn = true where principal_person_id = $1 and used_by is null', [by.caller.person]);
    const code = String(randomInt(0, 100_000_000)).padStart(8, '0');
    const { until } = await tx.one<{ until: string }>(
      `insert into mandate_code (division_id, principal_person_id, principal_name, helper_name, relation, matters, valid_to, code_hash, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(hours => $9)) returning expires_at as until`,
      [division, by.caller.person, name, input.helperName, input.relation, input.matters, input.to, by.city.keys.findHash(`mandate-code:${code}`), CODE_HOURS]);
    return { code, until };
  },
});
