import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { getNamedMatter, type ProcedureSource } from '../case-registry.ts';
import { divisionOfForm, findVillage } from '../drafts.ts';

const LARGEST = 200_000;

/** Kept as typed, right or wrong, encrypted; checked only when the resident sends it. */
export const makeSaveDraft = (source: ProcedureSource) => defineCommand({
  id: 'casework.save-draft', title: '存草稿', allow: { residents: true },
  input: z.strictObject({ matter: z.string().max(60), values: z.record(z.string(), z.unknown()) }),
  async run(tx, input, by) {
    const text = JSON.stringify(input.values);
    if (text.length > LARGEST) throw new Refusal('input.too-large');
    const forms = getNamedMatter(await source(), input.matter).procedures ?? [];
    const code = forms.map((procedure) => divisionOfForm(procedure, input.values)).find((found) => found !== undefined);
    const division = code === undefined ? null : ((await findVillage(tx, code, by.today)) ?? null);
    const sealed = by.city.keys.seal(text);
    const { id, saved_at } = await tx.one<{ id: number; saved_at: string }>(
      `insert into case_draft (account_id, matter, division_id, values_cipher, key_id) values ($1, $2, $3, $4, $5)
       on conflict (account_id, matter) where case_id is null
       do update set division_id = excluded.division_id, values_cipher = excluded.values_cipher, key_id = excluded.key_id, saved_at = now() returning id, saved_at`,
      [by.caller.account?.id, input.matter, division, sealed.cipher, sealed.keyId]);
    return { draftId: id, savedAt: saved_at };
  },
});
export default makeSaveDraft(loadRegistry);
