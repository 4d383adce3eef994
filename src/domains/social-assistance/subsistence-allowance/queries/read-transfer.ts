import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { openTransfer } from '../move/open-transfer.ts';
import { prefillFrom } from '../move/transfer-file.ts';

/** A file of another city before anything is registered: what it says, and the form with who came. */
export default defineQuery({
  id: 'subsistence-allowance.read-transfer', title: '读转移证明数据', allow: { roles: ['village-clerk', 'town-clerk'] }, sensitive: true, input: z.strictObject({ file: z.int().positive() }),
  async run(tx, input, by) {
    const { content } = await openTransfer(tx, by, input.file);
    // who came is not on the register yet: the reading is kept under the file
    by.saw('file', [input.file], '读外市转移证明');
    const { issuer, paper, allowance } = content;
    return { issuer: issuer.name, office: issuer.office, paper, allowance, persons: content.members.length, values: prefillFrom(content) };
  },
});
