import type { RecordAlongside } from '../../../kernel/contract/register.ts';

/**
 * Numbers that follow one another among those already there: none twice and none left out; an earlier one may be filled in later. `word`: 件, 次.
 * Gives the sentence that is shown, or nothing. Pure.
 */
export function numberFollows(own: unknown, others: readonly RecordAlongside[], key: string, word: string): string | undefined {
  const taken = others.flatMap((one) => (typeof one.values[key] === 'number' ? [one.values[key]] : []));
  if (typeof own !== 'number' || taken.length === 0) return undefined;
  if (taken.includes(own)) return `已经有第${own}${word}了。请核对序号。`;
  const last = Math.max(...taken);
  return taken.includes(own - 1) || taken.includes(own + 1) ? undefined : `上一${word}是第${last}${word}，这一${word}应是第${last + 1}${word}。请核对序号。`;
}
