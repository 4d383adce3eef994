import { dayShort } from '../../ui/day-text.ts';
import type { CaseDetail } from './api.ts';

type Overall = NonNullable<CaseDetail['overall']>;

export interface WholeCaseSaid { readonly words: string; readonly total: string; readonly late: boolean }

/** What the strip of the whole case says: 第 12／30 工作日，6-14 止 · 超 2 日 · 用了 24／30 · 停着. */
export function wholeCaseWords(overall: Overall, today: string): WholeCaseSaid {
  const unit = overall.calendar === 'working' ? '工作日' : '天';
  const share = `${overall.used}／${overall.days} ${unit}`;
  const total = overall.extendedDays > 0 ? `原 ${overall.days - overall.extendedDays} ${unit}，已延 ${overall.extendedDays} ${unit}`
    : overall.extensionLeft > 0 && overall.mostDays !== null ? `特殊情况最多 ${overall.mostDays} ${unit}` : `共 ${overall.days} ${unit}`;
  const over = overall.used - overall.days;
  if (overall.doneOn !== null) return { words: over > 0 ? `用了 ${share}，超 ${over} 日` : `用了 ${share}`, total, late: over > 0 };
  if (overall.stoppedSince !== null) return { words: `停在第 ${share}`, total, late: false };
  if (over > 0) return { words: `超 ${over} 日，${dayShort(overall.dueOn, today)} 已到期`, total, late: true };
  return { words: over === 0 && overall.dueOn === today ? `第 ${share}，今天到期` : `第 ${share}，${dayShort(overall.dueOn, today)} 止`, total, late: false };
}
