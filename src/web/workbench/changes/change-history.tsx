import type { HouseholdChangeEntry } from '../../../kernel/registers/household/queries/list-changes.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { A } from '../../ui/link.tsx';
import { Section } from '../../ui/page-head.tsx';
import { Trail } from '../../ui/trail.tsx';

/** 变更历史 of a household: when it happened, and what was decided about it. Oldest first. */
export function ChangeHistory({ household, today }: { household: number; today: string }) {
  const read = useApiQuery<readonly HouseholdChangeEntry[]>('household.list-changes', { household });
  return (
    <Section title="变更历史">
      <Await read={read} what="变更历史" lines={2}>{(rows) => (rows.length === 0 ? <p className="note">没有报过变化。</p>
        : <Trail today={today} items={rows.toReversed().map((one) => ({ day: one.happenedOn, title: one.caseId === null ? one.kind : <A href={`/cases/${one.caseId}`}>{one.kind}</A>, note: noteOf(one), kind: one.doneOn === null && one.outcome === null ? 'now' : 'act' }))} />)}</Await>
    </Section>
  );
}

function noteOf(one: HouseholdChangeEntry): string {
  if (one.decision !== null) return one.decision;
  if (one.doneOn !== null) return `${one.doneOn} 登记。`;
  if (one.outcome === 'withdrawn') return '自己撤回了。';
  return one.outcome === null ? '正在办。' : '没有受理。';
}
