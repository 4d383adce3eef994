import type { PublishedPlace } from '../../../kernel/publication/queries/list-places.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Gloss, PageHead } from '../../ui/page-head.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { definePage } from '../shell/page.ts';

const COLUMNS: readonly Column<PublishedPlace>[] = [
  { key: 'name', title: '村居', phone: 'who', cell: (row) => row.name }, { key: 'households', title: '公布（户）', num: true, phone: 'state', cell: (row) => row.households },
  { key: 'print', title: '张榜', phone: 'why', cell: () => '打印公布单' },
];

/** 长期公布: the list of each village for its board, this month's. */
function Publication() {
  const read = useApiQuery<{ town: string; places: readonly PublishedPlace[] }>('publication.list-places');
  return (
    <div className="page">
      <PageHead title="长期公布" lead="正在领的家庭，在本村居公布姓名、人数、金额，别的都不公布。停发当月起不再列。每月打印换一次榜。"><ExportButton list="publication.list-places" /></PageHead>
      <Await read={read} what="公布的村居" lines={6}>{({ places }) => <Table caption="各村居" columns={COLUMNS} rows={places} rowKey={(row) => row.code} href={(row) => `/publication/${row.code}/print`} empty={<Empty>这里这个月没有要公布的家庭。</Empty>} />}</Await>
      <Gloss items={[{ title: '依据', text: '《社会救助暂行办法》第十一条；《最低生活保障审核确认办法》第二十四条：依法保护个人隐私，不得公开无关信息。' }, { title: '孩子', text: '户主是未成年人的，写监护人的名字；家里没有成年人的，不写名字。' }]} />
    </div>
  );
}

export default definePage({ path: '/publication', title: '长期公布', under: '/cases', shelf: { label: '公布', order: 80 }, roles: ['village-clerk', 'town-clerk', 'town-lead', 'approver', 'supervisor'], covers: ['S025'], component: Publication });
