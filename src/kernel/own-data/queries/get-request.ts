import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { FIELDS, type CorrectableField } from '../fields.ts';

/** A request to put one's record right, beside what the record says now. */
export default defineQuery({
  id: 'own-data.get-request', title: '看更正申请', allow: { roles: ['village-clerk', 'town-clerk', 'town-lead'] }, sensitive: true, input: z.strictObject({ requestId: z.int().positive() }),
  async run(tx, input, by) {
    const row = await tx.find<{ id: number; personId: number; name: string; field: CorrectableField; wanted: string; reason: string; fileId: number | null; askedOn: string; sex: string; birthDate: string | null; hukouKind: string | null; accepted: boolean | null; answer: string | null }>(
      `select r.id, r.person_id as "personId", p.name, r.field, r.wanted, r.reason, r.file_id as "fileId", r.asked_on as "askedOn", p.sex, p.birth_date as "birthDate", p.hukou_kind as "hukouKind", a.accepted, a.reason as answer
         from correction_request r join person p on p.id = r.person_id left join correction_answer a on a.request_id = r.id where r.id = $1`, [input.requestId]);
    if (!row) throw new Refusal('own-data.not-found');
    by.saw('person', [row.personId], '看更正申请');
    const now: Readonly<Record<CorrectableField, string>> = { 'name': row.name, 'sex': row.sex === 'male' ? '男' : row.sex === 'female' ? '女' : '未登记', 'birth-date': row.birthDate ?? '未登记', 'hukou-kind': row.hukouKind === 'urban' ? '城镇' : row.hukouKind === 'rural' ? '农村' : '未登记', 'other': '' };
    return { id: row.id, personId: row.personId, name: row.name, field: row.field, fieldTitle: FIELDS[row.field], now: now[row.field], wanted: row.wanted, reason: row.reason, fileId: row.fileId, askedOn: row.askedOn, accepted: row.accepted, answer: row.answer };
  },
});
