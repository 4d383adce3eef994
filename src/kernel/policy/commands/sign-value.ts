import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { announce } from '../../jobs/enqueue.ts';
import { refuseUnseen, startRepricing } from '../../repricing/start-repricing.ts';
import { refuseOutside } from '../refuse-outside.ts';

/** The second pair of eyes: signs or sends back a figure another person entered. */
export default defineCommand({
  id: 'policy.sign-value', title: '复核标准', allow: { roles: ['standards-officer', 'approver'] }, stepUp: true,
  input: z.strictObject({ proposal: z.int(), agree: z.boolean() }),
  async run(tx, input, by) {
    const proposal = await tx.find<{ id: number; state: string; proposed_by: number; parameter: string; division: string }>('select id, state, proposed_by, parameter, division_code as division from parameter_proposal where id = $1 for update', [input.proposal]);
    if (!proposal) throw new Refusal('not-found');
    if (proposal.state !== 'waiting') throw new Refusal('policy.not-waiting');
    if (proposal.proposed_by === by.caller.account?.id) throw new Refusal('policy.same-person');
    await refuseOutside(tx, by.caller, proposal.division);
    if (input.agree) await refuseUnseen(tx, proposal.id);
    await tx.run('update parameter_proposal set state = $2 where id = $1', [proposal.id, input.agree ? 'signed' : 'withdrawn']);
    if (!input.agree) return { signed: false, run: null };
    await tx.run(
      `insert into parameter_value (proposal_id, parameter, division_code, from_day, to_day, hukou_kind, value, document, demo, proposed_by, signed_by, signed_on)
       select id, parameter, division_code, from_day, to_day, hukou_kind, value, document, demo, proposed_by, $2, $3 from parameter_proposal where id = $1`,
      [proposal.id, by.caller.account?.id, by.today]);
    await announce(tx, 'policy.value-signed', { parameter: proposal.parameter, proposal: proposal.id });
    return { signed: true, run: await startRepricing(tx, by, proposal.id) };
  },
});
