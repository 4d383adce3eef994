import type { DecisionWords, Procedure } from '../contract/procedure.ts';
import type { NewDecision } from './decide.ts';

const DEFAULT: DecisionWords = { granted: '批准', refused: '不予批准', plainNo: '没有批准' };

/** What the law of a procedure calls yes and no. */
export const wordsOf = (procedure: Pick<Procedure, 'words'> | undefined): DecisionWords => procedure?.words ?? DEFAULT;

const OTHERS: Readonly<Record<Exclude<NewDecision['outcome'], 'granted' | 'refused'>, string>> = {
  kept: '继续发给', changed: '变更金额', suspended: '暂停发放', ended: '停止发放', resumed: '恢复发放', terminated: '终止审核确认',
};

/** A decision in two to six words, as seal, list and paper name it. Pure. */
export function decisionWords(procedure: Pick<Procedure, 'words'> | undefined, outcome: NewDecision['outcome']): string {
  return outcome === 'granted' || outcome === 'refused' ? wordsOf(procedure)[outcome] : OTHERS[outcome];
}
