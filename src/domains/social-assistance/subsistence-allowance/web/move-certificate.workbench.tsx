import { useState } from 'react';
import { useParams } from '@tanstack/react-router';
import type { DoorOutput } from '../../../../kernel/contract/door.ts';
import { chineseAmount, fen as asFen, formatYuan } from '../../../../kernel/values/money.ts';
import { ApiProblem, query, useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button } from '../../../../web/ui/button.tsx';
import { dayLong } from '../../../../web/ui/day-text.ts';
import { ErrorNote } from '../../../../web/ui/error-note.tsx';
import { ExportButton } from '../../../../web/ui/export-button.tsx';
import { useCity } from '../../../../web/ui/session.ts';
import type { CaseDetail, Originals } from '../../../../web/workbench/cases/api.ts';
import { monthWords } from '../../../../web/workbench/cases/case-head.tsx';
import { DemoFoot, PaperDesk } from '../../../../web/workbench/cases/paper.tsx';
import { officeWords } from '../../../../web/workbench/cases/paper-words.ts';
import { definePage } from '../../../../web/workbench/shell/page.ts';

type Certificate = DoorOutput<typeof import('../queries/get-move-certificate.ts').default>;

/** 转移证明: what the household takes along to the city it moves to, on one page and as a file. */
function MoveCertificate() {
  const caseId = Number((useParams({ strict: false }) as { caseId: string }).caseId);
  const read = useApiQuery<Certificate>('subsistence-allowance.get-move-certificate', { caseId });
  const detail = useApiQuery<CaseDetail>('casework.get-case', { caseId });
  const [originals, setOriginals] = useState<Originals | undefined>(undefined);
  return (
    <div className={read.data === undefined ? 'page' : undefined}>
      <Await read={read} what="转移证明" lines={8}>{(said) => (
        <PaperDesk title="转移证明" back={`/cases/${caseId}`} note="A4，单面，一式两份"
          tools={<><OriginalButton caseId={caseId} shown={originals !== undefined} onShow={setOriginals} /><ExportButton single list="subsistence-allowance.transfer-file" asked={{ caseId }}>下载数据文件</ExportButton></>}>
          <Paper said={said} members={(detail.data?.members ?? []).map((one) => ({ ...one, ...originals?.members[one.key] }))} />
        </PaperDesk>
      )}</Await>
    </div>
  );
}

function OriginalButton({ caseId, shown, onShow }: { caseId: number; shown: boolean; onShow: (originals: Originals) => void }) {
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const show = async (): Promise<void> => {
    try {
      onShow(await query<Originals>('casework.get-originals', { caseId, purpose: 'move-certificate' }));
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
    }
  };
  if (shown) return <span className="note">全名全号，这次查看已记下</span>;
  return <><Button onPress={() => { void show(); }}>显示全部，交给本人用</Button>{problem === undefined ? null : <ErrorNote problem={problem} kept="下面仍是隐去的。" />}</>;
}

function Paper({ said, members }: { said: Certificate; members: readonly Pick<CaseDetail['members'][number], 'key' | 'name' | 'relation' | 'number'>[] }) {
  const city = useCity();
  const amount = asFen(said.fen);
  return (
    <article className="a4">
      <h1>最低生活保障转移证明</h1>
      <p className="meta"><span>户号：{said.household}</span><span>案号：{said.caseNumber}</span></p>
      <table className="form-table">
        <colgroup>{[30, 50, 30, 60].map((width, at) => <col key={at} style={{ width: `${width}mm` }} />)}</colgroup>
        <tbody>
          <tr><th scope="row">迁往</th><td className="l">{said.destination}</td><th scope="row">迁出日期</th><td>{dayLong(said.movedOn)}</td></tr>
          <tr><th scope="col">姓名</th><th scope="col">与户主关系</th><th scope="col" colSpan={2}>公民身份号码</th></tr>
          {members.map((one) => <tr key={one.key}><td>{one.name}</td><td>{one.relation}</td><td colSpan={2}>{one.number ?? '未录入'}</td></tr>)}
          <tr><td colSpan={4} className="l">以下空白</td></tr>
          <tr><th scope="row">享受低保</th><td className="l">从{monthWords(said.since)}起{said.takenOver ? '（此前见原花名册）' : ''}</td><th scope="row">保障类别</th><td>{said.hukouKind === 'urban' ? '城镇' : '农村'}</td></tr>
          <tr><th scope="row">每月金额</th><td colSpan={3} className="l">{formatYuan(amount)} 元（大写：{chineseAmount(amount)}）</td></tr>
          <tr><th scope="row">本市发到</th><td className="l">{said.lastMonth === null ? '未定' : monthWords(said.lastMonth)}</td><th scope="row">已经发出</th><td className="l">{said.lastPaidMonth === null ? '还没有发过' : `到${monthWords(said.lastPaidMonth)}`}</td></tr>
          <tr><th scope="row">停发决定</th><td colSpan={3} className="op"><div><p>该户迁出本市，本市的最低生活保障已决定停发，文号 {said.number}。是否符合迁入地的条件，由迁入地审核。</p><p className="sign"><span>{officeWords(said.office, city?.name)}</span><span>（盖章）</span><span>{dayLong(said.decidedOn)}</span></p></div></td></tr>
        </tbody>
      </table>
      <p className="foot-line"><span>文号 {said.number}　校验码 {said.code}</span><span>在{city?.name ?? ''}民政服务网“验文书”可以查停发决定的真假</span></p>
      <DemoFoot />
    </article>
  );
}

export default definePage({ path: '/cases/$caseId/move-certificate', title: '转移证明', under: '/cases', roles: ['village-clerk', 'town-clerk', 'town-lead', 'approver', 'auditor'], covers: ['S001'], component: MoveCertificate });
