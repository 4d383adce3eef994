import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput, seenInput } from '../../../../kernel/records/door-input.ts';
import { getKept } from '../../../../kernel/records/write/load-record.ts';
import { lockParent } from '../../../../kernel/records/write/lock-parent.ts';
import { setState } from '../../../../kernel/records/write/set-state.ts';
import { getPair, KEEPERS, proposeHelpers } from '../pairing.ts';

/** 拟结对: one of those proposed is chosen; the distance is the one worked out, never typed. Two desks that choose the same helper wait for each other. */
export default defineCommand({
  id: 'peer-support.propose-pair', title: '选助老员', allow: { roles: KEEPERS }, input: z.strictObject({ pair: recordInput, seen: seenInput, helper: recordInput }),
  async run(tx, input, by) {
    const helpers = await getKept(tx, by, 'peer-helper');
    const helper = await lockParent(tx, by, helpers, input.helper);
    const pair = await getPair(tx, input.pair);
    if (pair.state !== 'seeking') throw new Refusal('peer-support.not-seeking', { state: (await getKept(tx, by, 'peer-pair')).register.states[pair.state]?.title ?? pair.state });
    const [chosen] = await proposeHelpers(tx, pair, input.helper);
    if (chosen === undefined) throw new Refusal('peer-support.no-match');
    const farthest = helper.values['farthest'];
    await setState(tx, by, {
      register: 'peer-pair', record: input.pair, seen: input.seen, state: 'proposed', on: by.today, reason: '按距离选的助老员',
      values: { helper: input.helper, ...(chosen.distance === null ? {} : { distance: chosen.distance }), ...(pair.limit === null && typeof farthest === 'number' ? { distanceLimit: farthest } : {}) },
    });
    return { distance: chosen.distance, sameCommunity: chosen.sameCommunity };
  },
});
