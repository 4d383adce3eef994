import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { recordInput, registerInput } from '../door-input.ts';
import type { ImportState } from '../../contract/register-import.ts';
import { getRun, listRuns } from '../import/import-run.ts';
import { readState } from '../import/read-state.ts';
import { getKept } from '../write/load-record.ts';

/** Imports into a register, newest first, or one of them: how far it is, what became of its rows. */
export default defineQuery({
  id: 'records.imports', title: '导入记录', allow: { staff: true }, input: z.strictObject({ register: registerInput, import: recordInput.optional() }),
  async run(tx, input, by): Promise<readonly ImportState[]> {
    await getKept(tx, by, input.register);
    const runs = input.import === undefined ? await listRuns(tx, input.register, 10) : [await getRun(tx, input.import)].filter((run) => run.register === input.register);
    return Promise.all(runs.map((run) => readState(tx, by, run)));
  },
});
