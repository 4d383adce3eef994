import { useState } from 'react';
import { useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { ButtonLink } from '../../../../web/ui/button.tsx';
import { dayShort } from '../../../../web/ui/day-text.ts';
import { Empty } from '../../../../web/ui/empty.tsx';
import { Key, useKeys } from '../../../../web/ui/keys.tsx';
import { useOpen } from '../../../../web/ui/link.tsx';
import { PageHead, Views } from '../../../../web/ui/page-head.tsx';
import { usePost } from '../../../../web/ui/session.ts';
import { State } from '../../../../web/ui/state.tsx';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import { FileButton } from '../../../../web/workbench/shell/file-button.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import type { HandoverList, HandoverRow, IntakeList } from './api.ts';
import { DueWords, HandoverStateWords } from './handover-clock.tsx';
import { StatisticsView } from './statistics-view.tsx';
import './window.css';

type View = 'mine' | 'intakes' | 'sent' | 'overdue' | 'figures';
const AT_WINDOW = ['village-clerk', 'town-clerk', 'town-lead', 'approver'];

function Window() {
  const role = usePost()?.role ?? '';
  const outside = role === 'department-clerk';
  const atWindow = AT_WINDOW.includes(role);
  const [view, setView] = useState<View>(outside ? 'mine' : 'intakes');
  const open = useOpen();
  useKeys(atWindow ? { n: { title: '登记求助', run: () => open('/window/new') } } : {});
  const views: { value: View; title: string }[] = [
    ...(outside ? [] : [{ value: 'intakes' as const, title: '求助登记簿' }]), { value: 'mine', title: '转给我办的' }, ...(outside ? [] : [{ value: 'sent' as const, title: '转出去的' }]), { value: 'overdue', title: '逾期' }, { value: 'figures', title: '统计' },
  ];
  return (
    <div className="page">
      <PageHead title={outside ? '转办' : '一门受理'} lead={outside ? '只看得到转给您单位的。先签收，再答复；转错了的，写明理由退回。' : '来的人有什么难处，在这里登记一次；该谁办，分给谁，答复了再告诉本人。'}>
        {atWindow ? <ButtonLink kind="main" href="/window/new">登记求助 <Key of="n" /></ButtonLink> : null}
        <FileButton door="single-window.export-handovers" body={{ side: view === 'mine' ? 'mine' : view === 'sent' ? 'sent' : 'all', only: view === 'overdue' ? 'overdue' : 'all' }}>导出台账</FileButton>
      </PageHead>
      <Views label="看哪些" views={views} value={view} onChange={setView} />
      {view === 'intakes' ? <Intakes /> : view === 'figures' ? <StatisticsView /> : <Handovers key={view} side={view === 'mine' ? 'mine' : view === 'sent' ? 'sent' : 'all'} only={view === 'overdue' ? 'overdue' : 'open'} />}
    </div>
  );
}

const columnsOn = (today: string): readonly Column<HandoverRow>[] => [
  { key: 'need', title: '难处', phone: 'who', cell: (line) => line.need },
  { key: 'name', title: '求助人', phone: 'why', nowrap: true, cell: (line) => line.name },
  { key: 'receiver', title: '承办单位', phone: 'what', cell: (line) => line.receiver },
  { key: 'state', title: '状态', cell: (line) => <HandoverStateWords state={line.state} title={line.stateTitle} /> },
  { key: 'due', title: '期限', phone: 'state', cell: (line) => <DueWords line={line} today={today} /> },
  { key: 'from', title: '转出', cell: (line) => <>{line.from} <span className="quiet nowrap">{dayShort(line.sentOn, today)}</span></> },
  { key: 'number', title: '编号尾', num: true, cell: (line) => <span className="quiet">{line.number.slice(-6)}</span> },
];

function Handovers({ side, only }: { side: 'mine' | 'sent' | 'all'; only: 'open' | 'overdue' }) {
  const read = useApiQuery<HandoverList>('single-window.list-handovers', { side, only });
  const nothing = only === 'overdue' ? '没有逾期的转办。' : side === 'mine' ? '现在没有转给您单位、还没办完的。' : '现在没有转出去、还没办完的。';
  return <Await read={read} what="转办" lines={6}>{(list) => {
    // 逾期 by the office that is late, the one with most first
    const groups = only === 'overdue' ? [...Map.groupBy(list.lines, (line) => line.receiver)].toSorted((a, b) => b[1].length - a[1].length).map(([title, rows]) => ({ title, note: `${rows.length} 件`, rows })) : undefined;
    return <Table caption="转办" columns={columnsOn(list.today)} {...(groups === undefined ? { rows: list.lines } : { groups })} rowKey={(line) => String(line.id)} href={(line) => `/window/handovers/${line.id}`} empty={<Empty>{nothing}</Empty>} />;
  }}</Await>;
}

type IntakeLine = IntakeList['lines'][number];
const intakeColumns = (today: string): readonly Column<IntakeLine>[] => [
  { key: 'name', title: '求助人', phone: 'who', nowrap: true, cell: (line) => line.name },
  { key: 'needs', title: '难处', phone: 'what', cell: (line) => line.needs.join('、') },
  { key: 'state', title: '办到', phone: 'state', nowrap: true, cell: (line) => <IntakeState line={line} /> },
  { key: 'window', title: '窗口', phone: 'why', cell: (line) => <>{line.window} <span className="quiet">{line.how}</span></> },
  { key: 'on', title: '登记', num: true, cell: (line) => dayShort(line.toldOn, today) },
  { key: 'number', title: '求助编号', num: true, cell: (line) => <span className="quiet">{line.number}</span> },
];

function IntakeState({ line }: { line: IntakeLine }) {
  if (line.over > 0) return <State kind="over">{line.open} 件没答复，{line.over} 件超期</State>;
  if (line.open > 0) return <State kind="wait">{line.open} 件等答复</State>;
  if (line.toTell > 0) return <State kind="mine">答复了，等告知本人</State>;
  return <State kind="done">都办完了</State>;
}

function Intakes() {
  const read = useApiQuery<IntakeList>('single-window.list-intakes', {});
  return <Await read={read} what="求助登记簿" lines={6}>{(list) => (
    <Table caption="求助登记簿" columns={intakeColumns(list.today)} rows={list.lines} rowKey={(line) => String(line.id)} href={(line) => `/window/intakes/${line.id}`} empty={<Empty>窗口还没有登记过求助。有人来，按“登记求助”。</Empty>} />
  )}</Await>;
}

export default definePage({ path: '/window', title: '一门受理', go: 'n', tab: { label: '窗口', order: 15, count: 'single-window.count-waiting' }, roles: ['village-clerk', 'town-clerk', 'town-lead', 'approver', 'department-clerk', 'administrator', 'auditor', 'statistician'], covers: ['S022'], component: Window });
