import { formatDocument } from '../policy/format-reading.ts';
import type { ParameterBook } from '../policy/parameter-book.ts';
import { formatMonth, type Month } from '../values/month.ts';
import { fen, formatYuan } from '../values/money.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { readAmount, type Place } from './affected.ts';

/** 标准由533.00元调到560.00元（2015年1月起），《…》文号未录入: the first of the figures that differ, as it will stand on the roll. */
export function describeChange(parameters: readonly string[], place: Place, from: Month, before: { readonly book: ParameterBook; readonly day: PlainDate }, after: { readonly book: ParameterBook; readonly day: PlainDate }): string {
  for (const id of parameters) {
    const [old, now] = [readAmount(before.book, id, place, before.day), readAmount(after.book, id, place, after.day)];
    const answer = after.book.read(id, place.divisions, after.day, place.hukouKind);
    if (old === now || answer.is === 'gap') continue;
    return `标准由${words(old)}调到${words(now)}（${formatMonth(from)}起），${formatDocument(answer.reading.document)}`;
  }
  return `标准调整（${formatMonth(from)}起）`;
}

const words = (amount: number | undefined): string => (amount === undefined ? '未录入' : `${formatYuan(fen(amount))}元`);
