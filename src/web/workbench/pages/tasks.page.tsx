import { useState } from 'react';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Clock, LimitClock } from '../../ui/clock.tsx';
import type { ClockDay } from '../../ui/clock-days.ts';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Key, useKeys } from '../../ui/keys.tsx';
import { useOpen } from '../../ui/link.tsx';
import { PageHead, Views } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { Table, type Column } from '../../ui/table.tsx';
import '../cases/cases.css';
import type { TaskLine, TaskList } from '../cases/api.ts';
import { ReviewsLine } from '../reviews/reviews-line.tsx';
import { NextPanel } from '../cases/next-panel.tsx';
import { OpenCases } from '../cases/open-cases.tsx';
import { LineStrip, LineWords } from '../cases/task-clock.tsx';
import { byLimit, byVillage, deskSaid } from '../cases/task-groups.ts';
import { definePage } from '../shell/page.ts';

type View = 'limit' | 'village' | 'office' | `matter:${string}`;

const keyOf = (line: TaskLine): string => `${line.caseId}-${line.task}`;

const columnsOn = (today: string): readonly Column<TaskLine>[] => [
  { key: 'clock', title: '法定期限', cell: (line) => <LineStrip line={line} today={today} /> },
  { key: 'left', title: '还剩', phone: 'state', nowrap: true, cell: (line) => <LineWords line={line} today={today} /> },
  { key: 'name', title: '申请人', phone: 'who', nowrap: true, cell: (line) => <>{line.name} <span className="quiet">{line.headcount} 人</span></> },
  { key: 'todo', title: '要办的', phone: 'what', cell: (line) => line.title },
  { key: 'matter', title: '事项', cell: (line) => line.matterTitle },
  { key: 'village', title: '村居', phone: 'why', nowrap: true, cell: (line) => line.division },
  { key: 'number', title: '案号尾', num: true, cell: (line) => <span className="quiet">{line.number.slice(-6)}</span> },
];

function Tasks() {
  const read = useApiQuery<TaskList>('casework.list-tasks', { limit: 1000 }, { everyMs: 60_000 });
  const post = usePost();
  if (post === undefined) return <div className="page"><PageHead title="待办" lead="您现在没有岗位，所以没有待办。请让系统管理员给您安排。" /></div>;
  return <Await read={read} what="待办" lines={8}>{(list) => <Desk list={list} />}</Await>;
}

function Desk({ list }: { list: TaskList }) {
  const [view, setView] = useState<View>('limit');
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const open = useOpen();
  const { today } = list;
  const shown = view.startsWith('matter:') ? list.lines.filter((line) => `matter:${line.matter}` === view) : list.lines;
  const selected = shown.find((line) => keyOf(line) === chosen) ?? shown.find((line) => line.waiting === null) ?? shown[0];
  useKeys({
    n: { title: '登记申请', run: () => open('/cases/new') },
    ...(selected === undefined ? {} : { p: { title: '打印审批表', run: () => open(`/cases/${selected.caseId}/print`) }, Enter: { title: '打开右边这一件', run: () => open(`/cases/${selected.caseId}`) } }),
  });
  const matters = [...new Map(list.lines.map((line) => [line.matter, line.matterTitle])).entries()];
  const views: { value: View; title: string }[] = [
    { value: 'limit', title: '按期限' }, { value: 'village', title: '按村居' },
    ...(matters.length > 1 ? matters.map(([id, title]) => ({ value: `matter:${id}` as const, title: `只看${title}` })) : []),
    { value: 'office', title: '全所在办' },
  ];
  const said = deskSaid(list);
  return (
    <>
      <div className="desk">
        <div className="list">
          <PageHead title="待办" lead={<>{said.mine}{said.over === '' ? null : <>，<b className="law-ink">{said.over}</b></>}{said.rest}</>}>
            <ButtonLink href="/cases/new">登记申请 <Key of="n" /></ButtonLink>
            <ExportButton list={view === 'office' ? 'casework.list-cases' : 'casework.list-tasks'} asked={view === 'office' ? { open: true } : view.startsWith('matter:') ? { matter: view.slice('matter:'.length) } : {}} />
          </PageHead>
          <ReviewsLine />
          <Views label="看哪些" views={views} value={view} onChange={setView} />
          {view === 'office' ? <OpenCases /> : (
            <div className="tasks">
              <Table caption="待办清单" columns={columnsOn(today)} groups={view === 'village' ? byVillage(shown) : byLimit(shown)} rowKey={keyOf} nameColumn="name" href={(line) => `/cases/${line.caseId}`}
                onSelect={(line) => setChosen(keyOf(line))} selected={selected === undefined ? undefined : keyOf(selected)} empty={<Empty>现在没有要您办的件。新的申请来了，会出现在这里。窗口来人申请，按“登记申请”。</Empty>} />
              {shown.length === 0 ? null : <Legend />}
            </div>
          )}
        </div>
        <aside className="next" aria-label="下一件">{selected === undefined ? <p className="note">没有下一件。</p> : <NextPanel key={keyOf(selected)} line={selected} chosen={keyOf(selected) === chosen} today={today} />}</aside>
      </div>
      <p className="keys-foot note"><span><Key of="j" /> <Key of="k" /> 上下</span><span><Key of="Enter" /> 打开</span><span><Key of="n" /> 登记申请</span><span><Key of="p" /> 审批表</span><span><Key of="/" /> 查人</span><span><Key of="?" /> 全部快捷键</span></p>
    </>
  );
}

const SAMPLE: readonly ClockDay[] = (['used', 'used', 'used', 'today', 'left'] as const).map((kind, at) => ({ day: `s${at}`, kind, gapBefore: at === 2 }));

function Legend() {
  return (
    <p className="legend note">
      <span><Clock days={SAMPLE} label="示例：一格一个工作日" /> 一格一个工作日，隔开处是周末和假日，竖线是法定期限</span>
      <span><LimitClock limit={{ start: '2014-11-01', due: '2014-11-08', today: '2014-11-05', calendar: 'calendar' }} /> 斜纹是公示，按自然日算</span>
    </p>
  );
}

export default definePage({ path: '/tasks', title: '待办', tab: { label: '待办', order: 10, count: 'casework.count-tasks' }, covers: ['S001', 'S216'], component: Tasks });
