import { useActing } from '../../acting.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { A } from '../../ui/link.tsx';
import { Money } from '../../ui/money.tsx';
import { Unsourced } from '../../ui/page-head.tsx';
import { SplitBar } from '../../ui/split-bar.tsx';
import { Sum } from '../../ui/sum.tsx';
import { DemoMark } from '../../ui/demo-mark.tsx';
import { citeLaw } from '../../../kernel/contract/law.ts';
import { fen, formatYuan } from '../../../kernel/values/money.ts';
import { useApiQuery } from '../../api-client.ts';
import type { KeptAssessment, MyCase, MyGrant } from '../parts/answers.ts';
import { PaymentState } from '../parts/grant-figure.tsx';
import { CasePage } from '../parts/case-page.tsx';
import { ObjectHow } from '../parts/object-how.tsx';
import { PlainGrounds } from '../parts/plain-grounds.tsx';
import { readWorking } from '../parts/read-working.ts';
import { dayWords, monthWords, peopleWords } from '../parts/spoken.ts';
import { Instead } from '../parts/instead.tsx';
import { definePage } from '../shell/page.ts';

function Why() {
  return <CasePage>{(one, today) => <Shown one={one} today={today} />}</CasePage>;
}

function Shown({ one, today }: { one: MyCase; today: string }) {
  const { decision } = one;
  if (decision === null) return <div className="cols rest"><section className="prose"><h1 tabIndex={-1}>还没有作决定</h1><p className="lead">{one.now.doing}</p><p>作了决定，这里一步一步算给您看。</p><p className="acts"><A href={`/my/cases/${one.caseId}`}>看办到哪一步</A></p></section></div>;
  return decision.outcome === 'granted' ? <Granted one={one} today={today} decision={decision} /> : <Refused one={one} today={today} decision={decision} />;
}

type Decision = NonNullable<MyCase['decision']>;
interface Props { readonly one: MyCase; readonly today: string; readonly decision: Decision }

function Granted({ one, today, decision }: Props) {
  const acting = useActing();
  const grant = useApiQuery<readonly MyGrant[]>('benefits.my-grants', {}, { enabled: acting === null }).data?.find((mine) => mine.caseId === one.caseId && mine.state === 'active');
  // the amount may have changed since the decision (a new standard, a member less): what is paid now is what is explained
  const assessment = (grant?.assessment as KeptAssessment | null | undefined) ?? decision.assessment;
  const [last] = grant?.payments ?? [];
  const { rows, shape, excluded } = readWorking(assessment.working, assessment.parameters);
  const matter = one.matterTitle;
  if (decision.fen === null) return <Recognised one={one} today={today} decision={decision} />;
  return (
    <div className="why">
      <div className="top">
        <div>
          <h1 tabIndex={-1}><span className="ph">您家的{matter}，</span><span className="ph">为什么是这个数</span></h1>
          <p className="fig"><Money fen={grant?.fen ?? decision.fen} /><small>元／月</small></p>
          <Sentence shape={shape} assessment={assessment} />
        </div>
        <p className="paidto note">{last === undefined ? null : <><PaymentState payment={last} today={today} /><br /></>}{dayWords(decision.decidedOn, today)}{one.words.granted}{decision.firstMonth === null ? '' : `，${monthWords(decision.firstMonth, today)}起发`}<br />{decision.officeName}</p>
      </div>
      {shape === undefined ? null : <SplitBar whole={{ label: `${peopleWords(shape.people)}一共应有`, fen: shape.whole }} own={{ label: '自己的收入', fen: shape.own }} given={{ label: '政府补的差额', fen: shape.given }} />}
      <section className="part" aria-labelledby="steps">
        <h2 id="steps">一步一步算给您看</h2>
        {rows.length === 0 ? <p>{assessment.explanation}</p> : <Sum rows={rows} caption="一步一步算给您看" />}
        <div className="gloss">
          {excluded.map((line) => <p key={line}><b>没有算进去的。</b>{line}。</p>)}
          <p><b>没有少您一分。</b>我们用全家的数直接相减，不先算人均再乘回来。</p>
          <Sources assessment={assessment} />
        </div>
      </section>
      <section className="part" aria-labelledby="grounds">
        <h2 id="grounds">为什么能批</h2>
        <div><PlainGrounds items={decision.grounds} /></div>
        <div className="gloss"><p>每一条都相符，才能批。</p></div>
      </section>
      <section className="part" aria-labelledby="changes">
        <h2 id="changes">什么时候这个数会变</h2>
        <ul className="steps">
          <li><b>收入多了或少了</b><span>多 100 元，就少补 100 元；少 100 元，就多补 100 元。</span></li>
          <li><b>家里多人或少人</b><span>出生、结婚、去世、迁走，都要重新算。</span></li>
          <li><b>市里调整最低数</b><span>不用您申请，我们算好，从调整的那个月起补上。</span></li>
        </ul>
        <div className="gloss"><p><b>有变化请早点说。</b>早说，钱就不会发错，也不用以后从{matter}金里扣回。</p></div>
      </section>
      <ObjectHow decidedOn={decision.decidedOn} today={today} number={one.number}><p>先打电话给镇区办事窗口，请他们对着这张单子讲一遍。还是不同意，可以请上级重新审查，不收钱。</p></ObjectHow>
      <Foot caseId={one.caseId} />
    </div>
  );
}

