import { useParams } from '@tanstack/react-router';
import { useApiQuery } from '../../api-client.ts';
import { citeLaw } from '../../../kernel/contract/law.ts';
import { Await } from '../../ui/await.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { A } from '../../ui/link.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { Gloss, Section } from '../../ui/page-head.tsx';
import { Trail } from '../../ui/trail.tsx';
import '../cases/cases.css';
import type { CaseDetail, StepResult } from '../cases/api.ts';
import { CaseAnswers } from '../cases/case-answers.tsx';
import { CaseMandates } from '../mandates/case-mandates.tsx';
import { CaseHead } from '../cases/case-head.tsx';
import { CaseMembers } from '../cases/case-members.tsx';
import { NoticeBand, ObjectionLine, scopeWords } from '../cases/case-notice.tsx';
import { CasePapers } from '../cases/case-papers.tsx';
import { CaseSteps } from '../cases/case-steps.tsx';
import { CaseGrounds, CaseSum } from '../cases/case-sum.tsx';
import { CaseTasks } from '../cases/case-tasks.tsx';
import { CaseVerification } from '../cases/case-verification.tsx';
import { DishonestyBand } from '../cases/dishonesty-band.tsx';
import { opensNext } from '../cases/next-preference.ts';
import { JustDone, useNextTask } from '../cases/next-task.tsx';
import { trailItems } from '../cases/trail-items.tsx';
import { TransferOffer } from '../cases/transfer-offer.tsx';
import { definePage } from '../shell/page.ts';

function Case() {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const read = useApiQuery<CaseDetail>('casework.get-case', { caseId: Number(caseId) });
  return <div className={read.data === undefined ? 'page' : undefined}><Await read={read} what="这一件" lines={8}>{(detail) => <Opened key={detail.caseId} detail={detail} />}</Await></div>;
}

const NUMERALS = ['一', '二', '三', '四', '五', '六'];

function Opened({ detail }: { detail: CaseDetail }) {
  usePageTitle(`${detail.name} · ${detail.matterTitle}`);
  const mine = detail.steps.length > 0;
  const assessment = detail.decision?.assessment ?? detail.assessment;
  const next = useNextTask(detail.caseId);
  /** After a step the next task of the same filter opens, unless one chose to stay; where none is left, the case shows what became of it. */
  const goOn = async (result: StepResult) => {
    if (opensNext()) await next.go(`${detail.name}已办到“${result.stateTitle}”`);
  };
  let at = 0;
  const title = (words: string) => `${NUMERALS[at++] ?? ''}、${words}`;
  const past = detail.notices.filter((notice) => notice.id !== detail.notice?.id || detail.outcome !== null || (detail.stateKind !== 'held' && !notice.running));
  return (
    <>
      <JustDone />
      <CaseHead detail={detail} />
      <div className="case-body">
        <aside className="left" aria-label="经过"><h2>经过</h2><Trail items={trailItems(detail)} today={detail.today} /></aside>
        <div className="mid">
          <CaseMembers detail={detail} title={title('家庭成员')} />
          <CaseVerification detail={detail} title={title('信息核对')} mayFind={mine && detail.outcome === null && detail.verification.frozen === null} />
          {assessment === null ? null : <CaseSum assessment={assessment} title={title('这个数怎么来的')} note={detail.decision === null ? '按现在核实的情况' : '决定时的数'} />}
          {assessment === null ? null : <CaseGrounds assessment={assessment} title={title(assessment.outcome === 'refused' ? '为什么不符合' : '条件一条一条看')} />}
          {past.length === 0 ? null : (
            <Section title={title('公示和异议')}>{past.map((notice) => (
              <div key={notice.id}>
                <p>{scopeWords(notice.scope)}，{dayLong(notice.postedOn)}至{dayLong(notice.endsOn)}，{notice.place}。{notice.withdrawnOn === null ? (notice.objections.length === 0 ? '没有异议。' : '') : `${dayLong(notice.withdrawnOn)}撤回：${notice.withdrawnReason ?? ''}。`}</p>
                {notice.objections.map((objection) => <ObjectionLine key={objection.id} objection={objection} today={detail.today} mayAnswer={false} />)}
              </div>
            ))}</Section>
          )}
          <CaseAnswers detail={detail} title={title('申请时怎么写的')} />
        </div>
        <aside className="right" aria-label="现在">
          <NoticeBand detail={detail} mayAnswer={mine} />
          {detail.outcome === null ? <DishonestyBand caseId={detail.caseId} /> : null}
          <CaseMandates caseId={detail.caseId} />
          <CaseTasks detail={detail} />
          <CaseSteps detail={detail} onDone={(result) => void goOn(result)} next={next} />
          <TransferOffer detail={detail} />
          <CasePapers detail={detail} />
          <Gloss items={[
            ...(detail.decision === null ? [] : [{ title: '决定', text: `${dayLong(detail.decision.decidedOn)}，${detail.decision.officeName}，${detail.decision.decidedBy}。${detail.decision.statement}` }]),
            { title: '依据', text: detail.procedure.law.map(citeLaw).join('；') },
            { title: '程序', text: <><A href="/procedures">{detail.procedure.title}</A>。申请那天用的是哪一版，就一直按哪一版办。</> },
          ]} />
        </aside>
      </div>
    </>
  );
}

export default definePage({ path: '/cases/$caseId', title: '一件', under: '/cases', covers: ['S001', 'S004'], component: Case });
