import { defineBulkWork, type BulkSubject } from '../../contract/bulk.ts';
import type { Form } from '../../contract/form.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { finishErrand } from '../finish-errand.ts';

const form: Form = { id: 'finish', title: '办结', sections: [{ id: 'finish', title: '办结', fields: [{ key: 'result', title: '办成什么样', kind: 'long-text', required: true, maxLength: 500, help: '这几件写一样的结果；各不相同的，一件一件办' }] }] };

/** Several errands that ended the same way, told once. */
export default defineBulkWork({
  id: 'errands.finish', unit: '件',
  async offer(tx, by, ids) {
    const rows = await tx.rows<{ id: number }>(`select id from errand where id = any ($1) and done_on is null and kind <> 'correct-record' and $2 = any (roles)`, [ids, by.caller.post?.role ?? '']);
    return rows.length === 0 ? [] : [{ what: 'finish', title: '办结交办事项', form, fits: rows.map((row) => row.id) }];
  },
  async describe(tx, ids) {
    const rows = await tx.rows<{ id: number; title: string; divisionId: number; division: string; because: string }>(
      'select e.id, e.title, e.because, e.division_id as "divisionId", d.name as division from errand e join division d on d.id = e.division_id where e.id = any ($1)', [ids]);
    return new Map(rows.map((row): [number, BulkSubject] => [row.id, { divisionId: row.divisionId, title: row.title, note: shortDivisionName(row.division), href: '/errands' }]));
  },
  run: (tx, by, _what, row, data) => finishErrand(tx, by, row.id, String(data['result'] ?? '')),
});