/** 认定: a status, not a sum. */
function Recognised({ one, today, decision }: Props) {
  return (
    <div className="why">
      <div className="top">
        <div><h1 tabIndex={-1}><span className="ph">{one.matterTitle}认定，</span><span className="ph">为什么能认定</span></h1><p className="lead say">{decision.statement}</p></div>
        <p className="paidto note">{dayWords(decision.decidedOn, today)}认定<br />{decision.officeName}</p>
      </div>
      <section className="part" aria-labelledby="grounds">
        <h2 id="grounds">一条一条给您看</h2>
        <div><PlainGrounds items={decision.grounds} /></div>
        <div className="gloss"><p>每一条都相符，才能认定。</p><p>证明在<A href="/my">“我的”</A>里看、打印。管到哪天，证明上写着。</p><Sources assessment={decision.assessment} /></div>
      </section>
      <ObjectHow decidedOn={decision.decidedOn} today={today} number={one.number}><p>有不对的地方，先打电话给镇区办事窗口。</p></ObjectHow>
      <Foot caseId={one.caseId} />
    </div>
  );
}

/** One sentence to be read aloud; when the sum has another shape, the assessment's own. */
function Sentence({ shape, assessment }: { shape: ReturnType<typeof readWorking>['shape']; assessment: KeptAssessment }) {
  if (shape === undefined) return <p className="lead say">{assessment.explanation}</p>;
  // whole yuan drop their decimals, but one sentence keeps one style
  const round = [shape.standard, shape.whole, shape.own, shape.given].every((amount) => amount % 100 === 0);
  const yuan = (amount: number) => <b>{round ? formatYuan(fen(amount)).replace(/\.00$/, '') : formatYuan(fen(amount))} 元</b>;
  if (shape.own === 0) return <p className="lead say">市里定的最低数是每人每月 {yuan(shape.standard)}。您家{peopleWords(shape.people)}，合起来 {yuan(shape.whole)}。您家没有算进去的收入，全由政府补上。</p>;
  return <p className="lead say">市里定的最低数是每人每月 {yuan(shape.standard)}。您家{peopleWords(shape.people)}，合起来 {yuan(shape.whole)}。您家自己每月有 {yuan(shape.own)}，还差 {yuan(shape.given)}，由政府补上。</p>;
}

/** The law and the documents behind the figures; a number that is not there shows. */
function Sources({ assessment }: { assessment: KeptAssessment }) {
  return (
    <>
      <p>依据：{assessment.rules.law.map(citeLaw).join('、')}。</p>
      {assessment.parameters.filter((one) => one.kind === 'money').map((one) => (
        <p key={`${one.id}-${one.hukouKind ?? ''}`}>{one.title}：{one.document.title}{one.document.number === null ? <>，<Unsourced>文号还没有录入</Unsourced></> : `（${one.document.number}）`}{one.demo ? <> <DemoMark /></> : null}</p>
      ))}
    </>
  );
}

function Refused({ one, today, decision }: Props) {
  const unmet = decision.grounds.filter((ground) => ground.result === 'unmet');
  return (
    <div className="why">
      <div className="top">
        <div>
          <h1 tabIndex={-1}><span className="ph">这次的{one.matterTitle}，</span><span className="ph">为什么{decision.outcome === 'terminated' ? '终止了' : one.words.plainNo}</span></h1>
          <p className="lead say">{unmet.length === 0 ? decision.statement : `一共 ${decision.grounds.length} 条，${unmet.length} 条不符：${unmet.map((ground) => ground.because.replace(/。$/, '')).join('；')}。`}</p>
        </div>
        <p className="paidto note">{dayWords(decision.decidedOn, today)}决定<br />{decision.officeName}</p>
      </div>
      <section className="part" aria-labelledby="grounds">
        <h2 id="grounds">一条一条给您看</h2>
        <div><PlainGrounds items={decision.grounds} /></div>
        <div className="gloss"><p><b>标“不符”的都写在这里。</b>没有别的理由。</p><Sources assessment={decision.assessment} /></div>
      </section>
      <Instead matter={one.matter} />
      <ObjectHow decidedOn={decision.decidedOn} today={today} number={one.number}><p>数写错了、情况不是这样，先带凭据到镇区办事窗口，请他们重新核对。还是不同意，可以请上级重新审查，不收钱。</p></ObjectHow>
      <Foot caseId={one.caseId} />
    </div>
  );
}

function Foot({ caseId }: { caseId: number }) {
  return <p className="acts noprint foot"><Button onPress={() => window.print()}>打印这一页</Button><ButtonLink kind="bare" href={`/my/cases/${caseId}`}>回到这件申请</ButtonLink></p>;
}

export default definePage({ path: '/my/cases/$id/why', title: '为什么是这个数', signIn: true, mandated: true, covers: ['S001', 'S215'], component: Why });
