import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { getCertificate } from '../move/certificate.ts';

/** 转移证明, with nobody's name: members come with the case, whole only through the logged originals. */
export default defineQuery({
  id: 'subsistence-allowance.get-move-certificate', title: '转移证明', allow: { staff: true }, sensitive: true, input: z.strictObject({ caseId: z.int().positive() }),
  async run(tx, input, by) {
    const { divisionId: _division, ...said } = await getCertificate(tx, input.caseId);
    by.saw('case', [input.caseId], '看转移证明');
    return said;
  },
});
