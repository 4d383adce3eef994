import type { MyRecognition } from '../../../kernel/recognitions/queries/my-recognitions.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { A } from '../../ui/link.tsx';
import { useSignedIn } from '../../ui/session.ts';
import type { Gettable, MyCases, MyGrant } from '../parts/answers.ts';
import type { MyMessages } from '../parts/messages.ts';
import { dayWords } from '../parts/spoken.ts';
import { fen, formatYuan } from '../../../kernel/values/money.ts';
import { CaseBrief } from '../parts/case-brief.tsx';
import { GrantFigure } from '../parts/grant-figure.tsx';
import { Payments } from '../parts/payments.tsx';
import { ResidentsOnly } from '../parts/residents-only.tsx';
import { MyHelp } from '../parts/my-help.tsx';
import { StoppedWhy } from '../parts/stopped-why.tsx';
import { WithoutPhone } from '../parts/without-phone.tsx';
import { definePage } from '../shell/page.ts';

/** All that is one's own: what is being done, what is paid, month by month. */
function My() {
  const { account, today } = useSignedIn();
  const cases = useApiQuery<MyCases>('casework.my-cases');
  const grants = useApiQuery<readonly MyGrant[]>('benefits.my-grants');
  return (
    <div className="cols rest mine">
      <div>
        <h1 tabIndex={-1}>{account.name}，您好</h1>
        <Await read={cases} what="您的申请" lines={3}>
          {(list) => (
            <>
              <Lead cases={list} grants={grants.data ?? []} />
              <Applications id="running" title="正在办" list={list.filter((one) => one.outcome === null)} today={today} />
              <Await read={grants} what="您家的待遇" lines={3}>{(mine) => mine.map((grant) => <Grant key={grant.grant} grant={grant} today={today} />)}</Await>
              <MyHelp today={today} />
              <Recognised />
              <Applications id="closed" title="办完的申请" list={list.filter((one) => one.outcome !== null)} today={today} />
            </>
          )}
        </Await>
      </div>
      <div className="side">
        <Latest today={today} />
        <Others cases={cases.data ?? []} grants={grants.data ?? []} />
        <section className="help" aria-labelledby="change"><h2 id="change">家里有变化</h2><p>收入多了少了、家里多人少人、搬了家，可以在“报告变化”里报，也可以告诉村（居）委会或打 <a href="tel:12345">12345</a>。早说，钱就不会发错，也不用退。</p></section>
        <section className="help" aria-labelledby="helpers"><h2 id="helpers">互相帮忙</h2><p>自己不方便，<A href="/my/helpers">请人替我办</A>。</p><p>帮老人、邻居办，<A href="/helping">替别人办</A>。</p></section>
        <section className="help" aria-labelledby="data"><h2 id="data">我的信息</h2><p>民政存着您的什么、谁看过，有错可以要求改。</p><p><A href="/my/data">看我的信息</A></p><p><A href="/my/account">账号与密码</A></p></section>
        <WithoutPhone />
      </div>
    </div>
  );
}

/** What the household is recognised as, until when. */
function Recognised() {
  const held = useApiQuery<readonly MyRecognition[]>('recognitions.my-recognitions').data ?? [];
  if (held.length === 0) return null;
  return (
    <section className="mine-part" aria-labelledby="recognised"><h2 id="recognised">您家的认定</h2>
      <ul className="briefs">{held.map((one) => (
        <li key={one.id}><p><b>{one.title}</b>　{one.holds ? `有效，到 ${one.lastDay}，还有 ${one.daysLeft ?? 0} 天` : one.endReason === null ? `${one.from} 至 ${one.lastDay}` : `已终止：${one.endReason}`}</p>
          <p className="note">证明编号 {one.number}。{one.holds && !one.renewed ? <>到期前可以<A href={`/apply/${one.matter}`}>重新申请</A>，不会断。</> : null}</p>
          <p className="acts"><ButtonLink href={`/my/recognitions/${one.id}`}>看{one.certificate}，打印</ButtonLink></p></li>
      ))}</ul>
    </section>
  );
}

