import { useParams } from '@tanstack/react-router';
import { citeLaw } from '../../../kernel/contract/law.ts';
import { chineseAmount, fen as asFen, formatYuan } from '../../../kernel/values/money.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { DemoMark } from '../../ui/demo-mark.tsx';
import type { CaseDetail } from '../cases/api.ts';
import { useCity } from '../../ui/session.ts';
import { headcountWords, monthWords } from '../cases/case-head.tsx';
import { DemoFoot, PaperDesk } from '../cases/paper.tsx';
import { formulaLine, officeWords } from '../cases/paper-words.ts';
import type { PaperAnswer } from '../service/api.ts';
import { definePage } from '../shell/page.ts';

type Decision = NonNullable<CaseDetail['decision']>;

function Letter() {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const read = useApiQuery<CaseDetail>('casework.get-case', { caseId: Number(caseId) });
  return (
    <div className={read.data?.decision ? undefined : 'page'}>
      <Await read={read} what="通知书" lines={8}>{(detail) => (detail.decision === null
        ? <><PageHead title="通知书" /><Empty>还没有作出决定，没有通知书。</Empty><ButtonLink href={`/cases/${detail.caseId}`}>回到这一件</ButtonLink></>
        : <PaperDesk title="通知书" back={`/cases/${detail.caseId}`} note="A4，送申请人，另存一份"><Body detail={detail} decision={detail.decision} /></PaperDesk>)}</Await>
    </div>
  );
}

function Body(props: { detail: CaseDetail; decision: Decision }) {
  switch (props.decision.outcome) {
    case 'granted': return <Granted {...props} />;
    case 'terminated': return <Terminated {...props} />;
    case 'refused': return <Refused {...props} />;
    default: return <AboutGrant {...props} />;
  }
}

/** 终止: what was asked of the household and not done, with the article. Nothing is said about their means: nothing was judged. */
function Terminated({ detail, decision }: { detail: CaseDetail; decision: Decision }) {
  return (
    <article className="a4 letter">
      <h1>{detail.matterTitle}终止审核确认通知书</h1>
      <p className="to">{detail.name}：</p>
      <p>您在{dayLong(detail.openedOn)}提出的{detail.matterTitle}申请（案号 {detail.number}），因为下面的原因，决定终止审核确认程序：</p>
      <ol>{decision.grounds.map((ground) => <li key={ground.id}><p>{ground.because}。依据：{citeLaw(ground.law)}。</p></li>)}</ol>
      <p>愿意配合调查核实的，可以再申请。生活有急难的，可以问镇街窗口还有哪些帮助。</p>
      <Remedy detail={detail} decision={decision} />
    </article>
  );
}

function Granted({ detail, decision }: { detail: CaseDetail; decision: Decision }) {
  const amount = asFen(decision.fen ?? decision.assessment.fen);
  return (
    <article className="a4 letter">
      <h1>{detail.matterTitle}{detail.procedure.words.granted}通知书</h1>
      <p className="to">{detail.name}：</p>
      <p>您在{dayLong(detail.openedOn)}提出的{detail.matterTitle}申请（案号 {detail.number}），经调查、公示，决定{detail.procedure.words.granted}，您家{headcountWords(detail.headcount)}人{decision.firstMonth === null ? '' : `，从${monthWords(decision.firstMonth)}起`}每月发给 {formatYuan(amount)} 元（大写：{chineseAmount(amount)}）。</p>
      <p>怎么算的：{formulaLine(decision.assessment)} ＝ {formatYuan(amount)} 元。{decision.assessment.parameters.some((one) => one.demo) ? <DemoMark /> : null}</p>
      <p>家里的人、收入、财产有了变化，请早点告诉{detail.division}或受理的镇街，免得多发了以后要退。</p>
      <Remedy detail={detail} decision={decision} />
    </article>
  );
}

