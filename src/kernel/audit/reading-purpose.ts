import { z } from 'zod';
import { READING_PURPOSES, type ReadingPurpose } from '../contract/reading-purposes.ts';
import { Refusal } from '../contract/refusal.ts';

/** Fields of a door that asks what a reading is for: one of the declared purposes; `more` says what `other` means. */
export const purposeFields = <P extends ReadingPurpose>(purposes: readonly P[]) => ({ purpose: z.enum(purposes), more: z.string().trim().min(2).max(200).optional() });

/** The purpose as it stands in the record. Refuses `audit.purpose-unsaid` where `other` is left without words. */
export function purposeWords({ purpose, more }: { readonly purpose: ReadingPurpose; readonly more?: string | undefined }): string {
  if (purpose === 'other' && more === undefined) throw new Refusal('audit.purpose-unsaid');
  return more === undefined ? READING_PURPOSES[purpose] : `${READING_PURPOSES[purpose]}：${more}`;
}
