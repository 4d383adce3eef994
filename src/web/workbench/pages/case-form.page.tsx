import { useParams } from '@tanstack/react-router';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { PaperDesk } from '../cases/paper.tsx';
import { PaperSheet } from '../files/paper-sheet.tsx';
import { definePage } from '../shell/page.ts';

type Papers = DoorOutput<typeof import('../../../kernel/dossier/queries/get-papers.ts').default>;

/** One paper of a case as it is filed: filled where the step was taken, else a form to take along. */
function CasePaper() {
  const { caseId, paperId } = useParams({ strict: false }) as { caseId: string; paperId: string };
  const read = useApiQuery<Papers>('dossier.get-papers', { caseId: Number(caseId) });
  const paper = read.data?.papers.find((one) => one.id === paperId);
  usePageTitle(paper?.title ?? '表单');
  const back = `/cases/${caseId}`;
  return (
    <div className={paper === undefined ? 'page' : undefined}>
      <Await read={read} what="表单" lines={8}>{() => (paper === undefined
        ? <><PageHead title="表单" /><Empty>这一件没有这张表。</Empty><ButtonLink href={back}>回到这一件</ButtonLink></>
        : <PaperDesk title={paper.title} back={back} note={paper.on === null ? 'A4，空白表，带去填写' : 'A4，归档'}><PaperSheet paper={paper} /></PaperDesk>)}</Await>
    </div>
  );
}

export default definePage({ path: '/cases/$caseId/papers/$paperId', title: '表单', under: '/cases', covers: ['S026'], component: CasePaper });
