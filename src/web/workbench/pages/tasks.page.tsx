import { useEffect, useState } from 'react';
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
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { PrintMany } from '../bulk/print-many.tsx';
import { useTicks } from '../bulk/use-ticks.ts';
import type { NextTask, TaskLine, TaskList } from '../cases/api.ts';
import { LaterDialog } from '../cases/later-dialog.tsx';
import { keepWalk, type WalkFilter } from '../cases/walk-filter.ts';
import { TaskFilters, without } from '../cases/task-filters.tsx';
import { useListAddress, type Asked } from '../views/list-address.ts';
import { SavedViews, type ViewCount } from '../views/saved-views.tsx';
import { ReviewsLine } from '../reviews/reviews-line.tsx';
import { NextPanel } from '../cases/next-panel.tsx';
import { OpenCases } from '../cases/open-cases.tsx';
import { LineStrip, LineWords } from '../cases/task-clock.tsx';
import { byLimit, byVillage, deskSaid } from '../cases/task-groups.ts';
import { definePage } from '../shell/page.ts';

type Order = 'limit' | 'village' | 'office';

const keyOf = (line: TaskLine): string => `${line.caseId}-${line.task}`;

const columnsOn = (today: string): readonly Column<TaskLine>[] => [
  { key: 'clock', title: '法定期限', cell: (line) => <LineStrip line={line} today={today} /> },
  { key: 'left', title: '还剩', phone: 'state', nowrap: true, cell: (line) => <LineWords line={line} today={today} /> },
  { key: 'name', title: '申请人', phone: 'who', nowrap: true, cell: (line) => <>{line.name} <span className="quiet">{line.headcount} 人{line.later === null ? '' : `，稍后：${line.later}`}</span></> },
  { key: 'todo', title: '要办的', phone: 'what', cell: (line) => line.title },
  { key: 'matter', title: '事项', cell: (line) => line.matterTitle },
  { key: 'village', title: '村居', phone: 'why', nowrap: true, cell: (line) => line.division },
  { key: 'number', title: '案号尾', num: true, cell: (line) => <span className="quiet">{line.number.slice(-6)}</span> },
];

function Tasks() {
  const [asked, setAsked] = useListAddress();
  const { matter, divisionId } = asked;
  const filter = { ...(typeof matter === 'string' ? { matter } : {}), ...(typeof divisionId === 'number' ? { divisionId } : {}) };
  const read = useApiQuery<TaskList>('casework.list-tasks', { ...filter, limit: 1000 }, { everyMs: 60_000 });
  const post = usePost();
  if (post === undefined) return <div className="page"><PageHead title="待办" lead="您现在没有岗位，所以没有待办。请让系统管理员给您安排。" /></div>;
  return <Await read={read} what="待办" lines={8}>{(list) => <Desk list={list} asked={asked} filter={filter} onAsked={setAsked} />}</Await>;
}

const ORDERS: readonly { readonly value: Order; readonly title: string }[] = [{ value: 'limit', title: '按期限' }, { value: 'village', title: '按村居' }, { value: 'office', title: '全所在办' }];

