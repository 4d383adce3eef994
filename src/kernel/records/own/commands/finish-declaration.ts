import { z } from 'zod';
import { defineCommand } from '../../../contract/door.ts';
import { registerInput } from '../../door-input.ts';
import { appendStep, loadDeclaration } from '../declaration-rows.ts';

/** The tables of an edition stand, or could not be made: then the edition before stays in force. Asked by the worker. */
export default defineCommand({
  id: 'records.finish-declaration', title: '台账建表结束', allow: { roles: ['system'] }, input: z.strictObject({ register: registerInput, step: z.int().positive(), failed: z.string().max(300).optional() }),
  async run(tx, input, by) {
    const { last } = await loadDeclaration(tx, input.register, true);
    if (last.id !== input.step || last.state !== 'publishing') return { register: input.register, state: last.state };
    const state = input.failed === undefined ? 'published' : 'failed';
    await appendStep(tx, by.caller, { register: last.register, version: last.version, state, declaration: last.declaration, division: last.division_id, note: input.failed ?? '', source: last.source });
    return { register: input.register, state };
  },
});
