import { useState } from 'react';
import type { Form } from '../../../../kernel/contract/form.ts';
import { useApiCommand, useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button } from '../../../../web/ui/button.tsx';
import { dayShort } from '../../../../web/ui/day-text.ts';
import { Empty } from '../../../../web/ui/empty.tsx';
import { ErrorNote } from '../../../../web/ui/error-note.tsx';
import { PageHead, Section, Views } from '../../../../web/ui/page-head.tsx';
import { usePost, useSignedIn } from '../../../../web/ui/session.ts';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import { FormDialog } from '../../../../web/workbench/cases/form-dialog.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import { WINDOW_LEVELS } from '../terms.ts';
import type { DepartmentPosts, WindowList } from './api.ts';

type Line = WindowList['lines'][number];
type Level = Line['level'] | 'all';
const columnsOn = (today: string): readonly Column<Line>[] => [
  { key: 'name', title: '窗口', phone: 'who', cell: (line) => line.name }, { key: 'level', title: '层级', phone: 'state', nowrap: true, cell: (line) => line.levelTitle }, { key: 'address', title: '地址', phone: 'what', cell: (line) => line.address },
  { key: 'phone', title: '电话', phone: 'why', nowrap: true, cell: (line) => line.phone }, { key: 'opened', title: '设立', num: true, cell: (line) => dayShort(line.openedOn, today) },
];
const departmentColumns: readonly Column<WindowList['departments'][number]>[] = [
  { key: 'title', title: '部门', phone: 'who', nowrap: true, cell: (one) => one.title }, { key: 'for', title: '管什么', phone: 'what', cell: (one) => one.answersFor },
  { key: 'account', title: '账号', phone: 'state', nowrap: true, cell: (one) => (one.hasAccount ? '有，网上签收' : '没有，送转办单') },
];

function Register() {
  const { today } = useSignedIn();
  const role = usePost()?.role;
  const [level, setLevel] = useState<Level>('all');
  const [adding, setAdding] = useState(false);
  const read = useApiQuery<WindowList>('single-window.list-windows', level === 'all' ? {} : { level });
  const views: { value: Level; title: string }[] = [{ value: 'all', title: '全部' }, { value: 'city', title: '市级' }, { value: 'town', title: '镇街' }, { value: 'village', title: '村居' }];
  return (
    <div className="page">
      <PageHead title="窗口和协办部门" lead={read.data === undefined ? undefined : `${read.data.levels.map((one) => `${one.title} ${one.windows} 个`).join('，')}。`}>
        {role === 'administrator' || role === 'approver' ? <Button onPress={() => setAdding(true)}>登记窗口</Button> : null}
      </PageHead>
      {adding ? <AddWindow onClose={() => setAdding(false)} /> : null}
      <Views label="哪一级" views={views} value={level} onChange={setLevel} />
      <Await read={read} what="窗口" lines={8}>{(list) => (
        <>
          <Table caption="救助窗口" columns={columnsOn(today)} rows={list.lines} rowKey={(line) => String(line.id)} empty={<Empty>还没有登记窗口。</Empty>} />
          <Section title="协办部门"><Table caption="协办部门" columns={departmentColumns} rows={list.departments} rowKey={(one) => one.id} /></Section>
          {role === 'administrator' ? <Posts departments={list.departments} /> : null}
        </>
      )}</Await>
    </div>
  );
}

const windowForm: Form = {
  id: 'window', title: '登记窗口', sections: [{ id: 'window', title: '窗口', fields: [
    { key: 'level', title: '层级', kind: 'choice', required: true, options: Object.entries(WINDOW_LEVELS).map(([value, title]) => ({ value, title })) },
    { key: 'division', title: '区划代码', kind: 'text', required: true, help: '市 6 位，镇街 9 位，村居 12 位。', maxLength: 12 }, { key: 'name', title: '窗口名称', kind: 'text', required: true }, { key: 'address', title: '地址', kind: 'text', required: true },
    { key: 'phone', title: '电话', kind: 'text', required: true }, { key: 'openedOn', title: '设立日期', kind: 'date', required: true },
  ] }],
};

function AddWindow({ onClose }: { onClose: () => void }) {
  const command = useApiCommand('single-window.register-windows');
  return <FormDialog title="登记窗口" form={windowForm} submit="登记窗口" command={command} body={(values) => ({ windows: [values] })} onDone={onClose} onClose={onClose} />;
}

/** Which department each outside post works for; without one it sees nothing. */
function Posts({ departments }: { departments: WindowList['departments'] }) {
  const read = useApiQuery<DepartmentPosts>('single-window.list-department-posts');
  const command = useApiCommand('single-window.assign-department');
  return (
    <Section title="协办部门岗位" note="没有挂部门的，什么也看不到">
      <ErrorNote problem={command.problem} />
      <Await read={read} what="岗位" lines={2}>{({ lines }) => (lines.length === 0 ? <Empty>还没有协办部门的岗位。</Empty> : (
        <ul className="signing">{lines.map((one) => (
          <li key={one.post}><label>{one.name}　<select className="input" value={one.department ?? ''} onChange={(event) => void command.run({ post: one.post, department: event.target.value })}>
            <option value="" disabled>选部门</option>{departments.map((department) => <option key={department.id} value={department.id}>{department.title}</option>)}
          </select></label></li>
        ))}</ul>
      ))}</Await>
    </Section>
  );
}

export default definePage({ path: '/window/register', title: '窗口和协办部门', under: '/window', shelf: { label: '窗口和协办部门', order: 20 }, roles: ['village-clerk', 'town-clerk', 'town-lead', 'approver', 'administrator', 'auditor', 'statistician'], covers: ['S022'], component: Register });
