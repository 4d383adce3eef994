import { useApiQuery } from '../../api-client.ts';
import { A } from '../../ui/link.tsx';
import type { MyGrant, Remedies } from './answers.ts';
import { dayWords } from './spoken.ts';

/** Why nothing is paid, by whose decision and which article, and what one can do about it. */
export function StoppedWhy({ stopped, today }: { stopped: NonNullable<MyGrant['stopped']>; today: string }) {
  const remedies = useApiQuery<Remedies>('benefits.list-remedies', { decidedOn: stopped.decidedOn }).data ?? [];
  return (
    <div className="stopped">
      <p><b>为什么</b>：{/[。！？]$/.test(stopped.statement) ? stopped.statement : `${stopped.statement}。`}</p>
      <p className="note">{stopped.office}{dayWords(stopped.decidedOn, today)}决定{stopped.law === null ? '' : `，依据${stopped.law}`}。<A href={`/my/cases/${stopped.caseId}`}>看办理经过</A></p>
      <h3>可以怎么办</h3>
      <ul className="bring">
        <li><b>原因没有了，或者停错了</b>：带上凭据到镇区窗口或村（居）委会，申请恢复。</li>
        {remedies.map((one) => <li key={one.id}><b>{one.plain}</b>：{one.title}，收到决定书那天起 {one.within}，<b className="nowrap">{dayWords(one.lastDay, today)}</b>{one.lastDay < today ? '（已经过了）' : '以前'}都可以。</li>)}
      </ul>
    </div>
  );
}
