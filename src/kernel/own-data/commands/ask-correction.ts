import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { refuseUnknownFile } from '../../documents/refuse-unknown-file.ts';
import { openErrand } from '../../errands/open-errand.ts';
import { FIELDS, readWanted } from '../fields.ts';

/** 请求更正 (个人信息保护法 第四十六条): one field, what it should say, why, and a paper that shows it. */
export default defineCommand({
  id: 'own-data.ask-correction', title: '请求更正我的信息', allow: { residents: true },
  input: z.strictObject({ field: z.enum(['name', 'sex', 'birth-date', 'hukou-kind', 'other']), wanted: z.string().trim().min(1).max(200), reason: z.string().trim().min(2).max(500), fileId: z.int().positive().optional() }),
  scopeForResident: async (tx, _input, person) => (await tx.rows<{ id: number }>('select coalesce(handling_division_id, residence_division_id, hukou_division_id) as id from person where id = $1', [person])).map((row) => row.id),
  async run(tx, input, by) {
    const person = await tx.find<{ id: number; division: number }>('select id, coalesce(handling_division_id, residence_division_id, hukou_division_id) as division from person where id = $1', [by.caller.person]);
    if (!person) throw new Refusal('own-data.nothing-known');
    await refuseUnknownFile(tx, by, input.fileId);
    const read = readWanted(input.field, input.wanted);
    if ('no' in read) throw new Refusal(read.no.code, read.no.details);
    const waiting = await tx.find('select 1 from correction_request r where r.person_id = $1 and r.field = $2 and not exists (select 1 from correction_answer a where a.request_id = r.id) limit 1', [person.id, input.field]);
    if (waiting && input.field !== 'other') throw new Refusal('own-data.waiting');
    const { id } = await tx.one<{ id: number }>('insert into correction_request (person_id, division_id, field, wanted, reason, file_id, asked_on) values ($1, $2, $3, $4, $5, $6, $7) returning id',
      [person.id, person.division, input.field, input.wanted, input.reason, input.fileId ?? null, by.today]);
    await openErrand(tx, by, { kind: 'correct-record', title: `本人要求更正${FIELDS[input.field]}`, divisionId: person.division, roles: ['village-clerk', 'town-clerk', 'town-lead'], sourceId: id, personId: person.id, because: input.reason });
    return { requestId: id };
  },
});
