import { z } from 'zod';
import { defineQuery } from '../../../contract/door.ts';
import { Refusal } from '../../../contract/refusal.ts';
import type { Tx } from '../../../db/tx.ts';
import { registerInput } from '../../door-input.ts';
import { PASTED_TYPE } from '../../import/read-source.ts';
import { BUILDERS } from '../builders.ts';
import { listChanges, listLasting } from '../compare-declarations.ts';
import { loadDeclaration, readGround, type KeptSource } from '../declaration-rows.ts';
import type { DesignPage, DesignSource } from '../design-face.ts';
import { listProblems } from '../list-problems.ts';
import { writtenDeclaration } from '../own-home.ts';

/** One edition of a register the bureau makes: what it says, what it changes against the one before, what cannot be undone. The latest when none is named. */
export default defineQuery({
  id: 'records.get-declaration', title: '台账设计', allow: { roles: BUILDERS }, input: z.strictObject({ register: registerInput, step: z.int().positive().optional() }),
  async run(tx, input, by): Promise<DesignPage> {
    const { last, rows } = await loadDeclaration(tx, input.register);
    const shown = input.step === undefined ? last : rows.find((row) => row.id === input.step);
    if (shown === undefined) throw new Refusal('record.no-design');
    const before = rows.find((row) => row.state === 'published' && row.version < shown.version)?.declaration;
    const stands = rows.find((row) => row.state === 'published' || row.state === 'withdrawn');
    const published = rows.find((row) => row.state === 'published')?.declaration;
    const authors = new Map((await tx.rows<{ id: number; day: string; author: string }>('select id, business_day::text as day, author from command_authors($1::bigint[])', [rows.map((row) => row.command_id)])).map((row) => [row.id, row]));
    return {
      register: shown.register, version: shown.version, state: shown.state, step: shown.id, note: shown.note,
      mine: rows.some((row) => row.version === shown.version && (row.state === 'draft' || row.state === 'sent') && row.account_id === (by.caller.account?.id ?? 0)),
      declaration: writtenDeclaration(shown.declaration), published: published === undefined ? null : writtenDeclaration(published), withdrawn: stands?.state === 'withdrawn', source: await findSource(tx, shown.source),
      changes: listChanges(before, shown.declaration), lasting: listLasting(before, shown.declaration), problems: listProblems(shown.declaration, await readGround(tx, shown.register, before)),
      editions: rows.map((row) => ({ step: row.id, version: row.version, state: row.state, note: row.note, by: authors.get(row.command_id)?.author ?? '系统', on: authors.get(row.command_id)?.day ?? '' })),
    };
  },
});

/** The old sheet with its name, where the reader's office may open it. */
async function findSource(tx: Tx, source: KeptSource | null): Promise<DesignSource | null> {
  const file = source === null ? undefined : await tx.find<{ name: string; media_type: string }>('select name, media_type from stored_file where id = $1', [source.file]);
  return source === null || file === undefined ? null : { ...source, name: file.media_type === PASTED_TYPE ? '贴进来的行' : file.name };
}
