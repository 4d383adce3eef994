import '../registers/ruled-list.css';
import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { Gloss, PageHead, Views } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import type { FormList } from '../cases/api.ts';
import { FormDialog } from '../cases/form-dialog.tsx';
import { given } from '../service/forms.ts';
import { mandateBody, mandateForm, MANDATE_STATES, type MandateLine, type MandateList } from '../mandates/mandate-list.ts';
import { definePage } from '../shell/page.ts';

const columnsOn = (mayEnd: boolean, onEnd: (one: MandateLine) => void): readonly Column<MandateLine>[] => [
  { key: 'who', title: '谁代谁', phone: 'who', cell: (row) => <>{row.helper} 代 {row.principal}<br /><span className="note">{row.relation}</span></> },
  { key: 'matters', title: '办什么', phone: 'what', cell: (row) => row.matters.map((one) => one.title).join('、') },
  { key: 'when', title: '期限', nowrap: true, cell: (row) => <>{dayLong(row.from)}到{dayLong(row.lastDay)}</> },
  { key: 'basis', title: '凭据', phone: 'why', cell: (row) => <>{row.basisTitle}{row.file === null ? null : <>　<a href={`/api/files/${row.file}`}>看原件</a></>}<br /><span className="note">{row.office === null ? '本人网上给的' : `${row.office}${row.recordedBy}登记`}</span></> },
  { key: 'state', title: '现在', phone: 'state', nowrap: true, cell: (row) => <State kind={row.state === 'holding' ? 'mine' : row.state === 'coming' ? 'wait' : 'done'}>{MANDATE_STATES[row.state]}</State> },
  { key: 'end', title: '收回', cell: (row) => (mayEnd && (row.state === 'holding' || row.state === 'coming') ? <Button kind="bare" onPress={() => onEnd(row)}>收回</Button> : row.endedOn === null ? null : <span className="note">{row.endedOn}，{row.endedBy}{row.reason === null ? '' : `：${row.reason}`}</span>) },
];

const END = { id: 'end', title: '收回授权', sections: [{ id: 'end', title: '收回授权', fields: [{ key: 'reason', title: '原因', kind: 'text' as const, required: true, maxLength: 200 }] }] };

/** 代办授权: who may apply for whom in this area; a paper mandate is written down here, and taken back here. */
function Mandates() {
  const [view, setView] = useState<'holding' | 'all'>('holding');
  const [find, setFind] = useState(new URLSearchParams(location.search).get('find') ?? '');
  const read = useApiQuery<MandateList>('mandates.list-mandates', { view: find === '' ? view : 'all', ...(find.trim() === '' ? {} : { find: find.trim() }) });
  const forms = useApiQuery<FormList>('casework.list-forms').data ?? [];
  const [record, end] = [useApiCommand('mandates.record'), useApiCommand('mandates.end-mandate')];
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<MandateLine | undefined>(undefined);
  const post = usePost();
  const desk = post?.role === 'town-clerk' || post?.role === 'village-clerk';
  return (
    <div className="page">
      <PageHead title="代办授权" lead={read.data === undefined ? undefined : `${view === 'holding' && find === '' ? '现在有效' : '查到'} ${read.data.lines.length} 份。受托人替人申请、补材料，件里写明谁代谁；看不到委托人别的事，也不能代签、换账户、撤回。`}>
        {desk ? <Button kind="main" hotkey="n" onPress={() => setMaking(true)}>登记委托书</Button> : null}
        <ButtonLink href="/mandates/paper">打印空白委托书</ButtonLink>
      </PageHead>
      <Views label="看哪些" views={[{ value: 'holding', title: '有效的' }, { value: 'all', title: '全部' }]} value={view} onChange={setView} />
      <div className="seek" role="search" aria-label="找授权"><Field label="找姓名">{(ids) => <input {...ids} className="input" type="search" autoComplete="off" maxLength={40} value={find} onChange={(event) => setFind(event.target.value)} />}</Field></div>
      <Await read={read} what="授权" lines={5}>{({ lines }) => <Table caption="代办授权" columns={columnsOn(desk, setEnding)} rows={lines} rowKey={(row) => String(row.id)} empty={<Empty>{find.trim() === '' ? '还没有授权。' : '没有找到。'}老人请人代办，两人带身份证和签了字的委托书来，在这里登记。</Empty>} />}</Await>
      <Gloss items={[{ title: '监护人', text: '未成年人由父母、没有行为能力的由监护人代办，可以代签。同户的父母凭户籍登记，其他要证明。' }]} />
      {making ? <FormDialog wide title="登记授权委托书" form={mandateForm(forms, post?.role === 'village-clerk')} submit="登记" command={record} body={mandateBody} initial={{ helperKind: 'person', basis: 'paper', from: read.data?.today ?? null }} onDone={() => setMaking(false)} onClose={() => { setMaking(false); record.clear(); }} /> : null}
      {ending === undefined ? null : <FormDialog title="收回授权" form={END} submit="收回" command={end} body={(values) => ({ mandate: ending.id, ...given(values) })} onDone={() => setEnding(undefined)} onClose={() => setEnding(undefined)}><p>{ending.helper} 马上不能再替 {ending.principal} 办。已经办的都还在。</p></FormDialog>}
    </div>
  );
}

export default definePage({ path: '/mandates', title: '代办授权', under: '/cases', shelf: { label: '代办授权', order: 80 }, covers: ['S215'], component: Mandates });
