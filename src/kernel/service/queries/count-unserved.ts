import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';

/** How many decisions of the area have not reached the person: the figure on the tab. */
export default defineQuery({
  id: 'service.count-unserved', title: '没有送达的件数', allow: { staff: true }, input: z.strictObject({}),
  run: (tx, _input, by) => tx.one<{ count: number }>(`select count(*)::int as count from decision_paper p join decision d on d.id = p.decision_id where d.outcome <> 'kept' and not exists (select 1 from service_record s where s.decision_id = p.decision_id and s.served_on <= $1)`, [by.today]),
});
