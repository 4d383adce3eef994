import { z } from 'zod';
import { purposeFields, purposeWords } from '../../audit/reading-purpose.ts';
import { defineQuery } from '../../contract/door.ts';
import { PURPOSES_OF } from '../../contract/reading-purposes.ts';
import { Refusal } from '../../contract/refusal.ts';
import { findCaseRow } from '../case-row.ts';

/** Whole names, numbers and account of a case, for the original that the bureau files. Whoever asks says why; the reading is logged. */
export default defineQuery({
  id: 'casework.get-originals', title: '归档原件用的全名全号', allow: { roles: ['town-clerk', 'town-lead', 'approver', 'auditor'] }, sensitive: true,
  input: z.strictObject({ caseId: z.int().positive(), ...purposeFields(PURPOSES_OF.originals) }),
  async run(tx, input, by): Promise<{ readonly members: Readonly<Record<string, { readonly name: string; readonly number: string | null }>>; readonly account: { readonly holder: string; readonly number: string } | null }> {
    const purpose = purposeWords(input);
    const row = await findCaseRow(tx, input.caseId, false);
    if (!row) throw new Refusal('case.not-found');
    const members = await tx.rows<{ key: string; person_id: number; name: string; number_cipher: Buffer | null }>(
      `select m.key, m.person_id, p.name, d.number_cipher from case_member m join person p on p.id = m.person_id
         left join person_document d on d.person_id = m.person_id and not d.withdrawn and d.kind in ('id-card', 'hk-mo-tw-residence-permit') where m.case_id = $1 order by m.id, d.id`, [row.id]);
    const account = await tx.find<{ holder_name: string; number_cipher: Buffer }>(
      `select holder_name, number_cipher from payee_account where household_id = $1 and known_to is null and valid_from <= $2 and (valid_to is null or valid_to > $2)`, [row.household_id, by.today]);
    by.saw('person', members.map((member) => member.person_id), purpose);
    return {
      members: Object.fromEntries(members.map((member) => [member.key, { name: member.name, number: member.number_cipher ? by.city.keys.open(member.number_cipher) : null }])),
      account: account ? { holder: account.holder_name, number: by.city.keys.open(account.number_cipher) } : null,
    };
  },
});