const ABOUT = { kept: '维持', changed: '变更', suspended: '暂停发放', ended: '停发', resumed: '恢复发放' } as const;
const HOW = { application: '审核', review: '复核', change: '变更核实', stop: '核查' } as const;

/** 复核、变更、停发、恢复: what was decided about the benefit the household has, from which month, on which grounds. */
function AboutGrant({ detail, decision }: { detail: CaseDetail; decision: Decision }) {
  const title = ABOUT[decision.outcome as keyof typeof ABOUT] ?? '变更';
  const grounds = decision.grounds.filter((ground) => ground.result === 'unmet');
  return (
    <article className="a4 letter">
      <h1>{detail.matterTitle}{title}通知书</h1>
      <p className="to">{detail.name}：</p>
      <p>您家现在享受{detail.matterTitle}。经{HOW[detail.procedure.kind]}（案号 {detail.number}），决定{title}：{decision.statement}</p>
      {grounds.length === 0 ? null : <ol>{grounds.map((ground, at) => <li key={ground.id}><p>{at + 1}．{ground.title}：{ground.because}。依据：{citeLaw(ground.law)}。</p></li>)}</ol>}
      <p>{decision.outcome === 'ended' ? '情况有变化的，可以再申请。生活有急难的，可以问镇街窗口还有哪些帮助。' : '家里的人、收入、财产有了变化，请早点告诉受理的镇街，免得多发了以后要退。'}</p>
      <Remedy detail={detail} decision={decision} />
    </article>
  );
}

/** All grounds at once, each with its article: nobody is refused piece by piece. */
function Refused({ detail, decision }: { detail: CaseDetail; decision: Decision }) {
  const grounds = decision.grounds.filter((ground) => ground.result === 'unmet');
  return (
    <article className="a4 letter">
      <h1>{detail.matterTitle}{detail.procedure.words.refused}通知书</h1>
      <p className="to">{detail.name}：</p>
      <p>您在{dayLong(detail.openedOn)}提出的{detail.matterTitle}申请（案号 {detail.number}），经调查核实，不符合下面{grounds.length > 1 ? `${grounds.length} 条` : '这一条'}，决定{detail.procedure.words.refused}：</p>
      <ol>{grounds.map((ground, at) => <li key={ground.id}><p>{at + 1}．{ground.title}：{ground.because}。依据：{citeLaw(ground.law)}。</p></li>)}</ol>
      <p>情况有变化的，可以再申请。生活有急难的，可以问镇街窗口还有哪些帮助。</p>
      <Remedy detail={detail} decision={decision} />
    </article>
  );
}

/** Where to turn, until when; the number and the code by which anybody holding the paper can have it checked. */
function Remedy({ detail, decision }: { detail: CaseDetail; decision: Decision }) {
  const paper = useApiQuery<PaperAnswer>('service.get-paper', { caseId: detail.caseId }).data;
  const city = useCity()?.name;
  return (
    <>
      <p>对这个决定不服的，可以从收到之日起{paper === undefined ? '依法申请行政复议，或者向人民法院提起行政诉讼' : paper.remedies.map((one) => `${one.within}向${one.body}${one.id === 'lawsuit' ? '提起' : '申请'}${one.title}`).join('，或者')}。</p>
      <div className="sign-off"><p>{officeWords(decision.officeName, city)}（盖章）</p><p>{dayLong(decision.decidedOn)}</p></div>
      <p className="receipt"><span>收件人签名：</span><span>收到日期：　　年　　月　　日</span></p>
      {paper?.number == null ? null : <p className="foot-line"><span>文号 {paper.number}　校验码 {paper.code}　摘要 {paper.digest?.slice(0, 16)}</span><span>在民政服务网“验文书”可以查真假</span></p>}
      <p className="foot-line"><span>依据：{detail.procedure.law.map(citeLaw).join('；')}</span></p>
      <DemoFoot />
    </>
  );
}

export default definePage({ path: '/cases/$caseId/letter', title: '通知书', under: '/cases', covers: ['S001', 'S025'], component: Letter });
