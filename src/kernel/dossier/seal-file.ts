import { createHash } from 'node:crypto';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { listContents, type DossierEntry } from './list-contents.ts';

export interface Sealing { readonly household: number; readonly year: number; readonly division: number; readonly caseId: number; readonly because: string }

/** Pure: the digest of a version, over its contents in order and the version before it. */
export function digestOf(contents: readonly Pick<DossierEntry, 'kind' | 'id' | 'digest'>[], previous: Buffer | null): Buffer {
  const sum = createHash('sha256').update(previous ?? Buffer.alloc(0));
  for (const entry of contents) sum.update(`${entry.kind} ${entry.id} ${entry.digest}\n`);
  return sum.digest();
}

/** Closes the file as it lies now, after a decision: the next version, in the sealed record. What comes later is an appendix. */
export async function sealFile(tx: Tx, by: CommandContext, sealing: Sealing): Promise<number> {
  const file = { household: sealing.household, year: sealing.year };
  // two decisions of one household at the same moment seal one after the other
  await tx.run('select 1 from household where id = $1 for update', [sealing.household]);
  const last = await tx.find<{ version: number; digest: Buffer }>('select version, digest from dossier_version where household_id = $1 and year = $2 order by version desc limit 1', [file.household, file.year]);
  const contents = (await listContents(tx, file)).map(({ kind, id, title, on, digest }) => ({ kind, id, title, on, digest }));
  const version = (last?.version ?? 0) + 1;
  await tx.run(
    `insert into dossier_version (household_id, year, version, division_id, case_id, because, sealed_on, sealed_by, contents, previous, digest) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [file.household, file.year, version, sealing.division, sealing.caseId, sealing.because, by.today, by.caller.account?.name ?? '', JSON.stringify(contents), last?.digest ?? null, digestOf(contents, last?.digest ?? null)]);
  return version;
}
