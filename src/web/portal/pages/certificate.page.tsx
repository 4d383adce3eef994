import { useParams } from '@tanstack/react-router';
import type { Certificate } from '../../../kernel/recognitions/queries/get-certificate.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { CertificateText } from '../../ui/certificate-text.tsx';
import { useCity } from '../../ui/session.ts';
import { ResidentsOnly } from '../parts/residents-only.tsx';
import { definePage } from '../shell/page.ts';
import './certificate.css';

/** One's own 认定证明, to show on the phone or to print at home. */
function MyCertificate() {
  const { id } = useParams({ strict: false }) as { id: string };
  const city = useCity();
  const read = useApiQuery<Certificate>('recognitions.get-certificate', { recognition: Number(id) });
  if (read.isError && read.error.status === 404) return <div className="cols rest"><section className="prose"><h1 tabIndex={-1}>没有找到这份证明</h1><p className="lead">它不是您家的，或者编号不对。</p><p className="acts"><ButtonLink href="/my">回到“我的”</ButtonLink></p></section></div>;
  return (
    <div className="certificate-page">
      <p className="acts noprint"><Button kind="main" onPress={() => window.print()}>打印</Button><ButtonLink href="/my">回到“我的”</ButtonLink></p>
      <p className="note noprint">自己打印的和窗口打印的一样：收证明的单位照编号和验证码一查就知道真不真。要盖章的，带身份证到镇区窗口。</p>
      <Await read={read} what="证明" lines={8}>{(paper) => (
        <article className="certificate">
          <CertificateText paper={paper} office={paper.office === city?.name ? `${paper.office}民政局` : paper.office} />
          {city?.demo === true ? <p className="foot-line"><span>演示城市，人、户都是编的，不能用来办真事。</span></p> : null}
        </article>
      )}</Await>
    </div>
  );
}

const Page = () => <ResidentsOnly><MyCertificate /></ResidentsOnly>;

export default definePage({ path: '/my/recognitions/$id', title: '认定证明', signIn: true, covers: ['S003', 'S215'], component: Page });
