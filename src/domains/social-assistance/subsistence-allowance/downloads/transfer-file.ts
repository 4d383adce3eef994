import { z } from 'zod';
import { defineDownload } from '../../../../kernel/contract/download.ts';
import getOriginals from '../../../../kernel/casework/queries/get-originals.ts';
import { getCertificate } from '../move/certificate.ts';
import { sealTransfer } from '../move/transfer-file.ts';

/** The 转移证明 as data for the city the household goes to. Whole names and numbers leave the house: logged person by person; no account goes with them. */
export default defineDownload({
  id: 'subsistence-allowance.transfer-file', title: '转移证明数据文件', allow: { roles: ['town-clerk', 'town-lead', 'approver'] }, sensitive: true, input: z.strictObject({ caseId: z.int().positive() }),
  async open(tx, input, by) {
    const said = await getCertificate(tx, input.caseId);
    const { members } = await getOriginals.run(tx, { caseId: input.caseId, purpose: 'move-certificate', more: '数据文件' }, by);
    const rows = await tx.rows<{ key: string; relation: string; head: boolean }>('select m.key, m.relation, m.person_id = c.applicant_person_id as head from case_member m join case_file c on c.id = m.case_id where c.id = $1 order by m.id', [input.caseId]);
    const text = sealTransfer({
      issuer: { city: by.city.code, name: by.city.name, office: said.office }, paper: { number: said.number, code: said.code, decidedOn: said.decidedOn }, destination: said.destination, hukouKind: said.hukouKind,
      members: rows.map((row) => ({ name: members[row.key]?.name ?? '', idNumber: members[row.key]?.number ?? null, relation: row.relation, head: row.head })),
      allowance: { since: said.since, fen: said.fen, lastMonth: said.lastMonth, lastPaidMonth: said.lastPaidMonth },
    }, by.city.keys);
    return { fileName: `转移证明 ${said.caseNumber}.json`, mediaType: 'application/json', pieces: pieceOf(text) };
  },
});

async function* pieceOf(text: string): AsyncIterable<Uint8Array> { // oxlint-disable-line typescript/require-await -- one piece, handed over as the others are
  yield Buffer.from(text, 'utf8');
}
