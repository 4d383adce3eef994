import { useParams } from '@tanstack/react-router';
import { citeLaw } from '../../../kernel/contract/law.ts';
import { fen as asFen, formatYuan } from '../../../kernel/values/money.ts';
import { addDays, plainDate } from '../../../kernel/values/plain-date.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import type { CaseDetail, CaseNotice } from '../cases/api.ts';
import { DemoFoot, PaperDesk } from '../cases/paper.tsx';
import { officeWords } from '../cases/paper-words.ts';
import { useCity } from '../../ui/session.ts';
import { definePage } from '../shell/page.ts';

function NoticePrint() {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const read = useApiQuery<CaseDetail>('casework.get-case', { caseId: Number(caseId) });
  const notice = read.data?.notice ?? read.data?.notices.at(-1);
  return (
    <div className={read.data === undefined || notice === undefined ? 'page' : undefined}>
      <Await read={read} what="公示单" lines={8}>{(detail) => (notice === undefined
        ? <><PageHead title="公示单" /><Empty>这一件还没有公示。</Empty><ButtonLink href={`/cases/${detail.caseId}`}>回到这一件</ButtonLink></>
        : <PaperDesk title="公示单" back={`/cases/${detail.caseId}`} note="A4，贴在公告栏"><Sheet detail={detail} notice={notice} /></PaperDesk>)}</Await>
    </div>
  );
}

/** 公示单: the masked name, how many, how much; nothing else of a household hangs on a board. */
function Sheet({ detail, notice }: { detail: CaseDetail; notice: CaseNotice }) {
  const office = officeWords(notice.office, useCity()?.name);
  const first = addDays(plainDate(notice.postedOn), 1);
  const status = notice.fen === 0;
  return (
    <article className="a4 letter">
      <h1>{office}<br />{detail.matterTitle}{notice.scope === 'town' ? '审核' : '审批'}公示</h1>
      <p>按照{detail.procedure.law.map(citeLaw).join('、')}，经调查{notice.scope === 'town' ? '' : '、审核'}，拟{detail.procedure.words.granted}下面的家庭，现在公示，请大家监督。</p>
      <table className="form-table"><thead><tr><th scope="col">申请人</th><th scope="col">所在村居</th><th scope="col">人数</th>{status ? null : <th scope="col">每月金额（元）</th>}</tr></thead>
        <tbody><tr><td>{notice.name}</td><td>{notice.division}</td><td>{notice.headcount}</td>{status ? null : <td>{formatYuan(asFen(notice.fen))}</td>}</tr></tbody></table>
      <p>公示时间：{dayLong(first)}至{dayLong(notice.endsOn)}，共 {notice.days} 天。</p>
      <p>觉得情况不实的，请在公示期内向{office}反映。可以不留姓名；留了姓名的，我们保密并答复。也可以在网上提。</p>
      <div className="sign-off"><p>{office}（盖章）</p><p>{dayLong(notice.postedOn)}</p></div>
      {notice.withdrawnOn === null ? null : <p className="plain">这件公示已在{dayLong(notice.withdrawnOn)}撤回。</p>}
      <p className="foot-line"><span>张贴：{notice.place}</span><span>编号：{detail.number}</span></p>
      <DemoFoot />
    </article>
  );
}

export default definePage({ path: '/cases/$caseId/notice', title: '公示单', under: '/cases', covers: ['S001'], component: NoticePrint });
