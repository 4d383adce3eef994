import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { registerInput } from '../door-input.ts';
import type { Linked } from '../face.ts';
import { findRecords } from '../find-records.ts';
import { getReadable } from '../read/get-readable.ts';

/** Records of one register while somebody types a name, a sound or a number: for a link's field. Empty text: the first ten. */
export default defineQuery({
  id: 'records.suggest', title: '选一条记录', allow: { staff: true }, input: z.strictObject({ register: registerInput, text: z.string().trim().max(60) }),
  async run(tx, input, by): Promise<Linked[]> {
    const { register } = await getReadable(tx, by, input.register);
    return (await findRecords(tx, input.text, register.id)).map((row) => ({ id: row.id, title: row.name ?? row.number, href: `/registers/${register.id}/${row.id}` }));
  },
});
