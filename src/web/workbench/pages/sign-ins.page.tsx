import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Field } from '../../ui/field.tsx';
import { instantWords } from '../../ui/instant-words.ts';
import { A } from '../../ui/link.tsx';
import { PageHead, Views } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { DayRange, readDays, type DayFaults } from '../registers/day-range.tsx';
import { definePage } from '../shell/page.ts';

type Answer = DoorOutput<typeof import('../../../kernel/access/queries/list-sign-ins.ts').default>;
type Line = Answer['lines'][number];
type What = 'all' | 'failures' | 'signed-in' | 'locked';
type Who = 'all' | 'staff' | 'resident' | 'nobody';

const COLUMNS: readonly Column<Line>[] = [
  { key: 'at', title: '时间', phone: 'why', nowrap: true, cell: (row) => instantWords(row.at) },
  { key: 'who', title: '谁', phone: 'who', cell: (row) => (row.name === null ? <span className="quiet">没有这个账号</span> : row.accountKind === 'staff' ? <A href={`/accounts/${row.account ?? 0}`}>{row.name}</A> : <>{row.name}（居民）</>) },
  { key: 'what', title: '什么事', phone: 'state', nowrap: true, cell: (row) => <State kind={row.kind === 'locked' || row.kind === 'shut-out' ? 'over' : row.kind === 'signed-in' || row.kind === 'signed-out' ? 'done' : row.kind === 'began' ? 'wait' : 'back'}>{row.title}</State> },
  { key: 'division', title: '单位', cell: (row) => row.division },
  { key: 'device', title: '设备', phone: 'what', cell: (row) => row.device },
  { key: 'whence', title: '地址指纹', cell: (row) => (row.whence === null ? <span className="quiet">无</span> : <span className="code">{row.whence}</span>) },
];

/** 登录记录: who signed in, who failed, what was locked. */
function SignIns() {
  const [what, setWhat] = useState<What>('all');
  const [asked, setAsked] = useState<{ find?: string; from?: string; to?: string; who: Who }>({ who: 'all' });
  const [before, setBefore] = useState<readonly number[]>([]);
  const wanted = { ...asked, what };
  const read = useApiQuery<Answer>('access.list-sign-ins', { ...wanted, ...(before.length === 0 ? {} : { before: before.at(-1) }), limit: 100 });
  return (
    <div className="page">
      <PageHead title="登录记录" lead="谁在什么时候、用什么设备登录，错了几次，什么时候锁的。输错的账号名和上网地址不留，只留指纹：指纹一样，就是同一个地址。"><ExportButton list="access.list-sign-ins" asked={wanted} /></PageHead>
      <Views label="看哪些" views={[{ value: 'all', title: '全部' }, { value: 'failures', title: '没成的' }, { value: 'locked', title: '锁定' }, { value: 'signed-in', title: '登录' }]} value={what} onChange={(next) => { setWhat(next); setBefore([]); }} />
      <Search onAsk={(next) => { setAsked(next); setBefore([]); }} />
      <Await read={read} what="登录记录" lines={8}>{({ lines, more }) => (
        <>
          <Table caption="登录记录" columns={COLUMNS} rows={lines} rowKey={(row) => String(row.id)} nameColumn="who" empty={<Empty>没有合条件的记录。</Empty>} />
          <p className="acts table-foot">{before.length === 0 ? null : <Button onPress={() => setBefore(before.slice(0, -1))}>前 100 条</Button>}{more ? <Button onPress={() => setBefore([...before, lines.at(-1)?.id ?? 0])}>后 100 条</Button> : null}</p>
        </>
      )}</Await>
    </div>
  );
}

function Search({ onAsk }: { onAsk: (asked: { find?: string; from?: string; to?: string; who: Who }) => void }) {
  const [entry, setEntry] = useState({ find: '', from: '', to: '', who: 'all' as Who });
  const [faults, setFaults] = useState<DayFaults>({});
  const set = (key: 'find' | 'from' | 'to') => (value: string) => setEntry((now) => ({ ...now, [key]: value }));
  const ask = (who: Who) => {
    const { days, faults: found } = readDays(entry);
    setFaults(found);
    if (found.from !== undefined || found.to !== undefined) return;
    onAsk({ who, ...(entry.find.trim() === '' ? {} : { find: entry.find.trim() }), ...days });
  };
  return (
    <form className="filters" role="search" aria-label="查登录记录" onSubmit={(event) => { event.preventDefault(); ask(entry.who); }}>
      <Field label="谁的">{(ids) => <select {...ids} className="input" value={entry.who} onChange={(event) => { const who = event.target.value as Who; setEntry({ ...entry, who }); ask(who); }}><option value="all">全部</option><option value="staff">工作人员</option><option value="resident">居民</option><option value="nobody">没有的账号</option></select>}</Field>
      <DayRange from={entry.from} to={entry.to} faults={faults} onChange={(key, value) => set(key)(value)} />
      <div className="field wide"><Field label="姓名、账号或地址指纹">{(ids) => <input {...ids} className="input" type="search" value={entry.find} onChange={(event) => set('find')(event.target.value)} />}</Field></div>
      <Button type="submit">查</Button>
    </form>
  );
}

export default definePage({ path: '/sign-ins', title: '登录记录', under: '/accounts', shelf: { label: '登录记录', order: 20 }, roles: ['administrator', 'auditor'], covers: ['S215'], component: SignIns });
