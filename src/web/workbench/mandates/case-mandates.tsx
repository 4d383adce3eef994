import { useApiQuery } from '../../api-client.ts';
import { dayLong } from '../../ui/day-text.ts';
import { A } from '../../ui/link.tsx';
import { Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import type { MandateList } from './mandate-list.ts';
import { MANDATE_STATES } from './mandate-list.ts';

/** 代办: under which mandate somebody acted in this case, until when it holds, and the paper behind it. Nothing where nobody did. */
export function CaseMandates({ caseId }: { caseId: number }) {
  const lines = useApiQuery<MandateList>('mandates.list-mandates', { case: caseId }).data?.lines ?? [];
  if (lines.length === 0) return null;
  return (
    <Section title="代办"><ul className="ruled">{lines.map((one) => (
      <li key={one.id}>
        <p className="l1"><A className="plain" href={`/mandates?find=${encodeURIComponent(one.principal)}`}>{one.helper} 代 {one.principal}</A><State kind={one.state === 'holding' ? 'mine' : 'done'}>{MANDATE_STATES[one.state]}</State></p>
        <p className="note">{one.relation}，凭{one.basisTitle}，到{dayLong(one.lastDay)}。{one.file === null ? '' : <a href={`/api/files/${one.file}`}>看委托书</a>}{one.basis.startsWith('guardian') ? '' : ' 核对授权要本人签，代办人签的不算。'}</p>
      </li>
    ))}</ul></Section>
  );
}
