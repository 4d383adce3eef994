import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { refuseUnknownFile } from '../../documents/refuse-unknown-file.ts';
import { kindOf } from '../../contract/procedure.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { Registry } from '../../registry/registry.ts';
import { appliesTo } from '../applies-to.ts';

/** 归档: lays a scan into the household's file, under an item of the checklist; after a seal only as an appendix, with its reason. */
export const makeFilePaper = (source: () => Promise<Pick<Registry, 'findMatter'>>) => defineCommand({
  id: 'dossier.file-paper', title: '归入档案', allow: { roles: ['town-clerk', 'town-lead', 'approver'] },
  input: z.strictObject({ caseId: z.int().positive(), item: z.string().max(60), personId: z.int().positive().optional(), fileId: z.int().positive(), reason: z.string().trim().min(2).max(300).optional() }),
  async run(tx, input, by): Promise<{ readonly paper: number; readonly appendix: boolean }> {
    const case_ = await tx.find<{ matter: string; procedure: string; household_id: number | null; division_id: number; opened_on: string; outcome: string | null }>(
      'select matter, procedure, household_id, division_id, opened_on, outcome from case_file where id = $1', [input.caseId]);
    if (!case_ || case_.household_id === null) throw new Refusal('dossier.no-file');
    const matter = (await source()).findMatter(case_.matter);
    const procedure = matter?.procedures?.find((one) => one.id === case_.procedure);
    const item = procedure ? matter?.dossier?.lists[kindOf(procedure)]?.find((one) => one.key === input.item && appliesTo(one, case_)) : undefined;
    if (!item) throw new Refusal('dossier.no-item');
    refuseWrongPerson(item.proof.is === 'paper' && item.proof.each === 'member', input.personId, await tx.rows<{ id: number }>('select person_id as id from case_member where case_id = $1', [input.caseId]));
    await refuseUnknownFile(tx, by, input.fileId);
    const year = Number(case_.opened_on.slice(0, 4));
    await tx.run('select 1 from household where id = $1 for update', [case_.household_id]);
    const { version } = await tx.one<{ version: number }>('select coalesce(max(version), 0) as version from dossier_version where household_id = $1 and year = $2', [case_.household_id, year]);
    if (version > 0 && input.reason === undefined) throw new Refusal('dossier.reason-needed');
    const { id } = await tx.one<{ id: number }>(
      `insert into dossier_paper (household_id, year, case_id, person_id, item, file_id, division_id, filed_on, filed_by, after_version, reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      [case_.household_id, year, input.caseId, input.personId ?? null, item.key, input.fileId, case_.division_id, by.today, by.caller.account?.name ?? '', version, input.reason ?? null]);
    return { paper: id, appendix: version > 0 };
  },
});

function refuseWrongPerson(each: boolean, person: number | undefined, members: readonly { id: number }[]): void {
  if (each && person === undefined) throw new Refusal('dossier.whose');
  if (person !== undefined && !members.some((member) => member.id === person)) throw new Refusal('dossier.whose');
}

export default makeFilePaper(loadRegistry);
