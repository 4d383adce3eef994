import { useParams } from '@tanstack/react-router';
import { citeLaw } from '../../../kernel/contract/law.ts';
import type { Certificate } from '../../../kernel/recognitions/queries/get-certificate.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { dayLong } from '../../ui/day-text.ts';
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
        <h1>{paper.certificate}</h1>
        <p className="meta"><span>编号：{paper.number}</span><span>验证码：{paper.verifyCode}</span></p>
        <p>下列家庭经调查、核对、公示，认定为{paper.title}。住址：{paper.address}。</p>
        <table className="form-table"><thead><tr><th scope="col">姓名</th><th scope="col">关系</th><th scope="col">公民身份号码</th></tr></thead>
          <tbody>{paper.people.map((one, at) => <tr key={at}><td>{one.name}</td><td>{one.relation}</td><td>{one.number ?? '未录入'}</td></tr>)}</tbody></table>
        <p>有效期：<b>{dayLong(paper.from)}至{dayLong(paper.lastDay)}</b>。{paper.state === 'ended' ? `已提前终止：${paper.endReason ?? ''}。` : paper.state === 'expired' ? '已经期满。' : ''}</p>
        <p>认定日期：{dayLong(paper.decidedOn)}。依据：{paper.law.map(citeLaw).join('；')}。</p>
        <div className="sign-off"><p>{office}（盖章）</p><p>{dayLong(paper.decidedOn)}</p></div>
        <p className="foot-line"><span>真假可向认定机关查询，报编号和验证码核对。</span></p>
        <DemoFoot />
      </article>
    </PaperDesk>
  );
}

export default definePage({ path: '/recognitions/$recognitionId/certificate', title: '认定证明', under: '/households', covers: ['S003'], component: CertificatePage });
