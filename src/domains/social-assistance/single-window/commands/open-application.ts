import { z } from 'zod';
import { makeRegisterApplication } from '../../../../kernel/casework/commands/register-application.ts';
import type { OpenedCase } from '../../../../kernel/casework/open-case.ts';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { nextNumber } from '../../../../kernel/numbering/next-number.ts';
import { loadRegistry } from '../../../../kernel/registry/find-declarations.ts';
import { getHandover, recordEvent, standingOf } from '../handovers.ts';
import { whyNotMove } from '../next-state.ts';

const register = makeRegisterApplication(loadRegistry);

/** 开申请: what was handed over becomes an application of that matter, in one transaction with the receipt: neither can be without the other. */
export default defineCommand({
  id: 'single-window.open-application', title: '由求助开申请', allow: { roles: ['village-clerk', 'town-clerk', 'town-lead'] },
  input: z.strictObject({ handover: z.int().positive(), values: z.record(z.string(), z.unknown()) }),
  async run(tx, input, by): Promise<OpenedCase> {
    const row = await getHandover(tx, input.handover, true);
    if (row.receiver_kind !== 'matter') throw new Refusal('handover.not-a-matter');
    if (row.case_id !== null) throw new Refusal('handover.case-open', await tx.one<{ number: string }>('select number from case_file where id = $1', [row.case_id]));
    const at = await standingOf(tx, by.caller, row);
    const no = row.state === 'received' ? whyNotMove('answer', row.state, at) : whyNotMove('receive', row.state, at);
    if (no) throw new Refusal(no.code, no.details);
    const opened = await register.run(tx, { matter: row.receiver, values: input.values }, by);
    if (row.state === 'sent') await recordEvent(tx, by, row, { move: 'receive', content: `开申请，案号 ${opened.number}` });
    const receipt = row.receipt_number ?? (await nextNumber(tx, `${by.city.short}-HZ`, Number(by.today.slice(0, 4))));
    await tx.run(`update handover set state = 'received', received_on = coalesce(received_on, $2), receipt_number = $3, case_id = $4, version = version + 1 where id = $1`, [row.id, by.today, receipt, opened.caseId]);
    return opened;
  },
});
