import type { HouseholdHit } from '../../../kernel/registers/household/list-household-hits.ts';
import { Money } from '../../ui/money.tsx';
import type { Column } from '../../ui/table.tsx';
import { RegisterList } from '../registers/register-list.tsx';
import { definePage } from '../shell/page.ts';

const COLUMNS: readonly Column<HouseholdHit>[] = [
  { key: 'head', title: '户主', phone: 'who', nowrap: true, cell: (row) => row.head ?? <span className="quiet">不在辖区</span> },
  { key: 'number', title: '户号', phone: 'why', nowrap: true, cell: (row) => <span className="quiet">{row.number}</span> },
  { key: 'members', title: '人数', num: true, cell: (row) => row.members },
  { key: 'place', title: '住处', phone: 'what', cell: (row) => row.place },
  { key: 'fen', title: '本月待遇（元）', num: true, phone: 'state', cell: (row) => <Money fen={row.fen} /> },
];

function Households() {
  return (
    <RegisterList<HouseholdHit> query="household.list-households" title="家庭" unit="户" seek="户主或成员姓名、拼音首字母、证件号、户号" columns={COLUMNS} href={(row) => `/households/${row.id}`}
      other={{ href: '/people', title: '按人查' }} empty="您的辖区里还没有登记家庭。导入花名册或受理一件申请，家庭就会出现在这里。" />
  );
}

export default definePage({ path: '/households', title: '家庭', go: 'h', tab: { label: '家庭', order: 40 }, covers: ['S001'], component: Households });
