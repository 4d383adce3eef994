import { useParams } from '@tanstack/react-router';
import type { Certificate } from '../../../kernel/recognitions/queries/get-certificate.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { CertificateText } from '../../ui/certificate-text.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { useCity } from '../../ui/session.ts';
import { DemoFoot, PaperDesk } from '../cases/paper.tsx';
import { officeWords } from '../cases/paper-words.ts';
import { definePage } from '../shell/page.ts';

function CertificatePage() {
  const { recognitionId } = useParams({ strict: false }) as { recognitionId: string };
  const read = useApiQuery<Certificate>('recognitions.get-certificate', { recognition: Number(recognitionId) });
  return <div className={read.data === undefined ? 'page' : undefined}><Await read={read} what="证明" lines={8}>{(paper) => <Paper paper={paper} />}</Await></div>;
}

/** 低收入困难家庭证明: whom it covers, from when to when, and how anybody can see that it is genuine. */
function Paper({ paper }: { paper: Certificate }) {
  const office = officeWords(paper.office, useCity()?.name);
  usePageTitle(`${paper.certificate} ${paper.number}`);
  return (
    <PaperDesk title={paper.certificate} back={`/households/${paper.householdId}`} note="A4，盖章后交给家庭">
      <article className="a4 letter">
        <CertificateText paper={paper} office={`${office}（盖章）`} />
        <DemoFoot />
      </article>
    </PaperDesk>
  );
}

export default definePage({ path: '/recognitions/$recognitionId/certificate', title: '认定证明', under: '/households', covers: ['S003'], component: CertificatePage });
