import { z } from 'zod';
import { defineDownload } from '../../contract/download.ts';
import { Refusal } from '../../contract/refusal.ts';
import { streamZip } from '../../documents/stream-zip.ts';
import { listHouseholdHits } from '../../registers/household/list-household-hits.ts';
import { bundleParts } from '../bundle/bundle-parts.ts';

/** So many households in one file; more are taken town by town or page by page. */
const MOST = 500;

/** 打包: the files of households for the archive, whole names and numbers, made while they are taken. */
export default defineDownload({
  id: 'dossier.bundle', title: '打包档案', allow: { roles: ['town-clerk', 'town-lead', 'approver', 'auditor'] }, sensitive: true,
  input: z.strictObject({ year: z.int().min(1949).max(2999), households: z.array(z.int().positive()).min(1) }),
  async open(tx, input, by) {
    const households = [...new Set(input.households)];
    if (households.length > MOST) throw new Refusal('dossier.too-many', { most: MOST });
    const homes = await tx.rows<{ id: number }>('select distinct household_id as id from case_file where household_id = any ($1::bigint[]) and extract(year from opened_on) = $2', [households, input.year]);
    // all of them or none: a bundle that silently lacks a household would be taken for whole
    if (homes.length < households.length) throw new Refusal('dossier.no-file');
    by.saw('household', households, '打包归档');
    const [only] = households.length === 1 ? await listHouseholdHits(tx, households, by.today) : [];
    return { fileName: only ? `档案-${only.number}-${input.year}.zip` : `档案-${input.year}-${households.length}户.zip`, mediaType: 'application/zip', pieces: streamZip(bundleParts(tx, by, input.year, households)) };
  },
});
