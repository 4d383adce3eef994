import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { registerInput } from '../door-input.ts';
import type { KeptDeclaration } from './declaration-rows.ts';

export interface Step { readonly register: string; readonly version: number; readonly step: number; readonly declaration: KeptDeclaration }

/** The edition whose tables are to be made; null when that is done. Asked by the worker only, through no address. */
export default defineQuery({
  id: 'records.get-step', title: '待建表的台账', allow: { roles: ['system'] }, input: z.strictObject({ register: registerInput, step: z.int().positive() }),
  async run(tx, input): Promise<Step | null> {
    const row = await tx.find<{ version: number; state: string; declaration: KeptDeclaration }>('select version, state, declaration from register_declaration where register = $1 and id = $2 and id = (select max(id) from register_declaration where register = $1)', [input.register, input.step]);
    return row?.state === 'publishing' ? { register: input.register, version: row.version, step: input.step, declaration: row.declaration } : null;
  },
});
