import { useState } from 'react';
import { useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button } from '../../../../web/ui/button.tsx';
import { Empty } from '../../../../web/ui/empty.tsx';
import { A } from '../../../../web/ui/link.tsx';
import { PageHead } from '../../../../web/ui/page-head.tsx';
import { useSignedIn } from '../../../../web/ui/session.ts';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import type { HoursAPerson, PersonHours } from '../queries/hours-a-person.ts';

const REGISTER = '/registers/community-worker-training';
const one = (hours: number): string => (Number.isInteger(hours) ? String(hours) : hours.toFixed(1));

const COLUMNS: readonly Column<PersonHours>[] = [
  { key: 'person', title: '姓名', phone: 'who', nowrap: true, cell: (row) => row.title },
  { key: 'place', title: '地方', phone: 'why', cell: (row) => row.place },
  { key: 'hours', title: '学时', num: true, phone: 'state', cell: (row) => one(row.hours) },
  { key: 'classes', title: '参加（期）', num: true, phone: 'what', cell: (row) => row.classes },
  { key: 'certificates', title: '证书（本）', num: true, cell: (row) => row.certificates },
  { key: 'last', title: '最近一次', nowrap: true, cell: (row) => row.last },
];

/** 个人学时 of a year: everybody who came to a class, with all his hours. */
function Hours() {
  const { today } = useSignedIn();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [after, setAfter] = useState(0);
  const read = useApiQuery<HoursAPerson>('community-worker-training.hours-a-person', { year, ...(after === 0 ? {} : { after }) });
  const turn = (to: number) => { setAfter(0); setYear(to); };
  return (
    <div className="page">
      <PageHead over={<A className="plain" href={REGISTER}>社区工作者培训</A>} title={`${year}年个人学时`} lead={read.data === undefined ? undefined : <Lead answer={read.data} />}>
        <Button onPress={() => turn(year - 1)}>{year - 1}年</Button>
        {year < Number(today.slice(0, 4)) ? <Button onPress={() => turn(year + 1)}>{year + 1}年</Button> : null}
      </PageHead>
      <Await read={read} what="个人学时" lines={8}>{(answer) => (
        <>
          <Table caption={`${year}年个人学时`} columns={COLUMNS} rows={answer.rows} rowKey={(row) => String(row.person)} href={(row) => `/people/${row.person}`} empty={<Empty>您看得到的培训班，这一年还没有人到课。<A href={REGISTER}>到培训班里记签到</A>，这里就有。</Empty>} />
          {after === 0 && answer.next === null ? null : <p className="acts table-foot noprint">{after === 0 ? null : <Button onPress={() => setAfter(Math.max(0, after - 200))}>上一页</Button>}{answer.next === null ? <span className="quiet">到底了</span> : <Button onPress={() => setAfter(answer.next ?? 0)}>下一页</Button>}</p>}
        </>
      )}</Await>
    </div>
  );
}

function Lead({ answer: { persons, hours } }: { answer: HoursAPerson }) {
  return persons === 0 ? <>还没有人到课。</> : <><b>{persons.toLocaleString('en-US')} 人</b>到过课，一共 {one(hours)} 学时，人均 {(hours / persons).toFixed(1)} 学时。一个人来几期都算一人；数的是您看得到的培训班。</>;
}

export default definePage({ path: '/registers/community-worker-hours', title: '社区工作者个人学时', under: '/registers', shelf: { label: '培训学时', order: 40 }, roles: ['grassroots-governance-clerk', 'town-clerk', 'village-clerk', 'town-lead', 'approver', 'statistician', 'supervisor', 'auditor'], covers: ['S086'], component: Hours });
