import { useState } from 'react';
import { BridgeBar, bridgeBars } from '../../../ui/bridge-bar.tsx';
import { LimitClock, LimitWords } from '../../../ui/clock.tsx';
import type { ClockInput } from '../../../ui/clock-days.ts';
import { Grounds } from '../../../ui/grounds.tsx';
import { Count, Money } from '../../../ui/money.tsx';
import { Section, Views } from '../../../ui/page-head.tsx';
import { SplitBar } from '../../../ui/split-bar.tsx';
import { State } from '../../../ui/state.tsx';
import { Sum } from '../../../ui/sum.tsx';
import { Table, type Column, type Group } from '../../../ui/table.tsx';
import { NOTICE, workingLimit } from './states.tsx';

interface Task { readonly id: string; readonly who: string; readonly size: number; readonly todo: string; readonly why: string; readonly limit?: ClockInput; readonly waits?: string; readonly village: string; }

const GROUPS: readonly Group<Task>[] = [
  { title: '已超期', note: '1 件', rows: [{ id: '002014', who: '梁*坚', size: 3, todo: '入户调查', why: '两次上门无人', limit: workingLimit('2014-10-31', '2014-11-14'), village: '莲峰' }] },
  { title: '今天到期', note: '2 件', rows: [
    { id: '002021', who: '何*明', size: 4, todo: '入户调查', why: '今天 10:30 已约', limit: workingLimit('2014-11-04', '2014-11-18'), village: '太平' },
    { id: '001995', who: '区*好', size: 2, todo: '民主评议', why: '今天 15:00 开会', limit: workingLimit('2014-11-11', '2014-11-18'), village: '民生' },
  ] },
  { title: '在等别人', note: '2 件', rows: [
    { id: '001873', who: '陈*英', size: 3, todo: '市民政局公示', why: '', limit: NOTICE, village: '太平' },
    { id: '002026', who: '马*群', size: 4, todo: '信息核对', why: '', waits: '等银行答复', village: '莲峰' },
  ] },
];

const TASK_COLUMNS: readonly Column<Task>[] = [
  { key: 'clock', title: '法定期限', phone: 'state', cell: (task) => (task.limit === undefined ? null : <LimitClock limit={task.limit} />) },
  { key: 'left', title: '还剩（工作日）', phone: 'why', nowrap: true, cell: (task) => (task.limit === undefined ? <State kind="wait">{task.waits}</State> : <LimitWords limit={task.limit} />) },
  { key: 'who', title: '申请人', phone: 'who', nowrap: true, cell: (task) => task.who },
  { key: 'size', title: '人数', num: true, cell: (task) => task.size },
  { key: 'todo', title: '要办的', phone: 'what', cell: (task) => <>{task.todo}　<span className="quiet">{task.why}</span></> },
  { key: 'village', title: '村居', nowrap: true, cell: (task) => task.village },
  { key: 'id', title: '案号尾', num: true, cell: (task) => <span className="quiet">{task.id}</span> },
];

export function TasksSample() {
  const [view, setView] = useState<'limit' | 'village'>('limit');
  const [selected, setSelected] = useState('002021');
  return (
    <Section title="表" note="行可以打开；J、K 上下；手机上一行变两行">
      <Views label="看哪些" value={view} onChange={setView} views={[{ value: 'limit', title: '按期限' }, { value: 'village', title: '按村居' }]} />
      <Table caption="待办清单" groups={GROUPS} rowKey={(task) => task.id} href={(task) => `/cases/${task.id}`} selected={selected} onSelect={(task) => setSelected(task.id)} nameColumn="who" columns={TASK_COLUMNS} />
    </Section>
  );
}

const CHANGES = [
  { title: '新增', households: 11, fen: 940400 }, { title: '停发', households: 7, fen: -521300 }, { title: '增加成员', households: 4, fen: 213200 }, { title: '减少成员', households: 8, fen: -479700 },
  { title: '收入减少，补差调高', households: 6, fen: 138500 }, { title: '补发以前月份', households: 2, fen: 162800 }, { title: '扣回多发', households: 3, fen: -60000 },
] as const;

const BARS = bridgeBars(CHANGES.map((change) => change.fen), 200);
const CHANGE_ROWS = CHANGES.map((change, at) => ({ ...change, bar: BARS[at], last: at === CHANGES.length - 1 }));

const CHANGE_COLUMNS: readonly Column<(typeof CHANGE_ROWS)[number]>[] = [
  { key: 'what', title: '变化', phone: 'who', cell: (row) => row.title },
  { key: 'households', title: '户', num: true, phone: 'what', cell: (row) => <Count of={row.households} /> },
  { key: 'fen', title: '金额（元）', num: true, phone: 'state', cell: (row) => <Money fen={row.fen} difference /> },
  { key: 'bar', title: '逐项累计', cell: (row) => (row.bar === undefined ? null : <BridgeBar bar={row.bar} last={row.last} width={200} />) },
];

export function BridgeSample() {
  return (
    <Section title="与上月比" note="浮动的条，从上一行停的地方起">
      <Table caption="与上月比较" rows={CHANGE_ROWS} rowKey={(row) => row.title} total={{ cells: { what: '12月', households: <Count of={4880} />, fen: <Money fen={395310700} /> }, answer: 'fen' }} columns={CHANGE_COLUMNS} />
    </Section>
  );
}

export function SumSample() {
  return (
    <>
      <Section title="算式" note="为什么是这个数">
        <Sum caption="每月补差怎么算" rows={[
          { label: '低保标准', amountFen: 53300, source: '中山市 2014 年，城乡统一。', missingSource: '文号未录入' },
          { label: '计入人数', op: '×', count: 3, source: '配偶、未独立生活的在读子女。民发〔2012〕220号' },
          { label: '全家应有', amountFen: 159900, result: true },
          { label: '陈*英，清洁零工', op: '−', amountFen: 62000, source: '4月至9月 3,720.00 ÷ 6，入户核实' },
          { label: '黄*强，养老金', op: '−', amountFen: 16500, source: '社保待遇，10-15 答复' },
          { label: '黄*欣，助学金 300.00', text: '不计入', quiet: true, source: '教育资助不算收入' },
          { label: '每月补差', amountFen: 81400, answer: true, source: '人均收入 261.67 元，低于 533 元，符合' },
        ]} />
      </Section>
      <Section title="两段条"><SplitBar whole={{ label: '三口人一共应有', fen: 159900 }} own={{ label: '自己的收入', fen: 78500 }} given={{ label: '政府补的差额', fen: 81400 }} /></Section>
      <Section title="理由"><Grounds items={[
        { result: 'met', fact: '三人户籍都在中山市', law: '国务院令第649号 第十一条' },
        { result: 'unmet', fact: '人均每月 612.00 元，超过标准 533.00 元', law: '国务院令第649号 第九条' },
        { result: 'unknown', fact: <>存款合计 6,318.42 元，上限 <span className="unsourced">参数未录入</span></>, law: '民发〔2012〕220号 第八条' },
      ]} /></Section>
    </>
  );
}
