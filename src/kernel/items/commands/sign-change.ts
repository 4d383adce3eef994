import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** 复核事项变动: a second person puts into force, or sends back, what another entered. */
export default defineCommand({
  id: 'items.sign-change', title: '复核事项变动', allow: { roles: ['standards-officer', 'approver', 'administrator'] }, stepUp: true, input: z.strictObject({ proposal: z.int().positive(), agree: z.boolean() }),
  async run(tx, input, by) {
    const proposal = await tx.find<{ id: number; state: string; proposed_by: number }>('select id, state, proposed_by from item_proposal where id = $1 for update', [input.proposal]);
    if (!proposal) throw new Refusal('item.no-proposal');
    if (proposal.state !== 'waiting') throw new Refusal('item.not-waiting');
    if (proposal.proposed_by === by.caller.account?.id) throw new Refusal('item.same-person');
    const signed = await tx.run('update item_proposal set state = $2, signed_by = $3, signed_name = $4, signed_on = $5 where id = $1', [proposal.id, input.agree ? 'signed' : 'withdrawn', by.caller.account?.id, by.caller.account?.name, by.today]);
    if (signed === 0) throw new Refusal('item.no-proposal');
    if (!input.agree) return { signed: false };
    const made = await tx.run(
      `insert into item_event (item, title, division_id, event, from_day, level, document, source, account_name, proposal_id)
       select item, title, division_id, event, from_day, level, document, 'bureau', proposed_name || '，' || $2, id from item_proposal where id = $1 on conflict (item, event, from_day) where known_to is null do nothing`, [proposal.id, by.caller.account?.name]);
    if (made === 0) throw new Refusal('item.already');
    return { signed: true };
  },
});
