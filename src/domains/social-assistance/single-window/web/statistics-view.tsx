import { useState } from 'react';
import { useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Empty } from '../../../../web/ui/empty.tsx';
import { Field } from '../../../../web/ui/field.tsx';
import { Section } from '../../../../web/ui/page-head.tsx';
import { useSignedIn } from '../../../../web/ui/session.ts';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import type { Statistics } from './api.ts';

type Line = Statistics['total'];
const columns = (title: string): readonly Column<Line>[] => [
  { key: 'title', title, phone: 'who', cell: (line) => line.title },
  { key: 'sent', title: '转出（件）', num: true, phone: 'state', cell: (line) => line.sent },
  { key: 'answered', title: '答复', num: true, phone: 'what', cell: (line) => line.answered },
  { key: 'open', title: '在办', num: true, cell: (line) => line.open },
  { key: 'returned', title: '退回、改转', num: true, cell: (line) => line.returned },
  { key: 'overdue', title: '逾期', num: true, phone: 'why', cell: (line) => (line.overdue > 0 ? <b className="law-ink">{line.overdue}</b> : 0) },
  { key: 'days', title: '平均用时（工作日）', num: true, cell: (line) => line.averageDays ?? '—' },
];
const totals = (line: Line) => ({ cells: { title: line.title, sent: line.sent, answered: line.answered, open: line.open, returned: line.returned, overdue: line.overdue, days: line.averageDays ?? '—' } });

/** 转办统计 of this year or any period: by kind of need, by office. */
export function StatisticsView() {
  const { today } = useSignedIn();
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState(`${Number(today.slice(0, 4)) + 1}-01-01`);
  const read = useApiQuery<Statistics>('single-window.get-statistics', { from, to }, { enabled: from !== '' && to !== '' });
  return (
    <>
      <div className="seek">
        <Field label="从">{(ids) => <input {...ids} className="input" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />}</Field>
        <Field label="到（不含）">{(ids) => <input {...ids} className="input" type="date" value={to} onChange={(event) => setTo(event.target.value)} />}</Field>
      </div>
      <Await read={read} what="统计" lines={6}>{(found) => (found.total.sent === 0 ? <Empty>这一段没有转办。</Empty> : (
        <>
          <p className="lead">登记求助 {found.intakes} 件，办完 {found.finished} 件；分成转办 {found.total.sent} 件。</p>
          <Section title="按难处"><Table caption="按难处" columns={columns('难处')} rows={found.byNeed} rowKey={(line) => line.title} total={totals(found.total)} /></Section>
          <Section title="按承办单位"><Table caption="按承办单位" columns={columns('承办单位')} rows={found.byOffice} rowKey={(line) => line.title} total={totals(found.total)} /></Section>
        </>
      ))}</Await>
    </>
  );
}
