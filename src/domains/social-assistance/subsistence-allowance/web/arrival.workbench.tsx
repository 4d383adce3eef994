import { useParams } from '@tanstack/react-router';
import type { DoorOutput } from '../../../../kernel/contract/door.ts';
import { useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { ButtonLink } from '../../../../web/ui/button.tsx';
import { PageHead } from '../../../../web/ui/page-head.tsx';
import '../../../../web/workbench/registers/ruled-list.css';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import { ToldElsewhere } from './told-elsewhere.tsx';

type Arrival = DoorOutput<typeof import('../queries/get-arrival.ts').default>;

/** 外市转移证明 kept with a case: what the other city said, for whoever looks into the application. */
function ArrivalPage() {
  const caseId = Number((useParams({ strict: false }) as { caseId: string }).caseId);
  const read = useApiQuery<Arrival>('subsistence-allowance.get-arrival', { caseId });
  return (
    <div className="page">
      <PageHead over={read.data === undefined ? undefined : `案号 ${read.data.caseNumber}`} title="外市转移证明" lead="登记时带来的。只说明从哪里来，金额和决定在本市不算数，这一件照常审核。"><ButtonLink href={`/cases/${caseId}`}>回到这一件</ButtonLink></PageHead>
      <Await read={read} what="转移证明" lines={5}>{(said) => <><ToldElsewhere said={said} /><p className="note">文件摘要 {said.digest.slice(0, 16)}，<a href={`/api/files/${said.file}`} download>下载原文件</a></p></>}</Await>
    </div>
  );
}

export default definePage({ path: '/cases/$caseId/arrival', title: '外市转移证明', under: '/cases', roles: ['village-clerk', 'town-clerk', 'town-lead', 'approver', 'auditor'], covers: ['S001'], component: ArrivalPage });
