import { endGrant, resumeGrant, suspendGrant } from '../benefits/stop-grant.ts';
import type { Effect } from '../contract/procedure.ts';
import { AppError } from '../contract/refusal.ts';
import type { Ground } from '../contract/rules.ts';
import { addMonths, formatMonth, month, monthOf, type Month } from '../values/month.ts';
import { assessCase } from './assess-case.ts';
import { grantOf } from './decide-grant.ts';
import { recordDecision } from './decide.ts';
import type { StepContext } from './step-context.ts';

/** A stop on a ground that is not the amount: which, and in words. */
export interface StopDecision {
  readonly what: 'suspended' | 'ended' | 'resumed';
  /** The ground with its article; of a resumption, why payment goes on. */
  readonly ground: (at: StepContext) => Ground;
  /** 恢复: true when the ground of the stop was wrong, so that every month it took is paid after all. */
  readonly wasWrong?: (at: StepContext) => boolean;
}

/**
 * 暂停、停发、恢复: payment stops from the month after the decision, what is drawn and not yet at the bank is held at once; or goes on, where the
 * ground was wrong from the first month that was stopped, with arrears. Recorded with its ground, like every decision.
 */
export const decideStop = (decision: StopDecision): Effect => ({
  id: `decide-${decision.what}`,
  async run(at) {
    const assessment = await assessCase(at.tx, at.registry, { row: at.case, procedure: at.procedure });
    if (!assessment) throw new AppError('decision.no-benefit', 'a procedure that decides must name its benefit');
    const ground = decision.ground(at);
    const wrong = decision.what === 'resumed' && decision.wasWrong?.(at) === true;
    const from = wrong ? await firstStopped(at) : addMonths(monthOf(at.by.today), 1);
    const statement = `从 ${formatMonth(from)}起${WORDS[decision.what]}。${ground.because}${wrong ? '，停发的月份补发' : ''}`;
    const decisionId = await recordDecision(at, { outcome: decision.what, assessment, firstMonth: from, fen: null, statement, grounds: [ground] });
    const stop = { grantId: grantOf(at), caseId: at.case.id, decisionId, reason: `${WORDS[decision.what]}：${ground.title}` };
    if (decision.what === 'suspended') await suspendGrant(at.tx, at.by, { ...stop, fromMonth: from });
    else if (decision.what === 'ended') await endGrant(at.tx, at.by, { ...stop, lastMonth: addMonths(from, -1) });
    else await resumeGrant(at.tx, at.by, { ...stop, fromMonth: from });
  },
});

const WORDS = { suspended: '暂停发放', ended: '停发', resumed: '恢复发放' } as const;

/** First month of the stretch that is not paid now. */
async function firstStopped(at: StepContext): Promise<Month> {
  const row = await at.tx.find<{ month: string }>(
    `select min(v.from_month) as month from grant_version v where v.grant_id = $1 and v.known_to is null and v.state <> 'paid'
       and not exists (select 1 from grant_version p where p.grant_id = v.grant_id and p.known_to is null and p.state = 'paid' and p.from_month > v.from_month)`, [grantOf(at)]);
  return row?.month ? month(row.month.slice(0, 7)) : addMonths(monthOf(at.by.today), 1);
}
