import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { closeErrandOf } from '../../errands/open-errand.ts';
import { correctPerson } from '../../registers/person/correct-person.ts';
import { readWanted, type CorrectableField } from '../fields.ts';

/** The office accepts, and the register changes with the request as its ground; or refuses, saying why. */
export default defineCommand({
  id: 'own-data.answer-correction', title: '答复更正申请', allow: { roles: ['village-clerk', 'town-clerk', 'town-lead'] },
  input: z.strictObject({ requestId: z.int().positive(), accepted: z.boolean(), reason: z.string().trim().min(2).max(300) }),
  async run(tx, input, by) {
    const row = await tx.find<{ person_id: number; division_id: number; field: CorrectableField; wanted: string; reason: string; asked_on: string; answered: boolean; seen: number }>(
      `select r.person_id, r.division_id, r.field, r.wanted, r.reason, r.asked_on, p.version as seen, exists (select 1 from correction_answer a where a.request_id = r.id) as answered
         from correction_request r join person p on p.id = r.person_id where r.id = $1 for update of p`, [input.requestId]);
    if (!row) throw new Refusal('own-data.not-found');
    if (row.answered) throw new Refusal('own-data.answered');
    const read = readWanted(row.field, row.wanted);
    if ('no' in read) throw new Refusal(read.no.code, read.no.details);
    if (input.accepted && row.field !== 'other') await correctPerson(tx, by, { person: row.person_id, seen: row.seen, reason: `本人 ${row.asked_on} 请求更正（第 ${input.requestId} 号）：${row.reason}`.slice(0, 200), changes: read.changes });
    await tx.run('insert into correction_answer (request_id, person_id, division_id, accepted, reason, answered_on, answered_by) values ($1, $2, $3, $4, $5, $6, $7)',
      [input.requestId, row.person_id, row.division_id, input.accepted, input.reason, by.today, by.caller.account?.name ?? '']);
    await closeErrandOf(tx, by, 'correct-record', input.requestId, `${input.accepted ? '已更正' : '不更正'}：${input.reason}`);
    return { requestId: input.requestId, accepted: input.accepted };
  },
});
