import { useActing } from '../../../../web/acting.ts';
import { CasePage } from '../../../../web/portal/parts/case-page.tsx';
import { SignHere } from '../../../../web/portal/parts/sign-here.tsx';
import type { MyCase } from '../../../../web/portal/parts/answers.ts';
import { dayWords, limitWords } from '../../../../web/portal/parts/spoken.ts';
import { Button, ButtonLink } from '../../../../web/ui/button.tsx';
import { State } from '../../../../web/ui/state.tsx';
import type { ReceivedWords } from './apply-words.ts';

export function ReceivedPage({ words }: { words: ReceivedWords }) {
  return <CasePage>{(one, today) => <Received one={one} today={today} words={words} />}</CasePage>;
}

/** 已收到: the case number, what happens next and by which day, who still has to sign. */
function Received({ one, today, words }: { one: MyCase; today: string; words: ReceivedWords }) {
  const now = one.stages.find((stage) => stage.status === 'now' || stage.status === 'held');
  const acting = useActing();
  const coming = one.stages.filter((stage) => stage.status === 'wait');
  return (
    <div className="cols rest mine">
      <div>
        <p><State kind="done">已收到</State></p>
        <h1 tabIndex={-1}><span className="ph">{acting === null ? '您家' : acting.principal}的{words.what}申请，</span><span className="ph">我们收到了</span></h1>
        <p className="lead">{now === undefined ? one.now.doing : `下一步：${now.title}。${now.day === null ? '' : `最晚${dayWords(now.day, today)}办完这一步。`}`}</p>
        <dl className="told-list receipt"><div><dt>案号</dt><dd><b>{one.number}</b></dd></div><div><dt>收到的日子</dt><dd>{dayWords(one.openedOn, today)}</dd></div><div><dt>以后查</dt><dd>登录看“我的”，或打 12345 报案号</dd></div></dl>
        {acting === null || one.toSign.length === 0 ? null : <p className="do-this">{acting.principal}本人和家里的大人，还要各自签字同意核对：用自己的账号登录签，或者带身份证到窗口签。</p>}
        <SignHere one={one} />
        {coming.length === 0 ? null : (
          <section className="mine-part" aria-labelledby="coming">
            <h2 id="coming">接下来</h2>
            <ol className="coming">{coming.map((stage) => <li key={stage.id}><b>{stage.title}</b><span className="note">{stage.limit === null ? '' : `规定 ${limitWords(stage.limit)}`}</span></li>)}</ol>
            <p className="note">有人会到您家看看，问问情况，不用准备什么。{words.afterwards}</p>
          </section>
        )}
        <p className="acts noprint"><ButtonLink kind="main" href={`/my/cases/${one.caseId}`}>看办到哪一步</ButtonLink><Button onPress={() => window.print()}>打印这张单子</Button></p>
      </div>
      <div className="side"><section className="help" aria-labelledby="wrong"><h2 id="wrong">写错了</h2><p>打电话给镇区办事窗口，或打 <a href="tel:12345">12345</a>，报案号。不用再申请一次。</p></section></div>
    </div>
  );
}
