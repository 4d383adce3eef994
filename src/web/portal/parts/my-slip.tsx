import { useApiQuery } from '../../api-client.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { A } from '../../ui/link.tsx';
import { useSession, type Session } from '../../ui/session.ts';
import type { MyCases, MyGrant } from './answers.ts';
import { CaseBrief } from './case-brief.tsx';
import { GrantFigure } from './grant-figure.tsx';

/** The slip on the first page: one's own allowance and the money of this month; one's application; or the way in. */
export function MySlip() {
  const session = useSession();
  if (session === undefined) return <Coming />;
  if (session?.account.kind === 'resident') return <Mine session={session} />;
  if (session !== null) return null;
  return (
    <section className="slip wenwu" aria-labelledby="slip">
      <h2 id="slip">已经申请过</h2>
      <p>登录以后，看办到哪一步、钱到了没有、为什么是这个数。</p>
      <p className="go"><ButtonLink href="/sign-in">登录</ButtonLink><A href="/help">没有账号，怎么办</A></p>
    </section>
  );
}

/** The empty slip, while it is not known what stands on it. */
const Coming = () => <div className="slip wenwu coming" data-pending />;

function Mine({ session }: { session: Session }) {
  const grants = useApiQuery<readonly MyGrant[]>('benefits.my-grants');
  const cases = useApiQuery<MyCases>('casework.my-cases');
  if (cases.isPending || grants.isPending) return <Coming />;
  const grant = grants.data?.find((one) => one.state !== 'ended');
  const running = cases.data?.filter((one) => one.outcome === null) ?? [];
  const shown = running.length > 0 ? running : grant === undefined ? (cases.data ?? []).slice(0, 1) : [];
  return (
    <section className="slip wenwu" aria-labelledby="slip">
      {grant === undefined ? null : <GrantFigure grant={grant} today={session.today} headingId="slip" />}
      {shown.length === 0 ? null : <>{grant === undefined ? <h2 id="slip">我的申请</h2> : null}<ul className="briefs">{shown.map((one) => <CaseBrief key={one.caseId} one={one} today={session.today} />)}</ul></>}
      {grant === undefined && shown.length === 0 ? <><h2 id="slip">{session.account.name}，您好</h2><p>您家现在没有在办的申请，也没有在领的待遇。</p></> : null}
      <p className="go">
        {grant?.caseId == null ? null : <ButtonLink href={`/my/cases/${grant.caseId}/why`}>为什么是这个数</ButtonLink>}
        <A href="/my">我的全部事情</A>
      </p>
    </section>
  );
}
