import type { RecordAlongside, RecordSeen, Values } from '../../../kernel/contract/register.ts';

/** The same title of the same holder, given on a day. */
interface Given { readonly values: Values }
type Seen = Pick<RecordSeen, 'values' | 'alongside'>;

const yearOf = ({ values }: Given): number => Number(String(values['givenOn']).slice(0, 4));
const dayOf = ({ values }: Given): string => String(values['givenOn']);

/** The times this holder had this title before, earliest first: given and not taken away again. */
export const givenBefore = ({ values, alongside }: Seen): readonly RecordAlongside[] =>
  (typeof values['givenOn'] !== 'string' ? [] : alongside.filter((one) => ['given', 'expired'].includes(one.state) && typeof one.values['givenOn'] === 'string' && dayOf(one) < String(values['givenOn'])));

/** Years from one 评选 to the next: 1 where nothing is written. */
const cycleOf = ({ values }: Given): number => Number(values['cycleYears'] ?? 1);

/** Whether a 评选 was missed between two times it was given. */
const broken = (one: Given, last: Given): boolean => yearOf(one) - yearOf(last) > cycleOf(one);

/**
 * 连续第几次: one more than the time before it, when no 评选 lies between; 1 where the row broke. The earliest the register knows counts as what is written with it:
 * older ones need not be taken over.
 */
export function inARow(one: Given, before: readonly Given[]): number {
  const last = before.at(-1);
  if (last === undefined) return Number(one.values['consecutive'] ?? 1);
  return broken(one, last) ? 1 : inARow(last, before.slice(0, -1)) + 1;
}

const CALLED: Readonly<Record<string, string>> = { 'first-time': '首次', consecutive: '连续', again: '再次' };

/** 次第 and 连续第几次 as written agree with what the register knows of the same title and holder. */
export function runAsKnown(seen: Seen): string | undefined {
  const before = givenBefore(seen);
  const last = before.at(-1);
  if (last === undefined) return undefined;
  const { run, consecutive } = seen.values;
  const times = inARow(seen, before);
  const meant = times > 1 ? 'consecutive' : 'again';
  if (run !== meant) return `${dayOf(last)}得过这个称号${times > 1 ? '，没有中断' : `，中间断了（评选${cycleOf(seen)}年一次）`}，次第应选“${CALLED[meant]}”。`;
  return consecutive === undefined || consecutive === times ? undefined : `${dayOf(last)}是连续第${inARow(last, before.slice(0, -1))}次，这一次应是连续第${times}次。`;
}
