import type { Tx } from '../../db/tx.ts';
import type { Hit } from './hit.ts';
import { afterPrefix } from './read-search-text.ts';

const SAID: Readonly<Record<string, string>> = { drawing: '正在编', drawn: '编好了', checked: '已核对', submitted: '待审批', approved: '已审批', confirmed: '财务已确认', sent: '已送银行', returned: '银行已回', closed: '已关账', void: '作废' };

/** Rolls of the area by number, or all of a month (2014-11). */
export async function listRollHits(tx: Tx, wanted: { readonly number: string } | { readonly month: string }, most: number): Promise<Hit[]> {
  const [where, ...values] = 'month' in wanted ? [`r.month = ($1 || '-01')::date`, wanted.month] : ['r.number collate "C" >= $1 and r.number collate "C" < $2', wanted.number, afterPrefix(wanted.number)];
  const rows = await tx.rows<{ id: number; number: string; month: string; kind: string; state: string; office: string }>(
    `select r.id, r.number, to_char(r.month, 'YYYY-MM') as month, r.kind, r.state, d.name as office from roll r join division d on d.id = r.division_id where ${where} and r.state <> 'void' order by r.id desc limit ${most}`, values);
  return rows.map((row) => ({ kind: 'roll', id: row.id, title: row.number, note: `${row.month} ${row.kind === 'main' ? '月册' : '补发册'} · ${SAID[row.state] ?? row.state} · ${row.office}` }));
}

/** Complaints by number, those row protection shows this post; what was complained about is not told here. */
export async function listComplaintHits(tx: Tx, number: string, most: number): Promise<Hit[]> {
  const rows = await tx.rows<{ id: number; number: string; on: string; division: string }>(
    `select c.id, c.number, c.received_on as "on", d.name as division from complaint c join division d on d.id = c.division_id where c.number collate "C" >= $1 and c.number collate "C" < $2 order by c.number collate "C" limit ${most}`, [number, afterPrefix(number)]);
  return rows.map((row) => ({ kind: 'complaint', id: row.id, title: row.number, note: `${row.on} 收到 · ${row.division}` }));
}

/** Papers by 文号, from its beginning; each opens where it was served. */
export async function listPaperHits(tx: Tx, number: string, most: number): Promise<Hit[]> {
  const rows = await tx.rows<{ id: number; number: string; on: string; name: string | null }>(
    `select p.case_id as id, p.number, p.issued_on as "on", (select m.name_masked from case_member m join case_file c on c.id = m.case_id and c.applicant_person_id = m.person_id where m.case_id = p.case_id) as name
       from decision_paper p where p.number collate "C" >= $1 and p.number collate "C" < $2 order by p.number collate "C" limit ${most}`, [number, afterPrefix(number)]);
  return rows.map((row) => ({ kind: 'paper', id: row.id, title: row.number, note: [row.name ?? '', `${row.on} 作出`].filter(Boolean).join(' · ') }));
}
