import type { Effect } from '../contract/procedure.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { findDecision } from './find-decision.ts';
import { recordService } from './record-service.ts';

/**
 * A step by which a clerk hands a decision over (deliveredOn, how, receiver) is also its service. Only 直接送达 says enough in such a form;
 * post and refused receipts are written down on the page of the paper, with number and witnesses.
 */
export const serveFromStep: Effect = {
  id: 'serve',
  async run(at) {
    const { deliveredOn, how, receiver } = at.input as { deliveredOn?: PlainDate; how?: string; receiver?: string };
    const last = await at.tx.find<{ id: number }>('select id from decision where case_id = $1 order by id desc limit 1', [at.case.id]);
    if (how !== 'direct' || deliveredOn === undefined || !last) return;
    if ((await findDecision(at.tx, last.id)).served_on !== null) return;
    await recordService(at.tx, at.by, last.id, { how, triedOn: deliveredOn, reached: true, receiver, by: [at.by.caller.account?.name ?? ''], witnesses: [] });
  },
};
