import type { FormValues } from '../contract/check-form.ts';
import type { FormField } from '../contract/form.ts';
import type { CaseProcedure } from './case-procedure.ts';
import type { City } from '../db/city.ts';
import type { Tx } from '../db/tx.ts';

interface DraftRow { readonly id: number; readonly values_cipher: Buffer; readonly saved_at: string; readonly division_id: number | null; readonly version: number; readonly saved_by: string | null }
export interface Draft { readonly id: number; readonly values: FormValues; readonly savedAt: string; readonly divisionId: number | null; /** Number of the saving; the next one names it. */ readonly version: number; /** Who saved last: the person themself or who helps. */ readonly savedBy: string | null }

/** What was typed so far for the caller (or for whom the caller acts) and not yet sent; row protection shows nobody else's. */
export async function findDraft(tx: Tx, city: City, matter: string, options: { lock?: boolean } = {}): Promise<Draft | undefined> {
  const row = await tx.find<DraftRow & Record<string, unknown>>(
    `select id, values_cipher, saved_at, division_id, version, saved_by from case_draft where matter = $1 and case_id is null${options.lock ? ' for update' : ''}`, [matter]);
  return row && { id: row.id, values: JSON.parse(city.keys.open(row.values_cipher)) as FormValues, savedAt: row.saved_at, divisionId: row.division_id, version: row.version, savedBy: row.saved_by };
}

/** The division a half-filled form names, as its code; undefined while none is chosen. */
export function divisionOfForm(procedure: Pick<CaseProcedure, 'form'>, values: FormValues): string | undefined {
  const field = procedure.form.sections.flatMap((section): readonly FormField[] => section.fields).find((one) => one.kind === 'division');
  const value = field && values[field.key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The village or community with this code in force on the day. */
export async function findVillage(tx: Tx, code: string, day: string): Promise<number | undefined> {
  return (await tx.find<{ id: number }>(
    `select id from division where code = $1 and level = 'village' and valid_from <= $2 and (valid_to is null or valid_to > $2)`, [code, day]))?.id;
}
