import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Empty } from '../../ui/empty.tsx';
import type { CaseDetail } from '../cases/api.ts';
import { ApprovalSheet } from '../cases/approval-sheet.tsx';
import { PaperDesk } from '../cases/paper.tsx';
import { useListAddress } from '../views/list-address.ts';
import { definePage } from '../shell/page.ts';

/** 审批表 of several cases, one sheet after another, as they were ticked in a list. */
function PrintCases() {
  const [asked] = useListAddress();
  const ids = String(asked['cases'] ?? '').split('.').map(Number).filter((id) => Number.isInteger(id) && id > 0).slice(0, 50);
  return (
    <PaperDesk title="审批表" back="/tasks" backTitle="回到待办" note={`A4，单面，${ids.length} 件`}>
      <h1 className="vh">审批表，{ids.length} 件</h1>
      {ids.length === 0 ? <Empty>没有选件。请在待办或办件里按 X 选上几件，再按“一起打印审批表”。</Empty> : ids.map((id) => <Sheet key={id} caseId={id} />)}
    </PaperDesk>
  );
}

function Sheet({ caseId }: { caseId: number }) {
  const read = useApiQuery<CaseDetail>('casework.get-case', { caseId });
  return <Await read={read} what="审批表" lines={6}>{(detail) => <ApprovalSheet detail={detail} originals={undefined} />}</Await>;
}

export default definePage({ path: '/print-cases', title: '一起打印审批表', under: '/tasks', covers: ['S001'], component: PrintCases });
