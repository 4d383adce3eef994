import '../registers/ruled-list.css';
import '../rolls/rolls.css';
import { useState } from 'react';
import { addMonths, monthOf, type Month } from '../../../kernel/values/month.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useOpen } from '../../ui/link.tsx';
import { Count, Money } from '../../ui/money.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { usePost, useSignedIn } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { rollTitle, type ListedRoll, type RollList } from '../rolls/roll-answer.ts';
import { definePage } from '../shell/page.ts';

const COLUMNS: readonly Column<ListedRoll>[] = [
  { key: 'title', title: '花名册', phone: 'who', nowrap: true, cell: (row) => <span className={row.kind === 'main' ? undefined : 'quiet'}>{rollTitle(row)}</span> },
  { key: 'benefit', title: '待遇', nowrap: true, cell: (row) => row.title },
  { key: 'households', title: '户', num: true, cell: (row) => <Count of={row.households} /> },
  { key: 'persons', title: '人', num: true, cell: (row) => <Count of={row.persons} /> },
  { key: 'fen', title: '金额（元）', num: true, phone: 'what', cell: (row) => <Money fen={row.fen} /> },
  { key: 'state', title: '到了哪一步', phone: 'state', nowrap: true, cell: (row) => <RollState row={row} /> },
  { key: 'office', title: '哪里编的', nowrap: true, cell: (row) => <span className="quiet">{row.office}</span> },
  { key: 'number', title: '编号', phone: 'why', nowrap: true, cell: (row) => <span className="quiet">{row.number}</span> },
];

const WORDS: Readonly<Partial<Record<ListedRoll['state'], string>>> = { drawing: '正在编制', drawn: '编好了，等检查', checked: '检查过，等提交', submitted: '等批准', approved: '已批准，等确认', confirmed: '已确认，等送银行', sent: '已送银行，等回盘', closed: '已关账', void: '已作废' };

function RollState({ row }: { row: ListedRoll }) {
  if (row.state === 'closed') return <State kind="done">已关账{row.failed > 0 ? `，退过 ${row.failed} 笔` : ''}</State>;
  if (row.state === 'returned') return row.failed > 0 ? <State kind="back">退回 {row.failed} 笔</State> : <State kind="done">全部到账，等关账</State>;
  if (row.state === 'sent' || row.state === 'submitted' || row.state === 'approved') return <State kind="wait">{WORDS[row.state]}</State>;
  return <State kind="mine">{WORDS[row.state] ?? row.stateTitle}</State>;
}

const LIMIT = 24;

function Rolls() {
  const [limit, setLimit] = useState(LIMIT);
  const read = useApiQuery<RollList>('payroll.list-rolls', { limit });
  return (
    <div className="page">
      <Await read={read} what="花名册" lines={8}>{(list) => (
        <>
          <PageHead title="发放" lead={<Lead rolls={list.rolls} />}><DrawUp list={list} /></PageHead>
          <Table caption="花名册一览" columns={COLUMNS} rows={list.rolls} rowKey={(row) => String(row.id)} href={(row) => `/rolls/${row.id}`} empty={<Empty>还没有编过花名册。批准了第一户以后，从下一个月起就可以编。</Empty>} />
          {list.rolls.length < limit || limit >= 60 ? null : <p className="after"><Button onPress={() => setLimit(60)}>再看以前的</Button></p>}
        </>
      )}</Await>
    </div>
  );
}

function Lead({ rolls }: { rolls: RollList['rolls'] }) {
  const latest = rolls.find((roll) => roll.kind === 'main');
  const open = rolls.filter((roll) => roll.state !== 'closed');
  if (latest === undefined) return <>还没有编过花名册。</>;
  return <>{rollTitle(latest)} {latest.households.toLocaleString('en-US')} 户 {latest.persons.toLocaleString('en-US')} 人，<b className="nowrap"><Money fen={latest.fen} unit /></b>，{WORDS[latest.state] ?? latest.stateTitle}。{open.length === 0 ? '各册都已关账。' : `没有关账的还有 ${open.length} 册。`}</>;
}

/** 编制: the month after the last one drawn, from all that is known today. */
function DrawUp({ list }: { list: RollList }) {
  const { today } = useSignedIn();
  const role = usePost()?.role;
  const open = useOpen();
  const draw = useApiCommand<{ readonly roll: number }>('payroll.draw-up');
  const [asked, setAsked] = useState(false);
  const [chosen, setChosen] = useState(list.benefits[0]?.id);
  const benefit = list.benefits.find((one) => one.id === chosen) ?? list.benefits[0];
  if (benefit === undefined) return null;
  const last = list.rolls.find((roll) => roll.kind === 'main' && roll.benefit === benefit.id && roll.state !== 'void');
  const now = monthOf(plainDate(today));
  const month = last === undefined ? now : addMonths(last.month.slice(0, 7) as Month, 1);
  const title = rollTitle({ month, kind: 'main' });
  const early = month > addMonths(now, 1);
  const waiting = role !== 'payroll-officer' ? '由发放经办编制' : early ? `${Number(now.slice(5))}月和下月的都已编好` : undefined;
  const go = async () => {
    const drawn = await draw.run({ benefit: benefit.id, month });
    if (drawn !== undefined) open(`/rolls/${drawn.roll}`);
  };
  return (
    <>
      <Button kind="main" hotkey="n" hotkeyTitle="编制下一册" onPress={() => setAsked(true)} {...(waiting === undefined ? {} : { waiting })}>编制{title}</Button>
      <Dialog open={asked} title={`编制${title}`} onClose={() => setAsked(false)}>
        <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void go(); }}>
          {list.benefits.length < 2 ? null : (
            <div className="field"><label htmlFor="benefit">哪一项待遇</label>
              <select id="benefit" className="input" value={benefit.id} onChange={(event) => setChosen(event.target.value)}>{list.benefits.map((one) => <option key={one.id} value={one.id}>{one.title}</option>)}</select>
            </div>
          )}
          <p>按 {dayLong(today)}这一刻知道的情况编：每一户该发多少，和上月比变了什么，为什么。以后再知道的，进下一册补发或扣回。</p>
          {last === undefined ? null : <p className="note">上一册 {rollTitle(last)}，{WORDS[last.state] ?? last.stateTitle}。</p>}
          <ErrorNote problem={draw.problem} />
          <div className="foot"><Button onPress={() => setAsked(false)}>先不编</Button><Button kind="main" type="submit" busy={draw.busy}>{draw.busy ? '正在编制…' : `编制${title}`}</Button></div>
        </form>
      </Dialog>
    </>
  );
}

export default definePage({ path: '/rolls', title: '发放', go: 'r', tab: { label: '发放', order: 30 }, covers: ['S001'], component: Rolls });
