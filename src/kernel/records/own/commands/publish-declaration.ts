import { z } from 'zod';
import { defineCommand } from '../../../contract/door.ts';
import { Refusal } from '../../../contract/refusal.ts';
import { enqueue } from '../../../jobs/enqueue.ts';
import { registerInput } from '../../door-input.ts';
import { BUILDERS } from '../builders.ts';
import { appendStep, loadDeclaration, readGround, refuseStale } from '../declaration-rows.ts';
import { listProblems } from '../list-problems.ts';

/** 复核发布: by another account than the one that drafted the edition. Its tables are made by the worker; in force when they stand. Asked again after a failure. */
export default defineCommand({
  id: 'records.publish-declaration', title: '复核发布台账', allow: { roles: BUILDERS }, input: z.strictObject({ register: registerInput, seen: z.int().positive() }),
  async run(tx, input, by) {
    const { last, rows, inForce } = await loadDeclaration(tx, input.register, true);
    refuseStale(last, input.seen);
    if (last.state !== 'sent' && last.state !== 'failed') throw new Refusal('record.design-not-sent');
    const drafted = rows.filter((row) => row.version === last.version && (row.state === 'draft' || row.state === 'sent'));
    if (drafted.some((row) => row.account_id === (by.caller.account?.id ?? null))) throw new Refusal('record.design-own-eyes');
    const problems = listProblems(last.declaration, await readGround(tx, last.register, inForce?.declaration));
    if (problems.length > 0) throw new Refusal('record.design-unready', { first: problems[0]?.sentence, problems });
    const step = await appendStep(tx, by.caller, { register: last.register, version: last.version, state: 'publishing', declaration: last.declaration, division: last.division_id, source: last.source });
    await enqueue(tx, 'records.make-tables', { register: last.register, step }, { key: `${last.register}:${step}` });
    return { register: last.register, version: last.version, step };
  },
});
