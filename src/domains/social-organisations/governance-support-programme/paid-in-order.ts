import type { RecordSeen } from '../../../kernel/contract/register.ts';

const BEFORE: Readonly<Record<string, { readonly instalment: string; readonly title: string }>> = { middle: { instalment: 'first', title: '首期' }, final: { instalment: 'first', title: '首期' } };

/** A project is paid its first instalment before any other. A payment belongs to one project; those of the others say nothing of it. */
export function paidInOrder({ entry, entries }: Pick<RecordSeen, 'entry' | 'entries'>): string | undefined {
  const before = entry?.of === 'payments' ? BEFORE[String(entry.values['instalment'])] : undefined;
  if (entry === undefined || before === undefined) return undefined;
  const paid = (entries?.['payments'] ?? []).some((values) => values['project'] === entry.values['project'] && values['instalment'] === before.instalment);
  return paid ? undefined : `这个项目的${before.title}还没有拨付。请先登记${before.title}。`;
}