/** The last messages; what one has to do oneself stands first. */
function Latest({ today }: { today: string }) {
  const messages = useApiQuery<MyMessages>('inbox.my-messages').data?.messages ?? [];
  if (messages.length === 0) return null;
  const shown = messages.toSorted((a, b) => Number(b.asks === true && b.fresh) - Number(a.asks === true && a.fresh)).slice(0, 3);
  return (
    <section className="help" aria-labelledby="latest"><h2 id="latest">消息</h2>
      <ul className="messages">{shown.map((one) => <li key={`${one.command} ${one.title}`}><A className="plain" href={one.href}><b>{one.title}</b></A><p className="note">{dayWords(one.on, today)}</p></li>)}</ul>
      <p><A href="/my/messages">看全部消息</A></p>
    </section>
  );
}

/** What else there is that this household neither gets nor has applied for. */
function Others({ cases, grants }: { cases: MyCases; grants: readonly MyGrant[] }) {
  const all = useApiQuery<readonly Gettable[]>('benefits.what-can-i-get').data ?? [];
  const has = new Set([...cases.filter((one) => one.outcome === null).map((one) => one.matter), ...grants.filter((one) => one.state !== 'ended').map((one) => one.matter)]);
  const others = all.filter((one) => one.applies && !has.has(one.matter));
  if (others.length === 0) return null;
  return (
    <section className="help" aria-labelledby="others"><h2 id="others">还可以看看</h2>
      <ul>{others.map((one) => <li key={one.matter}><A href={`/get/${one.matter}`}>{one.get}</A><br /><span className="note">{one.need}</span></li>)}</ul>
      <p className="note">够不够条件，<A href="/check">先算一算</A>，不用登录，也不会留下什么。</p>
    </section>
  );
}

/** The state of everything in one sentence; with nothing yet, the way to begin. */
function Lead({ cases, grants }: { cases: MyCases; grants: readonly MyGrant[] }) {
  const running = cases.filter((one) => one.outcome === null).length;
  const paid = grants.filter((one) => one.state === 'active');
  const money = paid.map((one) => `每月领${one.title} ${formatYuan(fen(one.fen))} 元`);
  const work = running > 0 ? `有 ${running} 件申请正在办` : '没有在办的申请';
  if (cases.length > 0 || grants.length > 0) return <p className="lead">您家{[...money, work].join('，')}。</p>;
  return <><p className="lead">您家还没有申请过。</p><Empty>不知道能申请什么，可以先算一算，不用填很多。</Empty><p className="acts"><ButtonLink kind="main" href="/check">算一算我能申请什么</ButtonLink></p></>;
}

function Applications({ id, title, list, today }: { id: string; title: string; list: MyCases; today: string }) {
  if (list.length === 0) return null;
  return <section className="mine-part" aria-labelledby={id}><h2 id={id}>{title}</h2><ul className="briefs">{list.map((one) => <CaseBrief key={one.caseId} one={one} today={today} />)}</ul></section>;
}

function Grant({ grant, today }: { grant: MyGrant; today: string }) {
  const id = `grant-${grant.grant}`;
  return (
    <section className="mine-part" aria-labelledby={id}>
      <GrantFigure grant={grant} today={today} headingId={id} />
      {grant.stopped === null ? null : <StoppedWhy stopped={grant.stopped} today={today} />}
      <p className="acts">{grant.caseId === null ? null : <ButtonLink href={`/my/cases/${grant.caseId}/why`}>为什么是这个数</ButtonLink>}{grant.state === 'ended' ? null : <ButtonLink href={`/my/grants/${grant.grant}/change`}>报告变化</ButtonLink>}</p>
      {grant.change === 'phase-out' && grant.lastMonth !== null ? <p><b>渐退期</b>：收入已经够了，按原来的数再发到 {Number(grant.lastMonth.slice(0, 4))}年{Number(grant.lastMonth.slice(5))}月，之后不再发。这期间收入又少了，请马上报告变化。</p> : null}
      {grant.caseId === null && grant.state === 'active' ? <p className="note">{grant.reason}</p> : null}
      <Payments payments={grant.payments} today={today} />
      {grant.payments.some((one) => one.kind === 'returned') ? <p>账户有问题的，带身份证到镇区窗口<A href="/help">换账户</A>，换好当月补发。</p> : null}
    </section>
  );
}

function MyPage() {
  return <ResidentsOnly><My /></ResidentsOnly>;
}

export default definePage({ path: '/my', title: '我的', signIn: true, covers: ['S215', 'S001', 'S003', 'S022'], component: MyPage });
