import { citeLaw } from '../../kernel/contract/law.ts';
import type { Certificate } from '../../kernel/recognitions/queries/get-certificate.ts';
import { dayLong } from './day-text.ts';

/** What stands on 认定证明: whom it covers, from when to when, by which law, and how anybody can see that it is genuine. The same at the desk and at home. */
export function CertificateText({ paper, office }: { paper: Certificate; office: string }) {
  return (
    <>
      <h1>{paper.certificate}</h1>
      <p className="meta"><span>编号：{paper.number}</span><span>验证码：{paper.verifyCode}</span></p>
      <p>下列家庭经调查、核对、公示，认定为{paper.title}。住址：{paper.address}。</p>
      <table className="form-table"><thead><tr><th scope="col">姓名</th><th scope="col">关系</th><th scope="col">公民身份号码</th></tr></thead>
        <tbody>{paper.people.map((one, at) => <tr key={at}><td>{one.name}</td><td>{one.relation}</td><td>{one.number ?? '未录入'}</td></tr>)}</tbody></table>
      <p>有效期：<b>{dayLong(paper.from)}至{dayLong(paper.lastDay)}</b>。{paper.state === 'ended' ? `已提前终止：${paper.endReason ?? ''}。` : paper.state === 'expired' ? '已经期满。' : ''}</p>
      <p>认定日期：{dayLong(paper.decidedOn)}。依据：{paper.law.map(citeLaw).join('；')}。</p>
      <div className="sign-off"><p>{office}</p><p>{dayLong(paper.decidedOn)}</p></div>
      <p className="foot-line"><span>真假可在民政服务网“验文书”核对，填编号和验证码；也可以向认定机关查询。</span></p>
    </>
  );
}
