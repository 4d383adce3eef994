import type { PersonHit } from '../../../kernel/registers/person/list-person-hits.ts';
import type { Column } from '../../ui/table.tsx';
import { RegisterList } from '../registers/register-list.tsx';
import { definePage } from '../shell/page.ts';

const COLUMNS: readonly Column<PersonHit>[] = [
  { key: 'name', title: '姓名', phone: 'who', nowrap: true, cell: (row) => row.title },
  { key: 'sex', title: '性别', nowrap: true, cell: (row) => row.sex },
  { key: 'born', title: '出生', phone: 'state', nowrap: true, cell: (row) => row.born ?? <span className="unsourced">未录入</span> },
  { key: 'masked', title: '证件号', phone: 'why', nowrap: true, cell: (row) => row.masked ?? <span className="quiet">无证件</span> },
  { key: 'place', title: '住处', phone: 'what', cell: (row) => <>{row.place}{row.died === null ? null : <span className="quiet">　{row.died} 去世</span>}</> },
];

function People() {
  return (
    <RegisterList<PersonHit> query="person.list-people" title="人员" unit="人" seek="姓名、拼音首字母、证件号或后六位" columns={COLUMNS} href={(row) => `/people/${row.id}`}
      other={{ href: '/households', title: '按户查' }} empty="您的辖区里还没有登记人员。导入花名册或受理一件申请，人员就会出现在这里。" />
  );
}

export default definePage({ path: '/people', title: '人员', go: 'p', under: '/households', covers: ['S001'], component: People });
