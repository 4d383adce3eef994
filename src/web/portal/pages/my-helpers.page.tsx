import '../../forms/forms.css';
import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { A } from '../../ui/link.tsx';
import { State } from '../../ui/state.tsx';
import { GiveCode } from '../parts/give-code.tsx';
import { standingWords, type GivenMandate, type MyMandates } from '../parts/mandate-answers.ts';
import { ResidentsOnly } from '../parts/residents-only.tsx';
import { dayWords } from '../parts/spoken.ts';
import { WithoutPhone } from '../parts/without-phone.tsx';
import { definePage } from '../shell/page.ts';

/** 请人替我办: who may act for me, what they did, taking it back at once; and giving a code to somebody new. */
function MyHelpers() {
  const read = useApiQuery<MyMandates>('mandates.my-mandates');
  return (
    <div className="cols rest mine">
      <div>
        <h1 tabIndex={-1}>请人替我办</h1>
        <p className="lead">自己不方便，可以请孩子、邻居、社工替您申请。他办的每一步您都看得到，随时能收回。</p>
        <section className="mine-part" aria-labelledby="given">
          <h2 id="given">谁能替我办</h2>
          <Await read={read} what="授权" lines={3}>{({ given, today }) => (given.length === 0 ? <Empty>现在没有人能替您办。</Empty> : <ul className="briefs">{given.map((one) => <Given key={one.id} one={one} today={today} />)}</ul>)}</Await>
        </section>
        <section className="mine-part" aria-labelledby="give"><h2 id="give">请一个人</h2><GiveCode /></section>
      </div>
      <div className="side">
        <section className="help" aria-labelledby="may"><h2 id="may">他能做什么</h2><ul><li>替您写申请、交申请</li><li>看办到哪一步</li><li>替您补材料</li></ul><h2>他不能做什么</h2><ul><li>看您家领了多少钱、您的资料</li><li>换收钱的账户</li><li>撤回申请，替您签字</li></ul></section>
        <section className="help" aria-labelledby="on-paper"><h2 id="on-paper">不用手机</h2><p>写一张授权委托书，两人签字，带身份证到村（居）委会或镇区窗口登记。<A href="/my/helpers/paper">打印授权委托书</A></p></section>
        <WithoutPhone />
      </div>
    </div>
  );
}

function Given({ one, today }: { one: GivenMandate; today: string }) {
  const end = useApiCommand('mandates.end-mandate');
  const [asked, setAsked] = useState(false);
  const live = one.state === 'holding' || one.state === 'coming';
  return (
    <li>
      <p><b>{one.helper}</b>（{one.relation}）　<State kind={live ? 'mine' : 'done'}>{standingWords(one, (day) => dayWords(day, today))}</State></p>
      <p>能办：{one.matters.map((matter) => matter.title).join('、')}。凭{one.basisTitle}。</p>
      {one.acts.length === 0 ? <p className="note">还没有替您办过什么。</p> : <ul>{one.acts.map((act) => <li key={`${act.caseId} ${act.step} ${act.on}`}>{dayWords(act.on, today)}，{act.step === 'open' ? '替您交了申请' : act.step === 'supplement' ? '替您补了材料' : '替您办了一步'}，<A href={`/my/cases/${act.caseId}`}>案号 {act.number}</A></li>)}</ul>}
      <ErrorNote problem={end.problem} />
      {!live ? null : asked
        ? <div className="call-off"><p>收回以后，{one.helper}马上不能再替您办。已经办的都还在。</p><p className="acts"><Button kind="main" busy={end.busy} onPress={() => void end.run({ mandate: one.id })}>收回</Button><Button onPress={() => setAsked(false)}>不收回</Button></p></div>
        : <p className="acts"><Button onPress={() => setAsked(true)}>收回授权<span className="vh">，{one.helper}</span></Button><ButtonLink kind="bare" href={`/my/helpers/paper?mandate=${one.id}`}>打印委托书</ButtonLink></p>}
    </li>
  );
}

const Page = () => <ResidentsOnly><MyHelpers /></ResidentsOnly>;

export default definePage({ path: '/my/helpers', title: '请人替我办', signIn: true, covers: ['S215'], component: Page });
