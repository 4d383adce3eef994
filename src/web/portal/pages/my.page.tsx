import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { A } from '../../ui/link.tsx';
import { useSignedIn } from '../../ui/session.ts';
import type { MyCases, MyGrant } from '../parts/answers.ts';
import { CaseBrief } from '../parts/case-brief.tsx';
import { GrantFigure } from '../parts/grant-figure.tsx';
import { Payments } from '../parts/payments.tsx';
import { ResidentsOnly } from '../parts/residents-only.tsx';
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
        <Await read={cases} what="您的申请" lines={3}>{(list) => <Applications list={list} today={today} some={(grants.data?.length ?? 0) > 0} />}</Await>
        <Await read={grants} what="您家的待遇" lines={3}>{(list) => list.map((grant) => <Grant key={grant.grant} grant={grant} today={today} />)}</Await>
      </div>
      <div className="side">
        <section className="help" aria-labelledby="change"><h2 id="change">家里有变化</h2><p>收入多了少了、家里多人少人、搬了家，早点告诉村（居）委会或打 <a href="tel:12345">12345</a>。早说，钱就不会发错，也不用退。</p></section>
        <WithoutPhone />
      </div>
    </div>
  );
}

function Applications({ list, today, some }: { list: MyCases; today: string; some: boolean }) {
  const running = list.filter((one) => one.outcome === null);
  const closed = list.filter((one) => one.outcome !== null);
  return (
    <>
      <p className="lead">{running.length > 0 ? `您家有 ${running.length} 件申请正在办。` : some ? '您家现在没有在办的申请。' : list.length > 0 ? '您家的申请都办完了。' : '您家还没有申请过。'}</p>
      {list.length === 0 && !some ? <><Empty>不知道能申请什么，可以先算一算，不用填很多。</Empty><p className="acts"><ButtonLink kind="main" href="/check">算一算我能申请什么</ButtonLink></p></> : null}
      {running.length === 0 ? null : <section className="mine-part" aria-labelledby="running"><h2 id="running">正在办</h2><ul className="briefs">{running.map((one) => <CaseBrief key={one.caseId} one={one} today={today} />)}</ul></section>}
      {closed.length === 0 ? null : <section className="mine-part" aria-labelledby="closed"><h2 id="closed">办完的申请</h2><ul className="briefs">{closed.map((one) => <CaseBrief key={one.caseId} one={one} today={today} />)}</ul></section>}
    </>
  );
}

function Grant({ grant, today }: { grant: MyGrant; today: string }) {
  const id = `grant-${grant.grant}`;
  return (
    <section className="mine-part" aria-labelledby={id}>
      <GrantFigure grant={grant} today={today} headingId={id} />
      <p className="acts">{grant.caseId === null ? null : <ButtonLink href={`/my/cases/${grant.caseId}/why`}>为什么是这个数</ButtonLink>}</p>
      {grant.caseId === null ? <p className="note">{grant.reason}</p> : null}
      <Payments payments={grant.payments} today={today} />
      {grant.payments.some((one) => one.kind === 'returned') ? <p>账户有问题的，带身份证到镇区窗口<A href="/help">换账户</A>，换好当月补发。</p> : null}
    </section>
  );
}

function MyPage() {
  return <ResidentsOnly><My /></ResidentsOnly>;
}

export default definePage({ path: '/my', title: '我的', signIn: true, component: MyPage });
