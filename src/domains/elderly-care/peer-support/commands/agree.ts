import { z } from 'zod';
import { dayInput } from '../../../../kernel/contract/door-fields.ts';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput, seenInput } from '../../../../kernel/records/door-input.ts';
import { getKept } from '../../../../kernel/records/write/load-record.ts';
import { lockParent } from '../../../../kernel/records/write/lock-parent.ts';
import { setState } from '../../../../kernel/records/write/set-state.ts';
import { getPair, KEEPERS } from '../pairing.ts';

/** 双方同意: both have said yes, each on a day; the pair begins, and the helper is at work from then on. */
export default defineCommand({
  id: 'peer-support.agree', title: '双方同意，结对', allow: { roles: KEEPERS },
  input: z.strictObject({ pair: recordInput, seen: seenInput, elderConsentOn: dayInput, helperConsentOn: dayInput }),
  async run(tx, input, by) {
    const helpers = await getKept(tx, by, 'peer-helper');
    const pair = await getPair(tx, input.pair);
    if (pair.state !== 'proposed' || pair.helper === null) throw new Refusal('peer-support.not-proposed', { state: (await getKept(tx, by, 'peer-pair')).register.states[pair.state]?.title ?? pair.state });
    const helper = await lockParent(tx, by, helpers, pair.helper);
    if (!['registered', 'active'].includes(helper.state) || helper.values['healthy'] !== true) throw new Refusal('peer-support.helper-away', { state: helpers.register.states[helper.state]?.title ?? helper.state });
    await setState(tx, by, { register: 'peer-pair', record: input.pair, seen: input.seen, state: 'paired', on: by.today, reason: '双方同意', values: { elderConsentOn: input.elderConsentOn, helperConsentOn: input.helperConsentOn } });
    if (helper.state === 'registered') {
      const { id: seen } = await tx.one<{ id: number }>('select id from peer_helper where record_id = $1 and known_to is null and valid_to is null', [pair.helper]);
      await setState(tx, by, { register: 'peer-helper', record: pair.helper, seen, state: 'active', on: by.today, reason: '结对', values: {} });
    }
    return { pair: input.pair, helper: pair.helper };
  },
});
