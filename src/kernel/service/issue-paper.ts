import type { Matter } from '../contract/matter.ts';
import { plainTitleOf } from '../contract/matter.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { nextDocumentNumber } from '../numbering/next-number.ts';
import { codeFor, digestPaper, documentWord, type PaperContent } from './paper.ts';

/** Gives a decision its number and seals what its paper says. In the transaction of the decision: none goes out without one, none is skipped. */
export async function issuePaper(tx: Tx, by: CommandContext, matter: Matter, decisionId: number): Promise<string> {
  const row = await tx.one<Omit<PaperContent, 'number'> & { caseId: number; divisionId: number } & Record<string, unknown>>(
    `select d.case_id as "caseId", d.division_id as "divisionId", c.number as "caseNumber", c.matter, d.outcome, d.decided_on as "decidedOn", d.first_month as "firstMonth", d.fen, d.grounds, d.statement, d.office_name as "officeName"
       from decision d join case_file c on c.id = d.case_id where d.id = $1`, [decisionId]);
  const { caseId, divisionId, ...said } = row;
  const number = await nextDocumentNumber(tx, documentWord(row.officeName || by.city.name, plainTitleOf(matter), by.city.documentWords), Number(by.today.slice(0, 4)));
  const digest = digestPaper({ number, ...said });
  await tx.run('insert into decision_paper (decision_id, case_id, division_id, number, digest, code, issued_on) values ($1, $2, $3, $4, $5, $6, $7)',
    [decisionId, caseId, divisionId, number, digest, codeFor(by.city.keys, `decision ${number} ${digest.toString('hex')}`), by.today]);
  return number;
}
