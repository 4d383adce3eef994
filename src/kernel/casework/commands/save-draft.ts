import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Tx } from '../../db/tx.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { getNamedMatter, type ProcedureSource } from '../case-registry.ts';
import { divisionOfForm, findVillage } from '../drafts.ts';

const LARGEST = 200_000;

/** Kept as typed, right or wrong, encrypted; checked only when the resident sends it. */
export const makeSaveDraft = (source: ProcedureSource) => defineCommand({
  id: 'casework.save-draft', title: '存草稿', allow: { residents: true, mandated: true },
  input: z.strictObject({ matter: z.string().max(60), values: z.record(z.string(), z.unknown()), /** Saving this one follows; 0 = none yet. Left out: the last one wins. */ seen: z.int().nonnegative().optional() }),
  async run(tx, input, by) {
    await refuseUnseen(tx, input);
    const text = JSON.stringify(input.values);
    if (text.length > LARGEST) throw new Refusal('input.too-large');
    const forms = getNamedMatter(await source(), input.matter).procedures ?? [];
    const code = forms.map((procedure) => divisionOfForm(procedure, input.values)).find((found) => found !== undefined);
    const division = code === undefined ? null : ((await findVillage(tx, code, by.today)) ?? null);
    const sealed = by.city.keys.seal(text);
    const { id, saved_at, version } = await tx.one<{ id: number; saved_at: string; version: number }>(
      `insert into case_draft (account_id, person_id, matter, division_id, values_cipher, key_id, saved_by) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (person_id, matter) where case_id is null
       do update set division_id = excluded.division_id, values_cipher = excluded.values_cipher, key_id = excluded.key_id, saved_by = excluded.saved_by, saved_at = now(), version = case_draft.version + 1
       returning id, saved_at, version`,
      [by.caller.account?.id, by.caller.person, input.matter, division, sealed.cipher, sealed.keyId, by.caller.account?.name ?? null]);
    return { draftId: id, savedAt: saved_at, version };
  },
});
export default makeSaveDraft(loadRegistry);

/** Two devices, two windows, or the person and who helps: the later saving has to have seen the earlier one, and nothing is written after sending. */
async function refuseUnseen(tx: Tx, input: { readonly matter: string; readonly seen?: number | undefined }): Promise<void> {
  if (input.seen === undefined) return;
  const open = await tx.find<{ version: number; saved_by: string | null }>('select version, saved_by from case_draft where matter = $1 and case_id is null for update', [input.matter]);
  if (open !== undefined && open.version !== input.seen) throw new Refusal('case.draft-newer', { by: open.saved_by ?? '' });
  if (open === undefined && input.seen > 0) throw new Refusal('case.draft-sent');
}
