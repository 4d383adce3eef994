import { z } from 'zod';
import { refuseSecondGrant } from '../../../../kernel/benefits/open-grant.ts';
import { makeRegisterApplication } from '../../../../kernel/casework/commands/register-application.ts';
import type { OpenedCase } from '../../../../kernel/casework/open-case.ts';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { loadRegistry } from '../../../../kernel/registry/find-declarations.ts';
import { addMonths, monthOf } from '../../../../kernel/values/month.ts';
import { openTransfer } from '../move/open-transfer.ts';

const register = makeRegisterApplication(loadRegistry);

/**
 * 迁入登记: an ordinary application, opened beside the file the household brought. Only who they are came from it, and the clerk could change that too; means, amount
 * and decision are this city's own. Who draws 低保 here already is refused at once, as the decision would.
 */
export default defineCommand({
  id: 'subsistence-allowance.register-arrival', title: '迁入登记申请', allow: { roles: ['village-clerk', 'town-clerk'] },
  input: z.strictObject({ file: z.int().positive(), values: z.record(z.string(), z.unknown()) }),
  async run(tx, input, by): Promise<OpenedCase> {
    const { content, digest } = await openTransfer(tx, by, input.file);
    const opened = await register.run(tx, { matter: 'subsistence-allowance', values: input.values }, by);
    const people = await tx.rows<{ id: number }>('select person_id as id from case_member where case_id = $1', [opened.caseId]);
    await refuseSecondGrant(tx, 'subsistence-allowance', people.map((one) => one.id), null, addMonths(monthOf(by.today), 1));
    await tx.run(
      `insert into transfer_arrival (case_id, division_id, file_id, issuer_city, issuer_name, paper_number, digest)
       select c.id, c.division_id, $2, $3, $4, $5, $6 from case_file c where c.id = $1`,
      [opened.caseId, input.file, content.issuer.city, content.issuer.name, content.paper.number, Buffer.from(digest, 'hex')]);
    return opened;
  },
});
