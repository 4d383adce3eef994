import '../registers/ruled-list.css';
import { useState } from 'react';
import type { ListedRecognition, RecognitionList } from '../../../kernel/recognitions/queries/list-recognitions.ts';
import { countWords } from '../../../kernel/values/counted.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Field } from '../../ui/field.tsx';
import { A } from '../../ui/link.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { definePage } from '../shell/page.ts';

const SHOWN = { holding: '有效', expiring: '快到期', past: '已期满、已终止' } as const;
type Show = keyof typeof SHOWN;
const WITHIN = [30, 60, 90] as const;

const COLUMNS: readonly Column<ListedRecognition>[] = [
  { key: 'head', title: '户主', phone: 'who', nowrap: true, cell: (row) => row.head ?? <span className="quiet">不在辖区</span> },
  { key: 'persons', title: '人数', num: true, cell: (row) => row.persons },
  { key: 'title', title: '认定', cell: (row) => row.title },
  { key: 'place', title: '村居', phone: 'what', cell: (row) => row.place },
  { key: 'days', title: '有效期', nowrap: true, phone: 'why', cell: (row) => `${row.from} 至 ${row.lastDay}` },
  { key: 'left', title: '还有', nowrap: true, phone: 'state', cell: (row) => <Left row={row} /> },
  { key: 'paper', title: '证明', nowrap: true, cell: (row) => <A href={`/recognitions/${row.id}/certificate`}>{row.number}</A> },
];

export function Left({ row }: { row: Pick<ListedRecognition, 'state' | 'daysLeft' | 'endReason' | 'renewed'> }) {
  switch (row.state) {
    case 'holding': return row.renewed ? <State kind="done">{row.daysLeft} 天，已续</State> : <State kind="wait">{row.daysLeft} 天</State>;
    case 'coming': return <State kind="wait">还没起算</State>;
    case 'ended': return <State kind="back">终止：{row.endReason}</State>;
    case 'expired': return <span className="quiet">期满</span>;
  }
}

function Recognitions() {
  const post = usePost();
  const [show, setShow] = useState<Show>('holding');
  const [within, setWithin] = useState<number>(60);
  const [text, setText] = useState('');
  const settled = useSettled(text.trim());
  const asked = { show, within, ...(settled === '' ? {} : { text: settled }) };
  const read = useApiQuery<RecognitionList>('recognitions.list-recognitions', asked);
  return (
    <div className="page">
      <PageHead over={post?.divisionName} title="低收入家庭等认定名册" lead={read.data === undefined ? null : <>现在有效 <b>{countWords(read.data.counts.holding)} 户</b>，{within} 天内到期、还没续的 <b>{countWords(read.data.counts.expiring)} 户</b>。</>}>
        <ExportButton list="recognitions.list-recognitions" asked={asked} />
      </PageHead>
      <search className="seek">
        <Field label="户主姓名、户号、证明编号">{(ids) => <input {...ids} className="input" type="search" autoComplete="off" value={text} onChange={(event) => setText(event.target.value)} />}</Field>
        <div className="field short"><label htmlFor="show">看哪些</label><select id="show" className="input" value={show} onChange={(event) => setShow(event.target.value as Show)}>{Object.entries(SHOWN).map(([value, title]) => <option key={value} value={value}>{title}</option>)}</select></div>
        <div className="field short"><label htmlFor="within">几天内算快到期</label><select id="within" className="input" value={within} onChange={(event) => setWithin(Number(event.target.value))}>{WITHIN.map((days) => <option key={days} value={days}>{days} 天</option>)}</select></div>
      </search>
      <Await read={read} what="认定名册" lines={8}>{(list) => (
        <>
          <Table caption="认定名册" columns={COLUMNS} rows={list.rows} rowKey={(row) => String(row.id)} href={(row) => `/households/${row.householdId}`} empty={<Empty>{show === 'expiring' ? '没有快到期的。' : '没有这样的户。认定以后，户就在这里。'}</Empty>} />
          {list.more ? <p className="note">只显示前 {list.rows.length} 户，要全部请导出。</p> : null}
        </>
      )}</Await>
    </div>
  );
}

export default definePage({ path: '/recognitions', title: '认定名册', go: 'i', under: '/households', shelf: { label: '认定名册', order: 20 }, covers: ['S003'], component: Recognitions });
