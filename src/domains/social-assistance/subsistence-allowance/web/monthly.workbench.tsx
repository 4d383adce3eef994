import { useState } from 'react';
import type { DoorOutput } from '../../../../kernel/contract/door.ts';
import { addMonths, month, type Month } from '../../../../kernel/values/month.ts';
import { addDays, plainDate } from '../../../../kernel/values/plain-date.ts';
import { useApiQuery } from '../../../../web/api-client.ts';
import { A } from '../../../../web/ui/link.tsx';
import { usePost, useSignedIn } from '../../../../web/ui/session.ts';
import { DemoFoot, PaperDesk } from '../../../../web/workbench/cases/paper.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import { averageTopUp, amountPaid, registeredHouseholds, registeredPersons } from '../statistics.ts';

type Figure = DoorOutput<typeof import('../../../../kernel/statistics/queries/get-figure.ts').default>;

/** Rows of the monthly table: a stock counts on the last day of the month, the others over its days. */
const ROWS = [
  { id: registeredHouseholds.id, title: '低保户数', unit: '户', stock: true }, { id: registeredPersons.id, title: '低保人数', unit: '人', stock: true },
  { id: amountPaid.id, title: '当月低保资金支出（含分类施保）', unit: '元', stock: false }, { id: averageTopUp.id, title: '当月补差水平', unit: '元/人·月', stock: false },
] as const;

const monthTitle = (value: string) => `${value.slice(0, 4)}年${Number(value.slice(5, 7))}月`;
const lastDay = (of: Month): string => addDays(plainDate(`${addMonths(of, 1)}-01`), -1);

function Monthly() {
  const { today, city } = useSignedIn();
  const post = usePost();
  const [chosen, setChosen] = useState<Month>(() => month(new URLSearchParams(window.location.search).get('month') ?? addMonths(month(today.slice(0, 7)), -1)));
  const months = Array.from({ length: 24 }, (_, at) => addMonths(month(today.slice(0, 7)), -at));
  const last = lastDay(chosen) < today ? lastDay(chosen) : today;
  const place = post === undefined || post.divisionName === city.name ? city.name : `${city.name}${post.divisionName}`;
  return (
    <PaperDesk title="低保月报" back="/figures" backTitle="回到统计" note="A4，数点开就是那些行" tools={<label className="note">月份 <select className="input" value={chosen} onChange={(event) => setChosen(month(event.target.value))}>{months.map((one) => <option key={one} value={one}>{monthTitle(one)}</option>)}</select></label>}>
      <article className="a4">
        <h1>{monthTitle(chosen)}最低生活保障情况月报表</h1>
        <p className="meta"><span>填报单位：{place}</span><span>截至 {last}</span></p>
        <table className="form-table">
          <colgroup>{[36, 12, 17.3, 17.3, 17.4].map((width, at) => <col key={at} style={{ width: `${width}%` }} />)}</colgroup>
          <thead><tr><th scope="col">指标</th><th scope="col">单位</th><th scope="col">合计</th><th scope="col">城市</th><th scope="col">农村</th></tr></thead>
          <tbody>{ROWS.map((row) => <FigureRow key={row.id} row={row} from={`${chosen}-01`} last={last} />)}</tbody>
        </table>
        <p className="paper-text">补差水平是当月到账的低保金（含分类施保）除以所发的人月，分项不一定能相加。户数、人数是月末数。</p>
        <div className="paper-signs">{['单位负责人', '统计负责人', '填表人', '报出日期'].map((one) => <p key={one}><span>{one}：</span></p>)}</div>
        <DemoFoot />
      </article>
    </PaperDesk>
  );
}

function FigureRow({ row, from, last }: { row: (typeof ROWS)[number]; from: string; last: string }) {
  const read = useApiQuery<Figure>('statistics.get-figure', row.stock ? { id: row.id, day: last } : { id: row.id, from, to: addDays(plainDate(last), 1) });
  const text = (value: number | null): string => (value === null ? '无' : value.toLocaleString('en-US', row.unit.includes('元') ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : {}));
  const open = `/figures/${row.id}?from=${from}&last=${last}`;
  const cells = read.data === undefined ? [null, null, null] : [read.data.all.value, read.data.urban.value, read.data.rural.value];
  return (
    <tr>
      <th scope="row" className="l">{row.title}</th><td>{row.unit}</td>
      {cells.map((value, at) => <td key={at} className="r">{read.data === undefined ? (read.isError ? '没有取到' : '…') : <A className="plain" href={open}>{text(value)}</A>}</td>)}
    </tr>
  );
}

export default definePage({ path: '/monthly/subsistence-allowance', title: '低保月报', under: '/figures', shelf: { label: '低保月报', order: 20 }, covers: ['S001', 'S026'], component: Monthly });
