import { z } from 'zod';
import { citeLaw, type LawReference } from '../../contract/law.ts';
import { defineQuery } from '../../contract/door.ts';
import { maskName } from '../../values/name-mask.ts';
import type { PlainDate } from '../../values/plain-date.ts';

export interface DishonestyLine {
  readonly id: number; readonly number: string; readonly personId: number; readonly name: string; readonly ground: string; readonly law: string; readonly decidedOn: PlainDate; readonly until: PlainDate; readonly inForce: boolean; readonly toldOn: PlainDate | null;
  readonly penaltyFen: number | null; readonly objection: string | null; readonly objectedOn: PlainDate | null; readonly lifted: boolean | null; readonly reply: string | null;
}

/** 失信记录 of the area, or of the caller themself. */
export default defineQuery({
  id: 'dishonesty.list-records', title: '失信记录', allow: { staff: true, residents: true }, sensitive: true, input: z.strictObject({ person: z.int().positive().optional(), limit: z.int().min(1).max(5000).default(200) }),
  async run(tx, input, by): Promise<{ today: PlainDate; records: DishonestyLine[] }> {
    const rows = await tx.rows<Omit<DishonestyLine, 'law' | 'inForce'> & { law: LawReference } & Record<string, unknown>>(
      `select r.id, r.number, r.person_id as "personId", p.name, r.ground, r.law, r.decided_on as "decidedOn", r.until, r.told_on as "toldOn", r.penalty_fen as "penaltyFen", o.said as objection, o.on_day as "objectedOn", a.lifted, a.reply
         from dishonesty_record r left join person p on p.id = r.person_id
         left join lateral (select said, on_day from dishonesty_objection o where o.record_id = r.id order by o.id desc limit 1) o on true
         left join lateral (select lifted, reply from dishonesty_answer a where a.record_id = r.id order by a.id desc limit 1) a on true
        where $1::bigint is null or r.person_id = $1 order by r.id desc limit $2`, [input.person ?? null, input.limit]);
    by.saw('person', rows.map((row) => row.personId), '看失信记录');
    return { today: by.today, records: rows.map((row) => ({ ...row, name: maskName(row.name ?? ''), law: citeLaw(row.law), inForce: row.until > by.today && row.lifted !== true })) };
  },
});
