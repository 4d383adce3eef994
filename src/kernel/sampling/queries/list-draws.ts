import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import type { SourceDocument } from '../../contract/parameter.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { drawLot, isDrawn } from '../draw-lot.ts';

interface Row { caseId: number; number: string; name: string; division: string; purpose: string; ratio: string; document: SourceDocument | null; point: number; drawn: boolean; drawnOn: PlainDate; seed: Buffer; office: string; month: string; answeredOn: PlainDate | null; open: boolean }

/** Every draw of the caller's area, newest first, worked out again from its seed. The seed itself is for the auditor: who knows it could tell the next lot. */
export default defineQuery({
  id: 'sampling.list-draws', title: '入户抽查', allow: { roles: ['approver', 'auditor', 'town-lead'] }, sensitive: true,
  input: z.strictObject({ drawn: z.boolean().optional(), limit: z.int().min(1).max(500).default(200) }),
  async run(tx, input, by) {
    const rows = await tx.rows<Row & Record<string, unknown>>(
      `select w.case_id as "caseId", w.subject as number, m.name_masked as name, d.name as division, w.purpose, w.ratio, w.document, w.point, w.drawn, w.drawn_on as "drawnOn", s.seed,
              o.name as office, to_char(s.month, 'YYYY-MM') as month, c.outcome is null as open,
              (select max(a.on_day) from case_action a where a.case_id = w.case_id and a.step = w.purpose) as "answeredOn"
         from sample_draw w join sample_seed s on s.id = w.seed_id join case_file c on c.id = w.case_id join division d on d.id = w.division_id join division o on o.id = s.division_id
         left join case_member m on m.case_id = c.id and m.person_id = c.applicant_person_id
        where ($1::boolean is null or w.drawn = $1) order by w.id desc limit $2`, [input.drawn ?? null, input.limit]);
    by.saw('case', rows.map((row) => row.caseId), '看入户抽查');
    const auditor = by.caller.post?.role === 'auditor';
    return {
      today: by.today,
      lines: rows.map(({ seed, division, office, ...row }) => {
        const point = drawLot(seed, row.number);
        return { ...row, division: shortDivisionName(division), office: shortDivisionName(office), seed: auditor ? seed.toString('hex') : null, repeats: point === row.point && isDrawn(point, row.ratio) === row.drawn };
      }),
    };
  },
});