function Desk({ list, asked, filter, onAsked }: { list: TaskList; asked: Asked; filter: WalkFilter; onAsked: (asked: Asked) => void }) {
  const order: Order = asked['order'] === 'village' || asked['order'] === 'office' ? asked['order'] : 'limit';
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [later, setLater] = useState(false);
  const open = useOpen();
  const { today, lines } = list;
  const ticks = useTicks(lines.map(keyOf));
  const selected = lines.find((line) => keyOf(line) === chosen) ?? lines.find((line) => line.waiting === null && line.later === null) ?? lines[0];
  // the next one that opens by itself comes from what is listed here
  useEffect(() => keepWalk(filter), [filter.matter, filter.divisionId]); // oxlint-disable-line react-hooks/exhaustive-deps -- by what it says
  useKeys({
    n: { title: '登记申请', run: () => open('/cases/new') },
    ...(selected === undefined ? {} : { p: { title: '打印审批表', run: () => open(`/cases/${selected.caseId}/print`) }, l: { title: selected.later === null ? '稍后再办这一件' : '不再稍后', run: () => setLater(true) }, Enter: { title: '打开右边这一件', run: () => open(`/cases/${selected.caseId}`) } }),
  });
  const said = deskSaid(list);
  const change = (next: Asked) => { setChosen(undefined); onAsked(next); };
  return (
    <>
      <div className="desk">
        <div className="list">
          <PageHead title="待办" lead={<>{said.mine}{said.over === '' ? null : <>，<b className="law-ink">{said.over}</b></>}{said.rest}</>}>
            <ButtonLink href="/cases/new">登记申请 <Key of="n" /></ButtonLink>
            <ExportButton list={order === 'office' ? 'casework.list-cases' : 'casework.list-tasks'} asked={order === 'office' ? { open: true } : { ...filter }} />
          </PageHead>
          <ReviewsLine />
          <Views label="看哪些" views={ORDERS} value={order} onChange={(value) => change(value === 'limit' ? without(asked, 'order') : { ...asked, order: value })} />
          <TaskFilters asked={asked} onAsked={change} />
          <SavedViews list="casework.list-tasks" asked={asked} onPick={change} count={TASK_COUNT} />
          {order === 'office' ? <OpenCases /> : (
            <div className="tasks">
              <Table caption="待办清单" columns={columnsOn(today)} groups={order === 'village' ? byVillage(lines) : byLimit(lines)} rowKey={keyOf} nameColumn="name" href={(line) => `/cases/${line.caseId}`} ticks={ticks}
                onSelect={(line) => setChosen(keyOf(line))} selected={selected === undefined ? undefined : keyOf(selected)} empty={<Empty>{Object.keys(filter).length > 0 ? '这个条件下没有要办的件。' : '现在没有要您办的件。新的申请来了，会出现在这里。窗口来人申请，按“登记申请”。'}</Empty>} />
              {lines.length === 0 ? null : <Legend />}
              <BulkBar work="casework.take-step" rows={lines.filter((line) => ticks.ticked.has(keyOf(line))).map((line) => ({ id: line.caseId, seen: line.version }))} ticks={ticks}>
                <PrintMany cases={lines.filter((line) => ticks.ticked.has(keyOf(line))).map((line) => line.caseId)} />
              </BulkBar>
            </div>
          )}
        </div>
        <aside className="next" aria-label="下一件">{selected === undefined ? <p className="note">没有下一件。</p> : <NextPanel key={keyOf(selected)} line={selected} chosen={keyOf(selected) === chosen} today={today} />}</aside>
      </div>
      {later && selected !== undefined ? <LaterDialog caseId={selected.caseId} name={selected.name} reason={selected.later} onClose={() => setLater(false)} /> : null}
      <p className="keys-foot note"><span><Key of="j" /> <Key of="k" /> 上下</span><span><Key of="Enter" /> 打开</span><span><Key of="x" /> 选</span><span><Key of="l" /> 稍后</span><span><Key of="n" /> 登记申请</span><span><Key of="/" /> 查人</span><span><Key of="g" /> 去别处</span><span><Key of="?" /> 全部快捷键</span></p>
    </>
  );
}

/** What is ready now under a view: the same sentence as the tab of the worklist. */
const TASK_COUNT: ViewCount = {
  query: 'casework.get-next-task', body: ({ matter, divisionId }) => ({ ...(typeof matter === 'string' ? { matter } : {}), ...(typeof divisionId === 'number' ? { divisionId } : {}) }),
  of: (answer) => (answer as NextTask).left,
};

const SAMPLE: readonly ClockDay[] = (['used', 'used', 'used', 'today', 'left'] as const).map((kind, at) => ({ day: `s${at}`, kind, gapBefore: at === 2 }));

function Legend() {
  return (
    <p className="legend note">
      <span><Clock days={SAMPLE} label="示例：一格一个工作日" /> 一格一个工作日，隔开处是周末和假日，竖线是法定期限</span>
      <span><LimitClock limit={{ start: '2014-11-01', due: '2014-11-08', today: '2014-11-05', calendar: 'calendar' }} /> 斜纹是公示，按自然日算</span>
    </p>
  );
}

export default definePage({ path: '/tasks', title: '待办', go: 't', tab: { label: '待办', order: 10, count: 'casework.count-tasks' }, covers: ['S001', 'S216'], component: Tasks });
