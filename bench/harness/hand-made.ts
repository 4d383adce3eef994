import { z } from 'zod';
import { defineQuery } from '../../src/kernel/contract/door.ts';
import { areaCondition, planForArea } from '../../src/kernel/db/area-plan.ts';

const PAGE = 50;
const line = z.strictObject({ where: z.string(), values: z.array(z.union([z.string(), z.number()])), order: z.string() });

/** What hangs on a line, as the list shows it: founders, support, activities. The same tables as the register's. */
const HANGING = `left join lateral (select count(distinct e.person_id) as founders from community_organisation__founders e where e.record_id = t.id and e.known_to is null and e.what <> 'taken-back') f on true
  left join lateral (select count(*) as supported, coalesce(sum(e.amount), 0) as money from community_organisation__support e where e.record_id = t.id and e.known_to is null and e.what <> 'taken-back') s on true
  left join lateral (select count(*) as activities, coalesce(sum(e.people), 0) as people from community_organisation__activities e where e.record_id = t.id and e.known_to is null and e.what <> 'taken-back') a on true`;

/** A list as somebody would write it for this one table: counted to a thousand and one, fifty lines with the place's name and what hangs on them, the same care for the planner. */
export const listHandMade = defineQuery({
  id: 'bench.list-hand-made', title: '手工表名单', allow: { staff: true }, sensitive: true, input: line,
  async run(tx, input, by) {
    const area = areaCondition(by.caller, ['t.division_id'], input.values.length + 1);
    const where = `${input.where}${area ? ` and ${area.sql}` : ''}`;
    const values = [...input.values, ...(area ? [area.value] : [])];
    const { count } = await tx.one<{ count: number }>(`select count(*) as count from (select 1 from hand_made t where ${where} limit 1001) c`, values);
    const rows = await planForArea(tx, by.caller, count > 1000 ? 'in-order' : 'search', () => tx.rows(
      `select t.*, d.code, d.name as place, f.*, s.*, a.* from (select * from hand_made t where ${where} order by ${input.order} limit ${PAGE + 1}) t join division d on d.id = t.division_id ${HANGING}`, values));
    by.saw('record', rows.map((row) => row['id'] as number), '手工表');
    return { count, rows };
  },
});

/** 在册 by town, on today: the table knows no other day. */
export const countHandMade = defineQuery({
  id: 'bench.count-hand-made', title: '手工表统计', allow: { staff: true }, input: z.strictObject({}),
  async run(tx) {
    return tx.rows(`select p.name, count(*) filter (where t.state not in ('formed', 'dissolved')) as stock, count(*) filter (where t.opened_on >= '2014-01-01') as opened
      from hand_made t join division v on v.id = t.division_id join division p on p.id = v.parent_id group by p.id, p.name, p.code order by p.code`);
  },
});
