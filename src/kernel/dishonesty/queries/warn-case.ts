import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { listStanding } from '../standing-records.ts';

/** Shown to whoever handles an application: which members have a record in force, and that the short way is closed to them. */
export default defineQuery({
  id: 'dishonesty.warn-case', title: '申请人有无失信记录', allow: { staff: true }, sensitive: true, input: z.strictObject({ caseId: z.int().positive() }),
  async run(tx, input, by) {
    const members = await tx.rows<{ person: number; name: string }>('select person_id as person, name_masked as name from case_member where case_id = $1', [input.caseId]);
    by.saw('case', [input.caseId], '看失信记录');
    const standing = await listStanding(tx, members.map((one) => one.person), by.today);
    return { records: standing.map(({ personId, ...one }) => ({ ...one, name: members.find((member) => member.person === personId)?.name ?? '' })) };
  },
});
