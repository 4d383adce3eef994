import { useParams } from '@tanstack/react-router';
import { citeLaw } from '../../../kernel/contract/law.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useCity } from '../../ui/session.ts';
import type { CaseDetail } from '../cases/api.ts';
import { DemoFoot, PaperDesk } from '../cases/paper.tsx';
import { officeWords } from '../cases/paper-words.ts';
import { definePage } from '../shell/page.ts';

/** 一次性告知书: everything that is missing on one sheet, for the applicant to take home. */
function Told() {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const read = useApiQuery<CaseDetail>('casework.get-case', { caseId: Number(caseId) });
  return (
    <div className={read.data?.told.length ? undefined : 'page'}>
      <Await read={read} what="告知书" lines={8}>{(detail) => (detail.told.length === 0
        ? <><PageHead title="一次性告知书" /><Empty>这一件没有要补的材料，没有告知书。</Empty><ButtonLink href={`/cases/${detail.caseId}`}>回到这一件</ButtonLink></>
        : <PaperDesk title="一次性告知书" back={`/cases/${detail.caseId}`} note="A4，送申请人，另存一份">{detail.told.map((telling, at) => <Sheet key={at} detail={detail} telling={telling} />)}</PaperDesk>)}</Await>
    </div>
  );
}

function Sheet({ detail, telling }: { detail: CaseDetail; telling: CaseDetail['told'][number] }) {
  const city = useCity()?.name;
  return (
    <article className="a4 letter">
      <h1>一次性告知书</h1>
      <p className="to">{detail.name}：</p>
      <p>您在{dayLong(detail.openedOn)}提出的{detail.matterTitle}申请（案号 {detail.number}），经审查，材料还不齐。请把下面 {telling.items.length} 样一次补齐：</p>
      <ol>{telling.items.map((item, at) => <li key={item}><p>{at + 1}．{item}</p></li>)}</ol>
      {telling.whyAgain === null ? null : <p>这次又要补的原因：{telling.whyAgain}</p>}
      <p>要补的都在这一张上。等您补材料的日子，不算在办理期限里。补齐以后，我们接着办。能在政务平台上查到的材料，不用您交。</p>
      <div className="sign-off"><p>{telling.office === null ? '' : `${officeWords(telling.office, city)}（盖章）`}</p><p>{dayLong(telling.on)}　经办：{telling.by}</p></div>
      <p className="receipt"><span>收件人签名：</span><span>收到日期：　　年　　月　　日</span></p>
      <p className="foot-line"><span>依据：{detail.procedure.law.map(citeLaw).join('；')}</span></p>
      <DemoFoot />
    </article>
  );
}

export default definePage({ path: '/cases/$caseId/told', title: '一次性告知书', under: '/cases', covers: ['S001'], component: Told });
