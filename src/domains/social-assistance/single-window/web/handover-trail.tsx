import { A } from '../../../../web/ui/link.tsx';
import { Trail } from '../../../../web/ui/trail.tsx';
import type { HandoverOf } from './api.ts';

/** 经过 of one hand-over, with what was answered. */
export function HandoverTrail({ handover, today }: { handover: HandoverOf; today: string }) {
  return (
    <>
      <Trail today={today} items={handover.events.map((event) => ({
        day: event.on, kind: 'act' as const, title: `${event.title}${event.outcome === null ? '' : `：${event.outcome}`}`,
        note: <>{event.office}　{event.who}{event.onBehalf ? '（代录）' : ''}{event.content === null ? null : <><br />{event.content}</>}{event.scan === null ? null : <>　<a href={`/api/files/${event.scan}`}>看扫描件</a></>}</>,
      }))} />
      {handover.caseId === null ? null : <p>已开申请：<A href={`/cases/${handover.caseId}`}>{handover.caseNumber}</A></p>}
      {handover.onward === null ? null : <p>已改转给{handover.onward.receiver}：<A href={`/window/handovers/${handover.onward.id}`}>{handover.onward.number}</A></p>}
    </>
  );
}
